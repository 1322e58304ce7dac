import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Desk, openDesk, signIn } from './desk'
import { type Wedge, wedgeOn } from './wedge'

/** A desk in practice mode with a scanner on it. */
export type ScanningDesk = {
  readonly desk: Desk
  readonly wedge: Wedge
  /** Waits until this person, and nobody else, is open at the reception with what is due. */
  readonly seeOpened: (personId: string) => Promise<void>
  readonly end: () => Promise<void>
}

/** Opens the application and signs in. */
export async function openScanningDesk(): Promise<ScanningDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-scan-'))
  const desk = await openDesk(join(folder, 'data'), '2026-11-22T01:00:00.000Z', ['--practice'])
  desk.window.setDefaultTimeout(30_000)
  await signIn(desk, '2580')
  desk.window.setDefaultTimeout(10_000)
  return {
    desk,
    wedge: await wedgeOn(desk.window),
    async seeOpened(personId) {
      await desk.window.locator(`[data-testid="screen-reception"] [data-person-id="${personId}"]`).waitFor()
      await desk.window.getByTestId('put-in-queue').waitFor()
    },
    async end() {
      await desk.launched.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
