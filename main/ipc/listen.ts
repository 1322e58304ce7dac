import { ipcMain, type WebContents } from 'electron'
import { allCalls } from '../../src/contract/all-calls'
import { refused, refusedWith } from '../../src/contract/answers'
import { type Actor, type Answer, type AnswerText, type Call, envelope } from '../../src/contract/call'
import { Trouble } from '../../src/contract/errors'

export type Request = {
  readonly call: Call
  readonly requestId: string
  readonly payload: unknown
  readonly actor: Actor | null
}

export type ListenOptions = {
  readonly origin: string
  readonly trusted: () => WebContents | null
  readonly actor: () => Actor | null
  /** A window that is nobody's: it may make a few reading calls, and never acts as who has signed in. */
  readonly onlooker?: { readonly contents: () => WebContents | null; readonly calls: ReadonlySet<string> }
  /** Hears of bugs: never with personal data. */
  readonly log: (line: string) => void
  /** Does what main itself serves. */
  readonly serveHere: (request: Request) => Promise<Answer<unknown>>
  /** Passes on what the engine serves. */
  readonly serveInEngine: (request: Request) => Promise<AnswerText>
}

/**
 * The only place where the application listens to a window: sender, then name and shape, then work. Answers are text: a board
 * of cards as one string crosses two processes in a fraction of the time that its thousand small objects take.
 */
export function listen(options: ListenOptions): void {
  const serveOnce = doneOnce(request => serveChecked(request, options))
  const refuse = (code: Parameters<typeof refused>[0]): AnswerText => JSON.stringify(refused(code))
  ipcMain.handle('call', async (event, name: unknown, raw: unknown): Promise<AnswerText> => {
    const frame = event.senderFrame
    const isOnlooker = isFromOnlooker(event.sender, options)
    const isKnown = isOnlooker || event.sender === options.trusted()
    if (!isKnown || frame === null || frame.parent !== null || frame.origin !== options.origin)
      return refuse('contract.untrusted-sender')
    const call = typeof name === 'string' ? allCalls.get(name) : undefined
    if (!call || call.audience === 'internal') return refuse('contract.unknown-call')
    if (isOnlooker && !(call.kind === 'read' && options.onlooker?.calls.has(call.name)))
      return refuse('contract.unknown-call')
    const parsed = envelope.safeParse(raw)
    if (!parsed.success) return refuse('contract.bad-request')
    const request = {
      call,
      ...parsed.data,
      payload: parsed.data.payload,
      actor: isOnlooker ? null : options.actor(),
    }
    return call.servedBy === 'main'
      ? JSON.stringify(await serveOnce(request))
      : options.serveInEngine(request)
  })
}

function isFromOnlooker(sender: WebContents, { onlooker }: ListenOptions): boolean {
  const contents = onlooker?.contents() ?? null
  return contents !== null && sender === contents
}

/** Main checks role and shape of its own calls; the engine checks those it serves. */
async function serveChecked(request: Request, options: ListenOptions): Promise<Answer<unknown>> {
  const { audience } = request.call
  if (audience !== 'anyone' && !request.actor) return refused('user.not-signed-in')
  if (Array.isArray(audience) && request.actor && !audience.includes(request.actor.role))
    return refused('user.not-allowed')
  const payload = request.call.request.safeParse(request.payload)
  if (!payload.success) return refused('contract.bad-request')
  try {
    return await options.serveHere({ ...request, payload: payload.data })
  } catch (error) {
    if (error instanceof Trouble) return refusedWith(error.problems)
    // A message may quote data; kind and place are enough to find a bug.
    const trace = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : ''
    options.log(
      `bug in ${request.call.name}: ${error instanceof Error ? error.name : typeof error}\n${trace}`,
    )
    return refused('engine.internal')
  }
}

/** How many answers to writes main remembers; a form that is still open asks again within minutes. */
const rememberedAnswers = 500

/**
 * Main's own writes, done once for each request id: a second press of the same button hears the first answer.
 * Kept in memory, because a window that outlives main does not exist.
 */
function doneOnce(work: (request: Request) => Promise<Answer<unknown>>) {
  const answers = new Map<string, Promise<Answer<unknown>>>()
  return (request: Request): Promise<Answer<unknown>> => {
    if (request.call.kind === 'read') return work(request)
    const key = `${request.call.name} ${request.requestId}`
    const earlier = answers.get(key)
    if (earlier) return earlier
    const answer = work(request).then(given => {
      // What was refused was not done: it may be tried again.
      if (!given.ok) answers.delete(key)
      return given
    })
    answers.set(key, answer)
    const [oldest] = answers.keys()
    if (answers.size > rememberedAnswers && oldest !== undefined) answers.delete(oldest)
    return answer
  }
}
