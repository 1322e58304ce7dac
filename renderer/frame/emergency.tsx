import {
  createContext,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useKeys } from '../components/use-keys'
import type { EmergencyPatient } from './emergency-patient'

const EmergencyCard = lazy(async () => ({
  default: (await import('../screens/emergency/EmergencyCard')).EmergencyCard,
}))

type Emergency = {
  /** Opens the card over whatever is on the screen; with nobody chosen it asks who, or goes on without. */
  readonly open: (patient: EmergencyPatient | null) => void
  /** Whom the screen below is about: the key opens the card with them. */
  readonly hint: RefObject<EmergencyPatient | null>
  /** When adrenaline was given, in milliseconds of this PC; of the last hours only. */
  readonly injections: readonly number[]
}

const EmergencyContext = createContext<Emergency | null>(null)
const place = 'adrenaline'
/** After so long nobody waits for a repeat any more. */
const forgetMs = 2 * 3_600_000

/**
 * The card of anaphylaxis by one key from any screen, under an open dialog and before anybody has signed in. The times of
 * the injections are kept on this PC, so that the clock of the repeat goes on when the card is closed or the window dies.
 */
export function EmergencyProvider({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const [patient, setPatient] = useState<EmergencyPatient | null>(null)
  const [injections, setInjections] = useState(readInjections)
  const hint = useRef<EmergencyPatient | null>(null)
  const before = useRef<Element | null>(null)
  const show = useCallback((who: EmergencyPatient | null) => {
    before.current = document.activeElement
    setPatient(who)
    setOpen(true)
  }, [])
  /** The field that had the cursor has it again: a PIN or a name is typed on. */
  function close() {
    setOpen(false)
    setPatient(null)
    const field = before.current
    requestAnimationFrame(() => field instanceof HTMLElement && field.focus())
  }
  const press = () => (isOpen ? close() : show(hint.current))
  useKeys({ F8: press }, 'emergency')
  const emergency = useMemo<Emergency>(
    () => ({
      injections,
      hint,
      open: show,
    }),
    [injections, show],
  )
  function keep(times: readonly number[]) {
    localStorage.setItem(place, JSON.stringify(times))
    setInjections(times)
  }
  return (
    <EmergencyContext.Provider value={emergency}>
      {children}
      {isOpen && (
        <Suspense fallback={null}>
          <EmergencyCard
            patient={patient}
            injections={injections}
            onPatient={setPatient}
            onInjected={() => keep([...injections, Date.now()])}
            onClear={() => keep([])}
            onClose={close}
          />
        </Suspense>
      )}
    </EmergencyContext.Provider>
  )
}

/** The card of anaphylaxis, and the clock of the repeat. */
export function useEmergency(): Emergency {
  const emergency = useContext(EmergencyContext)
  if (!emergency) throw new Error('useEmergency outside its provider')
  return emergency
}

/** Says whom the screen is about, while it is shown. */
export function EmergencyPatientHint({ patient }: { readonly patient: EmergencyPatient | null }) {
  const { hint } = useEmergency()
  useEffect(() => {
    hint.current = patient
    return () => {
      hint.current = null
    }
  })
  return null
}

function readInjections(): readonly number[] {
  const times = /^\[[\d,.]*\]$/u.exec(localStorage.getItem(place) ?? '')?.[0] ?? '[]'
  const known: unknown = JSON.parse(times)
  if (!Array.isArray(known)) return []
  return known.filter((at): at is number => typeof at === 'number' && Date.now() - at < forgetMs)
}
