import type { AlertCode } from '../person/person'
import type { AntenatalVisit } from './antenatal-visit'
import type { NewbornStep, PregnancyRules } from './pregnancy-rules'

/** What a mother's HBsAg is known to be. */
export type MotherHbsag = 'positive' | 'negative' | 'unknown'

/** What a newborn gets, because of what is known of its mother. */
export type NewbornPlan = {
  readonly hbsag: MotherHbsag
  /** In the order in which they are due. */
  readonly steps: readonly NewbornStep[]
  /** Alerts with which the child's record begins; the schedule knows them. */
  readonly childAlerts: readonly AlertCode[]
}

type Tested = Pick<AntenatalVisit, 'visitedOn' | 'tests'>

/** The newest answer of a test over all visits that hold; a positive answer outlives a later negative one for HBsAg and HIV. */
function isEverPositive(visits: readonly Tested[], code: string): boolean {
  return visits.some(({ tests }) => tests.some(test => test.code === code && test.result === 'positive'))
}

/** HBsAg of the mother by her visits: once positive stays positive (a carrier is treated as one). */
export function hbsagOf(visits: readonly Tested[]): MotherHbsag {
  if (isEverPositive(visits, 'hbsag')) return 'positive'
  const isNegative = visits.some(({ tests }) =>
    tests.some(({ code, result }) => code === 'hbsag' && result === 'negative'),
  )
  return isNegative ? 'negative' : 'unknown'
}

/**
 * What the newborn of these visits' mother needs (QĐ 2834/QĐ-BYT 2019): the vaccine within 24 hours for every child; of a
 * carrier also HBIG at the same time at another site, and tests from 12 months. Unknown HBsAg: the mother is tested.
 */
export function newbornPlanOf(
  rules: Pick<PregnancyRules, 'newbornSteps'>,
  visits: readonly Tested[],
): NewbornPlan {
  const hbsag = hbsagOf(visits)
  const steps = rules.newbornSteps.filter(({ forMother }) => forMother.includes(hbsag)).toSorted(byTime)
  const childAlerts: readonly AlertCode[] = [
    ...(hbsag === 'positive' ? (['mother-hbsag-positive'] as const) : []),
    ...(isEverPositive(visits, 'hiv') ? (['mother-hiv'] as const) : []),
  ]
  return { hbsag, steps, childAlerts }
}

const hoursPerMonth = 730

function byTime(a: NewbornStep, b: NewbornStep): number {
  const hours = (step: NewbornStep) => step.withinHours ?? (step.atMonths ?? 0) * hoursPerMonth
  return hours(a) - hours(b)
}
