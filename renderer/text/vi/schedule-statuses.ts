import type { ForecastStatus, GivenCell } from '../../../src/domain/schedule/chart-types'
import type {
  DateCandidate,
  HistoryProblem,
  SeriesStatus,
  TargetStatus,
} from '../../../src/domain/schedule/result-types'
import { age, day, interval } from './schedule-words'

/** What the judgement of one dose means, as one sentence. */
const evaluation: { readonly [Status in GivenCell['status']]: string } = {
  valid: 'Mũi này được tính.',
  'not-valid': 'Mũi này không được tính, cần tiêm lại.',
  extraneous: 'Mũi này là mũi thêm: không tính, không cần tiêm lại.',
  substandard: 'Mũi này không bảo đảm chất lượng: không tính, cần tiêm lại.',
  'not-evaluated': 'Lịch chưa có quy tắc cho vắc xin này nên mũi này không được đánh giá.',
}

/** Where a row stands, as one sentence. */
const forecast: { readonly [Status in ForecastStatus]: string } = {
  due: 'Đến hạn: tiêm được hôm nay.',
  overdue: 'Đã trễ: tiêm được hôm nay.',
  later: 'Chưa đến ngày.',
  complete: 'Đã đủ mũi.',
  'aged-out': 'Đã quá tuổi của lịch.',
  contraindicated: 'Có chống chỉ định: không tiêm.',
  immune: 'Đã có miễn dịch: không cần tiêm.',
  'not-recommended': 'Lịch không khuyến cáo.',
}

/** Where the doses against one disease stand, as one sentence. */
const series: { readonly [Status in SeriesStatus]: string } = {
  'not-complete': 'Chưa đủ mũi.',
  complete: 'Đã đủ mũi.',
  immune: 'Đã có miễn dịch: không cần tiêm.',
  contraindicated: 'Có chống chỉ định: không tiêm.',
  'aged-out': 'Đã quá tuổi của lịch.',
  'not-recommended': 'Lịch không khuyến cáo.',
}

/** What became of doses that the schedule asks for ("1, 2, 3"), as one sentence. */
const target: { readonly [Status in TargetStatus]: (doses: string) => string } = {
  satisfied: doses => `Mũi ${doses} của lịch: đã có mũi hợp lệ.`,
  'not-satisfied': doses => `Mũi ${doses} của lịch: chưa có mũi hợp lệ.`,
  skipped: doses => `Mũi ${doses} của lịch: không cần, lịch cho bỏ qua.`,
}

/** Why a dose could not be judged, as one sentence. */
function problem(code: HistoryProblem['code'], vaccine: string, givenOn: string): string {
  switch (code) {
    case 'unknown-vaccine':
      return `${vaccine} ngày ${givenOn}: danh mục không có vắc xin này nên không đánh giá được. Sửa lại vắc xin.`
    case 'not-in-schedule':
      return `${vaccine} ngày ${givenOn}: lịch chưa có quy tắc cho vắc xin này. Mũi vẫn được giữ trong hồ sơ.`
    case 'before-birth':
      return `${vaccine} ngày ${givenOn}: trước ngày sinh nên không đánh giá được. Sửa lại ngày.`
    case 'after-assessment':
      return `${vaccine} ngày ${givenOn}: sau ngày đang xem nên chưa được đánh giá.`
  }
}

/** One date that competed, and the rule it comes from, as one sentence. */
function candidate(it: DateCandidate, vaccineName: (code: string) => string): string {
  switch (it.rule) {
    case 'birth':
      return `Sinh ngày ${day(it.on)}.`
    case 'minimum-age':
      return `Tuổi tối thiểu ${age(it.age)}: từ ${day(it.on)}.`
    case 'recommended-age':
      return `Tuổi khuyến cáo ${age(it.age)}: từ ${day(it.on)}.`
    case 'latest-recommended-age':
      return `Khuyến cáo tiêm trước ${age(it.age)}: trễ từ ${day(it.on)}.`
    case 'maximum-age':
      return `Chỉ tiêm trước ${age(it.age)}: trước ngày ${day(it.on)}.`
    case 'minimum-interval':
      return `Cách ngày ${day(it.fromOn)} ít nhất ${interval(it.interval)}: từ ${day(it.on)}.`
    case 'recommended-interval':
      return `Khuyến cáo cách ngày ${day(it.fromOn)} ${interval(it.interval)}: từ ${day(it.on)}.`
    case 'latest-recommended-interval':
      return `Khuyến cáo không quá ${interval(it.interval)} từ ngày ${day(it.fromOn)}: trễ từ ${day(it.on)}.`
    case 'conflict':
      return `Phải cách ${vaccineName(it.vaccineCode)} ngày ${day(it.fromOn)}: từ ${day(it.on)}.`
    case 'season':
      return `Mùa tiêm bắt đầu ${day(it.on)}.`
    case 'held':
      return `Khám sàng lọc hoãn đến ${day(it.on)}: ${it.text.vi}.`
    case 'inadvertent-dose':
      return `Không sớm hơn mũi tiêm nhầm vắc xin ngày ${day(it.on)}.`
    case 'last-dose':
      return `Không sớm hơn mũi gần nhất ngày ${day(it.on)}.`
  }
}

/** Sentences for where doses, rows and series stand, and for the dates behind a forecast. */
export const scheduleStatuses = { evaluation, forecast, series, target, problem, candidate }
