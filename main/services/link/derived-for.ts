import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import {
  type Derived,
  evaluationsOf,
  recommendationOf,
  saidBy,
  withdrawnEvaluation,
} from '../../../src/domain/exchange/fhir/derived'
import type { Known } from '../../../src/domain/exchange/fhir/transaction'
import type {
  EntryStamp,
  RecordState,
  WireContext,
  WireResource,
} from '../../../src/domain/exchange/fhir/wire'
import { mayTravelAbout } from '../../../src/domain/exchange/fhir/wire-of'
import { assess } from '../../../src/domain/schedule/assess'
import { forecastToKeep } from '../../../src/domain/schedule/kept-forecast'
import type { ReadStore } from '../../db'
import { digestOf } from '../../db/digest'
import type { Resources } from '../../resources/load'
import { chartInput } from '../immunization/chart'

export type DerivedPorts = {
  readonly store: ReadStore
  readonly resources: Resources
  readonly context: WireContext
  readonly known: Known
  /** The kinds that the server takes; what it does not take is not made. */
  readonly kinds: ReadonlySet<string>
}

/** What was said of a person when it was sent last: digests by key. */
export type SaidBefore = Readonly<Record<string, string>>

/**
 * What follows from a person's facts today and was not said before. Nothing where the person is not at the server, may
 * not travel or was merged. Of doses that others recorded their own points speak.
 */
export function derivedFor(
  { personId, entry }: { readonly personId: string; readonly entry: EntryStamp },
  before: SaidBefore,
  on: CalendarDay,
  ports: DerivedPorts,
): {
  readonly personId: string
  /** Only what says something else than before. */
  readonly wires: readonly WireResource[]
  readonly said: SaidBefore
} {
  const { context, known } = ports
  const person = context.find('person', personId)
  const isThere = person !== null && !person.voided && known(`Patient/${personId}`) !== null
  if (!isThere || !mayTravelAbout(person, context)) return { personId, wires: [], said: before }
  const all = wiresOf(person, entry, before, on, ports)
  const digests = all.map(wire => [wire.key, digestOf(saidBy(wire)).slice(0, 16)] as const)
  const wires = all.filter(({ key }, at) => before[key] !== digests[at]?.[1])
  return { personId, wires, said: { ...before, ...Object.fromEntries(digests) } }
}

function wiresOf(
  person: RecordState<'person'>,
  entry: EntryStamp,
  before: SaidBefore,
  on: CalendarDay,
  ports: DerivedPorts,
): readonly WireResource[] {
  const { store, resources, context, kinds } = ports
  const input = chartInput({ store, resources }, person.id, person.value, on)
  const derived: Derived = {
    ...{ person, on, entry },
    kept: forecastToKeep(input),
    assessment: assess(input),
  }
  const recommendation = recommendationOf(derived, context)
  const evaluations = ownDoses(person.id, ports).flatMap(dose => judged(dose, derived, before, ports))
  return [...(recommendation ? [recommendation] : []), ...evaluations].filter(({ resource }) =>
    kinds.has(resource.resourceType),
  )
}

function judged(
  dose: RecordState<'dose'>,
  derived: Derived,
  before: SaidBefore,
  { context }: DerivedPorts,
): readonly WireResource[] {
  const now = dose.voided ? [] : evaluationsOf(dose, derived, context)
  const own = `ImmunizationEvaluation/${dose.id}`
  const gone = Object.keys(before)
    .filter(key => key === own || key.startsWith(`${own}.`))
    .filter(key => !now.some(wire => wire.key === key))
  const antigens = context.vaccine(dose.value.vaccineCode)?.antigens ?? []
  const withdrawn = antigens.length === 0 ? [] : gone
  return [
    ...now,
    ...withdrawn.map(key => {
      const part = key === own ? undefined : key.slice(own.length + 1)
      return withdrawnEvaluation(dose, { part, antigens, on: derived.on, entry: derived.entry }, context)
    }),
  ]
}

/** Doses this point recorded that the server holds. */
function ownDoses(personId: string, { store, context, known }: DerivedPorts): readonly RecordState<'dose'>[] {
  return store.records
    .listAll('dose', 'person_id', personId)
    .filter(({ id }) => known(`Immunization/${id}`) !== null)
    .filter(({ id }) => store.records.list('source', { about_id: id }, 'id').length === 0)
    .flatMap(({ id }) => context.find('dose', id) ?? [])
    .filter(({ value }) => known(`Patient/${value.personId}`) !== null)
}
