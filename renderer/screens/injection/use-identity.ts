import { useState } from 'react'
import type { CallError } from '../../../src/contract/errors'
import { confirmIdentity, getIdentity, type IdentityView } from '../../../src/contract/safety-calls'
import type { ScanArrival } from '../../../src/domain/scan/scan-types'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'

/** What a parent says, one key each. */
export const identifiers = ['name', 'birth-date'] as const
export type SaidIdentifier = (typeof identifiers)[number]

/** Who sits here: settled by a scan, or by two identifiers that somebody said. */
export type IdentityDesk = {
  readonly view: IdentityView | null
  readonly isConfirmed: boolean
  readonly said: readonly SaidIdentifier[]
  readonly hasToldApart: boolean
  /** Why the last scan or the two identifiers were not taken. */
  readonly error: CallError | null
  /** The visit of whoever was scanned instead, when it waits for its injection as well. */
  readonly otherVisitId: string | null
  readonly say: (what: SaidIdentifier) => void
  readonly tellApart: () => void
  readonly scan: (arrival: ScanArrival) => void
}

/** Asks and keeps who sits here. What was said is not kept: it is said again to whoever opens the child anew. */
export function useIdentity(visitId: string): IdentityDesk {
  const identity = useCallQuery(getIdentity, { visitId })
  const confirm = useCallMutation(confirmIdentity)
  const [said, setSaid] = useState<readonly SaidIdentifier[]>([])
  const [hasToldApart, setToldApart] = useState(false)
  const alikes = identity.data?.alikes ?? []

  async function sendSaid(now: readonly SaidIdentifier[], isApart: boolean) {
    const isAll = identifiers.every(each => now.includes(each))
    if (!isAll || (alikes.length > 0 && !isApart)) return
    const toldApartFrom = alikes.map(({ personId }) => personId)
    const answer = await confirm.send({ visitId, how: 'two-identifiers', scan: null, toldApartFrom })
    if (!answer.ok) setSaid([])
  }
  async function scan(arrival: ScanArrival) {
    await confirm.send({ visitId, how: 'code', scan: arrival, toldApartFrom: [] })
  }
  const other = confirm.error?.problems[0]?.params.visitId
  return {
    view: identity.data,
    isConfirmed: identity.data?.confirmed != null,
    said,
    hasToldApart,
    error: confirm.error,
    otherVisitId: typeof other === 'string' ? other : null,
    say(what) {
      const now = said.includes(what) ? said.filter(each => each !== what) : [...said, what]
      setSaid(now)
      void sendSaid(now, hasToldApart)
    },
    tellApart() {
      setToldApart(true)
      void sendSaid(said, true)
    },
    scan: arrival => void scan(arrival),
  }
}
