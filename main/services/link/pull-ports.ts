import { takeInFacts } from '../../../src/contract/arrival-calls'
import type { Answer, RequestOf } from '../../../src/contract/call'
import { nameAuthors } from '../../../src/contract/conflict-history-calls'
import type { ArrivedFact } from '../../../src/domain/exchange/fhir/arrived'
import { type PulledType, pulledTypes } from '../../../src/domain/exchange/fhir/ask-province'
import type { ReadContext } from '../../../src/domain/exchange/fhir/read-fields'
import type { Vaccine } from '../../../src/domain/immunization/vaccine'
import { arrivalRequestId } from '../../../src/domain/journal/arrival-mark'
import type { Dispatch } from '../dispatcher'
import type { WriteGate } from '../jobs/write-gate'
import type { Ports } from '../service'

type TakenIn = {
  readonly taken: number
  readonly held: readonly { readonly resource: string; readonly needs: string | null }[]
  readonly personIds: readonly string[]
}

/** What the reading of the province's resources asks of this register. */
export function readContext(
  resources: Pick<Ports['resources'], 'provinceCodes' | 'vaccines'>,
  idOf: (text: string) => string,
): ReadContext {
  const { vaccines } = resources
  const byCvx = new Map<string, Vaccine>()
  for (const vaccine of vaccines.values()) {
    const known = vaccine.cvx === null ? undefined : byCvx.get(vaccine.cvx)
    // An international code says the kind and not the product: the row for products of unknown name stands for it.
    if (vaccine.cvx !== null && (!known || vaccine.code.startsWith('GENERIC_')))
      byCvx.set(vaccine.cvx, vaccine)
  }
  return {
    codes: resources.provinceCodes,
    idOf,
    vaccineOf: ({ own, cvx }) => {
      if (own !== null && vaccines.has(own)) return own
      return cvx === null ? null : (byCvx.get(cvx)?.code ?? null)
    },
    antigensOf: code => vaccines.get(code)?.antigens.length ?? 0,
  }
}

/** Does a piece of work when nobody writes a whole, and hands its answer or error on. */
function atGate<T>(gate: WriteGate, work: () => T): Promise<T> {
  return new Promise((resolve, reject) =>
    gate.whenOpen(() => {
      try {
        resolve(work())
      } catch (error) {
        reject(error)
      }
    }),
  )
}

/** So many questions are looked at for who wrote the other side. */
const unnamedAtOnce = 50

/** What this PC remembers of its pulls. */
export function pullMemory({ store }: Pick<Ports, 'store'>, gate: WriteGate) {
  const { local, arrivals } = store
  return {
    checkpoint: (type: PulledType) => local.readMeta(checkpointKey(type)) || null,
    setCheckpoint: (type: PulledType, lastUpdated: string) =>
      atGate(gate, () => local.writeMeta(checkpointKey(type), lastUpdated)),
    again: () => JSON.parse(local.readMeta('pull.again') ?? '[]') as readonly string[],
    setAgain: (resources: readonly string[]) =>
      atGate(gate, () => local.writeMeta('pull.again', JSON.stringify(resources))),
    /** Goes through the register once: who came in by a courier stick is known at the province perhaps. */
    takeUnasked: (limit: number): Promise<readonly string[]> =>
      atGate(gate, () => {
        const place = Number(local.readMeta('pull.asked-to') ?? '0')
        const people = arrivals.peopleBehind(place, limit)
        const last = people.at(-1)
        if (last) local.writeMeta('pull.asked-to', String(last.place))
        return people.map(({ id }) => id).filter(id => arrivals.copyOf(id) === null)
      }),
    unnamed: () =>
      arrivals
        .openConflicts(0, unnamedAtOnce)
        .flatMap(({ id, kind, personId, doseIds, therePlace, thereBy }) => {
          if (therePlace !== null && thereBy !== null) return []
          const about = kind === 'dose-field' ? doseIds[0] : kind === 'double-dose' ? undefined : personId
          const copy = about === undefined ? null : arrivals.copyOf(about)
          return copy ? [{ conflictId: id, resource: copy.resource, entryId: copy.entryId }] : []
        }),
  }
}

function checkpointKey(type: PulledType): string {
  return `pull.checkpoint.${type}`
}

/** A server that was not asked before is asked from the start: nothing is known of what it holds. */
export function beginWithServer({ store }: Pick<Ports, 'store'>, baseUrl: string): void {
  const { local, arrivals } = store
  if (local.readMeta('pull.server') === baseUrl) return
  store.transaction(() => {
    arrivals.forgetCopies()
    for (const type of pulledTypes) local.writeMeta(checkpointKey(type), '')
    local.writeMeta('pull.again', '[]')
    local.writeMeta('pull.asked-to', '0')
    local.writeMeta('pull.server', baseUrl)
  })
}

/** Hands facts to the register through its one door for writes, when nobody writes a whole. */
export function takeInThrough(
  dispatch: Dispatch,
  gate: WriteGate,
  { newId, offsetMs }: { readonly newId: () => string; readonly offsetMs: () => number },
) {
  return (facts: readonly ArrivedFact[], wanted: readonly string[]): Promise<TakenIn> =>
    atGate(gate, () => {
      const payload = { facts, wanted, offsetMs: Math.round(offsetMs()) }
      const request = { requestId: arrivalRequestId(newId()), payload, actor: null }
      const answer = dispatch(takeInFacts.name, request) as Answer<TakenIn>
      if (!answer.ok) throw new Error(`what came in was not written: ${answer.error.code}`)
      return answer.value
    })
}

type Named = RequestOf<typeof nameAuthors>['authors'][number]

/** Writes into questions who wrote the other side, likewise. */
export function nameAuthorsThrough(dispatch: Dispatch, gate: WriteGate, newId: () => string) {
  return (authors: readonly Named[]): Promise<void> =>
    atGate(gate, () => {
      const request = { requestId: arrivalRequestId(newId()), payload: { authors }, actor: null }
      const answer = dispatch(nameAuthors.name, request) as Answer<unknown>
      if (!answer.ok) throw new Error(`who wrote it was not written: ${answer.error.code}`)
    })
}
