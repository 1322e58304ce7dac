import type { ProblemParams } from '../../../src/contract/errors'

type Value = ProblemParams[string] | undefined

/** A day as people write it, with the words before it; nothing when it is not given. */
function on(value: Value, before = ''): string {
  const date = String(value ?? '')
  return /^\d{4}-\d\d-\d\d$/u.test(date) ? `${before}${date.split('-').toReversed().join('/')}` : ''
}

/** A number with a comma; nothing when it is not given. */
function number(value: Value): string {
  return value === undefined || value === null ? '' : String(value).replace('.', ',')
}

/** "từ 45 đến 110 cm" in brackets; nothing without limits. */
function range({ lowest, highest }: ProblemParams, unit: string): string {
  return lowest === undefined ? '' : ` (${number(lowest)}–${number(highest)} ${unit})`
}

function usual({ usualFromKg, usualToKg }: ProblemParams): string {
  return usualFromKg === undefined ? '' : ` (thường ${number(usualFromKg)}–${number(usualToKg)} kg)`
}

function beside(value: Value, unit: string, day: Value): string {
  return value === undefined || value === null ? '' : ` (${number(value)} ${unit}${on(day, ', ')})`
}

const word = (value: Value, otherwise: string) => (value ? String(value) : otherwise)

/** What stands between a check of a child and its record. */
export const childErrors = {
  'child-check.not-found': () => 'Không thấy lần khám này, hoặc đã bị bỏ. Mở lại hồ sơ của trẻ.',
  'child-check.before-birth': ({ bornOn }: ProblemParams) =>
    `Ngày khám trước ngày sinh${on(bornOn, ' ')}. Xem lại ngày khám.`,
  'child-check.in-future': () => 'Ngày khám nằm sau hôm nay. Xem lại ngày khám.',
  'child-check.after-death': ({ diedOn }: ProblemParams) =>
    `Sổ ghi người này đã mất${on(diedOn, ' ngày ')}. Xem lại người và ngày khám.`,
  'child-check.grown-up': ({ years }: ProblemParams) =>
    `Người này đã đủ ${word(years, '19')} tuổi vào ngày khám, không còn theo dõi lớn lên.`,
  'child-check.empty': () => 'Chưa cân, đo hay ghi gì. Ghi ít nhất một ô rồi lưu.',
  'child-check.nothing-changed': () => 'Chưa có gì thay đổi so với lần đã ghi.',
  'child-check.bad-weight': (params: ProblemParams) =>
    `Cân nặng này không thể có ở tuổi này${range(params, 'kg')}. Cân và nhập lại.`,
  'child-check.bad-length': (params: ProblemParams) =>
    `Chiều dài này không thể có${range(params, 'cm')}. Đo và nhập lại.`,
  'child-check.bad-head': (params: ProblemParams) =>
    `Vòng đầu này không thể có${range(params, 'cm')}. Đo và nhập lại.`,
  'child-check.bad-arm': (params: ProblemParams) =>
    `Vòng cánh tay này không thể có${range(params, 'cm')}. Đo và nhập lại.`,
  'child-check.unknown-code': () => 'Có mục không còn trong danh mục. Mở lại phiếu rồi chọn lại.',
  'child-check.feeding-contradicts': ({ one, other }: ProblemParams) =>
    `Hai cách nuôi trái nhau: ${word(one, 'cách này')} và ${word(other, 'cách kia')}. Chọn lại.`,
  'child-check.supplement-age': ({ dose }: ProblemParams) =>
    `${word(dose, 'Liều này')} không dành cho tuổi này. Chọn liều khác.`,
  'child-check.supplement-twice': () => 'Đã chọn hai liều của cùng một loại. Chỉ chọn một.',
  'child-check.supplement-too-soon': ({ lastOn, days }: ProblemParams) =>
    `Chưa đủ khoảng cách: đã uống${on(lastOn, ' ngày ')}, phải cách ít nhất ${word(days, '120')} ngày.`,
  'child-check.next-not-after': () => 'Ngày khám lại phải sau ngày khám.',
  'child-check.again-length': ({ lastCm, on: day }: ProblemParams) =>
    `Ngắn hơn lần đo trước${beside(lastCm, 'cm', day)}. Đo lại.`,
  'child-check.again-head': ({ lastCm, on: day }: ProblemParams) =>
    `Vòng đầu nhỏ hơn lần đo trước${beside(lastCm, 'cm', day)}. Đo lại.`,
  'child-check.again-score': ({ z }: ProblemParams) =>
    `Số đo lệch quá xa so với trẻ cùng tuổi${z === undefined ? '' : ` (${number(z)} SD)`}. Đo lại.`,
  'child-check.again-weight-low': (params: ProblemParams) => `Nhẹ hơn hẳn tuổi này${usual(params)}. Cân lại.`,
  'child-check.again-weight-high': (params: ProblemParams) =>
    `Nặng hơn hẳn tuổi này${usual(params)}. Cân lại.`,
  'child-check.again-weight-lost': ({ lastKg, on: day }: ProblemParams) =>
    `Sụt cân nhiều so với lần cân trước${beside(lastKg, 'kg', day)}. Cân lại.`,
  'child-check.again-weight-gained': ({ lastKg, on: day }: ProblemParams) =>
    `Tăng cân quá nhanh so với lần cân trước${beside(lastKg, 'kg', day)}. Cân lại.`,
}
