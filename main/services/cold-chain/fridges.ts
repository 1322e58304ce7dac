import {
  type FridgeView,
  getFridgeChart,
  importLog,
  listFridges,
  lookAtLog,
  recordReading,
  saveFridge,
} from '../../../src/contract/cold-chain-calls'
import { refuse } from '../../../src/contract/errors'
import { addDays, type CalendarDay, type Instant } from '../../../src/domain/calendar/calendar-day'
import { nameKey } from '../../../src/domain/person/name-key'
import {
  excursionsIn,
  excursionsOfReading,
  type MissingReading,
  missingReadings,
  thinned,
  vietnamInstant,
} from '../../../src/domain/stock/cold-chain'
import { type Fridge, pointsOf } from '../../../src/domain/stock/fridge'
import { type LoggerFile, readLoggerCsv } from '../../../src/domain/stock/logger-csv'
import type { Stored } from '../../db/record-store'
import { actorOf, type ServiceContext, serve } from '../service'
import { openBreaches } from './breaches'

/** Days of which missing readings are told. */
const daysWatched = 14
/** A logger's month at one point in five minutes; more is several files, so that no other call waits long for one. */
const mostPoints = 9_000
const mostDrawn = 1_500

export const listFridgesService = serve(listFridges, context =>
  context.store.records.list('fridge', {}, 'created_stamp').map((stored): FridgeView => {
    const { id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...fridge } = stored
    const breaches = context.store.records.list('breach', { fridge_id: id }, 'from_at')
    const isUndecided = (lotId: string, breachId: string) =>
      context.store.coldChain.undecidedOf(lotId).some(breach => breach.id === breachId)
    return {
      ...fridge,
      fridgeId: id,
      last: context.store.coldChain.lastReading(id, context.at),
      missing: fridge.isActive ? missingOf(context, stored, daysWatched) : [],
      undecided: breaches.filter(breach => breach.lotIds.some(lotId => isUndecided(lotId, breach.id))).length,
    }
  }),
)

/** Readings missing since the fridge is here, of so many days at most. */
function missingOf(
  { store, resources, today, at }: ServiceContext,
  fridge: Stored<Fridge>,
  days: number,
): readonly MissingReading[] {
  const first = fridge.createdAt
  const since = addDays(today, 1 - days)
  const readAt = store.coldChain.readings(fridge.id, vietnamInstant(since, '00:00'), at).map(each => each.at)
  return missingReadings(readAt, since, at, resources.coldChain).filter(
    ({ on, half }) => endOf(on, half, resources.coldChain.readBefore) > first,
  )
}

function endOf(
  on: CalendarDay,
  half: MissingReading['half'],
  readBefore: Readonly<Record<MissingReading['half'], number>>,
): Instant {
  return vietnamInstant(on, `${String(readBefore[half]).padStart(2, '0')}:00`)
}

export const saveFridgeService = serve(saveFridge, (context, { fridgeId, ...fridge }) => {
  const { store, resources, newId, write } = context
  const all = store.records.list('fridge', {}, 'created_stamp')
  if (fridgeId !== null && !all.some(({ id }) => id === fridgeId)) refuse('fridge.not-found')
  const isTaken = all.some(({ id, name }) => id !== fridgeId && nameKey(name) === nameKey(fridge.name))
  if (isTaken) refuse('fridge.name-taken', { name: fridge.name }, 'name')
  if (fridge.vaccineCodes?.some(code => !resources.vaccines.has(code)))
    refuse('dose.unknown-vaccine', {}, 'vaccineCodes')
  const recordId = fridgeId ?? newId()
  if (fridgeId === null) write([{ noun: 'fridge', recordId, verb: 'recorded', body: fridge }])
  else write([{ noun: 'fridge', recordId, verb: 'updated', body: fridge }])
  return { fridgeId: recordId }
})

