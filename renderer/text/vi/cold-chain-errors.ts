import type { ProblemParams } from '../../../src/contract/errors'

const of = (value: ProblemParams[string] | undefined, before = ' ') =>
  typeof value === 'string' || typeof value === 'number' ? `${before}${value}` : ''

/** Fridges and loggers: why nothing was kept, and why a lot is not given. */
export const coldChainErrors = {
  'fridge.not-found': () => 'Không thấy tủ này. Mở lại màn hình Dây chuyền lạnh.',
  'fridge.name-taken': () => 'Đã có tủ mang tên này. Đặt tên khác để không lẫn.',
  'fridge.bad-range': () =>
    'Nhiệt độ thấp nhất phải không cao hơn, cao nhất không thấp hơn nhiệt độ đang đọc. Xem lại ba số.',
  'fridge.in-future': () => 'Giờ đọc ở phía trước giờ của máy. Xem lại ngày giờ, hoặc đồng hồ của máy ghi.',
  'fridge-log.no-rows': () => 'Tệp này không có dòng nhiệt độ nào. Chọn tệp CSV do máy ghi nhiệt độ xuất ra.',
  'fridge-log.no-time': () =>
    'Không tìm thấy cột ngày giờ trong tệp. Xuất lại từ máy ghi với cột ngày và giờ.',
  'fridge-log.no-temperature': () =>
    'Không tìm thấy cột nhiệt độ trong tệp. Xuất lại từ máy ghi với cột nhiệt độ.',
  'fridge-log.too-long': ({ count, most }: ProblemParams) =>
    `Tệp có quá nhiều dòng${of(count, ' (')}${of(most, ', nhiều nhất ')}${count ? ')' : ''}. Chia theo tháng rồi nhập từng tệp.`,
  'breach.not-found': () => 'Không thấy lần vượt nhiệt độ này, hoặc lô không nằm trong đó. Mở lại màn hình.',
  'breach.already-decided': ({ lot }: ProblemParams) =>
    `Lô${of(lot) || ' này'} đã được quyết định cho lần vượt nhiệt độ này. Không có gì thay đổi.`,
  'lot.breach-undecided': ({ lot }: ProblemParams) =>
    `Lô${of(lot) || ' này'} đã nằm trong tủ vượt nhiệt độ và chưa ai quyết định. Chọn lô khác; chờ trưởng điểm.`,
}
