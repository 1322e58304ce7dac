import type { BirthDoseAnswer, LeftOut } from '../../../src/domain/report/indicators/indicator-child'
import { doseRule, type IndicatorRules } from '../../../src/domain/report/indicators/indicator-rules'
import type { ChildNote, Measure } from '../../../src/domain/report/indicators/measure'

/*
 * How sheets and papers say what the screen says: Vietnamese only, as every list that leaves the program.
 */

const answers: Readonly<Record<BirthDoseAnswer, string>> = {
  'in-time': 'trong 24 giờ',
  late: 'sau 24 giờ',
  unknown: 'không rõ giờ',
  none: 'chưa tiêm',
}

const left: Readonly<Record<LeftOut, string>> = {
  'moved-out': 'chuyển đi',
  temporary: 'hết tạm trú',
  lost: 'mất liên lạc',
  died: 'tử vong',
  stopped: 'ngừng theo dõi',
}

/** What a measure is called. */
export function labelOf(rules: IndicatorRules, measure: Measure): string {
  switch (measure.kind) {
    case 'dose':
      return doseRule(rules, measure.doseId).label.vi
    case 'by-age':
      return `${doseRule(rules, measure.doseId).label.vi}, đến ${measure.ageDays} ngày tuổi`
    case 'fully-immunised':
      return 'Tiêm chủng đầy đủ trước 1 tuổi'
    case 'drop-out':
      return `Bỏ mũi ${rules.dropOuts.find(({ id }) => id === measure.dropOutId)?.label.vi ?? measure.dropOutId}`
    case 'zero-dose':
      return 'Chưa tiêm mũi nào (không có DPT 1)'
    case 'birth-dose':
      return `Viêm gan B sơ sinh: ${answers[measure.answer]}`
    case 'left-out':
      return 'Không theo dõi'
  }
}

/** Percent it is to reach, or not to pass; null: nothing is asked of it. */
export function aimOf(rules: IndicatorRules, measure: Measure): number | null {
  if (measure.kind === 'dose') return doseRule(rules, measure.doseId).targetPercent
  if (measure.kind === 'fully-immunised') return rules.fullyImmunised.targetPercent
  if (measure.kind === 'birth-dose' && measure.answer === 'in-time') return rules.birthDose.targetPercent
  if (measure.kind !== 'drop-out') return null
  return rules.dropOuts.find(({ id }) => id === measure.dropOutId)?.limitPercent ?? null
}

/** Why somebody is left out. */
export const leftWord = (why: LeftOut): string => left[why]

/** What is to be known of a name. */
export function noteText(note: ChildNote | null, antigenName: (code: string) => string): string | null {
  switch (note?.code) {
    case 'given':
    case 'too-late':
      return note.on === null ? 'chưa tiêm' : `tiêm ${written(note.on)}`
    case 'not-valid':
      return `mũi ${written(note.on)} không hợp lệ`
    case 'not-given':
      return 'chưa tiêm'
    case 'missing-doses':
      return `thiếu ${note.antigens.map(antigenName).join(', ')}`
    case 'birth-dose':
      return answers[note.answer]
    case 'left-out':
      return left[note.why]
    default:
      return null
  }
}

const written = (on: string) => on.split('-').toReversed().join('/')
