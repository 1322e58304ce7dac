import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createStage } from './shots/stage'

const stage = createStage('--practice')
afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

const lists = [
  'antenatal',
  'expected-births',
  'birth-dose',
  'postpartum',
  'not-weighed',
  'underweight',
  'milestones',
] as const

describe('the mother-and-child handbook in practice mode', () => {
  test('working lists, filled, narrowed and empty', async () => {
    await stage.reopen('2026-11-23T01:00:00.000Z')
    const window = stage.window()
    window.setDefaultTimeout(30_000)
    await stage.goTo('handbook')
    await stage.shoot('handbook-first', 'handbook-made')
    await window.getByTestId('handbook-line').first().waitFor()
    for (const [index, list] of lists.entries()) {
      await window.keyboard.press(`${index + 1}`)
      await window.waitForTimeout(500)
      await stage.shoot(`handbook-${list}`, 'handbook-made')
    }
    await window.keyboard.press('1')
    await window.keyboard.press('s')
    await window.keyboard.press('s')
    await window.keyboard.press('s')
    await window.waitForTimeout(400)
    await stage.shoot('handbook-late-month', 'handbook-made')
    await window.keyboard.press('s')
  }, 180_000)

  test('the report: a year in pictures, the month by commune, names of a cell', async () => {
    const window = stage.window()
    await window.keyboard.press('8')
    await window.getByTestId('trend-card').first().waitFor()
    await stage.shoot('handbook-report-trend', 'trend-card')
    await window.getByTestId('trend-bar').nth(11).click()
    await window.getByTestId('report-name').first().waitFor()
    await stage.shoot('handbook-report-names', 'report-name')
    await window.keyboard.press('Escape')
    await window.keyboard.press('v')
    await window.getByTestId('report-cell').first().waitFor()
    await stage.shoot('handbook-report-communes', 'report-cell')
    expect(stage.cut()).toEqual([])
  }, 120_000)
})
