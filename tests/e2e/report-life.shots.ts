import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createStage, pin } from './shots/stage'
import { ask } from './support/ask'
import { signIn } from './support/desk'

const stage = createStage('--practice')
afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

const key = { formId: 'epi-month', period: '2026-11', basis: 'place' }
const given = { sectionId: 'results', rowId: 'bcg', columnId: 'given' }

describe('the life of a report in practice mode', () => {
  test('due, entered, checked, signed, sent', async () => {
    await stage.open('2026-12-02T01:00:00.000Z')
    const window = stage.window()
    window.setDefaultTimeout(60_000)
    await signIn(stage.desk(), pin)
    await stage.goTo('board')
    await window.getByTestId('due-report').first().waitFor()
    await stage.shoot('report-due-board', 'due-report')
    await stage.goTo('reports')
    await window.getByTestId('due-report').first().waitFor()
    await stage.shoot('report-due', 'due-report')
    await window.getByTestId('due-report').filter({ hasText: 'mở rộng tháng Tháng 11/2026' }).click()
    await window.getByTestId('report-life').waitFor()
    await window.waitForTimeout(6_000)
    await stage.shoot('report-life-draft', 'report-life')
    await window.getByTestId('report-enter').click()
    await window.getByTestId('report-enter-values').waitFor()
    await stage.shoot('report-life-enter', 'report-enter-values')
    await window.getByTestId('report-enter-values').getByRole('textbox').nth(2).fill('120')
    await window.getByTestId('save-entered').click()
    await window.getByTestId('report-enter-values').waitFor({ state: 'detached' })
    await window.getByTestId('report-check').click()
    const save = window.getByTestId('save-reasons')
    await save.waitFor()
    await stage.shoot('report-life-check', 'save-reasons')
    const reasons = window.getByTestId('check-dialog').getByRole('textbox')
    for (let at = 0; at < (await reasons.count()); at++)
      await reasons.nth(at).fill('Đã đối chiếu với sổ, đúng')
    await save.click()
    await window.getByTestId('report-sign').click()
    await window.getByTestId('report-pin').fill(pin)
    await stage.shoot('report-life-sign', 'confirm-sign-report')
    await window.getByTestId('confirm-sign-report').click()
    await window.getByTestId('report-send').click()
    await stage.shoot('report-life-send', 'confirm-send-report')
    await window.getByTestId('confirm-send-report').click()
    await window.getByTestId('report-answer').waitFor()
    await stage.shoot('report-life-sent', 'report-life')
  }, 400_000)

  test('a dose taken back later shows as a difference, and makes an amendment', async () => {
    const window = stage.window()
    const names = await ask(window, 'report.list-names', { key, cell: given, offset: 0, limit: 1 })
    const [name] = (names as { readonly lines: readonly { readonly recordId: string }[] }).lines
    await ask(window, 'dose.void', { doseId: name?.recordId, reason: 'Ghi nhầm người' })
    await ask(window, 'job.start', { job: { name: 'report.review' } })
    await window.getByTestId('report-drifted').waitFor()
    await stage.shoot('report-life-drifted', 'report-drifted')
    await window.getByTestId('show-drift').click()
    await window.getByTestId('difference-name').first().waitFor()
    await stage.shoot('report-life-drift', 'difference-name')
    await window.keyboard.press('Escape')
    await window.getByTestId('report-amend').click()
    await window.getByRole('textbox').last().fill('Một mũi ghi nhầm người')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('report-check').waitFor()
    await window.getByTestId('report-versions').click()
    await stage.shoot('report-life-versions', 'versions-dialog')
    expect(stage.cut()).toEqual([])
  }, 300_000)
})
