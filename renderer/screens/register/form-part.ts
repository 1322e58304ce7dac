import type { CallError } from '../../../src/contract/errors'
import { type ErrorCode, errorCodes } from '../../../src/contract/errors'
import type { PersonProblem } from '../../../src/domain/person/validate-person'
import { sentenceAt, sentenceOf } from '../../components/sentences'
import { text } from '../../text'
import type { missingIn, RegisterDraft } from './register-draft'

/** What every part of the form is given. */
export type FormPart = {
  readonly draft: RegisterDraft
  readonly setDraft: (draft: RegisterDraft) => void
  readonly missing: ReturnType<typeof missingIn>
  readonly problems: readonly PersonProblem[]
  readonly error: CallError | null
  /** Whether a relative who is in the register already is offered. */
  readonly proposesKnown?: boolean
}

/** The sentence under a field: missing, refused by the rule while typing, or refused by main. */
export function errorAt(part: FormPart, field: string): string | null {
  if (part.missing.some(missing => missing === field)) return text.register.required
  const problem = part.problems.find(found => found.field === field)
  if (problem && isErrorCode(problem.code)) {
    return sentenceOf({ code: problem.code, params: { value: problem.value } })
  }
  return sentenceAt(part.error, field)
}

function isErrorCode(code: string): code is ErrorCode {
  return errorCodes.some(known => known === code)
}
