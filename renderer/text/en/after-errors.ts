import type { ProblemParams } from '../../../src/contract/errors'

/** What stands between a press and what comes after the dose. */
export const afterErrors = {
  'reaction.no-dose': () => 'The record has no dose before the reaction began. Record the dose first.',
  'reaction.onset-in-future': () => 'The reaction begins after today.',
  'reaction.onset-before-dose': () =>
    'The reaction begins before the chosen dose was given. Check the day or the dose.',
  'aefi.not-found': () => 'This case is not in the records.',
  'aefi.bad-fact': () => 'A value of the form is not of its kind. Check the marked one.',
  'aefi.already-reported': ({ by }: ProblemParams) => `They were told already${by ? `, by ${by}` : ''}.`,
  'aefi.report-in-future': () => 'The report lies in the future.',
  'aefi.wrong-state': () =>
    'The case has not come so far: tell both the health department and the CDC, investigate, then close.',
  'aefi.cause-missing': () => 'There is no cause yet. Choose one under Conclusion.',
  'aefi.incomplete': ({ missing }: ProblemParams) =>
    `${missing ?? 'Some'} critical values are missing. Fill them in before closing.`,
  'aefi.outcome-open': () =>
    'There is no final outcome (recovered, sequelae, died). Record the outcome, then close.',
  'contact.not-found': () => 'This call is not there, or was withdrawn.',
  'kit.unknown-item': () => 'The emergency box has no such thing on its list.',
}
