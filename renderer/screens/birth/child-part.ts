import type { BirthForm } from '../../../src/contract/birth-calls'
import type { CallError } from '../../../src/contract/errors'
import type { ChildDraft } from './birth-draft'

/** What every part of a child's form is given. */
export type ChildPart = {
  readonly form: BirthForm
  readonly child: ChildDraft
  readonly onChange: (child: ChildDraft) => void
  readonly error: CallError | null
  /** Where the child stands in the request: `children.0`. */
  readonly at: string
  readonly missing: readonly string[]
}
