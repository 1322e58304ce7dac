import { readFileSync } from 'node:fs'
import { growthTablesFrom, readGrowthRules } from '../../../../src/contract/growth-file'
import type { GrowthMeasurement } from '../../../../src/domain/child/growth-scores'

const folder = new URL('../../../../resources/growth/', import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))

/** The tables and rules that ship. */
export const tables = growthTablesFrom(read)
export const growthRules = readGrowthRules(read('findings'))

/** A boy of whom nothing was measured, with what a test says. */
export function measured(parts: Partial<GrowthMeasurement> = {}): GrowthMeasurement {
  return {
    sex: 'male',
    age: { unit: 'days', value: 100 },
    weightKg: null,
    lengthCm: null,
    position: null,
    hasOedema: false,
    headCm: null,
    armCm: null,
    ...parts,
  }
}
