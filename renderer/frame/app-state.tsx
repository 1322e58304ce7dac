import { createContext, type ReactNode, useContext } from 'react'
import { type AppState, getAppState } from '../../src/contract/point-calls'
import { type CallRead, useCallQuery } from '../data/use-call-query'

export type SignedInState = AppState & { readonly signedIn: NonNullable<AppState['signedIn']> }

const AppStateContext = createContext<AppState | null>(null)

/** Reads what the window must know before anything else. */
export function useAppStateQuery(): CallRead<AppState> {
  return useCallQuery(getAppState, {})
}

/** Gives every screen below it the state of the application. */
export function AppStateProvider({
  state,
  children,
}: {
  readonly state: AppState
  readonly children: ReactNode
}) {
  return <AppStateContext.Provider value={state}>{children}</AppStateContext.Provider>
}

/** The point, the users, today and the rest; screens are only shown once it is known. */
export function useAppState(): AppState {
  const state = useContext(AppStateContext)
  if (!state) throw new Error('useAppState outside its provider')
  return state
}
