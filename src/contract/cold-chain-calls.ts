import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar-day'
import type { MissingReading } from '../domain/stock/cold-chain'
import type {
  Breach,
  BreachDecision,
  BreachRule,
  Fridge,
  FridgeReading,
  TemperaturePoint,
} from '../domain/stock/fridge'
import type { LoggerFile } from '../domain/stock/logger-csv'
import { defineCall, typed } from './call'
import { filledLine, id, instant, line, reason } from './values'

export type FridgeView = Fridge & {
  readonly fridgeId: string
  readonly last: FridgeReading | null
  /** Newest first, of the last two weeks. */
  readonly missing: readonly MissingReading[]
  /** Breaches with a lot nobody has decided about. */
  readonly undecided: number
}

export const listFridges = defineCall({
  name: 'fridge.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<readonly FridgeView[]>(),
  errors: [],
})

/** Adds a fridge, or changes its name, what stands in it, and whether it is in use. */
export const saveFridge = defineCall({
  name: 'fridge.save',
  kind: 'write',
  servedBy: 'engine',
  audience: ['store-keeper', 'head', 'admin'],
  request: z.strictObject({
    fridgeId: id.nullable(),
    name: filledLine(60),
    vaccineCodes: z.array(z.string().max(60)).max(200).nullable(),
    isActive: z.boolean(),
  }),
  response: z.strictObject({ fridgeId: id }),
  errors: ['fridge.not-found', 'fridge.name-taken', 'dose.unknown-vaccine'],
})

const celsius = z.number().min(-60).max(60).multipleOf(0.1)

/** A reading by hand. Outside the limits it puts the lots of the fridge in quarantine, in the same write. */
export const recordReading = defineCall({
  name: 'fridge.record-reading',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'store-keeper', 'head', 'admin'],
  request: z.strictObject({
    fridgeId: id,
    /** Null: now. */
    at: instant.nullable(),
    temperatureC: celsius,
    minC: celsius.nullable(),
    maxC: celsius.nullable(),
    note: line(500).nullable(),
  }),
  response: z.strictObject({ breachIds: z.array(id) }),
  errors: ['fridge.not-found', 'fridge.bad-range', 'fridge.in-future'],
})

const longestFile = 4_000_000

/** What a logger's file says, before anything is kept. */
export const lookAtLog = defineCall({
  name: 'fridge.look-at-log',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ text: z.string().max(longestFile) }),
  response: typed<
    Omit<LoggerFile, 'points'> & {
      readonly count: number
      readonly fromAt: Instant
      readonly untilAt: Instant
      readonly lowestC: number
      readonly highestC: number
      readonly breaches: readonly Pick<Breach, 'kind' | 'fromAt' | 'untilAt' | 'extremeC'>[]
    }
  >(),
  errors: ['fridge-log.no-rows', 'fridge-log.no-time', 'fridge-log.no-temperature', 'fridge-log.too-long'],
})

/** Keeps the file of a logger. Every breach in it puts the lots that stood in the fridge in quarantine. */
export const importLog = defineCall({
  name: 'fridge.import-log',
  kind: 'write',
  servedBy: 'engine',
  audience: ['store-keeper', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({ fridgeId: id, fileName: filledLine(200), text: z.string().max(longestFile) }),
  response: z.strictObject({ count: z.int(), breachIds: z.array(id) }),
  errors: [
    'fridge.not-found',
    'fridge.in-future',
    'fridge-log.no-rows',
    'fridge-log.no-time',
    'fridge-log.no-temperature',
    'fridge-log.too-long',
  ],
})

export type FridgeChart = {
  readonly fromAt: Instant
  readonly untilAt: Instant
  readonly readings: readonly (FridgeReading & { readonly readingId: string })[]
  /** From loggers, thinned so that no peak is lost. */
  readonly logged: readonly TemperaturePoint[]
  readonly rules: readonly BreachRule[]
  readonly missing: readonly MissingReading[]
}

export const getFridgeChart = defineCall({
  name: 'fridge.get-chart',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ fridgeId: id, days: z.int().min(1).max(62) }),
  response: typed<FridgeChart>(),
  errors: ['fridge.not-found'],
})

export type BreachView = Breach & {
  readonly breachId: string
  readonly fridgeName: string
  readonly lots: readonly {
    readonly lotId: string
    readonly vaccineName: string
    readonly number: string
    readonly balance: number
    readonly decision: (BreachDecision & { readonly at: Instant }) | null
  }[]
}

/** Breaches, newest first. */
export const listBreaches = defineCall({
  name: 'breach.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ onlyUndecided: z.boolean() }),
  response: typed<readonly BreachView[]>(),
  errors: [],
})

/** The head's word about one lot of a breach: back into use, or to be thrown away. */
export const decideBreach = defineCall({
  name: 'breach.decide',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({ breachId: id, lotId: id, decision: z.enum(['use', 'discard']), reason }),
  response: z.strictObject({}),
  errors: ['breach.not-found', 'breach.already-decided', 'lot.not-found', 'reason.missing'],
})
