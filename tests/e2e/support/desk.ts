import type { Page } from 'playwright-core'
import type { Answer, Call, RequestOf, ResponseOf } from '../../../src/contract/call'
import { type LaunchedApp, launchApp } from '../../helpers/electron-app'
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
  return { launched, window, hand: await handOn(window), ask: (...asked) => ask(window, ...asked) }
}

async function ask<C extends Call>(page: Page, definition: C, payload: RequestOf<C>): Promise<ResponseOf<C>> {
  const answer = (await page.evaluate(
    ([name, body]) => window.diemTiem.call(name, { requestId: crypto.randomUUID(), payload: body }),
    [definition.name, payload] as const,
  )) as Answer<ResponseOf<C>>
  if (!answer.ok) throw new Error(`${definition.name}: ${JSON.stringify(answer.error)}`)
  return answer.value
}

/** Signs in by keyboard: the PIN field has the focus. */
export async function signIn({ window, hand }: Desk, pin: string): Promise<void> {
  await window.getByTestId('screen-sign-in').waitFor()
  await hand.type(pin)
  await hand.press('Enter')
  await window.getByTestId('screen-reception').waitFor()
}
