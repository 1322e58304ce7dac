import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { resize } from './shots/camera'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const fixtures = new URL('../fixtures/schedules/', import.meta.url).pathname
const stage = createStage('--practice')

afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

/** What the person in front of the dialog would choose. */
async function choose(file: string): Promise<void> {
  await stage.desk().launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, `${fixtures}${file}`)
  await stage.window().getByTestId('choose-schedule').click()
}

describe('the schedule and a file of the province', () => {
  test('from choosing a file to going back', async () => {
    await stage.open('2026-11-22T01:00:00.000Z')
    const window = stage.window()
    await window.getByTestId('screen-sign-in').waitFor({ timeout: 30_000 })
    await signIn(stage.desk(), pin)
    await stage.goTo('set-up')
    await stage.shoot('set-up-schedule', 'open-schedules')
    await window.getByTestId('open-schedules').click()
    await window.getByTestId('version-TCMR-2026B').waitFor()
    await stage.shoot('schedules', 'screen-schedules')
    await choose('tinh-co-loi.json')
    await stage.shoot('schedules-problems', 'schedule-problems')
    await choose('tinh-soi-8-thang.json')
    await window.getByTestId('apply-schedule').and(window.locator(':enabled')).waitFor({ timeout: 60_000 })
    await stage.shoot('schedules-preview', 'schedule-difference')
    await window.keyboard.press('Control+Enter')
    await window.getByLabel(/^Lý do/).fill('Công văn chống dịch sởi của Sở Y tế')
    await stage.shoot('schedules-reason', 'screen-schedules')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('schedule-done').waitFor()
    await stage.shoot('schedules-applied', 'schedule-done')
    await window.getByTestId('withdraw-file').click()
    await window.getByTestId('apply-schedule').and(window.locator(':enabled')).waitFor({ timeout: 60_000 })
    await stage.shoot('schedules-going-back', 'schedule-impact')
    await resize(window, 1093, 614)
    await stage.shoot('schedules-small', 'schedule-impact')
  }, 240_000)

  test('no word on a button or a chip is cut', () => {
    expect(stage.cut()).toEqual([])
  })
})
