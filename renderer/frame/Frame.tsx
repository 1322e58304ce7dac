import { lazy, Suspense, useEffect, useState } from 'react'
import { signOut } from '../../src/contract/point-calls'
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
import { ScanAnswer } from './ScanAnswer'
import { SideBar } from './SideBar'
import { StatusBar } from './StatusBar'
import { ScanProvider } from './scan-desk'
import { useSearch } from './search'
import { TopBar } from './TopBar'

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
const DuplicatesScreen = lazy(async () => ({
  default: (await import('../screens/duplicates/DuplicatesScreen')).DuplicatesScreen,
}))
const ReviewScreen = lazy(async () => ({
  default: (await import('../screens/duplicates/ReviewScreen')).ReviewScreen,
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
const ScannerScreen = lazy(async () => ({
  default: (await import('../screens/scanner/ScannerScreen')).ScannerScreen,
}))
const SchedulesScreen = lazy(async () => ({
  default: (await import('../screens/schedules/SchedulesScreen')).SchedulesScreen,
}))

/** Top bar, sidebar, status bar, and the screen between them; the keys that work everywhere. */
export function Frame({ user }: { readonly user: SignedInState['signedIn'] }) {
  const { screen, go, back } = useNavigation()
  const search = useSearch()
  const { mode, today } = useAppState()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const openHelp = () => setHelpOpen(true)

  // A scan may lead away from under the sheet of keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the place changes
  useEffect(() => setHelpOpen(false), [screen])
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
    <ScanProvider>
      <div className={styles.frame} data-mode={mode}>
        <TopBar user={user} onSwitchUser={() => void leave()} />
        <SideBar />
        <main className={styles.main} data-testid={`screen-${screen.name}`}>
          <ScanAnswer />
          <Suspense fallback={<LateSkeleton />}>
            <Place screen={screen} />
          </Suspense>
        </main>
        <StatusBar onHelp={openHelp} />
        {isHelpOpen && <HelpOverlay onClose={() => setHelpOpen(false)} />}
      </div>
    </ScanProvider>
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
      return (
        <ReceptionScreen
          query={screen.query ?? null}
          checkedIn={screen.checkedIn ?? null}
          scanned={screen.scanned ?? null}
        />
      )
    case 'screening':
      return <ScreeningScreen key={screen.visitId ?? 'next'} {...visitOf(screen)} />
    case 'injection':
      return <InjectionScreen key={screen.visitId ?? 'next'} {...visitOf(screen)} />
    case 'observation':
      return <ObservationScreen />
    case 'people':
      return <PeopleScreen />
    case 'duplicates':
      return <DuplicatesScreen tab={screen.tab} />
    case 'merge-review':
      return <ReviewScreen key={`${screen.leftId} ${screen.rightId}`} pair={screen} />
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
    case 'scanner':
      return <ScannerScreen />
  }
}

function visitOf(screen: { readonly visitId?: string }): { visitId?: string } {
  return screen.visitId === undefined ? {} : { visitId: screen.visitId }
}
