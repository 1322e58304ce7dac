import type { ProblemParams } from '../../../src/contract/errors'

function word(value: ProblemParams[string] | undefined, before: string): string {
  return value === undefined || value === null || value === '' ? '' : `${before}${value}`
}

/** What stands between a press and a session day. */
export const sessionErrors = {
  'session.stopped': ({ by, reason }: ProblemParams) =>
    `The session is stopped${word(by, ', by ')}${word(reason, ', because: ')}. Nobody is taken in or vaccinated; the head opens it again with a reason.`,
  'session.closed': ({ by }: ProblemParams) =>
    `The session is closed and signed${word(by, ' by ')}. To add something, the head opens it again with a reason.`,
  'session.already-open': () => 'The session is open already.',
}
