import type { Indicators } from '../../../src/contract/indicator-calls'
import type { Measure, Share } from '../../../src/domain/report/indicators/measure'
import { formatCount } from '../../components/format'
import { locale, text } from '../../text'

/** A share in percent with one decimal where it is small; null: nobody of whom it could be one. */
export function percentOf({ counted, of }: Share): number | null {
  return of === 0 ? null : (counted / of) * 100
}

/** `85 %`, `4,2 %`, or a dash. */
export function percentWords(share: Share): string {
  const percent = percentOf(share)
  if (percent === null) return '–'
  const digits = percent > 0 && percent < 10 && !Number.isInteger(percent) ? 1 : 0
  return text.indicators.percent(percent.toFixed(digits).replace('.', locale === 'vi' ? ',' : '.'))
}

/** `340/400`. */
export function partWords({ counted, of }: Share): string {
  return text.indicators.shareOf(formatCount(counted), formatCount(of))
}

/** A mark as it is read out. */
export function markWords(label: string, share: Share): string {
  const percent = percentOf(share) === null ? text.indicators.nobodyOld : percentWords(share)
  return text.indicators.mark(label, percent, partWords(share))
}

type Words = Pick<Indicators, 'rules' | 'doses'>

/** What a dose is called. */
export function doseLabel({ doses }: Pick<Words, 'doses'>, doseId: string): string {
  return doses.find(({ id }) => id === doseId)?.label[locale] ?? doseId
}

/** What an antigen is called. */
export function antigenLabel({ antigens }: Pick<Indicators, 'antigens'>, code: string): string {
  return antigens[code]?.[locale] ?? code
}

/** What a measure is called. */
export function measureLabel(words: Words, measure: Measure): string {
  switch (measure.kind) {
    case 'dose':
    case 'by-age':
      return doseLabel(words, measure.doseId)
    case 'fully-immunised':
      return text.indicators.fullyImmunised
    case 'drop-out':
      return (
        words.rules.dropOuts.find(({ id }) => id === measure.dropOutId)?.label[locale] ?? measure.dropOutId
      )
    case 'zero-dose':
      return text.indicators.zeroDose
    case 'birth-dose':
      return `${text.indicators.birthDose}: ${text.indicators.answers[measure.answer]}`
    case 'left-out':
      return text.indicators.leftOut('', '').trim()
  }
}

/** What a measure is to reach, or not to pass; null: nothing is asked of it. */
export function aimOf(
  words: Words,
  measure: Measure,
): { readonly percent: number; readonly isLimit: boolean } | null {
  const { rules, doses } = words
  if (measure.kind === 'dose') {
    const dose = doses.find(({ id }) => id === measure.doseId)
    return dose ? { percent: dose.targetPercent, isLimit: false } : null
  }
  if (measure.kind === 'fully-immunised')
    return { percent: rules.fullyImmunised.targetPercent, isLimit: false }
  if (measure.kind === 'birth-dose' && measure.answer === 'in-time')
    return { percent: rules.birthDose.targetPercent, isLimit: false }
  if (measure.kind === 'drop-out') {
    const rule = rules.dropOuts.find(({ id }) => id === measure.dropOutId)
    return rule ? { percent: rule.limitPercent, isLimit: true } : null
  }
  return null
}
