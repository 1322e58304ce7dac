import { monthsBetween } from '../calendar/age'
import type { CalendarDay, Instant } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'
import type { NotGivenState } from '../immunization/not-given'
import type { Sex } from '../person/person'
import { highFeverC } from '../session/reaction-sign'
import type { ReactionKind } from '../session/visit'
import type { Month } from './count-programme'
import type { FactDims, FactKind, ReportFact } from './report-fact'

/*
 * Facts beside doses: few, worked out when a report asks for them.
 */

/** Who somebody is now, after merges, and whether the point followed them on the day. */
export type FactPerson = {
  readonly personId: string
  readonly birthDate: CalendarDay
  readonly sex: Sex
  readonly communeCode: string
  readonly isResident: boolean
}

/** The day of a fact, the record behind it, and when it was written down. */
export type FactEvent = { readonly recordId: string; readonly on: CalendarDay; readonly enteredAt: Instant }

function factOf(
  fact: FactKind,
  person: FactPerson,
  { recordId, on, enteredAt }: FactEvent,
  said: Partial<FactDims>,
): ReportFact {
  const { personId, birthDate, sex, communeCode, isResident } = person
  return {
    ...{ fact, recordId, personId, on, enteredAt, communeCode, isResident, sex },
    month: on.slice(0, 7) as Month,
    place: 'here',
    ageMonths: on < birthDate ? -1 : monthsBetween(birthDate, on),
    ...{ programme: null, vaccineCode: '', rowCode: '', antigen: '', isLead: true },
    ...{ number: null, status: null, detail: '' },
    ...said,
  }
}

/** A due dose that was not given here: its row and number stand in the name it was due under (`DTP:Diphtheria:3`). */
export function notGivenFacts(
  person: FactPerson,
  event: FactEvent,
  due: { readonly dueId: string; readonly antigens: readonly string[]; readonly state: NotGivenState },
): readonly ReportFact[] {
  const parts = due.dueId.split(':')
  const [rowCode = ''] = parts
  const number = parts.length > 1 ? (parts.at(-1) ?? '') : ''
  const antigens = due.antigens.length > 0 ? due.antigens : ['']
  return antigens.map((antigen, index) =>
    factOf('not-given', person, event, {
      ...{ rowCode, antigen, isLead: index === 0, detail: due.state },
      number: /^\d+$/u.test(number) ? Number(number) : null,
    }),
  )
}

type ReactionFound = {
  readonly kind: ReactionKind
  readonly signs: readonly string[]
  readonly temperatureC: number | null
  /** Each dose as it is tallied, a fact for each antigen. */
  readonly doses: readonly (readonly Omit<FactDims, 'month'>[])[]
}

/** A reaction, for each dose behind it; one of which no dose is known is told once, of nothing. */
export function reactionFacts(
  person: FactPerson,
  event: FactEvent,
  { doses, ...reaction }: ReactionFound,
): readonly ReportFact[] {
  const details = reactionDetails(reaction)
  const of: readonly Partial<FactDims>[] = doses.length > 0 ? doses.flat() : [{}]
  return of.flatMap(dose =>
    details.map(detail => factOf('reaction', person, event, { ...dose, fact: 'reaction', detail })),
  )
}

/**
 * What a form may ask of a reaction: `any`; each sign; `fever-below-39` or `fever-from-39`, `local`, and `other` for whatever
 * else was seen. Fever without a temperature is below 39. The signs of a severe event stand in its own case, not among those of
 * common reactions.
 */
export function reactionDetails({
  kind,
  signs,
  temperatureC,
}: Pick<ReactionFound, 'kind' | 'signs' | 'temperatureC'>): readonly string[] {
  if (kind === 'severe') return ['any']
  const isFever = signs.includes('fever') || (temperatureC ?? 0) >= feverC
  const fever = (temperatureC ?? 0) >= highFeverC ? 'fever-from-39' : 'fever-below-39'
  const local = signs.includes('local-swelling')
  const others = signs.filter(sign => sign !== 'fever' && sign !== 'local-swelling')
  const hasOther = others.length > 0 || (!isFever && !local)
  return [
    ...new Set([
      'any',
      ...signs,
      ...(isFever ? [fever] : []),
      ...(local ? ['local'] : []),
      ...(hasOther ? ['other'] : []),
    ]),
  ]
}

/** From here on a measured temperature is fever (axillary, as common in Viet Nam). */
const feverC = 37.5

/** A severe case: once, with what its first dose is. */
export function severeFact(
  person: FactPerson,
  event: FactEvent,
  dose: Omit<FactDims, 'month'> | null,
): ReportFact {
  return factOf('severe', person, event, { ...dose, fact: 'severe', isLead: true, detail: '' })
}

/** What is known of the mother's protection when a child was born. */
export type BirthProtection = 'protected' | 'not-protected' | 'unknown'

/** A child of the register was born; to a report by place whoever is followed here belongs here. */
export function birthFact(person: FactPerson, enteredAt: Instant, detail: BirthProtection): ReportFact {
  const event = { recordId: person.personId, on: person.birthDate, enteredAt }
  return factOf('birth', person, event, { place: placeOf(person), detail })
}

/** Somebody came to an age. */
export function cameOfAgeFact(person: FactPerson, enteredAt: Instant, months: number): ReportFact {
  const on = addOffset(person.birthDate, { years: 0, months, days: 0 })
  return factOf(
    'came-of-age',
    person,
    { recordId: person.personId, on, enteredAt },
    {
      place: placeOf(person),
      ageMonths: months,
    },
  )
}

const placeOf = ({ isResident }: FactPerson) => (isResident ? 'here' : 'elsewhere')