/** Keeps a reading; what it shows outside the limits is a breach at once. */
export const recordReadingService = serve(recordReading, (context, { fridgeId, at, ...read }) => {
  const fridge = fridgeOrRefuse(context, fridgeId)
  const moment = at ?? context.at
  if (moment > context.at) refuse('fridge.in-future', {}, 'at')
  const { temperatureC, minC, maxC } = read
  if ((minC !== null && minC > temperatureC) || (maxC !== null && maxC < temperatureC))
    refuse('fridge.bad-range', { minC, maxC, temperatureC }, 'minC')
  const previous = context.store.coldChain.lastReading(fridgeId, moment)
  const { userId, name } = actorOf(context)
  const body = { fridgeId, at: moment, ...read, byUserId: userId, byName: name }
  context.write([{ noun: 'fridge-reading', recordId: context.newId(), verb: 'recorded', body }])
  const seen = excursionsOfReading({ at: moment, ...read }, previous?.at ?? null, context.resources.coldChain)
  return { breachIds: [...openBreaches(context, fridge, seen)] }
})

/** The points of a file, or why it is none. */
function readLog(text: string): LoggerFile {
  const file = readLoggerCsv(text)
  if (typeof file === 'string') return refuse(file)
  if (file.points.length === 0) return refuse('fridge-log.no-rows')
  if (file.points.length > mostPoints)
    refuse('fridge-log.too-long', { count: file.points.length, most: mostPoints })
  return file
}

export const lookAtLogService = serve(lookAtLog, ({ resources }, { text }) => {
  const { points, ...file } = readLog(text)
  const degrees = points.map(({ temperatureC }) => temperatureC)
  return {
    ...file,
    count: points.length,
    ...spanOf(points),
    lowestC: degrees.reduce((a, b) => Math.min(a, b)),
    highestC: degrees.reduce((a, b) => Math.max(a, b)),
    breaches: excursionsIn(points, resources.coldChain),
  }
})

function spanOf(points: LoggerFile['points']): { readonly fromAt: Instant; readonly untilAt: Instant } {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return refuse('fridge-log.no-rows')
  return { fromAt: first.at, untilAt: last.at }
}

export const importLogService = serve(importLog, (context, { fridgeId, fileName, text }) => {
  const fridge = fridgeOrRefuse(context, fridgeId)
  const { points } = readLog(text)
  const span = spanOf(points)
  if (span.untilAt > context.at) refuse('fridge.in-future', { until: span.untilAt }, 'text')
  const startMs = Date.parse(span.fromAt)
  const packed = points.map(({ at, temperatureC }): readonly [number, number] => [
    Math.round((Date.parse(at) - startMs) / 60_000),
    Math.round(temperatureC * 10),
  ])
  const { userId, name } = actorOf(context)
  const body = { fridgeId, fileName, ...span, points: packed, byUserId: userId, byName: name }
  context.write([{ noun: 'fridge-log', recordId: context.newId(), verb: 'recorded', body }])
  const breachIds = openBreaches(context, fridge, excursionsIn(points, context.resources.coldChain))
  return { count: points.length, breachIds: [...breachIds] }
})

export const getFridgeChartService = serve(getFridgeChart, (context, { fridgeId, days }) => {
  const { store, resources, today, at } = context
  const fridge = fridgeOrRefuse(context, fridgeId)
  const fromAt = vietnamInstant(addDays(today, 1 - days), '00:00')
  const logged = store.coldChain
    .logs(fridgeId, fromAt, at)
    .flatMap(log => pointsOf(log))
    .filter(point => point.at >= fromAt)
    .toSorted((a, b) => a.at.localeCompare(b.at))
  return {
    fromAt,
    untilAt: at,
    readings: store.coldChain
      .readings(fridgeId, fromAt, at)
      .map(({ id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...reading }) => ({
        ...reading,
        readingId: id,
      })),
    logged: thinned(logged, mostDrawn),
    rules: resources.coldChain.rules,
    missing: missingOf(context, fridge, days),
  }
})

function fridgeOrRefuse({ store }: ServiceContext, fridgeId: string): Stored<Fridge> {
  const fridge = store.records.find('fridge', fridgeId)
  return !fridge || fridge.voided ? refuse('fridge.not-found') : fridge
}
