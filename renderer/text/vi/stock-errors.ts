import type { ProblemParams } from '../../../src/contract/errors'

/** Troubles of the stock ledger and of open vials. */
export const stockErrors = {
  'lot.quarantined': () =>
    'Lô này đang cách ly vì nghi đứt dây chuyền lạnh. Chọn lô khác; chờ trưởng điểm quyết định.',
  'stock.unknown-reason': () => 'Lý do hủy này không có trong danh mục. Chọn lại lý do.',
  'vial.not-found': () => 'Không thấy lọ mở này. Xem lại danh sách lọ đang mở.',
  'vial.closed': () => 'Lọ này đã đóng. Không rút thêm; mở lọ khác.',
  'vial.empty': () => 'Lọ này không còn đủ liều. Mở lọ khác.',
  'vial.over-hours': () => 'Lọ đang mở của lô này đã quá giờ. Bỏ lọ đó (Kho, Lọ đang mở) rồi mở lọ mới.',
  'vial.vvm-discarded': () =>
    'Chỉ thị nhiệt (VVM) của lọ đã đến mức phải bỏ. Không mở, không tiêm; chọn lọ khác.',
  'vial.wrong-lot': () => 'Lọ mở này không thuộc lô đã chọn. Quét lại lọ hoặc chọn lại lô.',
  'vial.not-untouched': () => 'Đã rút liều từ lọ này nên không thể ghi là mở nhầm. Đóng lọ với lý do hủy.',
  'vial.size-unknown': () => 'Chưa biết lọ của lô này có mấy liều. Ghi số liều trên nhãn lọ.',
  'stock.no-such-way': () => 'Không chuyển được theo hướng này. Chọn lại nơi đi và nơi đến.',
  'stock.not-enough': ({ there }: ProblemParams) =>
    `Chỗ này chỉ còn ${there ?? 0} liều chưa mở. Xem lại số liều, hoặc kiểm kê nếu đếm thấy khác.`,
  'stock.bad-level': () => 'Mức tối đa phải lớn hơn mức tối thiểu. Xem lại hai số.',
  'movement.not-found': () => 'Không thấy bút toán này trong sổ kho. Mở lại lô để xem.',
  'movement.already-reversed': () => 'Bút toán này đã được ghi ngược trước đó. Không cần làm lần nữa.',
  'movement.not-reversible': () =>
    'Bút toán ghi ngược thì không ghi ngược lại được. Ghi một bút toán mới cho đúng.',
}
