import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { AntenatalVisit } from './antenatal-visit'
import { type Dating, gestationOn } from './dating'
import type { Pregnancy } from './pregnancy'
import { asked, doubt, outside, type PregnancyDoubt } from './pregnancy-checks'
import type { PregnancyLimits, PregnancyRules } from './pregnancy-rules'

/** Fields somebody fills in of a visit. */
export type VisitFields = Omit<AntenatalVisit, 'personId' | 'pregnancyId' | 'byUserId' | 'byName'>

/** What a visit is held against. `others`: the other visits of the pregnancy that hold. */
export type VisitAround = {
  readonly pregnancy: Pick<Pregnancy, 'enrolledOn' | 'endedOn' | 'fetuses'>
  readonly dating: Dating | null
  readonly others: readonly Pick<AntenatalVisit, 'visitedOn' | 'placeName' | 'weightKg'>[]
  readonly today: CalendarDay
}

/** Everything that is wrong with a visit, all together; what is only unlikely is asked about. */
export function visitDoubts(
  rules: PregnancyRules,
  fields: VisitFields,
  around: VisitAround,
): readonly PregnancyDoubt[] {
  return [
    ...dayDoubts(fields, around),
    ...rangeDoubts(rules.limits, fields),
    ...pressureDoubts(fields),
    ...codeDoubts(rules, fields),
    ...(isEmpty(fields) ? [doubt('antenatal.nothing-written', null)] : []),
    ...weightDoubts(rules.limits, fields, around.others),
    ...fundalDoubts(rules.limits, fields, around),
  ]
}

function dayDoubts(
  { visitedOn, placeName, nextVisitOn }: VisitFields,
  { pregnancy, dating, others, today }: VisitAround,
): readonly PregnancyDoubt[] {
  const isTwice = others.some(other => other.visitedOn === visitedOn && other.placeName === placeName)
  const isBefore = visitedOn < pregnancy.enrolledOn
  const found: readonly (PregnancyDoubt | false)[] = [
    visitedOn > today && doubt('pregnancy.day-in-future', 'visitedOn', { today }),
    // What another place wrote into the paper book may be copied; here nobody followed her yet.
    isBefore &&
      placeName === null &&
      doubt('antenatal.before-enrolment', 'visitedOn', { on: pregnancy.enrolledOn }),
    dating !== null &&
      visitedOn < dating.startOn &&
      doubt('antenatal.before-pregnancy', 'visitedOn', { on: dating.startOn }),
    pregnancy.endedOn !== null &&
      visitedOn > pregnancy.endedOn &&
      doubt('antenatal.after-end', 'visitedOn', { on: pregnancy.endedOn }),
    isTwice && doubt('antenatal.same-day', 'visitedOn', { on: visitedOn }),
    nextVisitOn !== null &&
      nextVisitOn <= visitedOn &&
      doubt('antenatal.next-not-after', 'nextVisitOn', { on: visitedOn }),
  ]
  return found.filter(each => each !== false)
}

function rangeDoubts(limits: PregnancyLimits, fields: VisitFields): readonly PregnancyDoubt[] {
  const { haemoglobin, scan } = fields
  // 11.2 instead of 112: the laboratory writes g/dL.
  const isPerDecilitre = haemoglobin !== null && haemoglobin >= 3 && haemoglobin < 25
  return [
    ...outside('weightKg', fields.weightKg, limits.weightKg),
    ...outside('systolic', fields.systolic, limits.systolic),
    ...outside('diastolic', fields.diastolic, limits.diastolic),
    ...outside('fundalHeightCm', fields.fundalHeightCm, limits.fundalHeightCm),
    ...outside('abdominalGirthCm', fields.abdominalGirthCm, limits.abdominalGirthCm),
    ...fields.fetalHeartRates.flatMap(rate => outside('fetalHeartRates', rate, limits.fetalHeartRate)),
    ...(isPerDecilitre
      ? [
          doubt('antenatal.haemoglobin-unit', 'haemoglobin', {
            value: haemoglobin,
            grams: Math.round(haemoglobin * 10),
          }),
        ]
      : outside('haemoglobin', haemoglobin, limits.haemoglobin)),
    ...outside('ironFolateTablets', fields.ironFolateTablets, limits.ironFolateTablets),
    ...outside('scan.weeks', scan?.weeks ?? null, limits.scanWeeks),
  ]
}

function pressureDoubts({ systolic, diastolic }: VisitFields): readonly PregnancyDoubt[] {
  if (systolic === null && diastolic === null) return []
  if (systolic === null || diastolic === null) return [doubt('antenatal.pressure-half', 'systolic')]
  return diastolic >= systolic
    ? [doubt('antenatal.pressure-swapped', 'systolic', { systolic, diastolic })]
    : []
}

function codeDoubts(rules: PregnancyRules, { dangerSigns, tests }: VisitFields): readonly PregnancyDoubt[] {
  const unknown = (field: string, codes: readonly string[], known: readonly { readonly code: string }[]) =>
    codes
      .filter(code => !known.some(each => each.code === code))
      .map(value => doubt('pregnancy.unknown-code', field, { value }))
  const testCodes = tests.map(({ code }) => code)
  return [
    ...unknown('dangerSigns', dangerSigns, rules.dangerSigns),
    ...unknown('tests', testCodes, rules.tests),
  ]
}

/** A visit of which nothing is known but its day is no visit. */
function isEmpty(fields: VisitFields): boolean {
  const { visitedOn: _on, placeName: _place, nextVisitOn: _next, ...said } = fields
  return Object.values(said).every(value => value === null || (Array.isArray(value) && value.length === 0))
}

function weightDoubts(
  limits: PregnancyLimits,
  { visitedOn, weightKg }: VisitFields,
  others: VisitAround['others'],
): readonly PregnancyDoubt[] {
  const before = others
    .filter(other => other.weightKg !== null && other.visitedOn < visitedOn)
    .toSorted((a, b) => (a.visitedOn < b.visitedOn ? 1 : -1))[0]
  if (!before || before.weightKg === null || weightKg === null) return []
  const change = Math.abs(weightKg - before.weightKg)
  const weeks = Math.max(1, daysBetween(before.visitedOn, visitedOn) / 7)
  const isMuch = change >= limits.weightChangeKg && change > weeks * limits.weightChangeKgPerWeek
  return isMuch
    ? [
        asked('antenatal.weight-jump', 'weightKg', {
          before: before.weightKg,
          on: before.visitedOn,
          value: weightKg,
        }),
      ]
    : []
}

function fundalDoubts(
  limits: PregnancyLimits,
  { visitedOn, fundalHeightCm }: VisitFields,
  { pregnancy, dating }: VisitAround,
): readonly PregnancyDoubt[] {
  const weeks = dating && gestationOn(dating, visitedOn)?.weeks
  if (fundalHeightCm === null || !weeks || (pregnancy.fetuses ?? 1) > 1) return []
  const isLooked = weeks >= limits.fundalWeeks.from && weeks <= limits.fundalWeeks.to
  return isLooked && Math.abs(fundalHeightCm - weeks) > limits.fundalDiffersCm
    ? [asked('antenatal.fundal-differs', 'fundalHeightCm', { value: fundalHeightCm, weeks })]
    : []
}
