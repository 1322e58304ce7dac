import { z } from 'zod'
import type { Vaccine } from '../domain/immunization/vaccine'
import type { VolumeRule } from '../domain/immunization/volume-rule'
import { confirmation } from './open-vial-file'
import { route, volumeMl } from './values'

const text = z.string().trim().min(1)
const months = z.int().min(1).max(1200).nullable()

const row = z
  .strictObject({
    vaccineCode: text,
    fromMonths: months,
    beforeMonths: months,
    route: route.nullable(),
    volumeMl: volumeMl.nullable(),
    drops: z.int().min(1).max(10).nullable(),
    confirmation,
    source: text,
  })
  .refine(it => (it.volumeMl === null) !== (it.drops === null), { message: 'either ml or drops' })
  .refine(it => it.fromMonths === null || it.beforeMonths === null || it.fromMonths < it.beforeMonths, {
    message: 'an age that ends before it begins',
  })

const doseVolumeFile = z.strictObject({ format: z.literal(1), version: text, volumes: z.array(row) })

/**
 * Gives the products of `resources/vaccines/dose-volumes.json` their volumes by age and route. Throws on an unknown field
 * or product, on ages of one route that overlap, and on ml for what is counted in drops.
 */
export function withVolumes(
  vaccines: ReadonlyMap<string, Vaccine>,
  file: unknown,
): ReadonlyMap<string, Vaccine> {
  const { volumes } = doseVolumeFile.parse(file)
  const rules = new Map<string, VolumeRule[]>()
  for (const { vaccineCode, confirmation: mark, source: _source, ...rule } of volumes) {
    if (!vaccines.has(vaccineCode)) throw new Error(`${vaccineCode} is no product`)
    const known = rules.get(vaccineCode) ?? []
    if (known.some(other => other.route === rule.route && overlap(other, rule)))
      throw new Error(`two volumes of ${vaccineCode} for one age`)
    rules.set(vaccineCode, [...known, { ...rule, isConfirmed: mark === 'sourced' }])
  }
  return new Map(
    [...vaccines].map(([code, vaccine]) => {
      const own = rules.get(code)
      return [code, own ? { ...vaccine, volumes: own } : vaccine]
    }),
  )
}

type Ages = Pick<VolumeRule, 'fromMonths' | 'beforeMonths'>

function overlap(one: Ages, other: Ages): boolean {
  const startsBefore = (a: Ages, b: Ages) =>
    (a.fromMonths ?? 0) < (b.beforeMonths ?? Number.POSITIVE_INFINITY)
  return startsBefore(one, other) && startsBefore(other, one)
}
