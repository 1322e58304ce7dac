import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { onEvent } from '../api'
import { ErrorNotice } from '../components/ErrorNotice'
import { LateSkeleton } from '../components/LateSkeleton'
import { readSoon } from '../data/read-soon'
import { queryClient, readAgain, readLink, readProgress } from '../data/use-call-query'
import { SignInScreen } from '../screens/sign-in/SignInScreen'
import { text } from '../text'
import { mantineTheme, mantineVariables } from '../theme/mantine-theme'
import styles from './App.module.css'
import { AppStateProvider, useAppStateQuery } from './app-state'
import { EmergencyProvider } from './emergency'
import { Frame } from './Frame'
import { NavigationProvider } from './navigation'
import { SearchProvider } from './search'

// Seen once in the life of a station.
const StartScreen = lazy(async () => ({
  default: (await import('../screens/start/StartScreen')).StartScreen,
}))
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** The window: providers once, then set-up, sign-in or the frame with its screen. */
export function App() {
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <NavigationProvider>
          <SearchProvider>
            <Gate />
          </SearchProvider>
        </NavigationProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}

function Gate() {
  const isEngineStopped = useEvents()
  const { data: state, error, isLoading, retry } = useAppStateQuery()
  if (!state) {
    return (
      <main className={styles.centre}>
        {error && <ErrorNotice error={error} onRetry={retry} />}
        {isLoading && <LateSkeleton />}
      </main>
    )
  }
  return (
    <AppStateProvider state={state}>
      {isEngineStopped && (
        <p className={styles.stopped} role="alert">
          {text.frame.engineStopped}
        </p>
      )}
      <EmergencyProvider>
        {!state.setUp && (
          <Suspense fallback={<LateSkeleton />}>
            <StartScreen />
          </Suspense>
        )}
        {state.setUp && !state.signedIn && <SignInScreen />}
        {state.setUp && state.signedIn && <Frame user={state.signedIn} />}
      </EmergencyProvider>
    </AppStateProvider>
  )
}

/** Reads again what is shown when something changed. True while the engine is away. */
function useEvents(): boolean {
  const [isStopped, setStopped] = useState(false)
  useEffect(
    () =>
      onEvent(event => {
        if (event.name === 'engine.stopped') setStopped(true)
        if (event.name === 'engine.restarted') setStopped(false)
        if (event.name === 'job.progressed') readProgress()
        else if (event.name === 'records.changed') readSoon(event.nouns)
        else if (event.name === 'link.changed') readLink()
        else if (event.name !== 'engine.stopped' && event.name !== 'courier.progressed') readAgain()
      }),
    [],
  )
  return isStopped
}
