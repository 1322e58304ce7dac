import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const folder = new URL('../../../shots/', import.meta.url).pathname

/** Takes pictures of one window and keeps account of what does not fit its box. */
export type Camera = {
  /** Waits for this place (a test id), takes the picture, and notes every chip or button whose words are cut. */
  readonly shoot: (name: string, testId: string) => Promise<void>
  /** Words that were cut, with the picture they were seen in. */
  readonly cut: () => readonly string[]
}

/** A camera on this window; pictures go into `shots/`. */
export function cameraOn(window: Page): Camera {
  mkdirSync(folder, { recursive: true })
  const cut: string[] = []
  return {
    async shoot(name, testId) {
      await window.getByTestId(testId).first().waitFor()
      await settle(window)
      const path = `${folder}${name}.png`
      await window.screenshot({ path, animations: 'disabled', caret: 'hide' })
      expect(await window.getByTestId(testId).first().isVisible(), `${testId} in ${name}`).toBe(true)
      cut.push(...(await cutWords(window)).map(words => `${name}: ${words}`))
    },
    cut: () => cut,
  }
}

/** Pictures of the window at this size; the window itself keeps the size of the screen. */
export async function resize(window: Page, width: number, height: number): Promise<void> {
  await window.setViewportSize({ width, height })
}

/** Nothing is being read and nothing moves any more. */
async function settle(window: Page): Promise<void> {
  await window.evaluate(() => document.fonts.ready)
  await window.waitForFunction(
    () => document.querySelector('[aria-busy="true"], [data-testid="skeleton"]') === null,
    null,
    { timeout: 5_000 },
  )
  await window.waitForTimeout(120)
}

/** Texts of the chips and buttons in sight that are wider than their box. A whole pixel is lost to rounding. */
function cutWords(window: Page): Promise<readonly string[]> {
  return window.evaluate(() => {
    const boxes = document.querySelectorAll<HTMLElement>(
      'button, [role="tab"], [class*="chip"], [class*="word"]',
    )
    const isCut = (box: HTMLElement) => box.clientWidth > 1 && box.scrollWidth > box.clientWidth + 1
    return [...new Set([...boxes].filter(box => box.checkVisibility() && isCut(box)))].map(
      box => `"${box.innerText.replaceAll('\n', ' ')}" ${box.scrollWidth} > ${box.clientWidth}`,
    )
  })
}
