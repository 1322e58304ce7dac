import type { ProblemParams } from '../../../src/contract/errors'

/** Sticks that carry the journal where there is no network. */
export const courierErrors = {
  'courier.no-key': () =>
    'Máy này chưa có khoá được tỉnh chứng nhận nên chưa ghi, chưa đọc được USB. Xem Thiết lập › Khoá ký giấy.',
  'courier.no-receiver': () =>
    'Không gửi được cho nơi này: khoá của nơi nhận đã hết hạn, bị thu hồi hoặc không thuộc điểm này. Nhận tệp khoá mới của tỉnh.',
  'courier.cancelled': () => 'Chưa chọn USB nên không có gì thay đổi.',
  'courier.busy': () => 'Đang ghi hoặc đọc USB. Chờ xong hoặc bấm Dừng.',
  'courier.stick-gone': () =>
    'Không đọc được USB: bị rút ra hoặc hỏng. Phần đã nhận vẫn còn; cắm lại rồi đọc tiếp.',
  'courier.not-saved': () =>
    'Không ghi được lên USB: đầy, bị khoá ghi hoặc bị rút ra. Phần đã ghi vẫn dùng được; ghi lại sẽ làm tiếp.',
  'courier.read-back-differs': () =>
    'USB trả lại khác với điều đã ghi: USB này hỏng. Đừng dùng; ghi sang USB khác.',
  'courier.no-stick': () => 'Chưa chọn USB. Bấm Chọn USB trước.',
  'courier.unreadable': () =>
    'Đây không phải tệp do phần mềm ghi. Không có gì được nhận; chọn đúng USB hoặc ghi lại ở máy gửi.',
  'courier.newer-version': () =>
    'USB do phần mềm mới hơn ghi. Không có gì mất; cập nhật phần mềm ở máy này rồi đọc lại.',
  'courier.not-for-us': () => 'USB này khoá cho máy khác, máy này không mở được. Mang đến đúng máy nhận.',
  'courier.own-stick': () => 'USB này do chính máy này ghi để gửi đi. Mang đến máy nhận.',
  'courier.cloned-self': () =>
    'Có máy khác đang mang khoá của máy này: máy bị sao chép hoặc phục hồi bản cũ. Ngừng ghi hồ sơ ở cả hai và gọi tỉnh.',
  'courier.unknown-sender': () =>
    'Máy ghi USB này không có trong danh sách khoá của điểm nên không nhận. Nhận tệp khoá mới của tỉnh rồi đọc lại.',
  'courier.revoked-sender': () =>
    'Khoá của máy ghi USB đã bị thu hồi nên không nhận gì từ USB này. Giữ USB và gọi tỉnh.',
  'courier.other-mode': () =>
    'USB của chế độ khác: dữ liệu thực hành không vào dữ liệu thật và ngược lại. Không có gì được nhận.',
  'courier.tampered': ({ files }: ProblemParams) =>
    `${Number(files ?? 0) > 0 ? `${files} tệp trên USB ` : 'Tệp trên USB '}hỏng hoặc bị sửa nên bỏ qua; phần còn nguyên vẫn nhận được. Ghi lại ở máy gửi.`,
  'courier.cut-off': ({ missing }: ProblemParams) =>
    `USB ghi chưa xong${Number(missing ?? 0) > 0 ? ` (còn thiếu ${missing} tệp)` : ''}. Phần có trên USB vẫn nhận được; ghi tiếp ở máy gửi.`,
  'courier.gap': () =>
    'USB này nối tiếp một USB máy này chưa đọc. Đọc USB trước đó, hoặc gửi biên nhận để máy kia ghi lại từ đầu.',
  'courier.stale': () => 'USB này cũ: máy này đã đọc USB mới hơn của máy gửi. Không có gì mất.',
  'courier.already-taken': () => 'USB này đã được nhận hết. Không có gì mới.',
  'courier.cloned-sender': () =>
    'Hai máy đang dùng chung khoá của máy gửi: máy ấy bị sao chép. Hỏi người phụ trách máy gửi và gọi tỉnh.',
  'courier.forked': () =>
    'Có hai lịch sử khác nhau của cùng một máy nên không nhận phần của máy ấy. Dữ liệu ở đây còn nguyên; gọi hỗ trợ.',
  'courier.own-behind': () =>
    'Máy kia giữ nhiều mục của máy này hơn chính máy này: máy này đã về bản cũ. Nhận USB này trước khi ghi hồ sơ mới.',
}
