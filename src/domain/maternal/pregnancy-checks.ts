import { ageOf } from '../calendar/age'
import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { Person } from '../person/person'
import { type Dating, datingOf, gestationOn, isAskedAbout } from './dating'
import type { Pregnancy } from './pregnancy'
import type { PregnancyLimits, PregnancyRules, Range } from './pregnancy-rules'

/** What may not be written, or is asked about before it is. `field` is the path in the form. */
export type PregnancyDoubt = {
  readonly code:
    | 'pregnancy.not-a-woman'
    | 'pregnancy.mother-age'
    | 'pregnancy.day-in-future'
    | 'pregnancy.day-after-enrolment'
    | 'pregnancy.bad-value'
    | 'pregnancy.unknown-code'
    | 'pregnancy.gravida-odd'
    | 'pregnancy.over-44-weeks'
    | 'pregnancy.end-before-start'
    | 'pregnancy.end-before-visit'
    | 'antenatal.before-enrolment'
    | 'antenatal.before-pregnancy'
    | 'antenatal.after-end'
    | 'antenatal.same-day'
    | 'antenatal.next-not-after'
    | 'antenatal.nothing-written'
    | 'antenatal.pressure-half'
    | 'antenatal.pressure-swapped'
    | 'antenatal.haemoglobin-unit'
    | 'antenatal.weight-jump'
    | 'antenatal.fundal-differs'
  readonly field: string | null
  readonly params: Readonly<Record<string, string | number | null>>
  /** True: it may be written once somebody has said that it is so. */
  readonly isAsked: boolean
}

/** A doubt that stops; with `asked` one that may be answered. */
export function doubt(
  code: PregnancyDoubt['code'],
  field: string | null,
  params: PregnancyDoubt['params'] = {},
): PregnancyDoubt {
  return { code, field, params, isAsked: false }
}

export function asked(
  code: PregnancyDoubt['code'],
  field: string | null,
  params: PregnancyDoubt['params'] = {},
): PregnancyDoubt {
  return { code, field, params, isAsked: true }
}

/** A measured value outside what is possible. */
export function outside(field: string, value: number | null, { from, to }: Range): readonly PregnancyDoubt[] {
  if (value === null || (value >= from && value <= to)) return []
  return [doubt('pregnancy.bad-value', field, { what: field, value, from, to })]
}

/** Fields somebody fills in of a pregnancy. */
export type PregnancyFields = Omit<Pregnancy, 'personId' | 'outcome' | 'endedOn' | 'byUserId' | 'byName'>

/** Everything that is wrong with what was filled in, all together. `today` is the day of the point. */
export function pregnancyDoubts(
  rules: PregnancyRules,
  fields: PregnancyFields,
  mother: Pick<Person, 'sex' | 'birthDate'>,
  today: CalendarDay,
): readonly PregnancyDoubt[] {
  return [
    ...motherDoubts(rules.limits, mother, fields.enrolledOn),
    ...dayDoubts(fields, today),
    ...valueDoubts(rules.limits, fields),
    ...fields.riskCodes
      .filter(code => !rules.risks.some(risk => risk.code === code))
      .map(code => doubt('pregnancy.unknown-code', 'riskCodes', { value: code })),
    ...ageDoubts(rules, fields),
  ]
}

function motherDoubts(
  { motherYears }: PregnancyLimits,
  { sex, birthDate }: Pick<Person, 'sex' | 'birthDate'>,
  enrolledOn: CalendarDay,
): readonly PregnancyDoubt[] {
  if (sex === 'male') return [doubt('pregnancy.not-a-woman', null)]
  const years = enrolledOn < birthDate ? 0 : ageOf(birthDate, enrolledOn).years
  return years >= motherYears.from && years <= motherYears.to
    ? []
    : [doubt('pregnancy.mother-age', null, { years, from: motherYears.from, to: motherYears.to })]
}

function dayDoubts(fields: PregnancyFields, today: CalendarDay): readonly PregnancyDoubt[] {
  const { enrolledOn, lastPeriodOn, scan } = fields
  const inFuture = enrolledOn > today ? [doubt('pregnancy.day-in-future', 'enrolledOn', { today })] : []
  // A scan may come after enrolment, a period cannot.
  const scanLate = scan && scan.on > today ? [doubt('pregnancy.day-in-future', 'scan.on', { today })] : []
  const periodLate =
    lastPeriodOn && lastPeriodOn > enrolledOn
      ? [doubt('pregnancy.day-after-enrolment', 'lastPeriodOn', { on: enrolledOn })]
      : []
  return [...inFuture, ...periodLate, ...scanLate]
}

function valueDoubts(limits: PregnancyLimits, fields: PregnancyFields): readonly PregnancyDoubt[] {
  const { gravida, para, scan } = fields
  const before = para ? para.term + para.preterm + para.lost : 0
  return [
    ...outside('heightCm', fields.heightCm, limits.heightCm),
    ...outside('weightBeforeKg', fields.weightBeforeKg, limits.weightKg),
    ...outside('gravida', gravida, limits.gravida),
    ...outside('fetuses', fields.fetuses, limits.fetuses),
    ...outside('scan.weeks', scan?.weeks ?? null, limits.scanWeeks),
    ...(gravida !== null && before >= gravida
      ? [doubt('pregnancy.gravida-odd', 'gravida', { gravida, before })]
      : []),
  ]
}

/** Older than a pregnancy lasts on the day of enrolment: believed only when somebody says so. */
function ageDoubts({ dating: rules }: PregnancyRules, fields: PregnancyFields): readonly PregnancyDoubt[] {
  const dating = datingOf(rules, fields)
  const gestation = dating && gestationOn(dating, fields.enrolledOn)
  if (dating && !gestation)
    return [doubt('pregnancy.day-after-enrolment', fieldOf(dating), { on: fields.enrolledOn })]
  if (!dating || !gestation || !isAskedAbout(rules, gestation)) return []
  return [asked('pregnancy.over-44-weeks', fieldOf(dating), { weeks: gestation.weeks })]
}

function fieldOf({ by }: Dating): string {
  return by === 'period' ? 'lastPeriodOn' : by === 'scan' ? 'scan.weeks' : 'statedDueOn'
}

/** What is wrong with the end of a pregnancy. `lastVisitOn`: the newest visit that holds. */
export function endDoubts(
  pregnancy: Pick<Pregnancy, 'enrolledOn'>,
  dating: Dating | null,
  endedOn: CalendarDay,
  lastVisitOn: CalendarDay | null,
  today: CalendarDay,
): readonly PregnancyDoubt[] {
  if (endedOn > today) return [doubt('pregnancy.day-in-future', 'endedOn', { today })]
  const startOn = dating?.startOn ?? addDays(pregnancy.enrolledOn, -300)
  if (daysBetween(startOn, endedOn) < 0)
    return [doubt('pregnancy.end-before-start', 'endedOn', { on: startOn })]
  return lastVisitOn && endedOn < lastVisitOn
    ? [doubt('pregnancy.end-before-visit', 'endedOn', { on: lastVisitOn })]
    : []
}
