import { afterAll, afterEach, expect, test } from 'vitest'
import { createStage } from './shots/stage'

const stage = createStage('--practice')

afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

async function shootPreview(name: string): Promise<void> {
  const window = stage.window()
  await window.locator('[class*="paper"] img').waitFor({ timeout: 30_000 })
  await window.waitForTimeout(400)
  await stage.shoot(name, 'print')
  await window.keyboard.press('Escape')
}

test('papers at the desks', async () => {
  await stage.reopen('2026-11-22T01:00:00.000Z')
  const window = stage.window()
  await stage.search('hoang')
  await window.getByTestId('results').waitFor()
  await window.keyboard.press('Enter')
  await window.getByTestId('queued').waitFor()
  await window.getByTestId('print-ticket').waitFor()
  await stage.shoot('documents-reception', 'screen-reception')
  await window.getByTestId('print-ticket').click()
  await shootPreview('documents-ticket')
  await stage.goTo('stock')
  await window.getByTestId('print-stock').waitFor()
  await stage.shoot('documents-stock', 'screen-stock')
  await window.keyboard.press('Control+p')
  await shootPreview('documents-stock-sheet')
  await stage.goTo('set-up')
  await window.getByTestId('template-vaccination-certificate').waitFor()
  await stage.shoot('documents-set-up', 'screen-set-up')
  await window.getByTestId('template-vaccination-certificate').click()
  await window.getByTestId('take-template').waitFor()
  await stage.shoot('documents-template', 'take-template')
  await window.keyboard.press('Escape')
}, 120_000)

test('papers of a person', async () => {
  const window = stage.window()
  await stage.search('nguyen 2024')
  await window.getByTestId('results').waitFor()
  await window.getByRole('button', { name: 'Mở hồ sơ' }).click()
  await window.getByTestId('print-certificate').waitFor()
  await stage.shoot('documents-person', 'identity')
  await window.keyboard.press('x')
  await shootPreview('documents-certificate')
  await window.getByRole('tab', { name: /Giấy tờ/u }).click()
  await stage.shoot('documents-papers', 'print-handbook-sticker')
  await window.getByTestId('print-handbook-sticker').click()
  await shootPreview('documents-sticker')
  expect(stage.cut()).toEqual([])
}, 120_000)
