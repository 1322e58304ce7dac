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
}
