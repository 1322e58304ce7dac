import type { Answer, Call, RequestOf, ResponseOf } from '../../../src/contract/call'
import type { AppEvent } from '../../../src/contract/events'

export type Ask = <C extends Call>(call: C, payload: RequestOf<C>) => Promise<Answer<ResponseOf<C>>>
export type Step = Extract<AppEvent, { readonly name: 'courier.progressed' }>['step']

/** What reading and writing a stick needs. */
export type StickWork = {
  /** The folder the user chose. */
  readonly stick: string
  readonly ask: Ask
  readonly progress: (step: Step, done: number, total: number) => void
  /** Called once when something was taken in. */
  readonly changed: () => void
  readonly isStopped: () => boolean
}
