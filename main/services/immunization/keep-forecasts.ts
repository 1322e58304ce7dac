import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { earliestOf } from '../../../src/domain/calendar/offset'
import type { Person } from '../../../src/domain/person/person'
import { isFollowed, residenceChangesOn, residenceOn } from '../../../src/domain/person/residence'
import { judgeForReports } from '../../../src/domain/report/judged-doses'
import { tallyOf } from '../../../src/domain/report/tally'
import { assess } from '../../../src/domain/schedule/assess'
import { forecastToKeep, type KeptForecast } from '../../../src/domain/schedule/kept-forecast'
import type { Schedule } from '../../../src/domain/schedule/schedule-types'
import type { ReadStore } from '../../db'
import { digestOf } from '../../db/digest'
import type { ForecastBasis, Waiting } from '../../db/forecast-repository'
import type { ComputedForecast } from '../../db/forecast-writer'
import type { Stored } from '../../db/record-store'
import { residencesOf } from '../family/residence'
import { currentSchedule } from '../schedule/current-book'
import type { Ports } from '../service'
import { chartInputOf, dosesOf } from './chart'

/** What computing needs; the worker has it as well as the engine. */
export type ForecastPorts = Pick<Ports, 'resources' | 'version'> & { readonly store: ReadStore }

/** So many are renewed at once within a request; more than that is work for the worker. */
export const fewPersons = 20

/** The schedule that forecasts of a day are made with. */
export function scheduleOf(ports: Pick<ForecastPorts, 'store' | 'resources'>, on: CalendarDay): Schedule {
  return currentSchedule(ports, on)
}

const digests = new WeakMap<object, string>()
function digestOnce(value: object, plain: () => unknown): string {
  const known = digests.get(value)
  if (known) return known
  const made = digestOf(plain())
  digests.set(value, made)
  return made
}

/** What every forecast of a day rests on besides the person's own history. */
export function fingerprintOf(ports: ForecastPorts, on: CalendarDay): string {
  const { store, resources, version } = ports
  const schedule = scheduleOf(ports, on)
  const { vaccines } = resources
  return digestOf([
    digestOnce(schedule, () => schedule),
    digestOnce(vaccines, () => [...vaccines.keys()]),
    store.point()?.offeredAntigens ?? [],
    // What was copied from a paper that names this point was given here; who lives in its commune is its own.
    store.point()?.name ?? '',
    store.point()?.address.communeCode ?? '',
    digestOnce(resources.birthDose, () => resources.birthDose),
    digestOnce(resources.doseLists, () => resources.doseLists),
    version,
  ])
}

/**
 * The basis of a day, and whether it is another than before. A new schedule, product list, offer or version, and a clock
 * set back, make all that was kept out of date at once. Writes only when something is new.
 */
export function settleBasis(
  ports: Pick<Ports, 'store' | 'resources' | 'version'>,
  today: CalendarDay,
): { readonly basis: ForecastBasis; readonly isNew: boolean } {
  const { store } = ports
  const known = store.forecasts.basis()
  const fingerprint = fingerprintOf(ports, today)
  const holds = known !== null && known.fingerprint === fingerprint && known.day <= today
  if (holds && known.day === today) return { basis: known, isNew: false }
  const generation = (known?.generation ?? 0) + (holds ? 0 : 1)
  const basis = { generation, fingerprint, day: today }
  store.transaction(() => store.forecastWriter.writeBasis(basis))
  return { basis, isNew: true }
}

/**
 * The forecast of somebody who waits for one, and what reports count of their doses, from one assessment. Nobody is due or
 * counted who is no longer in the register, or in it by another id; whoever is no longer followed is counted, but not due.
 */
export function computeForecast(
  ports: Pick<ForecastPorts, 'store' | 'resources'>,
  { personId, marks }: Waiting,
  on: CalendarDay,
): ComputedForecast {
  // The very record: what is kept of an absorbed one does not change with the survivor.
  const person = ports.store.records.own.find('person', personId)
  if (!person) throw new Error('a forecast is kept for persons only')
  const isListed = !person.voided && ports.store.links.linkOf(personId) === null
  const kept = isListed ? keptOfListed(ports, person, on) : nothing
  const { communeCode, hamlet } = person.addresses.current ?? { communeCode: null, hamlet: null }
  return {
    ...kept,
    personId,
    marks,
    on,
    dueOn: earliestOf(kept.rows.map(row => row.dueOn)),
    overdueOn: earliestOf(kept.rows.map(row => row.overdueOn)),
    birthDate: person.birthDate,
    communeCode: communeCode ?? '',
    hamlet: hamlet ?? '',
  }
}

type Kept = KeptForecast & Pick<ComputedForecast, 'tally'>
const nothing: Kept = { rows: [], renewOn: null, tally: [] }

function keptOfListed(
  ports: Pick<ForecastPorts, 'store' | 'resources'>,
  person: Stored<Person>,
  on: CalendarDay,
): Kept {
  const { store, resources } = ports
  const residences = residencesOf(ports, person.id)
  const residence = residenceOn(residences, on)
  const doses = dosesOf(ports, person.id)
  const input = chartInputOf(ports, person.id, person, on, doses)
  const assessment = assess(input)
  const kept = forecastToKeep(input, assessment)
  const point = store.point()
  const tally = tallyOf({
    ...{ person, doses, residences },
    birthDose: resources.birthDose,
    lists: resources.doseLists,
    pointName: point?.name ?? null,
    pointCommune: point?.address.communeCode ?? null,
    judged: judgeForReports(input, assessment),
  })
  const renewOn = earliestOf([kept.renewOn, residenceChangesOn(residence, on)])
  return { rows: isFollowed(residence, on) ? kept.rows : [], renewOn, tally }
}

/** Renews these persons' forecasts in the caller's transaction: less than a millisecond each. */
export function renewNow(
  ports: Pick<Ports, 'store' | 'resources'>,
  personIds: readonly string[],
  basis: ForecastBasis,
): void {
  const { forecastWriter } = ports.store
  for (const personId of personIds) {
    const marks = forecastWriter.marksOf(personId)
    if (marks === null) continue
    forecastWriter.keep(computeForecast(ports, { personId, marks }, basis.day), basis.generation)
  }
}
