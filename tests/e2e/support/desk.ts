import type { Page } from 'playwright-core'
import type { Call, RequestOf, ResponseOf } from '../../../src/contract/call'
import { type LaunchedApp, launchApp } from '../../helpers/electron-app'
import { ask } from './ask'
import { type Hand, handOn } from './hand'

/** The application as somebody sits at it: its window, two hands on the keyboard, and its engine to ask afterwards. */
export type Desk = {
  readonly launched: LaunchedApp
  readonly window: Page
  readonly hand: Hand
  /** Asks through the window's own door. Throws what was refused. */
  readonly ask: <C extends Call>(definition: C, payload: RequestOf<C>) => Promise<ResponseOf<C>>
}

/** Starts the application on a folder of data, at a moment (UTC). */
export async function openDesk(
  userData: string,
  startAt: string,
  args: readonly string[] = [],
): Promise<Desk> {
  const launched = await launchApp({ userData, args, env: { DIEM_TIEM_START_AT: startAt } })
  const { window } = launched
  return {
    launched,
    window,
    hand: await handOn(window),
    ask: (definition, payload) => ask(window, definition.name, payload),
  }
}

/** Signs in by keyboard: the PIN field has the focus. */
export async function signIn({ window, hand }: Desk, pin: string): Promise<void> {
  await window.getByTestId('screen-sign-in').waitFor()
  await hand.type(pin)
  await hand.press('Enter')
  await window.getByTestId('screen-reception').waitFor()
}
