import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { HandbookList } from '../../src/domain/report/handbook-lists'
import type { ReportKey } from '../../src/domain/report/report-form'
import type { ScanDraft } from '../../src/domain/scan/card-draft'

/** What a search already knew about somebody who is not registered yet. */
export type RegisterPrefill = {
  readonly name?: string
  readonly phone?: string | null
  readonly birthDate?: CalendarDay | null
  readonly sex?: 'male' | 'female' | null
  readonly nationalId?: string | null
  /** What a scanned card says. */
  readonly scan?: ScanDraft
  /** The number that opened the form by a scan: the same card finds its draft again. */
  readonly scannedNumber?: string
}

/** Somebody a scan means, and the number that stands in the search box for them. */
export type Scanned = { readonly personId: string; readonly number: string }

/** Somebody who has just been put into the queue, for the reception to say. */
export type CheckedIn = {
  readonly name: string
  readonly ticket: number
  readonly isPrinting: boolean
  readonly personId: string
  readonly visitId: string
}

/** Every place in the window. */
export type Screen =
  | { readonly name: 'board' }
  | {
      readonly name: 'reception'
      readonly query?: string
      readonly checkedIn?: CheckedIn
      readonly scanned?: Scanned
    }
  | { readonly name: 'screening'; readonly visitId?: string }
  | { readonly name: 'injection'; readonly visitId?: string }
  | { readonly name: 'observation' }
  | { readonly name: 'after'; readonly tab?: AfterTab }
  | { readonly name: 'aefi-case'; readonly caseId: string }
  | { readonly name: 'recall'; readonly lotId: string }
  | { readonly name: 'people' }
  | { readonly name: 'duplicates'; readonly tab?: DuplicatesTab }
  | { readonly name: 'register-doctor' }
  | { readonly name: 'difficulties' }
  | { readonly name: 'merge-review'; readonly leftId: string; readonly rightId: string }
  | { readonly name: 'due' }
  | { readonly name: 'handbook'; readonly tab?: HandbookTab }
  | { readonly name: 'indicators'; readonly tab?: IndicatorTab }
  | { readonly name: 'plan' }
  | {
      readonly name: 'person'
      readonly personId: string
      readonly tab?: PersonTab
      readonly open?: 'edit' | 'doses'
      /** Of the form that is open: where to begin, as a path into the record. */
      readonly field?: string
    }
  | { readonly name: 'register'; readonly prefill?: RegisterPrefill }
  | { readonly name: 'stock' }
  | { readonly name: 'cold-chain' }
  | { readonly name: 'print-jobs' }
  | { readonly name: 'link' }
  | { readonly name: 'conflicts' }
  | { readonly name: 'set-up' }
  | { readonly name: 'import' }
  | { readonly name: 'schedules' }
  | { readonly name: 'scanner' }
  | { readonly name: 'printers' }
  | { readonly name: 'transfer'; readonly text?: string }
  | { readonly name: 'old-addresses' }
  /** `scanId` tells two scans of the same card apart: the second is shown as well. */
  | { readonly name: 'verify'; readonly text?: string; readonly scanId?: string }
  | { readonly name: 'certificate-keys' }
  | { readonly name: 'courier' }
  | { readonly name: 'close-day'; readonly on?: CalendarDay }
  /** Without a mother she is found or registered first; `childId`: a registered child; `birthId`: a birth to be corrected. */
  | {
      readonly name: 'birth'
      readonly motherId: string | null
      readonly pregnancyId?: string | null
      readonly childId?: string
      readonly birthId?: string
    }
  | { readonly name: 'postnatal'; readonly birthId: string }
  | { readonly name: 'family-thread'; readonly personId: string }
  | { readonly name: 'supervision' }
  | { readonly name: 'reports' }
  | { readonly name: 'report'; readonly key: ReportKey }

/** Pairs that may be one person, merges, and pairs that are two people. */
export type DuplicatesTab = 'pairs' | 'merges' | 'dismissed'
/** Calls of the following day, severe cases, the emergency box. */
export type AfterTab = 'calls' | 'cases' | 'kit'
/** The working lists of the handbook, and the programme's report. */
export type HandbookTab = HandbookList | 'report'
/** The pictures of the indicators. */
export type IndicatorTab = 'coverage' | 'timing' | 'gaps' | 'places' | 'work'
export type PersonTab = 'immunization' | 'catch-up' | 'child' | 'pregnancy' | 'papers' | 'family' | 'history'

export type Navigation = {
  readonly screen: Screen
  readonly go: (screen: Screen) => void
  /** To where the user came from; the reception when there is nothing before. */
  readonly back: () => void
}

/** The lanes of a session by their keys, as the board shows them. */
export const laneKeys: readonly { readonly key: string; readonly screen: Screen }[] = [
  { key: 'Alt+1', screen: { name: 'reception' } },
  { key: 'Alt+2', screen: { name: 'screening' } },
  { key: 'Alt+3', screen: { name: 'injection' } },
  { key: 'Alt+4', screen: { name: 'observation' } },
  { key: 'Alt+5', screen: { name: 'board' } },
]

const NavigationContext = createContext<Navigation | null>(null)

/** Keeps where the user is and where they came from, through a change of user as well. */
export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [trail, setTrail] = useState<readonly Screen[]>([{ name: 'reception' }])
  const go = useCallback((screen: Screen) => setTrail(before => [...before.slice(-19), screen]), [])
  const back = useCallback(() => {
    setTrail(before => (before.length > 1 ? before.slice(0, -1) : [{ name: 'reception' }]))
  }, [])
  const screen = trail.at(-1) ?? { name: 'reception' }
  const navigation = useMemo(() => ({ screen, go, back }), [screen, go, back])
  return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>
}

/** Where the window is, and how to get elsewhere. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('useNavigation outside its provider')
  return navigation
}
