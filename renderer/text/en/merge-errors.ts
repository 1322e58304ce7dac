import type { ErrorCode, ProblemParams } from '../../../src/contract/errors'

type Sentence = (params: ProblemParams) => string
type MergeCode = Extract<ErrorCode, `merge.${string}` | `duplicate.${string}` | 'person.has-records'>

function word(value: ProblemParams[string] | undefined, before: string): string {
  return value ? `${before}${value}` : ''
}

/** Two records of one person: one sentence a code. */
export const mergeErrors: Readonly<Record<MergeCode, Sentence>> = {
  'person.has-records': () =>
    'This record already has doses, visits or a merge, so it cannot be removed. If it is a duplicate, merge it.',
  'merge.same-record': () => 'These already are one person; there is nothing to merge.',
  'merge.already-merged': ({ name }) =>
    `The record${word(name, ' ')} was already merged into another one. Open the record that stays.`,
  'merge.voided-record': ({ name }) =>
    `The record${word(name, ' ')} was removed as a mistake, so it cannot be merged.`,
  'merge.visit-open': ({ name }) =>
    `${name || 'This person'} has an open visit today. Finish the visit first.`,
  'merge.two-identities': () =>
    'The records carry two different identity numbers or national codes. They may be two people; write why to merge anyway.',
  'merge.twins': () =>
    'Same mother, same birth date, another name: they may be twins. Write why to merge anyway.',
  'merge.different-sex': () => 'The two records differ in sex. Write why to merge anyway.',
  'merge.decided-different': () =>
    'Somebody has confirmed before that these are two people. Write why to merge anyway.',
  'merge.not-found': () => 'This merge is not there any more. Open the list again.',
  'merge.already-undone': () => 'This merge was already undone. Merge again if needed.',
  'merge.later-merge': ({ name }) =>
    `A later merge${word(name, ' with ')} builds upon this one. Undo the newest first.`,
  'duplicate.already-dismissed': () => 'This pair is already marked as two people.',
  'duplicate.decision-not-found': () => 'This decision is not there any more. Open the list again.',
}
