import { Suspense, useEffect, useState } from 'react'
import { signOut } from '../../src/contract/point-calls'
import { call } from '../api'
import { LateSkeleton } from '../components/LateSkeleton'
import { useKeys } from '../components/use-keys'
import { readAgain } from '../data/use-call-query'
import { readSearch } from '../screens/reception/read-search'
import { type SignedInState, useAppState } from './app-state'
import { DayNotices } from './DayNotices'
import { DifficultyDesk } from './DifficultyDesk'
import styles from './Frame.module.css'
import { HelpOverlay } from './HelpOverlay'
import { LaneStrip } from './LaneStrip'
import { laneKeys, useNavigation } from './navigation'
import { Place } from './Place'
import { ScanAnswer } from './ScanAnswer'
import { SideBar } from './SideBar'
import { StatusBar } from './StatusBar'
import { ScanProvider } from './scan-desk'
import { useSearch } from './search'
import { TopBar } from './TopBar'

/** Top bar, sidebar, status bar, and the screen between them; the keys that work everywhere. */
export function Frame({ user }: { readonly user: SignedInState['signedIn'] }) {
  const { screen, go, back } = useNavigation()
  const search = useSearch()
  const { mode, today } = useAppState()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const openHelp = () => setHelpOpen(true)
  // Nobody is new before somebody has looked for them.
  function register() {
    if (search.text.trim() !== '') return go({ name: 'register', prefill: readSearch(search.text, today) })
    go({ name: 'reception' })
    search.focus()
  }

  // A scan may lead away from under the sheet of keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the place changes
  useEffect(() => setHelpOpen(false), [screen])
  useKeys(
    {
      F1: openHelp,
      '?': openHelp,
      F2: search.focus,
      F9: () => void leave(),
      'Ctrl+n': register,
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
          <DayNotices />
          <LaneStrip />
          <Suspense fallback={<LateSkeleton />}>
            <Place screen={screen} />
          </Suspense>
        </main>
        <StatusBar onHelp={openHelp} />
        <DifficultyDesk />
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
