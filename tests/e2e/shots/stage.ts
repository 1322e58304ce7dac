import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type Desk, openDesk, signIn } from '../support/desk'
import { type Camera, cameraOn, resize } from './camera'

/** Everybody's PIN in practice mode; the real point of the shots takes the same. */
export const pin = '2580'

/** One folder of data, and the application opened on it at one moment after the other. */
export function createStage(...args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-shots-'))
  const cut: string[] = []
  let opened: { readonly desk: Desk; readonly camera: Camera } | null = null
  const now = () => {
    if (!opened) throw new Error('the stage is not open')
    return opened
  }
  async function close(): Promise<void> {
    if (!opened) return
    cut.push(...opened.camera.cut())
    await opened.desk.launched.close()
    opened = null
  }
  async function open(startAt: string): Promise<void> {
    await close()
    const desk = await openDesk(join(folder, 'data'), startAt, args)
    desk.window.setDefaultTimeout(8_000)
    await resize(desk.window, 1366, 768)
    opened = { desk, camera: cameraOn(desk.window) }
  }
  async function goTo(place: string): Promise<void> {
    await now().desk.window.getByTestId(`nav-${place}`).click()
    await now().desk.window.getByTestId(`screen-${place}`).waitFor()
  }
  return {
    open,
    goTo,
    /** Opened at another moment, by somebody who signs in. */
    async reopen(startAt: string): Promise<void> {
      await open(startAt)
      await signIn(now().desk, pin)
    },
    desk: () => now().desk,
    window: (): Page => now().desk.window,
    shoot: (name: string, testId: string) => now().camera.shoot(name, testId),
    async shootPlace(place: string, name: string): Promise<void> {
      await goTo(place)
      await now().camera.shoot(name, `screen-${place}`)
    },
    async search(words: string): Promise<void> {
      await goTo('reception')
      await now().desk.window.getByTestId('search').fill(words)
      // What is due is asked once the typing rests.
      await now().desk.window.waitForTimeout(350)
    },
    /** Words on buttons and chips that were cut in any picture. */
    cut: () => [...cut, ...(opened?.camera.cut() ?? [])],
    async end(): Promise<void> {
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
