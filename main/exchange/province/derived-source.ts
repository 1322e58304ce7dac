import type { WireResource } from '../../../src/domain/exchange/fhir/wire'
import { derivedKinds, offeredTypes } from '../../../src/domain/upload/capability'
import type { FhirClient } from './fhir-client'
import { NoAnswer } from './http-client'

/** What follows from one person's facts and was not said before. */
export type DerivedPart = {
  readonly personId: string
  readonly wires: readonly WireResource[]
  readonly said: Readonly<Record<string, string>>
}

/** What follows from facts that are sent already, a few people at a time. */
export type DerivedSource = {
  /** Whether there may be somebody of whom it is not said yet. */
  readonly hasWork: () => boolean
  /** The next people, each worked out when it is their turn; null when all is said. */
  readonly next: (kinds: ReadonlySet<string>) => {
    readonly people: readonly (() => DerivedPart)[]
    readonly startSeq: number
    readonly endSeq: number
  } | null
}

/** Which kinds of derived resources the server takes: what its CapabilityStatement does not offer is not sent. */
export async function kindsOf(client: FhirClient): Promise<ReadonlySet<string>> {
  const { judgement, answer } = await client.get('metadata')
  if (judgement.kind !== 'taken') return new Set()
  const offered = offeredTypes(parsed(answer.body))
  return new Set(derivedKinds.filter(kind => offered.has(kind)))
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new NoAnswer('link.half-answer', error)
  }
}
