import type { ScreeningPreparation } from '../../../src/contract/screening-calls'
import type { VaccineHold, VaccineScope } from '../../../src/domain/screening/hold'
import type { MeasurementDoubt } from '../../../src/domain/screening/plausible'
import { formatDay } from '../../components/format'
import { locale, text } from '../../text'
import { formatDecimal } from './checklist'

/** Which vaccines a conclusion is about, in words. */
export function scopeWords(scope: VaccineScope, antigens: ScreeningPreparation['antigens']): string {
  const { scopes } = text.screening
  switch (scope.kind) {
    case 'all':
      return scopes.all
    case 'live':
      return scope.route === 'any' ? scopes.live : scopes[scope.route]
    case 'antigens': {
      const names = scope.antigens.map(code => antigens.find(it => it.code === code)?.name[locale] ?? code)
      return scope.live ? scopes.liveOf(names.join(', ')) : names.join(', ')
    }
    case 'products':
      return scope.vaccineCodes.join(', ')
  }
}

/** What a conclusion is and how long it holds, in words. */
export function holdWords({ conclusion, until }: Pick<VaccineHold, 'conclusion' | 'until'>): string {
  const { holdKinds } = text.screening
  if (conclusion === 'contraindicated') {
    return until === null ? holdKinds.contraindicated : holdKinds.notUntil(formatDay(until))
  }
  return until === null ? holdKinds.deferred : holdKinds.until(formatDay(until))
}

/** What to measure again, in words. */
export function doubtWords(doubt: MeasurementDoubt): string {
  const { doubts } = text.screening
  switch (doubt.code) {
    case 'temperature-odd':
      return doubts['temperature-odd']
    case 'weight-low':
    case 'weight-high':
      return doubts[doubt.code](formatDecimal(doubt.usualFromKg), formatDecimal(doubt.usualToKg))
    case 'weight-lost':
    case 'weight-gained':
      return doubts[doubt.code](formatDecimal(doubt.lastKg), formatDay(doubt.on), formatDecimal(doubt.byKg))
  }
}
