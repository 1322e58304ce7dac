import { lazy, Suspense, useState } from 'react'
import { signOut } from '../../src/contract/point-calls'
import { isTransferSlip } from '../../src/domain/exchange/digit-frame'
import { readCitizenIdQr } from '../../src/domain/person/citizen-id-qr'
import { call } from '../api'
import { LateSkeleton } from '../components/LateSkeleton'
import { useKeys } from '../components/use-keys'
import { readAgain } from '../data/use-call-query'
import { ReceptionScreen } from '../screens/reception/ReceptionScreen'
import { readSearch } from '../screens/reception/read-search'
import { type SignedInState, useAppState } from './app-state'
import styles from './Frame.module.css'
import { HelpOverlay } from './HelpOverlay'
import { laneKeys, type Screen, useNavigation } from './navigation'
import { SideBar } from './SideBar'
import { StatusBar } from './StatusBar'
import { useSearch } from './search'
import { TopBar } from './TopBar'
import { useScanner } from './use-scanner'

const BoardScreen = lazy(async () => ({
  default: (await import('../screens/board/BoardScreen')).BoardScreen,
}))
const ScreeningScreen = lazy(async () => ({
  default: (await import('../screens/screening/ScreeningScreen')).ScreeningScreen,
}))
const InjectionScreen = lazy(async () => ({
  default: (await import('../screens/injection/InjectionScreen')).InjectionScreen,
}))
const ObservationScreen = lazy(async () => ({
  default: (await import('../screens/observation/ObservationScreen')).ObservationScreen,
}))
const StockScreen = lazy(async () => ({
  default: (await import('../screens/stock/StockScreen')).StockScreen,
}))
const PrintJobsScreen = lazy(async () => ({
  default: (await import('../screens/documents/PrintJobsScreen')).PrintJobsScreen,
}))
const RegisterScreen = lazy(async () => ({
  default: (await import('../screens/register/RegisterScreen')).RegisterScreen,
}))
const PeopleScreen = lazy(async () => ({
  default: (await import('../screens/people/PeopleScreen')).PeopleScreen,
}))
const DueScreen = lazy(async () => ({
  default: (await import('../screens/due/DueScreen')).DueScreen,
}))
const PersonScreen = lazy(async () => ({
  default: (await import('../screens/person/PersonScreen')).PersonScreen,
}))
const SetUpScreen = lazy(async () => ({
  default: (await import('../screens/set-up/SetUpScreen')).SetUpScreen,
}))
const ImportScreen = lazy(async () => ({
  default: (await import('../screens/import/ImportScreen')).ImportScreen,
}))

const SchedulesScreen = lazy(async () => ({
  default: (await import('../screens/schedules/SchedulesScreen')).SchedulesScreen,
}))
const TransferScreen = lazy(async () => ({
  default: (await import('../screens/household/TransferScreen')).TransferScreen,
}))
const OldAddressesScreen = lazy(async () => ({
  default: (await import('../screens/household/OldAddressesScreen')).OldAddressesScreen,
}))

/** Top bar, sidebar, status bar, and the screen between them; the keys that work everywhere. */
export function Frame({ user }: { readonly user: SignedInState['signedIn'] }) {
  const { screen, go, back } = useNavigation()
  const search = useSearch()
  const { mode, today } = useAppState()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const openHelp = () => setHelpOpen(true)

  useScanner(scanned => {
    if (isTransferSlip(scanned)) return go({ name: 'transfer', text: scanned })
    const read = readCitizenIdQr(scanned)
    search.setText(read.ok ? read.card.nationalId : scanned.trim())
    go({ name: 'reception' })
    search.focus()
  })
  useKeys(
    {
      F1: openHelp,
      '?': openHelp,
      F2: search.focus,
      F9: () => void leave(),
      'Ctrl+n': () => go({ name: 'register', prefill: readSearch(search.text, today) }),
      Escape: () => (screen.name === 'reception' ? false : back()),
      ...Object.fromEntries(laneKeys.map(lane => [lane.key, () => go(lane.screen)])),
    },
    'frame',
  )

  return (
    <div className={styles.frame} data-mode={mode}>
      <TopBar user={user} onSwitchUser={() => void leave()} />
      <SideBar />
      <main className={styles.main} data-testid={`screen-${screen.name}`}>
        <Suspense fallback={<LateSkeleton />}>
          <Place screen={screen} />
        </Suspense>
      </main>
      <StatusBar onHelp={openHelp} />
      {isHelpOpen && <HelpOverlay onClose={() => setHelpOpen(false)} />}
    </div>
  )
}

/** Back to the sign-in; drafts stay in this window. */
async function leave(): Promise<void> {
  await call(signOut, {})
  readAgain()
}

function Place({ screen }: { readonly screen: Screen }) {
  switch (screen.name) {
    case 'board':
      return <BoardScreen />
    case 'reception':
      return <ReceptionScreen query={screen.query ?? null} checkedIn={screen.checkedIn ?? null} />
    case 'screening':
      return <ScreeningScreen key={screen.visitId ?? 'next'} {...visitOf(screen)} />
    case 'injection':
      return <InjectionScreen key={screen.visitId ?? 'next'} {...visitOf(screen)} />
    case 'observation':
      return <ObservationScreen />
    case 'people':
      return <PeopleScreen />
    case 'due':
      return <DueScreen />
    case 'person':
      return (
        <PersonScreen key={screen.personId} personId={screen.personId} tab={screen.tab} open={screen.open} />
      )
    case 'register':
      return <RegisterScreen prefill={screen.prefill ?? null} />
    case 'stock':
      return <StockScreen />
    case 'print-jobs':
      return <PrintJobsScreen />
    case 'set-up':
      return <SetUpScreen />
    case 'import':
      return <ImportScreen />
    case 'schedules':
      return <SchedulesScreen />
    case 'transfer':
      return <TransferScreen scanned={screen.text ?? null} />
    case 'old-addresses':
      return <OldAddressesScreen />
  }
}

function visitOf(screen: { readonly visitId?: string }): { visitId?: string } {
  return screen.visitId === undefined ? {} : { visitId: screen.visitId }
}
