import type {
  DoseWarning,
  ForecastReason,
  ForecastStatus,
  GivenCell,
} from '../../../src/domain/schedule/chart-types'
import type { EvaluationReason } from '../../../src/domain/schedule/result-types'
import { doseVolume } from './dose-volume'
import { age, day, doseDay } from './schedule-words'

/** Turns a code of a product or antigen into the name staff use. */
type NameOf = (code: string) => string

/** Why a dose was judged so, as one sentence. */
function evaluation(reason: EvaluationReason, vaccineName: NameOf): string {
  switch (reason.code) {
    case 'too-young':
      return `Tiêm khi chưa đủ ${age(reason.age)}, sớm ${reason.daysEarly} ngày. Sớm nhất ${day(reason.earliestOn)}.`
    case 'zero-dose':
      return `${reason.label.vi}: mũi thêm trước tuổi, không tính là mũi 1. Mũi 1 từ ${day(reason.earliestOn)}.`
    case 'date-imprecise':
      return `Ngày không chính xác: trong khoảng ${day(reason.from)} – ${day(reason.until)}.`
    case 'too-old':
      return `Tiêm khi đã quá tuổi của lịch này (đến ${day(reason.latestOn)}). Không cần tiêm lại.`
    case 'interval-too-short':
      return `Chưa đủ khoảng cách: mới ${reason.days}/${reason.requiredDays} ngày. Sớm nhất ${day(reason.earliestOn)}.`
    case 'vaccine-conflict':
      return `Quá gần ${vaccineName(reason.otherVaccineCode)} ngày ${day(reason.otherOn)}: mới ${reason.days}/${reason.requiredDays} ngày. Sớm nhất ${day(reason.earliestOn)}.`
    case 'inadvertent-vaccine':
      return 'Vắc xin này không dùng cho mũi này nên không tính.'
    case 'vaccine-not-accepted':
      return 'Vắc xin này không tính cho mũi này.'
    case 'vaccine-too-young':
      return `Chưa đủ tuổi dùng vắc xin này, sớm ${reason.daysEarly} ngày. Sớm nhất ${day(reason.earliestOn)}.`
    case 'vaccine-too-old':
      return `Đã quá tuổi dùng vắc xin này (đến ${day(reason.latestOn)}).`
    case 'series-complete':
      return 'Đã đủ mũi trước đó; mũi này là thêm.'
    case 'campaign-dose':
      return 'Mũi chiến dịch: ghi thêm, không thay mũi thường xuyên.'
    case 'lot-expired':
      return `Lô đã hết hạn ngày ${day(reason.expiredOn)} nên không tính. Cần tiêm lại.`
    case 'dose-flagged':
      return 'Mũi bị đánh dấu không bảo đảm chất lượng nên không tính. Cần tiêm lại.'
    case 'grace-age':
      return `Tiêm trước tuổi khuyến cáo (${day(reason.minimumOn)}) nhưng vẫn tính.`
    case 'grace-interval':
      return `Tiêm trước ngày khuyến cáo (${day(reason.minimumOn)}) nhưng vẫn tính.`
    case 'low-volume':
      return `Liều ghi ${amount(reason.volumeMl)} ml, ít hơn ${amount(reason.requiredMl)} ml.`
  }
}

function amount(ml: number): string {
  return String(ml).replace('.', ',')
}

/** The second line of a cell in the matrix: "sớm: 4/7 ngày". */
function evaluationShort(reason: EvaluationReason): string {
  switch (reason.code) {
    case 'too-young':
    case 'vaccine-too-young':
      return `sớm ${reason.daysEarly} ngày tuổi`
    case 'zero-dose':
      return reason.label.vi
    case 'date-imprecise':
      return 'ngày không chính xác'
    case 'too-old':
    case 'vaccine-too-old':
      return 'quá tuổi'
    case 'interval-too-short':
      return `sớm: ${reason.days}/${reason.requiredDays} ngày`
    case 'vaccine-conflict':
      return `gần mũi sống: ${reason.days}/${reason.requiredDays} ngày`
    case 'inadvertent-vaccine':
    case 'vaccine-not-accepted':
      return 'sai loại'
    case 'series-complete':
      return 'thêm, đã đủ'
    case 'campaign-dose':
      return 'chiến dịch'
    case 'lot-expired':
      return 'lô hết hạn'
    case 'dose-flagged':
      return 'không bảo đảm'
    case 'grace-age':
    case 'grace-interval':
      return 'trước khuyến cáo'
    case 'low-volume':
      return 'liều thấp'
  }
}

