import { readFileSync } from 'node:fs'
import { readLinkageWeights } from '../../../../src/contract/linkage-weights-file'
import { createFrequencies, type RegisterCounts } from '../../../../src/domain/linkage/frequencies'
import { createRecordMaker, type LinkageDose } from '../../../../src/domain/linkage/linkage-record'
import type { FieldEvidence, LinkageField, LinkageScore } from '../../../../src/domain/linkage/linkage-types'
import { type LinkageModel, scorePair } from '../../../../src/domain/linkage/score'
import type { Person } from '../../../../src/domain/person/person'
import { child, relative } from '../person/people'

const file = new URL('../../../../resources/linkage/weights.json', import.meta.url)
export const weights = readLinkageWeights(JSON.parse(readFileSync(file, 'utf8')))

/** Counts of a register of 50,000 in which a name is that of two records and the rest as common as what ships says, unless told otherwise. */
export function modelWith(counts: Partial<RegisterCounts> = {}): LinkageModel {
  const nobody = () => null
  const all: RegisterCounts = {
    persons: 50_000,
    name: () => 2,
    word: nobody,
    motherName: nobody,
    phone: nobody,
    commune: nobody,
    hamlet: nobody,
    dose: nobody,
    ...counts,
  }
  return { weights, frequencies: createFrequencies(all, weights) }
}

const makeRecord = createRecordMaker()

export type Written = {
  readonly person: Person
  readonly doses?: readonly LinkageDose[]
}

/** A child without numbers: what most cases begin from. */
export function girl(changes: Partial<Person> = {}): Person {
  return child({ identifiers: [], relatives: [relative()], ...changes })
}

export function recordOf({ person, doses = [] }: Written, id = 'a') {
  return makeRecord(id, person, doses)
}

export function score(left: Written, right: Written, model = modelWith()): LinkageScore {
  return scorePair(recordOf(left, 'a'), recordOf(right, 'b'), model)
}

export function evidenceOf({ evidence }: LinkageScore, field: LinkageField): FieldEvidence {
  const found = evidence.find(one => one.field === field)
  if (!found) throw new Error(`no evidence of ${field}`)
  return found
}
