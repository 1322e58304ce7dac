import type { ErrorCode, ProblemParams } from '../../../src/contract/errors'

type Sentence = (params: ProblemParams) => string
type MergeCode = Extract<ErrorCode, `merge.${string}` | `duplicate.${string}` | 'person.has-records'>

function word(value: ProblemParams[string] | undefined, before: string): string {
  return value ? `${before}${value}` : ''
}

/** Two records of one person: one sentence a code. */
export const mergeErrors: Readonly<Record<MergeCode, Sentence>> = {
  'person.has-records': () =>
    'Hồ sơ này đã có mũi tiêm, lượt khám hoặc lần gộp nên không xóa được. Nếu trùng, hãy gộp hồ sơ.',
  'merge.same-record': () => 'Đây đã là một người, không có gì để gộp.',
  'merge.already-merged': ({ name }) =>
    `Hồ sơ${word(name, ' ')} đã được gộp vào hồ sơ khác. Mở hồ sơ đang giữ rồi làm tiếp.`,
  'merge.voided-record': ({ name }) =>
    `Hồ sơ${word(name, ' ')} đã được xóa vì đăng ký nhầm nên không gộp được.`,
  'merge.visit-open': ({ name }) =>
    `${name || 'Người này'} đang có lượt khám hôm nay. Xong lượt khám rồi mới gộp hoặc hoàn tác.`,
  'merge.two-identities': () =>
    'Hai hồ sơ có hai số định danh hoặc hai mã quốc gia khác nhau. Có thể là hai người; ghi lý do nếu vẫn gộp.',
  'merge.twins': () => 'Cùng mẹ, cùng ngày sinh, khác tên: có thể là sinh đôi. Ghi lý do nếu vẫn gộp.',
  'merge.different-sex': () => 'Hai hồ sơ khác giới tính. Ghi lý do nếu vẫn gộp.',
  'merge.decided-different': () =>
    'Trước đây đã có người xác nhận đây là hai người khác nhau. Ghi lý do nếu vẫn gộp.',
  'merge.not-found': () => 'Không còn thấy lần gộp này. Mở lại danh sách.',
  'merge.already-undone': () => 'Lần gộp này đã được hoàn tác. Cần thì gộp lại.',
  'merge.later-merge': ({ name }) =>
    `Sau đó còn một lần gộp khác${word(name, ' với ')}. Hoàn tác lần mới nhất trước.`,
  'duplicate.already-dismissed': () => 'Cặp này đã được ghi là không trùng.',
  'duplicate.decision-not-found': () => 'Không còn thấy xác nhận này. Mở lại danh sách.',
}
