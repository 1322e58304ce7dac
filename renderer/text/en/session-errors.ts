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
  'session.people-inside': ({ count, tickets }: ProblemParams) =>
    `Somebody is still in a lane${word(count, ': ')}${word(tickets, ', number ')}. Send home, or write why they left, then close.`,
  'session.no-show-unexplained': ({ count }: ProblemParams) =>
    `Some who did not come have no reason yet${word(count, ': ')}. Choose one or several, then the reason.`,
  'session.vial-open': ({ lots }: ProblemParams) =>
    `A vial is open that ends with the session${word(lots, ', lot ')}. Throw away what is left of it, then sign.`,
  'session.lot-unexplained': ({ lot, difference }: ProblemParams) =>
    `Lot${word(lot, ' ')} does not add up${word(difference, ' by doses: ')}. Count again, or write why.`,
  'session.lot-not-counted': ({ lot }: ProblemParams) =>
    `Lot${word(lot, ' ')} was used a moment ago and is not counted. Look at the vials again, then sign.`,
  'session.not-expected': () =>
    'This person is no longer among those who did not come. Look at the list again.',
  'session.in-future': () => 'The day of this session has not come yet.',
  'session.may-not-sign': () => 'This user may not sign a day. Choose a screener, a vaccinator or the head.',
  'session.signature-old': () => 'The signature is older than two minutes. Type the PIN again.',
  'session.not-closed': () => 'This session is not signed yet, so there is no sheet to print.',
}
