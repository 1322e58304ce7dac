import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { type BirthDoseClock, givenAfterBirth } from '../../../src/domain/immunization/birth-dose-hours'
import { lastPossibleDay } from '../../../src/domain/immunization/dose-date'
import type { DeliveryFact, NewbornFact, ProgrammeFacts } from '../../../src/domain/report/count-programme'
import { protectedAtBirth } from '../../../src/domain/schedule/protected-at-birth'
import type { ChildRow, DeliveryRow, GivenRow, NewbornRow } from '../../db/handbook-repository'
import { tetanusDosesOf } from '../family/links'
import type { JobContext } from '../jobs/job'
import { currentSchedule } from '../schedule/current-book'

type Steps = Pick<JobContext, 'store' | 'resources' | 'today' | 'progress'>
type Period = { readonly from: CalendarDay; readonly to: CalendarDay }

/** No pregnancy is longer: visits of it may lie so many days before its birth. */
const longestPregnancyDays = 320
/** So long after a birth visits to the mother are looked for. */
const postpartumDays = 120
const atATime = 200

/** Everything the programme's form is counted from, for births and records of a period; others have their turns meanwhile. */
export async function programmeFacts(
  context: Steps & Pick<JobContext, 'breathe'>,
  period: Period,
): Promise<ProgrammeFacts> {
  const steps = factsOf(context, period)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await context.breathe()
  }
}

/** The same in one turn: for a month, whose births are few. */
export function programmeFactsNow(
  context: Pick<Steps, 'store' | 'resources' | 'today'>,
  period: Period,
): ProgrammeFacts {
  const steps = factsOf({ ...context, progress: () => undefined }, period)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Work that others may have a turn in between. */
type Turns<T> = Generator<undefined, T>

function* factsOf(context: Steps, period: Period): Turns<ProgrammeFacts> {
  const { store } = context
  const { from, to } = period
  const deliveries = yield* deliveriesOf(context, period)
  const newborns = yield* newbornsOf(context, period)
  return {
    enrolled: store.handbook.pregnanciesEnrolled(from, to),
    handbooks: store.handbook.handbooksIssued(from, to),
    visits: store.handbook.antenatalVisits(addDays(from, -longestPregnancyDays), to),
    deliveries,
    newborns,
    measured: store.handbook.measured(from, to),
  }
}

function* deliveriesOf(context: Steps, { from, to }: Period): Turns<readonly DeliveryFact[]> {
  const { store, progress } = context
  const rows = store.handbook.deliveries(from, to)
  const seen = new Map<string, CalendarDay[]>()
  for (const { birthId, on } of store.handbook.postpartumVisits(from, addDays(to, postpartumDays)))
    seen.set(birthId, [...(seen.get(birthId) ?? []), on])
  const stated = statedProtection(context, { from, to })
  const protectionOf = protectionTeller(context)
  const facts: DeliveryFact[] = []
  for (let at = 0; at < rows.length; at += atATime) {
    yield
    const part = rows.slice(at, at + atATime)
    const doses = tetanusDoses(context, part)
    for (const row of part)
      facts.push({
        ...row,
        protection: protectionOf(row, doses.get(row.personId) ?? [], stated.get(row.recordId) ?? null),
        postpartumOn: seen.get(row.recordId) ?? [],
      })
    progress(Math.min(at + atATime, rows.length), rows.length)
  }
  return facts
}

/** Products that protect a newborn through its mother. */
function tetanusProducts({ resources }: Steps): readonly string[] {
  return [...resources.vaccines.values()]
    .filter(({ antigens }) => antigens.includes('Tetanus'))
    .map(({ code }) => code)
}

function tetanusDoses(context: Steps, rows: readonly DeliveryRow[]): ReadonlyMap<string, GivenRow[]> {
  const ids = rows.map(({ personId }) => personId)
  return byPerson(context.store.handbook.dosesOf([...new Set(ids)], tetanusProducts(context)))
}

function byPerson(doses: readonly GivenRow[]): ReadonlyMap<string, GivenRow[]> {
  const found = new Map<string, GivenRow[]>()
  for (const dose of doses) {
    const known = found.get(dose.personId)
    if (known) known.push(dose)
    else found.set(dose.personId, [dose])
  }
  return found
}

/**
 * By the mother's doses that count. Leaving a dose out never protects anybody, so that whether doses count is only asked
 * where all of them together would protect. Without a dose the child's own record is believed.
 */
function protectionTeller(context: Steps) {
  const { store, today } = context
  const rules = currentSchedule(context, today).protectedAtBirth
  return (
    { personId, on }: DeliveryRow,
    doses: readonly GivenRow[],
    stated: boolean | null,
  ): DeliveryFact['protection'] => {
    if (doses.length === 0) return stated === null ? 'unknown' : stated ? 'protected' : 'not-protected'
    const days = doses.map(dose => lastPossibleDay(dose) ?? dose.givenOn).toSorted()
    if (!protectedAtBirth(rules, days, on).isProtected) return 'not-protected'
    const mother = store.records.find('person', personId)
    if (!mother) return 'unknown'
    const isProtected = protectedAtBirth(rules, tetanusDosesOf(context, mother), on).isProtected
    return isProtected ? 'protected' : 'not-protected'
  }
}

/** What the records of a birth's children say themselves. */
function statedProtection({ store }: Steps, { from, to }: Period): ReadonlyMap<string, boolean | null> {
  const newborns = store.handbook.newborns(from, addDays(to, 3))
  const children = childrenOf({ store }, newborns)
  const stated = new Map<string, boolean | null>()
  for (const { birthId, personId } of newborns) {
    const said = children.get(personId)?.protectedAtBirth ?? null
    if (said !== null) stated.set(birthId, said === 1)
  }
  return stated
}

function childrenOf(
  { store }: Pick<Steps, 'store'>,
  newborns: readonly NewbornRow[],
): ReadonlyMap<string, ChildRow> {
  const rows = store.handbook.placed([...new Set(newborns.map(({ personId }) => personId))])
  return new Map(rows.map(child => [child.personId, child]))
}

function* newbornsOf(context: Steps, { from, to }: Period): Turns<readonly NewbornFact[]> {
  const { store, resources } = context
  const rows = store.handbook.newborns(from, to)
  const children = childrenOf(context, rows)
  const facts: NewbornFact[] = []
  for (let at = 0; at < rows.length; at += atATime) {
    yield
    const part = rows.slice(at, at + atATime)
    const ids = [...new Set(part.map(({ personId }) => personId))]
    const doses = byPerson(store.handbook.dosesOf(ids, resources.birthDose.vaccines))
    for (const row of part) {
      const child = children.get(row.personId)
      facts.push({ ...row, birthDose: birthDoseOf(context, child, doses.get(row.personId) ?? []) })
    }
  }
  return facts
}

/** The best that can be said of a child's doses: one in time, else one of which it is not known, else a late one. */
function birthDoseOf(
  { resources }: Pick<Steps, 'resources'>,
  child: ChildRow | undefined,
  doses: readonly GivenRow[],
): BirthDoseClock | null {
  if (!child) return null
  const clocks = doses.flatMap(
    dose => givenAfterBirth(resources.birthDose, child, { ...dose, voided: false }) ?? [],
  )
  const best = (['in-time', 'unknown', 'late'] as const).flatMap(verdict =>
    clocks.filter(clock => clock.verdict === verdict),
  )
  return best[0] ?? null
}
