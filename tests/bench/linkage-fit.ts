import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { day } from '../../src/domain/calendar/calendar-day'
import { blockingPasses, pairsOfPass } from '../../src/domain/linkage/blocking'
import { createPairFinder } from '../../src/domain/linkage/find-pairs'
import { countRegister, createFrequencies } from '../../src/domain/linkage/frequencies'
import { createRecordMaker, type LinkageRecord } from '../../src/domain/linkage/linkage-record'
import { createPairList } from '../../src/domain/linkage/pair-list'
import { type LinkageModel, scorePair } from '../../src/domain/linkage/score'
import type { LinkageWeights } from '../../src/domain/linkage/weights'
import { inventTruthRegister, truePairs } from '../helpers/truth-register/register'

/*
 * `npm run bench -- linkage-fit [--persons N] [--seed S]`: counts, on an invented register whose truth is known, how
 * often each level is met among pairs of one child (m) and among pairs drawn at random (u), for `weights.json`; and
 * how pairs of one child and of two lie on the scale of bits, for the thresholds. Measure on another seed.
 */
const root = new URL('../..', import.meta.url).pathname

export async function bench(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      persons: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
    },
  })
  const units = JSON.parse(readFileSync(join(root, 'resources/units/communes.json'), 'utf8'))
  const places = placesOf(units)
  const today = day('2026-11-22')
  const register = inventTruthRegister({
    persons: Number(values.persons),
    seed: Number(values.seed),
    today,
    places,
  })
  const make = createRecordMaker()
  const records = register.map(({ person, doses }, at) =>
    make(
      String(at).padStart(7, '0'),
      person,
      doses.map(({ vaccineCode, on, lot }) => ({ vaccineCode, on, lot })),
    ),
  )
  const weights = JSON.parse(
    readFileSync(join(root, 'resources/linkage/weights.json'), 'utf8'),
  ) as LinkageWeights
  const model = { weights, frequencies: createFrequencies(countRegister(records), weights) }
  const truth = truePairs(register)
  const levels = countLevels(records, truth, model)
  if (values.write) writeWeights(weights, levels)
  return {
    results: { pairs: truth.length, levels, ...measure(records, truth, model, values.misses) },
    ratios: {},
  }
}

/** Forty communes of one province: a district and its neighbours. */
export function placesOf(units: {
  readonly communes: Readonly<Record<string, readonly (readonly [string, string])[]>>
}) {
  return (units.communes['38'] ?? [])
    .slice(0, 40)
    .map(([communeCode]) => ({ communeCode, provinceCode: '38' }))
}

function countLevels(
  records: readonly LinkageRecord[],
  truth: readonly (readonly [number, number])[],
  model: LinkageModel,
) {
  const m = tally()
  for (const [left, right] of truth) addLevels(m, records[left], records[right], model)
  const u = tally()
  let state = 12345
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 4294967296) * records.length)
  }
  for (let drawn = 0; drawn < 400_000; drawn++) {
    const [a, b] = [next(), next()]
    if (a !== b) addLevels(u, records[a], records[b], model)
  }
  return Object.fromEntries(
    [...new Set([...m.keys(), ...u.keys()])]
      .sort()
      .map(key => [key, { m: share(m, key), u: share(u, key) }] as const),
  )
}

type Levels = ReturnType<typeof countLevels>

/** Below this a level was met too seldom to be believed: real registers hold errors that nobody has invented. */
const leastM = 0.003

/** Puts what was counted into the file; levels that were never met, and fields that are set by hand, stay as they are. */
function writeWeights(weights: LinkageWeights, levels: Levels): void {
  const fitted = new Set(['name', 'birth-date', 'sex', 'mother', 'father', 'phone', 'address'])
  const next = structuredClone(weights) as {
    levels: Record<string, Record<string, { m: number; u: number }>>
  }
  for (const [key, { m, u }] of Object.entries(levels)) {
    const [field = '', level = ''] = key.split(' ')
    const weight = next.levels[field]?.[level]
    if (!fitted.has(field) || !weight) continue
    weight.m = Math.max(leastM, Number(m.toPrecision(3)))
    if (u > 0) weight.u = Number(u.toPrecision(3))
  }
  writeFileSync(join(root, 'resources/linkage/weights.json'), `${JSON.stringify(next, null, 1)}\n`)
}

