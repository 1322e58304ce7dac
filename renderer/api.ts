import type { Answer, AnswerText, Call, Envelope, RequestOf, ResponseOf } from '../src/contract/call'
import type { AppEvent } from '../src/contract/events'

/** What preload puts on the window: one way to ask, one way to hear. */
export type Bridge = {
  /** Answers with an `Answer` as JSON. */
  readonly call: (name: string, envelope: Envelope) => Promise<AnswerText>
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void
}

declare global {
  interface Window {
    readonly diemTiem: Bridge
  }
}

/**
 * The only door to main. Never throws: trouble comes back as an answer. A write keeps its `requestId`
 * for as long as the form lives, so that a second click or a retry is done once.
 */
export async function call<C extends Call>(
  definition: C,
  payload: RequestOf<C>,
  requestId: string = crypto.randomUUID(),
): Promise<Answer<ResponseOf<C>>> {
  try {
    const said = await window.diemTiem.call(definition.name, { requestId, payload })
    return JSON.parse(said) as Answer<ResponseOf<C>>
  } catch {
    return { ok: false, error: { code: 'engine.unreachable', problems: [], reference: null } }
  }
}

/** Hears what changed. Returns the function that stops listening. */
export function onEvent(listener: (event: AppEvent) => void): () => void {
  return window.diemTiem.onEvent(listener)
}
