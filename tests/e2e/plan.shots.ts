import { afterAll, afterEach, expect, test } from 'vitest'
import { createStage } from './shots/stage'

const stage = createStage('--practice')

afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

test('a plan is made, saved and printed', async () => {
  await stage.reopen('2026-11-22T01:00:00.000Z')
  const window = stage.window()
  await stage.goTo('plan')
  await window.getByTestId('plan-line').first().waitFor({ timeout: 20_000 })
  await window.getByTestId('renewal').waitFor({ state: 'detached', timeout: 60_000 })
  await window.waitForTimeout(800)
  await stage.shoot('plan-proposed', 'screen-plan')
  await window.getByTestId('plan-preset-hours').click()
  await window.getByTestId('plan-next').fill('29112026')
  await window.getByTestId('plan-next').blur()
  await window.waitForTimeout(600)
  await stage.shoot('plan-hours', 'screen-plan')
  await window.getByTestId('plan-add').fill('nguyen thi')
  await window.getByTestId('plan-hit').first().waitFor()
  await stage.shoot('plan-add', 'screen-plan')
  await window.keyboard.press('Escape')
  await window.getByTestId('save-plan').click()
  await window.getByTestId('print-plan').and(window.locator(':enabled')).waitFor()
  await stage.shoot('plan-saved', 'screen-plan')
  await window.keyboard.press('Control+p')
  await window.locator('[class*="paper"] img').waitFor({ timeout: 30_000 })
  await stage.shoot('plan-paper', 'print')
  await window.keyboard.press('Escape')
  await stage.shootPlace('board', 'plan-board')
}, 120_000)

test('no words are cut', () => {
  expect(stage.cut()).toEqual([])
})
