import { retryAfterMs } from '../../../src/domain/upload/back-off'
import { type Judgement, judgeAnswer } from '../../../src/domain/upload/judge-answer'
import { type HttpAnswer, type HttpClient, type HttpRequest, NoAnswer } from './http-client'
import type { ServerClock } from './server-clock'
import type { TokenSource } from './token-source'

export type FhirAnswer = {
  readonly judgement: Exclude<Judgement, { readonly kind: 'again' | 'new-token' }>
  readonly answer: HttpAnswer
}

export type FhirClient = ReturnType<typeof createFhirClient>

/**
 * Asks one FHIR server. What may be tried again later is thrown as NoAnswer; what is answered is judged. `tokens` is null
 * for a server that lets everybody in.
 */
export function createFhirClient(
  baseUrl: string,
  parts: { readonly http: HttpClient; readonly tokens: TokenSource | null; readonly clock: ServerClock },
) {
  const { http, tokens, clock } = parts

  async function exchange(request: HttpRequest): Promise<HttpAnswer> {
    const token = await tokens?.get()
    const headers = { ...request.headers, ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const answer = await http.exchange({ ...request, headers })
    clock.hear(answer.serverMs)
    return answer
  }

  async function ask(request: HttpRequest): Promise<FhirAnswer> {
    let answer = await exchange(request)
    if (answer.status === 401 && tokens) {
      tokens.drop()
      answer = await exchange(request)
    }
    const judgement = judgeAnswer(answer)
    if (judgement.kind === 'new-token') throw new NoAnswer('link.not-let-in')
    if (judgement.kind === 'again')
      throw new NoAnswer(judgement.why, undefined, retryAfterMs(answer.retryAfter, clock.nowMs()))
    return { judgement, answer }
  }

  return {
    /** Posts a transaction. */
    post: (body: string) =>
      ask({ method: 'POST', url: baseUrl, headers: { 'content-type': 'application/fhir+json' }, body }),
    /** Reads below the base address: `Patient/12`, `Patient?identifier=…`. */
    get: (path: string) => ask({ method: 'GET', url: `${baseUrl}/${path}` }),
  }
}
