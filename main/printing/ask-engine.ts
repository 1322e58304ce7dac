import type { Answer, Call, RequestOf, ResponseOf } from '../../src/contract/call'
import { Trouble } from '../../src/contract/errors'

/** The way to the engine; the window cannot make these calls. */
export type AskEngine = <C extends Call>(call: C, payload: RequestOf<C>) => Promise<Answer<ResponseOf<C>>>

/** What the engine answered; throws Trouble when it refused. */
export async function value<C extends Call>(
  { ask }: { readonly ask: AskEngine },
  call: C,
  payload: RequestOf<C>,
): Promise<ResponseOf<C>> {
  const answer = await ask(call, payload)
  if (answer.ok) return answer.value
  throw new Trouble(answer.error.problems)
}
