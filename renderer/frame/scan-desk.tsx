import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { readScanCall, type ScanOutcome, type ScanRefusal } from '../../src/contract/scan-calls'
import type { ScanDraft } from '../../src/domain/scan/card-draft'
import type { ScanArrival, ScanLook } from '../../src/domain/scan/scan-types'
import { call } from '../api'
import { type RegisterPrefill, useNavigation } from './navigation'
import { useSearch } from './search'
import { useScanner } from './use-scanner'

/** What a scan left on the screen for somebody to answer. */
export type ShownScan =
  | { readonly kind: 'choose'; readonly outcome: Extract<ScanOutcome, { readonly outcome: 'choose' }> }
  | {
      readonly kind: 'refused'
      readonly code: ScanRefusal | 'engine.unreachable'
      readonly looksLike: ScanLook | null
      /** The first signs of what arrived; on the screen only, gone with the notice. */
      readonly arrived: string
    }

export type ScanDesk = {
  readonly shown: ShownScan | null
  readonly dismiss: () => void
  /** Reads a scan, or what somebody pasted from one. */
  readonly take: (arrival: ScanArrival) => void
  /** Hands every scan to one screen instead, until the returned function is called. */
  readonly borrow: (hear: (arrival: ScanArrival) => void) => () => void
}

const ScanContext = createContext<ScanDesk | null>(null)
const mostShown = 40

/** Hears the scanner on every screen and does what comes of a scan. */
export function ScanProvider({ children }: { readonly children: ReactNode }) {
  const { shown, setShown, read } = useReader()
  const borrower = useRef<((arrival: ScanArrival) => void) | null>(null)
  const current = useRef(read)
  current.current = read
  const desk = useMemo<ScanDesk>(
    () => ({
      shown,
      dismiss: () => setShown(null),
      take: arrival => (borrower.current ?? current.current)(arrival),
      borrow: hear => {
        borrower.current = hear
        return () => {
          if (borrower.current === hear) borrower.current = null
        }
      },
    }),
    [shown, setShown],
  )
  useScanner(desk.take)
  return <ScanContext.Provider value={desk}>{children}</ScanContext.Provider>
}

/** Asks whom a scan means and goes there. The last scan counts: an answer that comes late is dropped. */
function useReader() {
  const { screen, go } = useNavigation()
  const search = useSearch()
  const [shown, setShown] = useState<ShownScan | null>(null)
  const latest = useRef(0)
  // Whoever goes on has answered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the place changes
  useEffect(() => setShown(null), [screen])
  // A form that is open is filled on; one that is not begins with the card alone.
  const begun = screen.name === 'register' ? (screen.prefill ?? {}) : null

  function follow(outcome: ScanOutcome, arrived: string) {
    switch (outcome.outcome) {
      case 'person':
        search.setText(outcome.number)
        go({ name: 'reception', scanned: { personId: outcome.personId, number: outcome.number } })
        return search.focus()
      case 'register':
        return go({ name: 'register', prefill: formFor(outcome.draft, begun) })
      case 'transfer':
        return go({ name: 'transfer', text: outcome.text })
      case 'certificate':
        return go({ name: 'verify', text: outcome.text, scanId: crypto.randomUUID() })
      case 'choose':
        return setShown({ kind: 'choose', outcome })
      case 'refused':
        return setShown({ kind: 'refused', code: outcome.code, looksLike: outcome.looksLike, arrived })
    }
  }
  async function ask(arrival: ScanArrival) {
    const mine = ++latest.current
    setShown(null)
    const answer = await call(readScanCall, arrival)
    if (mine !== latest.current) return
    const arrived = arrival.text.slice(0, mostShown)
    if (answer.ok) follow(answer.value, arrived)
    else setShown({ kind: 'refused', code: 'engine.unreachable', looksLike: null, arrived })
  }
  return { shown, setShown, read: (arrival: ScanArrival) => void ask(arrival) }
}

/** The form a scan fills: the one that is open, or a fresh one of its own number. */
export function formFor(scan: ScanDraft, begun: RegisterPrefill | null): RegisterPrefill {
  return begun ? { ...begun, scan } : { scan, scannedNumber: scan.identifiers[0]?.value ?? '' }
}

/** The scanner, wherever one is in the window. */
export function useScanDesk(): ScanDesk {
  const desk = useContext(ScanContext)
  if (!desk) throw new Error('useScanDesk outside its provider')
  return desk
}
