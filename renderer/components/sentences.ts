import type { CallError, Problem } from '../../src/contract/errors'
import { text } from '../text'

/** The sentence for one problem. */
export function sentenceOf(problem: Pick<Problem, 'code' | 'params'>): string {
  return text.errors[problem.code](problem.params)
}

/** Every different sentence of an answer; at least one. */
export function sentencesOf(error: CallError): readonly string[] {
  const sentences = error.problems.map(sentenceOf)
  return sentences.length > 0 ? [...new Set(sentences)] : [text.errors[error.code]({})]
}

/** The sentence that belongs to one field of a form, or null. */
export function sentenceAt(error: CallError | null, field: string): string | null {
  const problem = error?.problems.find(found => found.field === field || found.field?.startsWith(`${field}.`))
  return problem ? sentenceOf(problem) : null
}
