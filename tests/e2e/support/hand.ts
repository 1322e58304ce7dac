import { setTimeout as sleep } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'

/** Milliseconds between two keys of somebody who types fast; a scanner has none. */
const pauseMs = 5
/**
 * As long as eyes and a finger need at the least. An Enter nearer to a scan than 120 ms is the scanner's own second ending
 * (`scan-ears.ts`), and what is asked for now answers sooner than that.
 */
const lookMs = 200
/** More presses of Tab than any screen has places. */
const mostTabs = 80

/** Keys, as a hand presses them. There is no mouse. */
export type Hand = {
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** What a scanner sends: all keys at once, then Enter. */
  readonly scan: (code: string) => Promise<void>
  /** A look at the screen before the key that cannot be taken back. */
  readonly look: () => Promise<void>
  /** Presses Tab until this place has the focus. Answers how often; throws if it is never reached. */
  readonly tabTo: (place: Locator) => Promise<number>
  /** Keys pressed since the window opened. */
  readonly count: () => number
  /** Times the page heard of a mouse. */
  readonly mouseUses: () => Promise<number>
}

declare global {
  interface Window {
    /** Counted by the page itself, so that no helper can click unseen. */
    mouseUses?: number
  }
}

/** Puts hands on the keyboard of a window. */
export async function handOn(page: Page): Promise<Hand> {
  let count = 0
  await page.evaluate(() => {
    window.mouseUses = 0
    for (const name of ['pointerdown', 'mousedown', 'touchstart', 'wheel'])
      window.addEventListener(name, () => (window.mouseUses = (window.mouseUses ?? 0) + 1), true)
  })
  async function key(name: string) {
    count += 1
    await page.keyboard.press(name)
  }
  const devTools = await page.context().newCDPSession(page)
  async function press(...keys: readonly string[]) {
    for (const name of keys) await key(name)
  }
  return {
    press,
    async type(text) {
      for (const sign of text) {
        // Letters with marks come from an input method as one.
        if (/[ -~]/u.test(sign)) await key(sign)
        else await page.keyboard.insertText(sign)
        await sleep(pauseMs)
      }
    },
    look: () => sleep(lookMs),
    async scan(code) {
      count += code.length + 1
      const beganAt = Date.now()
      const events = [...code, 'Enter'].flatMap((sign, at) => scannedKey(sign, beganAt + at))
      for (const event of events) await devTools.send('Input.dispatchKeyEvent', event)
    },
    async tabTo(place) {
      await place.waitFor()
      for (let tabs = 0; tabs <= mostTabs; tabs++) {
        if (await place.evaluate(element => element === document.activeElement)) return tabs
        await key('Tab')
      }
      throw new Error(`Tab never reaches ${place}`)
    },
    count: () => count,
    mouseUses: () => page.evaluate(() => window.mouseUses ?? -1),
  }
}

/** One key of a scanner, a millisecond after the one before however busy this machine is. */
function scannedKey(key: string, atMs: number) {
  const timestamp = atMs / 1000
  const enter = { windowsVirtualKeyCode: 13, code: 'Enter' }
  const down = { type: 'keyDown' as const, key, text: key === 'Enter' ? '\r' : key, timestamp }
  const up = { type: 'keyUp' as const, key, timestamp }
  return key === 'Enter'
    ? [
        { ...down, ...enter },
        { ...up, ...enter },
      ]
    : [down, up]
}