/** Why a dose is due, waits or is not given, as one sentence. */
function forecast(reason: ForecastReason, vaccineName: NameOf): string {
  switch (reason.code) {
    case 'age-reached':
      return `Đủ ${age(reason.age)} từ ${day(reason.on)}.`
    case 'since-previous':
      return reason.months > 0
        ? `Mũi trước cách ${reason.months} tháng.`
        : `Mũi trước cách ${reason.days} ngày.`
    case 'overdue':
      return `Trễ từ ${day(reason.since)}.`
    case 'repeat-dose':
      return `Mũi ${doseDay(reason.givenOn, reason.givenUntil)} không tính: ${evaluationShort(reason.cause)}.`
    case 'wait-age':
      return `Chờ đủ ${age(reason.age)}: từ ${day(reason.on)}.`
    case 'wait-interval':
      return waitInterval(reason)
    case 'wait-conflict':
      return `Chưa đủ khoảng cách với ${vaccineName(reason.vaccineCode)} ngày ${day(reason.fromOn)}: mới ${reason.days}/${reason.requiredDays} ngày. Sớm nhất ${day(reason.on)}.`
    case 'wait-season':
      return `Chờ đến mùa: từ ${day(reason.on)}.`
    case 'held':
      return reason.on === null
        ? `Hoãn, chưa có ngày: ${reason.because.vi}.`
        : `Hoãn đến ${day(reason.on)}: ${reason.because.vi}.`
    case 'last-chance':
      return `Chỉ tiêm được đến ${day(reason.latestOn)}.`
    case 'if-given-today':
      return 'Tính khi các mũi hôm nay được tiêm đủ.'
    case 'no-product':
      return 'Chưa có vắc xin phù hợp với tuổi này trong danh mục.'
    case 'complete':
      return 'Đã đủ mũi.'
    case 'aged-out':
      return reason.since === null ? 'Đã quá tuổi tiêm.' : `Đã quá tuổi tiêm từ ${day(reason.since)}.`
    case 'contraindicated':
      return reason.because ? `Chống chỉ định: ${reason.because.vi}.` : 'Có chống chỉ định.'
    case 'immune':
      return reason.because ? `Đã có miễn dịch: ${reason.because.vi}.` : 'Đã có miễn dịch.'
    case 'not-recommended':
      return 'Lịch không khuyến cáo.'
  }
}

/** A dose that waits for an interval: how many days there are, how many it takes, from which dose. */
function waitInterval(reason: Extract<ForecastReason, { readonly code: 'wait-interval' }>): string {
  const { days, requiredDays, doseNumber, isMinimum } = reason
  const from = doseNumber === null ? `ngày ${day(reason.fromOn)}` : `mũi ${doseNumber}`
  if (!isMinimum)
    return `Khuyến cáo cách ${from} đủ ${requiredDays} ngày, mới ${days} ngày: từ ${day(reason.on)}.`
  return days === 0
    ? `Cần ${requiredDays} ngày sau ${from}. Sớm nhất ${day(reason.on)}.`
    : `Chưa đủ khoảng cách: mới ${days}/${requiredDays} ngày từ ${from}. Sớm nhất ${day(reason.on)}.`
}

/** What to think about before passing a warning. */
function warning(it: DoseWarning, vaccineName: NameOf, antigenName: NameOf): string {
  switch (it.code) {
    case 'dose.not-valid':
      return `${names(it.antigens, antigenName)}: ${it.reasons.map(reason => evaluation(reason, vaccineName)).join(' ')}`
    case 'dose.not-needed':
      return `${names(it.antigens, antigenName)}: đã đủ, mũi này là thêm.`
    case 'dose.not-due':
      return `${names(it.antigens, antigenName)}: chưa đến ngày khuyến cáo ${day(it.recommendedOn)}.`
    case 'dose.contraindicated':
      return `${names(it.antigens, antigenName)}: có chống chỉ định.`
    case 'dose.not-in-schedule':
      return 'Lịch này không có quy tắc cho vắc xin này. Theo hướng dẫn của nhà sản xuất.'
    case 'dose.conflicts-with-later':
      return 'Ghi mũi này thì mũi tiêm sau đó không còn hợp lệ. Kiểm tra lại ngày trên sổ.'
    case 'dose.other-volume':
      return doseVolume.warning(it, vaccineName)
  }
}

function names(codes: readonly string[], nameOf: NameOf): string {
  return codes.map(code => nameOf(code)).join(', ')
}

const evaluationStatus: { readonly [Status in GivenCell['status']]: string } = {
  valid: 'hợp lệ',
  'not-valid': 'không tính',
  extraneous: 'mũi thêm',
  substandard: 'không bảo đảm, tiêm lại',
  'not-evaluated': 'chưa có quy tắc',
}

const forecastStatus: { readonly [Status in ForecastStatus]: string } = {
  due: 'hôm nay',
  overdue: 'trễ',
  later: 'sắp tới',
  complete: 'đủ mũi',
  'aged-out': 'quá tuổi',
  contraindicated: 'chống chỉ định',
  immune: 'đã miễn dịch',
  'not-recommended': 'không khuyến cáo',
}

/** Sentences for what the schedule says of doses given and doses to come. */
export const forecastReasons = {
  age,
  evaluation,
  evaluationShort,
  evaluationStatus,
  forecast,
  forecastStatus,
  warning,
  /** Beside the schedule's name. */
  unconfirmed: 'lịch chưa được bác sĩ xác nhận',
  unconfirmedRow: 'Dòng lịch này chưa được bác sĩ xác nhận.',
  unconfirmedMark: '° dòng lịch chưa được bác sĩ xác nhận',
  outOfForce: 'lịch đã hết hiệu lực, chưa thấy bản thay thế',
}
