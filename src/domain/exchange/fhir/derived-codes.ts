import type { ForecastStatus } from '../../schedule/chart-types'
import type { EvaluationReason, EvaluationStatus } from '../../schedule/result-types'
import { diseaseOf } from './immunization'
import { coding, concept } from './make'
import type { Json, WireContext } from './wire'

const forecastCodes = 'http://terminology.hl7.org/CodeSystem/immunization-recommendation-status'
const doseCodes = 'http://terminology.hl7.org/CodeSystem/immunization-evaluation-dose-status'
const reasonCodes = 'http://terminology.hl7.org/CodeSystem/immunization-evaluation-dose-status-reason'

/** LOINC codes of the days in a forecast, and what R4 calls them. */
export const dayCodes = {
  earliestOn: ['30981-5', 'Earliest date to give'],
  recommendedOn: ['30980-7', 'Date vaccine due'],
  pastDueOn: ['59778-1', 'Date when overdue for immunization'],
  latestOn: ['59777-3', 'Latest date to give immunization'],
} as const

const forecasts: Readonly<Record<ForecastStatus, readonly [string | null, string]>> = {
  due: ['due', 'Đến hạn tiêm'],
  overdue: ['overdue', 'Quá hạn tiêm'],
  later: [null, 'Chưa đến hạn'],
  complete: ['complete', 'Đã đủ mũi'],
  immune: ['immune', 'Đã có miễn dịch'],
  contraindicated: ['contraindicated', 'Chống chỉ định'],
  'aged-out': [null, 'Đã quá tuổi tiêm'],
  'not-recommended': [null, 'Không chỉ định'],
}

const judgements: Readonly<Record<EvaluationStatus, readonly [string | null, string]>> = {
  valid: ['valid', 'Tính là hợp lệ'],
  'not-valid': ['notvalid', 'Không tính'],
  substandard: ['notvalid', 'Không tính: vắc xin hoặc liều không đạt'],
  extraneous: [null, 'Ngoài số mũi cần'],
}

/** Why a dose was judged so: the code that HL7 has for it, where it has one, and words. */
const reasons: Readonly<Record<EvaluationReason['code'], readonly [string | null, string]>> = {
  'too-young': ['outsidesched', 'Tiêm sớm hơn tuổi tối thiểu'],
  'zero-dose': [null, 'Mũi sớm ngoài lịch chính (mũi 0)'],
  'too-old': ['outsidesched', 'Tiêm muộn hơn tuổi tối đa'],
  'interval-too-short': ['outsidesched', 'Khoảng cách với mũi trước quá ngắn'],
  'vaccine-conflict': ['outsidesched', 'Quá gần một vắc xin khác cần giãn cách'],
  'inadvertent-vaccine': [null, 'Vắc xin không dành cho đối tượng này'],
  'vaccine-not-accepted': [null, 'Vắc xin không thuộc phác đồ'],
  'vaccine-too-young': ['outsidesched', 'Tiêm sớm hơn tuổi được dùng vắc xin này'],
  'vaccine-too-old': ['outsidesched', 'Tiêm muộn hơn tuổi được dùng vắc xin này'],
  'series-complete': [null, 'Đã đủ mũi trước đó'],
  'campaign-dose': [null, 'Mũi chiến dịch'],
  'lot-expired': ['explot', 'Lô đã hết hạn vào ngày tiêm'],
  'dose-flagged': [null, 'Liều bị đánh dấu là hỏng'],
  'grace-age': [null, 'Sớm so với tuổi tối thiểu, trong số ngày cho phép'],
  'grace-interval': [null, 'Sớm so với khoảng cách tối thiểu, trong số ngày cho phép'],
  'date-imprecise': [null, 'Chỉ biết tháng hoặc năm tiêm'],
  'low-volume': [null, 'Thể tích thấp hơn quy định'],
}

/** A status of a forecast by HL7's code where it has one, and always by ours. */
export function forecastConcept(status: ForecastStatus, { codes }: Pick<WireContext, 'codes'>): Json {
  const [theirs, words] = forecasts[status]
  return both([forecastCodes, theirs], [`${codes.systems.record}:forecast`, status], words)
}

/** A judgement of a dose, likewise. */
export function judgementConcept(status: EvaluationStatus, { codes }: Pick<WireContext, 'codes'>): Json {
  const [theirs, words] = judgements[status]
  return both([doseCodes, theirs], [`${codes.systems.record}:judgement`, status], words)
}

/** A reason of a judgement, likewise. */
export function reasonConcept(code: EvaluationReason['code'], { codes }: Pick<WireContext, 'codes'>): Json {
  const [theirs, words] = reasons[code]
  return both([reasonCodes, theirs], [`${codes.systems.record}:judgement-reason`, code], words)
}

function both(
  [system, code]: readonly [string, string | null],
  [ownSystem, ownCode]: readonly [string, string],
  words: string,
): Json {
  return concept([...(code === null ? [] : [coding(system, code)]), coding(ownSystem, ownCode)], words)
}

/**
 * What a dose or forecast is against. R4 has room for one disease; a combined dose names them together, in one code of
 * ours, and each by itself beside it.
 */
export function targetsOf(
  antigens: readonly string[],
  knows: Pick<WireContext, 'codes'>,
): { readonly targetDisease: Json; readonly extension: readonly Json[] } {
  const [only] = antigens
  if (only !== undefined && antigens.length === 1)
    return { targetDisease: diseaseOf(only, knows), extension: [] }
  const { antigen: system, record } = knows.codes.systems
  return {
    targetDisease: concept([coding(system, antigens.join('+'))], antigens.join(', ')),
    extension: antigens.map(antigen => ({
      url: `${record}:target-disease`,
      valueCodeableConcept: diseaseOf(antigen, knows),
    })),
  }
}
