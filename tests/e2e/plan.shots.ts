import { afterAll, afterEach, expect, test } from 'vitest'
import { openPlan, savePlan } from '../../src/contract/plan-calls'
import { openVisit } from '../../src/contract/visit-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import { createStage } from './shots/stage'

const stage = createStage('--practice')

afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

test('a plan is made and saved', async () => {
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
}, 120_000)

test('the papers of a small session', async () => {
  const window = stage.window()
  const { ask } = stage.desk()
  const on = day('2026-12-01')
  const slots = [{ slot: 'time' as const, time: '07:30', capacity: 5 }]
  const view = await ask(openPlan, { on, slots, places: null, nextSessionOn: null })
  const people = view.lines
    .filter(({ origin }) => origin === 'due')
    .slice(0, 5)
    .map(({ personId }) => ({ personId, slotAt: 0, origin: 'due' as const }))
  await ask(savePlan, {
    on,
    seenVersion: null,
    slots,
    nextSessionOn: null,
    heldVaccines: [],
    people,
    removed: [],
  })
  await window.getByTestId('plan-day').fill('01122026')
  await window.getByTestId('print-plan').and(window.locator(':enabled')).waitFor()
  await window.waitForTimeout(500)
  await window.keyboard.press('Escape')
  await stage.goTo('plan')
  await window.getByTestId('print-plan').click()
  await window.locator('[class*="paper"] img').waitFor({ timeout: 30_000 })
  await window.locator('[class*="paper"] img').evaluate(picture => picture.scrollIntoView({ block: 'end' }))
  await stage.shoot('plan-slips', 'print')
  await window.keyboard.press('Escape')
}, 120_000)

test('the vial question on the board', async () => {
  const window = stage.window()
  const { ask } = stage.desk()
  const view = await ask(openPlan, { on: day('2026-11-22'), slots: null, places: null, nextSessionOn: null })
  const needs = (code: string) =>
    view.lines.filter(
      ({ state, doses }) => state === 'invited' && doses.some(({ vaccineCode }) => vaccineCode === code),
    )
  for (const { personId } of [...needs('BCG_IVAC').slice(0, 1), ...needs('MVVAC').slice(0, 2)])
    await ask(openVisit, { personId })
  await stage.goTo('board')
  await window.getByTestId('vial-hint').first().waitFor()
  await window.getByTestId('vial-calls').first().click()
  await stage.shoot('plan-board', 'screen-board')
}, 60_000)

test('no words are cut', () => {
  expect(stage.cut()).toEqual([])
})
