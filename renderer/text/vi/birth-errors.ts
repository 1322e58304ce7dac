import type { ErrorCode, ProblemParams } from '../../../src/contract/errors'

type Sentence = (params: ProblemParams) => string
type BirthCode = Extract<ErrorCode, `birth.${string}` | `postnatal.${string}`>
type Value = ProblemParams[string] | undefined

function on(value: Value, before: string): string {
  const date = String(value ?? '')
  return /^\d{4}-\d\d-\d\d$/u.test(date) ? `${before}${date.split('-').toReversed().join('/')}` : ''
}

function word(value: Value, before: string): string {
  return value === undefined || value === null || value === '' ? '' : `${before}${value}`
}

function between({ least, most }: ProblemParams): string {
  return least === undefined || most === undefined ? '' : ` (từ ${least} đến ${most})`
}

/** Births and the visits after them: one sentence a code. */
export const birthErrors: Readonly<Record<BirthCode, Sentence>> = {
  'birth.not-found': () => 'Không còn thấy cuộc sinh này. Mở lại trang gia đình để xem.',
  'birth.pregnancy-not-found': () => 'Không thấy lần mang thai này của người mẹ. Chọn lại lần mang thai.',
  'birth.pregnancy-ended': ({ endedOn }) =>
    `Lần mang thai này đã ghi kết thúc${on(endedOn, ' ngày ')}, không phải bằng cuộc sinh. Xem lại lần mang thai.`,
  'birth.in-future': () => 'Giờ sinh nằm sau bây giờ. Xem lại ngày và giờ sinh.',
  'birth.bad-time': () => 'Giờ chưa đúng dạng. Ghi giờ và phút, ví dụ 02:35.',
  'birth.out-of-range': params => `Số đo này không thể có${between(params)}. Xem lại số đã gõ và đơn vị.`,
  'birth.bad-apgar': () => 'Điểm Apgar là số từ 0 đến 10. Xem lại.',
  'birth.order': () => 'Bé sau không thể sinh trước bé trước. Xem lại giờ sinh của từng bé.',
  'birth.days-apart': () => 'Các bé của một cuộc sinh cách nhau quá nhiều ngày. Xem lại ngày sinh.',
  'birth.before-pregnancy': ({ periodOn, weeks }) =>
    `Ngày sinh không hợp với lần mang thai này${on(periodOn, ', tính từ ')}${word(weeks, ' là tuần ')}. Xem lại ngày sinh hoặc lần mang thai.`,
  'birth.gestation-impossible': params =>
    `Tuổi thai này không thể có${between(params)}. Xem lại số tuần đã gõ.`,
  'birth.gestation-mismatch': ({ weeks }) =>
    `Tuổi thai ghi khác xa tuổi thai tính theo sổ${word(weeks, ', là tuần ')}. Xem lại số tuần, hoặc sửa kỳ kinh cuối.`,
  'birth.already-recorded': ({ bornOn }) =>
    `Đã ghi một cuộc sinh của người mẹ này${on(bornOn, ' ngày ')}. Nếu là bé thứ hai, thêm bé vào cuộc sinh đó.`,
  'birth.unknown-code': () => 'Có mục chọn không còn trong danh mục. Chọn lại.',
  'birth.child-exists': ({ displayName, birthDate }) =>
    `Trong sổ có người có thể là bé này${word(displayName, ': ')}${on(birthDate, ', sinh ')}. Chọn đúng là bé này hay là người khác.`,
  'birth.child-taken': () => 'Hồ sơ này đã là bé của một cuộc sinh. Chọn hồ sơ khác hoặc tạo hồ sơ mới.',
  'birth.stillborn-with-record': () =>
    'Bé không còn sống khi sinh thì không lập hồ sơ, không ghi mũi tiêm. Xem lại mục tình trạng của bé.',
  'birth.child-has-records': ({ displayName }) =>
    `Hồ sơ${word(displayName, ' ')} đã có mũi tiêm, lượt khám hoặc lần gộp nên không xóa cùng được. Chọn giữ hồ sơ của bé.`,
  'birth.last-child': () => 'Đây là bé duy nhất của cuộc sinh. Nếu ghi nhầm, bỏ cả cuộc sinh.',
  'birth.nothing-changed': () => 'Chưa có gì khác so với trước nên không có gì để sửa.',
  'postnatal.not-found': () => 'Không còn thấy lần thăm này. Mở lại trang để xem.',
  'postnatal.in-future': () => 'Ngày thăm nằm sau hôm nay. Ghi khi đã thăm, hoặc xem lại ngày.',
  'postnatal.before-birth': ({ bornOn }) => `Ngày thăm nằm trước ngày sinh${on(bornOn, ' ')}. Xem lại ngày.`,
  'postnatal.after-death': () => 'Hồ sơ đã ghi mất trước ngày thăm này. Xem có nhầm người, nhầm ngày không.',
  'postnatal.next-not-ahead': () => 'Ngày hẹn phải sau ngày thăm. Xem lại ngày hẹn.',
  'postnatal.danger-unanswered': () =>
    'Có dấu hiệu nguy hiểm. Ghi nơi chuyển đến, hoặc đã dặn và xử trí thế nào, rồi lưu.',
  'postnatal.unknown-code': () => 'Có mục chọn không còn trong danh mục. Chọn lại.',
}