function tally() {
  return new Map<string, number>()
}

function addLevels(
  counts: Map<string, number>,
  a: LinkageRecord | undefined,
  b: LinkageRecord | undefined,
  model: LinkageModel,
) {
  if (!a || !b) return
  for (const { field, level } of scorePair(a, b, model).evidence) {
    const key = `${field} ${level}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
}

function share(counts: Map<string, number>, key: string): number {
  const field = key.split(' ')[0] ?? ''
  let known = 0
  for (const [other, count] of counts)
    if (other.startsWith(`${field} `) && !other.endsWith(' missing')) known += count
  return (counts.get(key) ?? 0) / Math.max(1, known)
}

function measure(
  records: readonly LinkageRecord[],
  truth: readonly (readonly [number, number])[],
  model: LinkageModel,
  isTelling: boolean,
) {
  const started = performance.now()
  const list = createPairList(records.length)
  for (const pass of blockingPasses) pairsOfPass(pass, records, list.add)
  const pairs = list.settle()
  const blocked = performance.now()
  const finder = createPairFinder(model)
  for (let at = 0; at < pairs; at++) {
    const [left, right] = list.at(at)
    const [a, b] = [records[left], records[right]]
    if (a && b) finder.compare(a, b)
  }
  const found = finder.finish()
  const ended = performance.now()
  const isTrue = new Set(truth.map(([a, b]) => keyOf(a, b)))
  const hits = found.map(pair => ({
    ...pair,
    ok: isTrue.has(keyOf(Number(pair.leftId), Number(pair.rightId))),
  }))
  const sure = hits.filter(({ score }) => score.certainty !== 'possible')
  if (isTelling) tell(records, hits, truth, model)
  const histogram = bitsTable(hits)
  return {
    compared: pairs,
    blockMs: Math.round(blocked - started),
    scoreMs: Math.round(ended - blocked),
    precision: sure.filter(({ ok }) => ok).length / sure.length,
    recall: sure.filter(({ ok }) => ok).length / truth.length,
    possible_precision: hits.filter(({ ok }) => ok).length / hits.length,
    possible_recall: hits.filter(({ ok }) => ok).length / truth.length,
    histogram,
  }
}

type Hit = ReturnType<ReturnType<typeof createPairFinder>['finish']>[number] & { readonly ok: boolean }

function bitsTable(hits: readonly Hit[]) {
  const table: Record<string, string> = {}
  for (let from = -4; from < 24; from += 2) {
    const inside = hits.filter(
      ({ score }) => score.veto === null && score.bits >= from && score.bits < from + 2,
    )
    table[from] =
      `${inside.filter(({ ok }) => ok).length} true, ${inside.filter(({ ok }) => !ok).length} false`
  }
  return table
}

function tell(
  records: readonly LinkageRecord[],
  hits: readonly Hit[],
  truth: readonly (readonly [number, number])[],
  model: LinkageModel,
) {
  const sure = hits.filter(({ score }) => score.certainty !== 'possible')
  const known = new Set(sure.map(({ leftId, rightId }) => keyOf(Number(leftId), Number(rightId))))
  const show = (a: number, b: number) => {
    const [one, other] = [records[a], records[b]]
    if (!one || !other) return
    const { bits, certainty, veto, evidence } = scorePair(one, other, model)
    process.stderr.write(`  ${bits.toFixed(1)} ${certainty} ${veto ?? ''}\n`)
    for (const { field, level, bits: weight, left, right } of evidence)
      if (level !== 'missing')
        process.stderr.write(`      ${field} ${level} ${weight.toFixed(1)} [${left}] [${right}]\n`)
  }
  process.stderr.write('FALSE\n')
  for (const { leftId, rightId } of sure.filter(({ ok }) => !ok).slice(0, 25))
    show(Number(leftId), Number(rightId))
  process.stderr.write('MISSED\n')
  for (const [a, b] of truth.filter(([a, b]) => !known.has(keyOf(a, b))).slice(0, 40)) show(a, b)
}

function keyOf(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
