import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { setUpPoint } from '../../src/contract/point-calls'
import { registerLongName } from './shots/busy-morning'
import { createStage, pin } from './shots/stage'
import { type Desk, signIn } from './support/desk'

const extracts = new URL('../fixtures/niis/', import.meta.url).pathname
const stage = createStage()

afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

describe('real use, from the first day', () => {
  test('first run', async () => {
    await stage.open('2026-11-22T00:45:00.000Z')
    await stage.shoot('start-first-run', 'screen-start')
    await stage.window().getByTestId('finish-start').click()
    await stage.shoot('start-missing', 'screen-start')
    await stage.window().getByTestId('add-printer-label').click()
    await stage.shoot('start-printer', 'save-printer')
  })

  test('an empty day in every place', async () => {
    await setUp(stage.desk())
    await stage.window().reload()
    await stage.shoot('sign-in', 'screen-sign-in')
    await stage.window().getByTestId('pin').fill('9999')
    await stage.window().keyboard.press('Enter')
    await stage.window().getByRole('alert').waitFor()
    await stage.shoot('sign-in-wrong', 'screen-sign-in')
    await signIn(stage.desk(), pin)
    for (const place of ['reception', 'board', 'screening', 'injection', 'observation', 'people', 'stock'])
      await stage.shootPlace(place, `empty-${place}`)
    await stage.shootPlace('print-jobs', 'empty-print-jobs')
  })

  test('import: what the national system gave', async () => {
    await stage.goTo('set-up')
    await stage.window().getByTestId('open-import').click()
    await chooseFile('extract-300.csv')
    await stage.window().getByTestId('check-import').click()
    await stage.shoot('import-preview', 'run-import')
    await stage.window().getByTestId('run-import').click()
    await stage.shoot('import-done', 'import-done')
  })

  test('the register is full, and somebody has a long name', async () => {
    await registerLongName(stage.desk())
    await stage.shootPlace('people', 'people-full')
    await stage.search('nguyen hoang phuong truc')
    await stage.shoot('reception-long-name', 'quick-name')
    await stage.goTo('set-up')
    await stage.shoot('set-up', 'screen-set-up')
    await stage.window().getByTestId('add-printer-page').click()
    await stage.shoot('set-up-printer', 'save-printer')
    await stage.window().keyboard.press('Escape')
    await stage.window().getByTestId('add-user').click()
    await stage.shoot('set-up-user', 'save-user')
  })

  test('no word on a button or a chip is cut', () => {
    expect(stage.cut()).toEqual([])
  })
})

async function setUp({ ask }: Desk): Promise<void> {
  const address = { provinceCode: '38', communeCode: '16378', hamlet: null, line: null }
  const name = 'Trạm Y tế phường Đông Sơn'
  const kind = 'commune-station'
  await ask(setUpPoint, {
    point: { name, code: null, kind, address, phone: null, offeredAntigens: [] },
    station: { name: 'Máy 1', number: 1 },
    user: { name: 'Trưởng trạm', role: 'head', pin },
  })
}

async function chooseFile(name: string): Promise<void> {
  await stage.desk().launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, `${extracts}${name}`)
  await stage.window().getByTestId('choose-file').click()
  await stage.window().getByTestId('import-understood').waitFor()
}
