import type { MatchRule, RowKind } from '../../../src/contract/import-calls'
import type { ImportedDose } from '../../../src/domain/exchange/import-doses'
import type { ImportProblem } from '../../../src/domain/exchange/import-problems'
import type { Likeness } from '../../../src/domain/exchange/join-alike'
import type { FieldDifference } from '../../../src/domain/exchange/same-person'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'

/** What is to be written for one person. */
export type PreparedPerson = {
  /** Null: somebody new, `person` says who. */
  readonly personId: string | null
  readonly person: Person | null
  /** Fields of the record that were empty; null: none. */
  readonly fill: Partial<Person> | null
  readonly doses: readonly ImportedDose[]
}

/** What one person of a list comes to. */
export type Outcome = {
  readonly kind: RowKind
  readonly problems: readonly ImportProblem[]
  readonly prepared: PreparedPerson | null
  readonly match?: Stored<Person>
  readonly rule?: MatchRule
  readonly matches?: readonly Likeness<Stored<Person>>[]
  readonly fields?: readonly string[]
  readonly differences?: readonly FieldDifference[]
  readonly newDoses?: readonly ImportedDose[]
  readonly knownDoses?: number
}
