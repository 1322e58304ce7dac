import type { ProblemParams } from '../../../src/contract/errors'

function word(value: ProblemParams[string] | undefined, before: string): string {
  return value === undefined || value === null || value === '' ? '' : `${before}${value}`
}

/** What stands between a press and a session day. */
export const sessionErrors = {
  'session.stopped': ({ by, reason }: ProblemParams) =>
    `Buổi tiêm đang tạm dừng${word(by, ', người dừng: ')}${word(reason, ', lý do: ')}. Chưa nhận và chưa tiêm ai; trưởng điểm mở lại có ghi lý do.`,
  'session.closed': ({ by }: ProblemParams) =>
    `Buổi tiêm đã kết thúc và ký${word(by, ' bởi ')}. Muốn ghi thêm, trưởng điểm mở lại buổi tiêm và ghi lý do.`,
  'session.already-open': () => 'Buổi tiêm đang mở, không cần mở lại.',
  'session.people-inside': ({ count, tickets }: ProblemParams) =>
    `Còn${word(count, ' ')} người trong các làn${word(tickets, ': số ')}. Cho về hoặc ghi lý do bỏ về từng người rồi mới kết thúc.`,
  'session.no-show-unexplained': ({ count }: ProblemParams) =>
    `Còn${word(count, ' ')} người có hẹn chưa đến mà chưa ghi lý do. Chọn một hay nhiều người rồi chọn lý do.`,
  'session.vial-open': ({ lots }: ProblemParams) =>
    `Còn lọ đã mở phải bỏ khi hết buổi${word(lots, ', lô ')}. Bỏ phần còn lại của từng lọ rồi ký.`,
  'session.lot-unexplained': ({ lot, difference }: ProblemParams) =>
    `Lô${word(lot, ' ')} còn lệch${word(difference, ' ')} liều. Đếm lại, hoặc ghi lý do lệch.`,
  'session.lot-not-counted': ({ lot }: ProblemParams) =>
    `Lô${word(lot, ' ')} vừa được dùng thêm, chưa đối chiếu. Xem lại bảng lọ rồi ký.`,
  'session.not-expected': () => 'Người này không còn trong danh sách hẹn chưa đến. Xem lại danh sách.',
  'session.in-future': () => 'Chưa đến ngày của buổi tiêm này nên chưa kết thúc được.',
  'session.may-not-sign': () =>
    'Người này không ký kết thúc buổi được. Chọn người sàng lọc, người tiêm hoặc trưởng điểm.',
  'session.signature-old': () => 'Chữ ký đã quá hai phút nên không dùng nữa. Nhập lại mã PIN.',
  'session.not-closed': () => 'Buổi tiêm này chưa được ký kết thúc nên chưa in biên bản được.',
}
