import type { CalendarDay } from '../calendar/calendar-day'
import { identifierOf } from '../person/identifiers'
import type { Alert, AlertCode, Person, Relative } from '../person/person'
import type { AntenatalVisit } from './antenatal-visit'
import type { Birth, Newborn } from './birth'

/** What a mother may hand on to her child and a test of the pregnancy tells: the code of the test, the child's alert. */
export const handedOn = [
  { test: 'hbsag', alert: 'mother-hbsag-positive' },
  { test: 'hiv', alert: 'mother-hiv' },
] as const
export type HandedOnAlert = (typeof handedOn)[number]['alert']

/** What is known of one test: its newest result that says something, and its day. */
export type KnownTest = {
  readonly alert: HandedOnAlert
  readonly result: 'positive' | 'negative' | 'unknown'
  readonly on: CalendarDay | null
}

/**
 * What her tests say at a birth. Once positive is positive: neither hepatitis B nor HIV is gone at the next visit, so a
 * later negative result is a matter for the laboratory and the newborn is protected meanwhile.
 */
export function knownTests(
  visits: readonly Pick<AntenatalVisit, 'visitedOn' | 'tests'>[],
  alerts: readonly Alert[],
): readonly KnownTest[] {
  const newestFirst = visits.toSorted((a, b) => (a.visitedOn < b.visitedOn ? 1 : -1))
  return handedOn.map(({ test, alert }): KnownTest => {
    const noted = alerts.find(({ code }) => code === alert)
    const results = newestFirst.flatMap(({ visitedOn, tests }) =>
      tests.filter(({ code }) => code === test).map(({ result }) => ({ result, on: visitedOn })),
    )
    const positive = results.find(({ result }) => result === 'positive')
    if (positive) return { alert, result: 'positive', on: positive.on }
    if (noted) return { alert, result: 'positive', on: noted.notedOn }
    const negative = results.find(({ result }) => result === 'negative')
    return { alert, result: negative ? 'negative' : 'unknown', on: negative?.on ?? null }
  })
}

/** The mother as her child's record names her. */
export function asRelative(mother: Person): Relative {
  return {
    relation: 'mother',
    name: mother.name,
    nationalId: identifierOf(mother, 'national-id'),
    phone: mother.phone,
    birthYear: Number(mother.birthDate.slice(0, 4)),
  }
}

type Child = Pick<Newborn, 'bornOn' | 'bornAt' | 'sex' | 'weightG'> & { readonly name: string }

/** The alerts a child is born with. */
export function alertsAtBirth(
  positive: readonly HandedOnAlert[],
  gestationWeeks: number | null,
  pretermBelowWeeks: number,
  notedOn: CalendarDay,
): readonly Alert[] {
  const isPreterm = gestationWeeks !== null && gestationWeeks < pretermBelowWeeks
  const codes: readonly AlertCode[] = [...new Set(positive), ...(isPreterm ? (['preterm'] as const) : [])]
  return codes.map(code => ({ code, note: null, notedOn }))
}

/** The record of a living child: what the mother's record and the birth know, so that nothing is typed twice. */
export function childOf(
  mother: Person,
  birth: Pick<Birth, 'gestationWeeks'>,
  child: Child,
  alerts: readonly Alert[],
): Person {
  const { current } = mother.addresses
  return {
    kind: 'child',
    name: child.name,
    birthDate: child.bornOn,
    birthTime: child.bornAt,
    sex: child.sex,
    ethnicGroupCode: mother.ethnicGroupCode,
    nationalityCode: mother.nationalityCode,
    bloodGroup: null,
    phone: null,
    identifiers: [],
    addresses: current ? { current } : {},
    relatives: [asRelative(mother)],
    alerts,
    protectedAtBirth: null,
    gestationWeeks: birth.gestationWeeks,
    birthWeightG: child.weightG,
    note: null,
    ...(mother.managedBy ? { managedBy: mother.managedBy } : {}),
  }
}

/**
 * What a birth adds to somebody who was registered before it was recorded: birth data it knows better, alerts it brings;
 * a name, an address and relatives that stand are left as they are.
 */
export function withBirth(known: Person, made: Person): Partial<Person> {
  const codes = new Set(known.alerts.map(({ code }) => code))
  const alerts = [...known.alerts, ...made.alerts.filter(({ code }) => !codes.has(code))]
  const hasMother = known.relatives.some(({ relation }) => relation === 'mother')
  return {
    birthDate: made.birthDate,
    birthTime: made.birthTime ?? known.birthTime,
    sex: made.sex === 'unknown' ? known.sex : made.sex,
    gestationWeeks: made.gestationWeeks ?? known.gestationWeeks,
    birthWeightG: made.birthWeightG ?? known.birthWeightG,
    ...(known.name === '' && made.name !== '' ? { name: made.name } : {}),
    ...(alerts.length > known.alerts.length ? { alerts } : {}),
    ...(hasMother ? {} : { relatives: [...made.relatives, ...known.relatives] }),
    ...(known.addresses.current || !made.addresses.current
      ? {}
      : { addresses: { ...known.addresses, ...made.addresses } }),
  }
}

/** The alerts of a person without one of them. */
export function withoutAlert(alerts: readonly Alert[], code: AlertCode): readonly Alert[] {
  return alerts.filter(alert => alert.code !== code)
}

/** A child's alerts once the weeks at birth are known otherwise. */
export function withPreterm(
  alerts: readonly Alert[],
  gestationWeeks: number | null,
  pretermBelowWeeks: number,
  notedOn: CalendarDay,
): readonly Alert[] {
  const isPreterm = gestationWeeks !== null && gestationWeeks < pretermBelowWeeks
  const others = withoutAlert(alerts, 'preterm')
  if (!isPreterm) return others
  return alerts.length > others.length ? alerts : [...alerts, { code: 'preterm', note: null, notedOn }]
}

/** How a pregnancy ends with this birth: a stillbirth only where no child lived. */
export function outcomeOf(children: readonly Pick<Newborn, 'alive'>[]): 'birth' | 'stillbirth' {
  return children.some(({ alive }) => alive) ? 'birth' : 'stillbirth'
}
