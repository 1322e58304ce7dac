import { z } from 'zod'
import type { EthnicGroupsFile } from '../domain/exchange/ethnic-groups'
import {
  type MeasureName,
  measureNames,
  type OutsideCode,
  type ProvinceCodes,
  type SystemName,
  systemNames,
} from '../domain/exchange/fhir/codes'
import type { Vaccine } from '../domain/immunization/vaccine'

const text = z.string().trim().min(1)
const confirmation = z.enum(['confirmed', 'unconfirmed'])
const system = z.strictObject({
  uri: z.string().regex(/^(?:https?:\/\/|urn:)\S+$/u),
  confirmation,
  source: text,
})

/** A LOINC code by its shape and check digit (modulo 10, as Luhn): a digit exchanged names something else. */
const loinc = z.string().refine(hasCheckDigit, { message: 'is no LOINC code' })

const codesFile = z.strictObject({
  format: z.literal(1),
  version: text,
  systems: z.record(z.enum(systemNames), system),
  measures: z.strictObject({
    system: z.url(),
    confirmation,
    source: text,
    byName: z.record(z.enum(measureNames), z.strictObject({ code: loinc, display: text })),
  }),
  diseases: z.strictObject({
    system: z.url(),
    confirmation,
    source: text,
    byAntigen: z.record(text, z.strictObject({ code: z.string().regex(/^\d{6,18}$/u), display: text })),
    withoutCode: z.array(text),
  }),
  nationalVaccines: z.strictObject({
    confirmation,
    source: text,
    byProduct: z.record(text, z.string().regex(/^\d+$/u)),
  }),
})

/**
 * Reads `resources/province/codes.json`: what numbers, vaccines and antigens are called at the province. Throws where a
 * system is missing or stands for two things, and where an antigen is neither coded nor listed as without a code.
 */
export function readProvinceCodes(
  file: unknown,
  groups: EthnicGroupsFile,
  vaccines: ReadonlyMap<string, Vaccine>,
): ProvinceCodes {
  const { systems, measures, diseases, nationalVaccines } = codesFile.parse(file)
  const uris = systemNames.map(name => [name, systems[name].uri] as const)
  if (new Set(uris.map(([, uri]) => uri)).size !== uris.length)
    throw new Error('two number systems have one address')
  for (const code of Object.keys(nationalVaccines.byProduct))
    if (!vaccines.has(code)) throw new Error(`a national number of an unknown product ${code}`)
  for (const antigen of [...vaccines.values()].flatMap(({ antigens }) => antigens))
    if (!(antigen in diseases.byAntigen) && !diseases.withoutCode.includes(antigen))
      throw new Error(`the province does not know the antigen ${antigen}`)
  const coded = Object.entries(diseases.byAntigen).map(
    ([antigen, disease]) => [antigen, { system: diseases.system, ...disease }] as const,
  )
  return {
    systems: Object.fromEntries(uris) as Record<SystemName, string>,
    measures: Object.fromEntries(
      measureNames.map(name => [name, { system: measures.system, ...measures.byName[name] }]),
    ) as Record<MeasureName, OutsideCode>,
    diseases: Object.fromEntries(coded),
    nationalVaccines: nationalVaccines.byProduct,
    ethnicGroups: Object.fromEntries(groups.ethnicGroups.map(({ code, name }) => [code, name])),
  }
}

function hasCheckDigit(code: string): boolean {
  const [, number, check] = /^(\d{1,6})-(\d)$/u.exec(code) ?? []
  if (number === undefined) return false
  const sum = [...number].toReversed().reduce((total, letter, at) => {
    const digit = Number(letter) * (at % 2 === 0 ? 2 : 1)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return (10 - (sum % 10)) % 10 === Number(check)
}
