import { z } from 'zod'
import { type GrowthCutOff, type GrowthRules, growthSeverities } from '../domain/child/growth-findings'
import { growthIndicators } from '../domain/child/growth-scores'
import {
  endOf,
  type GrowthTable,
  type GrowthTableName,
  type GrowthTables,
  growthIndexes,
  growthTableNames,
} from '../domain/child/growth-tables'

const positive = z.array(z.number().positive())
const columns = z
  .strictObject({ l: z.array(z.number()), m: positive, s: positive })
  .refine(({ l, m, s }) => l.length === m.length && m.length === s.length, {
    message: 'columns of different length',
  })

const growthFile = z
  .strictObject({
    format: z.literal(1),
    source: z.string().min(1),
    index: z.enum(growthIndexes),
    from: z.number().min(0),
    step: z.union([z.literal(1), z.literal(0.1)]),
    male: columns,
    female: columns,
  })
  .refine(({ male, female }) => male.m.length === female.m.length, { message: 'sexes of different length' })

type Ends = readonly [index: GrowthTable['index'], from: number, to: number]

/** Where each table begins and ends: one that was cut would silently leave children without a score. */
const ends: Readonly<Record<GrowthTableName, Ends>> = {
  'weight-for-age-0-5y': ['age-days', 0, 1826],
  'length-height-for-age-0-5y': ['age-days', 0, 1826],
  'bmi-for-age-0-5y': ['age-days', 0, 1826],
  'head-circumference-for-age-0-5y': ['age-days', 0, 1826],
  'arm-circumference-for-age-3m-5y': ['age-days', 91, 1826],
  'weight-for-length': ['length-cm', 45, 110],
  'weight-for-height': ['height-cm', 65, 120],
  'weight-for-age-5-10y': ['age-months', 60, 121],
  'height-for-age-5-19y': ['age-months', 60, 229],
  'bmi-for-age-5-19y': ['age-months', 60, 229],
}

/** One table of `resources/growth`. Throws when it has another shape or does not reach as far as WHO's. */
export function readGrowthTable(name: GrowthTableName, file: unknown): GrowthTable {
  const { format: _format, source: _source, ...table } = growthFile.parse(file)
  const [index, from, to] = ends[name]
  if (table.index !== index || table.from !== from || Math.abs(endOf(table) - to) > 1e-6) {
    throw new Error(`${name} must go by ${index} from ${from} to ${to}`)
  }
  return table
}

/** All tables, each read and checked when it is first asked for: `read` gives the file of a name. */
export function growthTablesFrom(read: (name: GrowthTableName) => unknown): GrowthTables {
  const kept = new Map<GrowthTableName, GrowthTable>()
  const tableOf = (name: GrowthTableName) => {
    const table = kept.get(name) ?? readGrowthTable(name, read(name))
    kept.set(name, table)
    return table
  }
  const parts = growthTableNames.map(name => [name, { get: () => tableOf(name), enumerable: true }])
  return Object.defineProperties({}, Object.fromEntries(parts)) as GrowthTables
}

const indicator = z.enum(growthIndicators)
const months = z.number().min(0).max(229)
const confirmation = z.enum(['confirmed', 'unconfirmed'])
const source = z.string().min(1)

const cutOff = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  group: z.string().min(1),
  text: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  when: z.union([
    z.strictObject({ by: z.literal('score'), indicator, below: z.number() }),
    z.strictObject({ by: z.literal('score'), indicator, above: z.number() }),
    z.strictObject({ by: z.literal('arm-cm'), below: z.number().positive() }),
    z.strictObject({ by: z.literal('oedema') }),
  ]),
  fromMonths: months,
  toMonths: months,
  severity: z.enum(growthSeverities),
  source,
  confirmation,
}) satisfies z.ZodType<GrowthCutOff>

const findingsFile = z
  .strictObject({
    format: z.literal(1),
    version: z.string().min(1),
    cutOffs: z.array(cutOff).min(1),
    faltering: z.strictObject({
      note: z.string().min(1),
      fromAgeDays: z.int().min(0),
      fall: z.strictObject({ byZ: z.number().positive(), withinDays: z.int().positive() }),
      noGain: z.array(z.strictObject({ toMonths: months, days: z.int().positive() })),
      source,
      confirmation,
    }),
    shorterByCm: z.number().min(0),
  })
  .refine(({ cutOffs }) => new Set(cutOffs.map(it => it.code)).size === cutOffs.length, {
    message: 'two cut-offs have the same code',
  })

/** What scores mean. Throws when the file has another shape. */
export function readGrowthRules(file: unknown): GrowthRules {
  const { format: _format, version: _version, ...rules } = findingsFile.parse(file)
  return rules
}
