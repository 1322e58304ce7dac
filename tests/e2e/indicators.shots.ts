import { writeFileSync } from 'node:fs'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createStage, pin } from './shots/stage'
import { ask } from './support/ask'
import { signIn } from './support/desk'

const stage = createStage('--practice')
afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

describe('the indicators in practice mode', () => {
  test('coverage, curves, drop-out, places, work, and the names behind a mark', async () => {
    await stage.open('2026-11-23T01:00:00.000Z')
    const window = stage.window()
    window.setDefaultTimeout(60_000)
    await signIn(stage.desk(), pin)
    await stage.goTo('indicators')
    await window.getByTestId('share-bar').first().waitFor({ timeout: 180_000 })
    await stage.shoot('indicators-coverage', 'share-bar')
    await window.getByTestId('share-bar').nth(6).click()
    await window.getByTestId('indicator-name').first().waitFor()
    await stage.shoot('indicators-names', 'indicator-name')
    await window.keyboard.press('Escape')
    await window.keyboard.press('2')
    await window.getByTestId('curve-chart').nth(1).focus()
    for (let press = 0; press < 7; press++) await window.keyboard.press('PageUp')
    await stage.shoot('indicators-timing', 'curve-chart')
    await window.keyboard.press('3')
    await window.getByTestId('stack-part').first().waitFor()
    await stage.shoot('indicators-gaps', 'stack-part')
    await window.keyboard.press('4')
    await window.getByTestId('place-card').first().waitFor()
    await stage.shoot('indicators-communes', 'place-card')
    await window.getByTestId('place-card').first().getByRole('button').first().click()
    await window.waitForTimeout(500)
    await stage.shoot('indicators-hamlets', 'place-card')
    await window.keyboard.press('5')
    await window.getByTestId('delays-entry').waitFor()
    await stage.shoot('indicators-work', 'delays-entry')
    const cohort = { from: '2024-12', to: '2025-11' }
    const sheet = await ask<{ readonly mime: string; readonly dataUrl: string }>(window, 'document.preview', {
      kind: 'indicator-sheet',
      personId: null,
      visitId: null,
      paper: 'A4',
      bilingual: false,
      indicators: { cohort, place: null },
    })
    const folder = new URL('../../shots/', import.meta.url).pathname
    const kind = sheet.mime === 'application/pdf' ? 'pdf' : 'png'
    writeFileSync(
      `${folder}indicators-sheet.${kind}`,
      Buffer.from(sheet.dataUrl.split(',')[1] ?? '', 'base64'),
    )
    expect(stage.cut()).toEqual([])
  }, 480_000)
})
