import { ageOf } from '../calendar/age'
import type { CalendarDay } from '../calendar/calendar-day'
import { type AntenatalVisit, urineProteins } from './antenatal-visit'
import { type Dating, gestationOn } from './dating'
import type { Pregnancy } from './pregnancy'
import type { PregnancyRules, RiskFinder, RiskLevel, RiskRule } from './pregnancy-rules'

/** A risk, what it was found by, and when a visit found it. */
export type FoundRisk = {
  readonly code: string
  readonly level: RiskLevel
  readonly rule: RiskRule
  /** What was measured, as a number or a code: 152, "150/95", "2+"; null where somebody said so. */
  readonly value: string | number | null
  readonly on: CalendarDay | null
}

/** What risks are read from. `visits`: those that hold. */
export type RiskFacts = {
  readonly pregnancy: Pick<
    Pregnancy,
    'gravida' | 'para' | 'heightCm' | 'weightBeforeKg' | 'fetuses' | 'riskCodes'
  >
  readonly bornOn: CalendarDay
  readonly visits: readonly AntenatalVisit[]
  readonly dating: Dating | null
  readonly on: CalendarDay
}

type Evidence = Pick<FoundRisk, 'value' | 'on'>

const order: readonly RiskLevel[] = ['urgent', 'high', 'watch']

/**
 * Risks of a pregnancy on a day, the gravest first: found in what was measured, and those somebody said. A graver finding
 * of the same kind takes the place of the milder one. Limits: `resources/handbook/pregnancy.json`.
 */
export function risksOf(rules: Pick<PregnancyRules, 'risks'>, facts: RiskFacts): readonly FoundRisk[] {
  const found = rules.risks.flatMap((rule): readonly FoundRisk[] => {
    const isSaid = facts.pregnancy.riskCodes.includes(rule.code)
    const evidence = evidenceOf(rule.found, facts) ?? (isSaid ? { value: null, on: null } : null)
    return evidence ? [{ code: rule.code, level: rule.level, rule, ...evidence }] : []
  })
  return found
    .filter(each => !isOutdone(each, found))
    .toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
}

/** Anaemia beside severe anaemia says the same thing twice. */
function isOutdone(risk: FoundRisk, all: readonly FoundRisk[]): boolean {
  return all.some(
    other =>
      other.rule.found.by === risk.rule.found.by &&
      other.rule.found.by !== 'asked' &&
      other.rule.found.by !== 'test-positive' &&
      order.indexOf(other.level) < order.indexOf(risk.level) &&
      other.on === risk.on,
  )
}

/** Body-mass index of weight and height before the pregnancy, to one decimal; null when one is missing. */
export function bmiBefore({
  heightCm,
  weightBeforeKg,
}: Pick<Pregnancy, 'heightCm' | 'weightBeforeKg'>): number | null {
  if (heightCm === null || weightBeforeKg === null) return null
  return Math.round((weightBeforeKg / (heightCm / 100) ** 2) * 10) / 10
}

function evidenceOf(found: RiskFinder, facts: RiskFacts): Evidence | null {
  return evidenceOfWoman(found, facts) ?? evidenceOfVisits(found, facts)
}

const held = (value: number | null, isFound: (value: number) => boolean): Evidence | null =>
  value !== null && isFound(value) ? { value, on: null } : null

function evidenceOfWoman(found: RiskFinder, facts: RiskFacts): Evidence | null {
  const { pregnancy, bornOn, dating, on } = facts
  const years = on < bornOn ? null : ageOf(bornOn, on).years
  switch (found.by) {
    case 'age-below':
      return held(years, value => value < found.years)
    case 'age-from':
      return held(years, value => value >= found.years)
    case 'height-below':
      return held(pregnancy.heightCm, value => value < found.cm)
    case 'bmi-below':
      return held(bmiBefore(pregnancy), value => value < found.limit)
    case 'bmi-from':
      return held(bmiBefore(pregnancy), value => value >= found.limit)
    case 'gravida-from':
      return held(pregnancy.gravida, value => value >= found.count)
    case 'preterm-from':
      return held(pregnancy.para?.preterm ?? null, value => value >= found.count)
    case 'lost-from':
      return held(pregnancy.para?.lost ?? null, value => value >= found.count)
    case 'fetuses-from':
      return held(pregnancy.fetuses, value => value >= found.count)
    case 'weeks-from':
      return held((dating && gestationOn(dating, on)?.weeks) ?? null, value => value >= found.weeks)
    default:
      return null
  }
}

function evidenceOfVisits(found: RiskFinder, { visits, dating, on }: RiskFacts): Evidence | null {
  const newestFirst = visits
    .filter(({ visitedOn }) => visitedOn <= on)
    .toSorted((a, b) => (a.visitedOn < b.visitedOn ? 1 : -1))
  const measured = newestFirst.filter(visit => isMeasured(found, visit))
  const looked = found.by === 'pressure-from' && found.of === 'any' ? measured : measured.slice(0, 1)
  for (const visit of looked) {
    const value = valueIn(found, visit, dating)
    if (value !== null) return { value, on: visit.visitedOn }
  }
  return null
}

/** Whether the visit says anything of what the risk is found by. */
function isMeasured(found: RiskFinder, visit: AntenatalVisit): boolean {
  switch (found.by) {
    case 'pressure-from':
      return visit.systolic !== null || visit.diastolic !== null
    case 'haemoglobin-below':
      return visit.haemoglobin !== null
    case 'protein-from':
      return visit.urineProtein !== null
    case 'fetal-rate-outside':
      return visit.fetalHeartRates.length > 0
    case 'not-cephalic-from':
      return visit.presentation !== null
    case 'test-positive':
      return visit.tests.some(
        ({ code, result }) => code === found.test && (result === 'positive' || result === 'negative'),
      )
    default:
      return false
  }
}

/** The value with which a visit shows the risk; null when it does not. */
function valueIn(found: RiskFinder, visit: AntenatalVisit, dating: Dating | null): string | number | null {
  switch (found.by) {
    case 'pressure-from': {
      const isHigh = (visit.systolic ?? 0) >= found.systolic || (visit.diastolic ?? 0) >= found.diastolic
      return isHigh ? `${visit.systolic ?? '–'}/${visit.diastolic ?? '–'}` : null
    }
    case 'haemoglobin-below':
      return (visit.haemoglobin ?? Number.POSITIVE_INFINITY) < found.gramsPerLitre ? visit.haemoglobin : null
    case 'protein-from':
      return visit.urineProtein &&
        urineProteins.indexOf(visit.urineProtein) >= urineProteins.indexOf(found.level)
        ? visit.urineProtein
        : null
    case 'fetal-rate-outside':
      return visit.fetalHeartRates.find(rate => rate < found.from || rate > found.to) ?? null
    case 'not-cephalic-from': {
      const weeks = (dating && gestationOn(dating, visit.visitedOn)?.weeks) ?? 0
      const isTurned = visit.presentation === 'breech' || visit.presentation === 'transverse'
      return weeks >= found.weeks && isTurned ? visit.presentation : null
    }
    case 'test-positive':
      return visit.tests.some(({ code, result }) => code === found.test && result === 'positive')
        ? 'positive'
        : null
    default:
      return null
  }
}

/** True when somebody should see her now: a danger sign of the visit, or a finding that is urgent. */
export function needsReferral(
  visit: Pick<AntenatalVisit, 'dangerSigns' | 'visitedOn'>,
  risks: readonly FoundRisk[],
): boolean {
  return (
    visit.dangerSigns.length > 0 ||
    risks.some(({ level, on }) => level === 'urgent' && on === visit.visitedOn)
  )
}
