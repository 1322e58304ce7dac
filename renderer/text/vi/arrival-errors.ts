/** What comes in from the province, and what waits for a person. */
export const arrivalErrors = {
  'province.not-joined': () =>
    'Điểm này chưa kết nối máy chủ tỉnh, nên chưa tra được ở tỉnh. Dữ liệu tại điểm vẫn dùng bình thường.',
  'province.unreachable': () =>
    'Không tới được máy chủ tỉnh. Dữ liệu tại điểm vẫn đủ; thử tra lại khi có mạng.',
  'province.bad-answer': () =>
    'Máy chủ tỉnh trả lời không đọc được. Chưa có gì thay đổi; thử lại sau, hoặc báo người quản trị.',
  'province.search-too-wide': () =>
    'Cần một mã số, số điện thoại, hoặc họ tên cùng ngày sinh để tra ở tỉnh. Nhập thêm rồi tra lại.',
  'province.ask-not-found': () => 'Lần tra này đã hết. Tra lại ở tỉnh.',
  'conflict.not-found': () => 'Không còn việc đối chiếu này. Mở lại danh sách rồi xem.',
  'conflict.already-settled': () => 'Việc này đã có người quyết định. Mở lại danh sách rồi xem.',
  'conflict.wrong-verdict': () => 'Cách chọn không hợp với việc này. Mở lại danh sách rồi chọn lại.',
  'dose.recorded-elsewhere': () => 'Mũi này do điểm khác tiêm và ghi. Báo điểm đó sửa; bản sửa sẽ tự về đây.',
}
