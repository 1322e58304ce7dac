import type { ProblemParams } from '../../../src/contract/errors'
import type { pregnancyErrorCodes } from '../../../src/contract/pregnancy-error-codes'

type Sentences = {
  readonly [Code in (typeof pregnancyErrorCodes)[number]]: (params: ProblemParams) => string
}

/** A day as people write it. */
function day(value: ProblemParams[string] | undefined): string {
  return String(value ?? '…')
    .split('-')
    .toReversed()
    .join('/')
}

/** Which value of a pregnancy or a visit is meant. */
const values: Readonly<Record<string, string>> = {
  heightCm: 'Chiều cao (cm)',
  weightBeforeKg: 'Cân nặng trước khi có thai (kg)',
  gravida: 'Lần có thai',
  fetuses: 'Số thai',
  'scan.weeks': 'Tuổi thai theo siêu âm (tuần)',
  weightKg: 'Cân nặng (kg)',
  systolic: 'Huyết áp tâm thu',
  diastolic: 'Huyết áp tâm trương',
  fundalHeightCm: 'Bề cao tử cung (cm)',
  abdominalGirthCm: 'Vòng bụng (cm)',
  fetalHeartRates: 'Tim thai (lần/phút)',
  haemoglobin: 'Hemoglobin (g/L)',
  ironFolateTablets: 'Viên sắt/axit folic',
}

/** A number or a word of the sentence. */
function said(value: ProblemParams[string] | undefined): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value ?? '…')
}

export const pregnancyErrors: Sentences = {
  'pregnancy.not-found': () => 'Không còn thai kỳ này. Mở lại hồ sơ rồi xem.',
  'pregnancy.already-going': ({ on }) =>
    `Hồ sơ này đang có một thai kỳ, ghi ngày ${day(on)}. Kết thúc thai kỳ đó trước.`,
  'pregnancy.not-a-woman': () => 'Hồ sơ này ghi giới tính nam nên chưa lưu. Kiểm tra lại người đang mở.',
  'pregnancy.mother-age': ({ years, from, to }) =>
    `Tuổi trong hồ sơ là ${said(years)}; thai kỳ chỉ ghi cho ${said(from)}–${said(to)} tuổi. Kiểm tra ngày sinh và người đang mở.`,
  'pregnancy.day-in-future': ({ today }) => `Ngày này sau hôm nay (${day(today)}). Xem lại ngày.`,
  'pregnancy.day-after-enrolment': ({ on }) =>
    `Thai kỳ bắt đầu sau ngày ghi danh ${day(on)} thì không đúng. Xem lại ngày.`,
  'pregnancy.bad-value': ({ what, value, from, to }) =>
    `${values[String(what)] ?? 'Giá trị'}: ${said(value)} nằm ngoài khoảng ${said(from)}–${said(to)}. Xem lại số vừa gõ.`,
  'pregnancy.unknown-code': ({ value }) =>
    `Danh mục không có mục “${said(value)}”. Mở lại màn hình rồi chọn lại.`,
  'pregnancy.gravida-odd': ({ gravida, before }) =>
    `Có thai lần ${said(gravida)} nhưng PARA đã ghi ${said(before)} lần trước đó. Xem lại hai số.`,
  'pregnancy.over-44-weeks': ({ weeks }) =>
    `Tính ra thai đã ${said(weeks)} tuần vào ngày ghi danh. Xem lại ngày; nếu đúng như vậy thì bấm lưu lần nữa.`,
  'pregnancy.ended': ({ on }) => `Thai kỳ này đã kết thúc ngày ${day(on)}.`,
  'pregnancy.still-going': () => 'Thai kỳ này vẫn đang tiếp diễn, không có gì để mở lại.',
  'pregnancy.end-before-start': ({ on }) =>
    `Ngày kết thúc trước ngày bắt đầu thai kỳ (${day(on)}). Xem lại ngày.`,
  'pregnancy.end-before-visit': ({ on }) =>
    `Ngày kết thúc trước lần khám thai ngày ${day(on)}. Xem lại một trong hai ngày.`,
  'pregnancy.has-records': () =>
    'Thai kỳ này đã có lần khám hoặc cuộc sinh nên chưa làm được. Huỷ các bản ghi đó trước.',
  'pregnancy.nothing-changed': () => 'Chưa có gì thay đổi nên không lưu.',
  'antenatal.not-found': () => 'Không còn lần khám này. Mở lại hồ sơ rồi xem.',
  'antenatal.before-enrolment': ({ on }) =>
    `Ngày khám trước ngày ghi danh ${day(on)}. Nếu khám ở nơi khác thì ghi nơi khám.`,
  'antenatal.before-pregnancy': ({ on }) => `Ngày khám trước khi có thai (${day(on)}). Xem lại ngày.`,
  'antenatal.after-end': ({ on }) => `Thai kỳ đã kết thúc ngày ${day(on)}. Xem lại ngày khám.`,
  'antenatal.same-day': ({ on }) =>
    `Đã có một lần khám ngày ${day(on)}. Mở lần khám đó để sửa thay vì ghi thêm.`,
  'antenatal.next-not-after': ({ on }) => `Ngày hẹn phải sau ngày khám ${day(on)}.`,
  'antenatal.nothing-written': () => 'Lần khám chưa ghi gì. Ghi ít nhất một mục rồi lưu.',
  'antenatal.pressure-half': () => 'Huyết áp cần đủ hai số, ví dụ 110/70.',
  'antenatal.pressure-swapped': ({ systolic, diastolic }) =>
    `Huyết áp ${said(systolic)}/${said(diastolic)}: số sau phải nhỏ hơn số trước. Xem lại.`,
  'antenatal.haemoglobin-unit': ({ value, grams }) =>
    `Hemoglobin ${said(value)} có vẻ là g/dL. Ghi theo g/L: ${said(grams)}.`,
  'antenatal.weight-jump': ({ before, on, value }) =>
    `Cân nặng ${said(value)} kg, lần trước ${said(before)} kg (${day(on)}). Cân lại; nếu đúng thì bấm lưu lần nữa.`,
  'antenatal.fundal-differs': ({ value, weeks }) =>
    `Bề cao tử cung ${said(value)} cm khi thai ${said(weeks)} tuần. Đo lại; nếu đúng thì bấm lưu lần nữa.`,
  'handbook.not-found': () => 'Không còn lần phát sổ này. Mở lại hồ sơ rồi xem.',
  'handbook.already-issued': ({ on }) =>
    `Đã phát sổ loại này ngày ${day(on)}. Nếu mất sổ, huỷ lần phát cũ rồi phát lại.`,
}
