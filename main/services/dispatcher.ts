import { refused, refusedWith } from '../../src/contract/answers'
import type { Actor, Answer, Call } from '../../src/contract/call'
import { type ErrorCode, refuse, Trouble } from '../../src/contract/errors'
import type { AppEvent } from '../../src/contract/events'
import { vietnamDayOf } from '../../src/domain/calendar/calendar-day'
import type { JournalEntry } from '../../src/domain/journal/entry'
import { sqliteTrouble } from '../db/sqlite-trouble'
import { personsOf, renewAfterWrite, renewWithWrite } from './immunization/renew-after-write'
import { examineWithWrite } from './register-doctor/examine-again'
import type { Ports, Service } from './service'

export type Dispatch = (
  name: string,
  request: { readonly requestId: string; readonly payload: unknown; readonly actor: Actor | null },
) => Answer<unknown>

export type DispatcherOptions = {
  readonly emit: (event: AppEvent) => void
  /** Hears of bugs: never with personal data. */
  readonly log: (line: string) => void
}

/**
 * The one place where a request becomes work: shape, then role, then one transaction. A write that was
 * answered before is answered again from memory, and not done twice.
 */
export function createDispatcher(
  ports: Ports,
  services: readonly Service[],
  options: DispatcherOptions,
): Dispatch {
  const byName = new Map(services.map(service => [service.call.name, service]))

  return function dispatch(name, { requestId, payload, actor }) {
    const service = byName.get(name)
    if (!service) return refused('contract.unknown-call')
    const blocked = audienceProblem(service.call, actor, ports)
    if (blocked) return refused(blocked)
    const parsed = service.call.request.safeParse(payload)
    if (!parsed.success) {
      return badRequest(parsed.error.issues)
    }
    try {
      return { ok: true, value: run(ports, service, requestId, parsed.data, actor, options) }
    } catch (error) {
      return answerOf(error, name, ports, options.log)
    }
  }
}

function run(
  ports: Ports,
  service: Service,
  requestId: string,
  payload: unknown,
  actor: Actor | null,
  { emit, log }: DispatcherOptions,
): unknown {
  const at = ports.clock()
  const written: JournalEntry[] = []
  const context = {
    ...ports,
    actor,
    at,
    today: vietnamDayOf(at),
    write: (entries: Parameters<typeof ports.store.journal.append>[0]) => {
      const userId = actor?.userId ?? null
      written.push(...ports.store.journal.append(entries, { at, userId, requestId }))
    },
    receive: (entries: readonly JournalEntry[]) => {
      for (const entry of entries) ports.store.journal.receive(entry)
    },
  }
  if (service.call.kind === 'read') return service.handle(context, payload)
  const { local } = ports.store
  const value = ports.store.transaction((): unknown => {
    const request = { id: requestId, call: service.call.name, payload }
    const earlier = local.findAnswer(request)
    // An id that stood for something else must never be answered with that: it could be another child's.
    if (earlier === 'another') refuse('contract.bad-request', {}, 'requestId')
    if (earlier !== null) return JSON.parse(earlier.answer) as unknown
    const result = service.handle(context, payload)
    local.keepAnswer(request, JSON.stringify(result), at)
    const concerned = personsOf(ports, written)
    renewWithWrite(ports, concerned, context.today, log)
    examineWithWrite(ports, concerned, context.today, log)
    return result
  })
  if (written.length > 0) {
    const personIds = personsOf(ports, written)
    emit(changeEvent(written, personIds))
    renewAfterWrite(ports, written, personIds, context.today, log)
  }
  return value
}

function changeEvent(written: readonly JournalEntry[], personIds: readonly string[]): AppEvent {
  return { name: 'records.changed', nouns: [...new Set(written.map(entry => entry.noun))], personIds }
}

function audienceProblem(call: Call, actor: Actor | null, { store }: Ports): ErrorCode | null {
  // Main never passes a window's request for an internal call on.
  if (call.audience === 'anyone' || call.audience === 'internal') return null
  if (!actor) return 'user.not-signed-in'
  // Somebody who was switched off while signed in is out at the next call.
  if (store.records.find('user', actor.userId)?.active === false) return 'user.not-signed-in'
  if (call.audience === 'signed-in' || call.audience.includes(actor.role)) return null
  return 'user.not-allowed'
}

/** A reason left blank has a sentence of its own; anything else of the wrong shape is named by its field. */
function badRequest(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Answer<never> {
  const problems = issues.map(({ path, message }) => {
    const isBlankReason = path.at(-1) === 'reason' && message === 'empty'
    const code: ErrorCode = isBlankReason ? 'reason.missing' : 'contract.bad-request'
    return { code, field: path.map(String).join('.'), params: {} }
  })
  const [first = { code: 'contract.bad-request' as const }] = problems
  return { ok: false, error: { code: first.code, problems, reference: null } }
}

function answerOf(error: unknown, name: string, ports: Ports, log: (line: string) => void): Answer<never> {
  if (error instanceof Trouble) return refusedWith(error.problems)
  const known = sqliteTrouble(error)
  if (known) return refused(known)
  const reference = ports.newId().slice(-6).toUpperCase()
  // The message of a bug may quote data, so only its kind and place are logged.
  const trace = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : ''
  log(`bug ${reference} in ${name}: ${error instanceof Error ? error.name : typeof error}\n${trace}`)
  return { ok: false, error: { code: 'engine.internal', problems: [], reference } }
}
