import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setUpPoint } from '../../src/contract/point-calls'
import {
  arrive,
  arriveAs,
  longNamed,
  react,
  registerLongName,
  screen,
  sendHome,
  vaccinate,
} from './shots/busy-morning'
import { type Camera, cameraOn, resize } from './shots/camera'
import { type Desk, openDesk, signIn } from './support/desk'

const pin = '2580'
const extracts = new URL('../fixtures/niis/', import.meta.url).pathname

let folder: string
let desk: Desk
let camera: Camera
const cut: string[] = []

async function open(startAt: string, ...args: readonly string[]): Promise<void> {
  desk = await openDesk(join(folder, 'data'), startAt, args)
  desk.window.setDefaultTimeout(8_000)
  await resize(desk.window, 1366, 768)
  camera = cameraOn(desk.window)
}
async function close(): Promise<void> {
  cut.push(...camera.cut())
  await desk.launched.close()
}
async function reopen(startAt: string, ...args: readonly string[]): Promise<void> {
  await close()
  await open(startAt, ...args)
  await signIn(desk, pin)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diem-tiem-shots-'))
})
afterAll(async () => {
  await desk.launched.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(desk.launched.output())
})

describe('real use, from the first day', () => {
  test('first run', async () => {
    await open('2026-11-22T00:45:00.000Z')
    await camera.shoot('start-first-run', 'screen-start')
    await desk.window.getByTestId('finish-start').click()
    await camera.shoot('start-missing', 'screen-start')
    await desk.window.getByTestId('add-printer-label').click()
    await camera.shoot('start-printer', 'save-printer')
  })

  test('an empty day in every place', async () => {
    await setUp(desk)
    await desk.window.reload()
    await camera.shoot('sign-in', 'screen-sign-in')
    await desk.window.getByTestId('pin').fill('9999')
    await desk.window.keyboard.press('Enter')
    await desk.window.getByRole('alert').waitFor()
    await camera.shoot('sign-in-wrong', 'screen-sign-in')
    await signIn(desk, pin)
    for (const place of ['reception', 'board', 'screening', 'injection', 'observation', 'people', 'stock'])
      await shootPlace(place, `empty-${place}`)
    await shootPlace('print-jobs', 'empty-print-jobs')
  })

  test('import: broken, then whole', async () => {
    await goTo('set-up')
    await desk.window.getByTestId('open-import').click()
    await camera.shoot('import-start', 'screen-import')
    await chooseFile('extract-broken-unknown-vaccine.csv')
    await camera.shoot('import-problems', 'screen-import')
    await chooseFile('extract-300.csv')
    await camera.shoot('import-preview', 'run-import')
    await desk.window.getByTestId('run-import').click()
    await camera.shoot('import-done', 'import-done')
  })

  test('the register is full, and somebody has a long name', async () => {
    await registerLongName(desk)
    await shootPlace('people', 'people-full')
    await search('nguyen hoang phuong truc')
    await camera.shoot('reception-long-name', 'quick-name')
    await goTo('set-up')
    await camera.shoot('set-up', 'screen-set-up')
    await desk.window.getByTestId('add-printer-page').click()
    await camera.shoot('set-up-printer', 'save-printer')
    await desk.window.keyboard.press('Escape')
    await desk.window.getByTestId('add-user').click()
    await camera.shoot('set-up-user', 'save-user')
  })
})

describe('a busy morning in practice mode', () => {
  test('the morning is played', async () => {
    await close()
    await open('2026-11-22T01:00:00.000Z', '--practice')
    await camera.shoot('practice-sign-in', 'screen-sign-in')
    await signIn(desk, pin)
    await camera.shoot('reception-today', 'screen-reception')
    const early = [await vaccinate(desk), await vaccinate(desk), await vaccinate(desk)]
    await reopen('2026-11-22T01:12:00.000Z', '--practice')
    const feverish = await vaccinate(desk)
    await vaccinate(desk)
    await react(desk, feverish)
    await reopen('2026-11-22T01:24:00.000Z', '--practice')
    await vaccinate(desk)
    await screen(desk, await arrive(desk), { temperatureC: 38.4, concluded: 'deferred' })
    await reopen('2026-11-22T01:33:00.000Z', '--practice')
    for (const seen of early.slice(0, 2)) await sendHome(desk, seen)
    const longName = await registerLongName(desk)
    await screen(desk, await arriveAs(desk, longName))
    for (let count = 0; count < 2; count++) await screen(desk, await arrive(desk))
    for (let count = 0; count < 4; count++) await arrive(desk)
  }, 60_000)

  test('board and reception', async () => {
    await shootPlace('board', 'board-busy')
    await goTo('reception')
    await camera.shoot('reception-today-busy', 'screen-reception')
    await search('nguyen thi')
    await camera.shoot('reception-results', 'quick-name')
    await search('xyz khong co ai 0912345678')
    await camera.shoot('reception-nobody', 'register-new')
    await search('nguyen')
    await desk.window.getByTestId('quick-name').waitFor()
    await desk.window.keyboard.press('ArrowDown')
    await desk.window.keyboard.press('Enter')
    await camera.shoot('reception-queued', 'queued')
  })

  test('registering', async () => {
    const { window } = desk
    await search('bui quoc huy')
    await window.getByTestId('quick-name').or(window.getByTestId('register-new')).first().waitFor()
    await window.keyboard.press('Control+n')
    await camera.shoot('register-plain', 'register-form')
    await window.getByTestId('save-and-queue').click()
    await camera.shoot('register-missing', 'register-form')
    await window.getByText('Thêm: định danh', { exact: false }).click()
    await camera.shoot('register-more', 'register-form')
    await window.getByLabel(/^Họ tên( \*)?$/).fill(longNamed.name)
    await window
      .getByLabel(/^Ngày sinh/)
      .first()
      .fill('18052025')
    await window.getByTestId('sex').getByText('Nữ', { exact: true }).click()
    await window.getByLabel(/^Họ tên mẹ/).fill('Trần Thị Nguyễn Phượng Hoàng Uyên')
    await window.getByRole('article').first().waitFor()
    await camera.shoot('register-duplicates', 'register-form')
    await window.keyboard.press('Escape')
  })

  test('a record', async () => {
    const { window } = desk
    await search('nguyen hoang phuong truc')
    await window.getByTestId('quick-name').filter({ hasText: /trúc/i }).waitFor()
    await window.keyboard.press('ArrowRight')
    await camera.shoot('person-immunization', 'screen-person')
    for (const [name, tab] of [
      ['papers', 'Giấy tờ'],
      ['family', 'Gia đình'],
      ['history', 'Lịch sử thay đổi'],
    ] as const) {
      await window.getByRole('tab', { name: tab }).click()
      await camera.shoot(`person-${name}`, 'screen-person')
    }
    await window.getByTestId('edit-person').click()
    await camera.shoot('person-edit', 'edit-form')
    await window.keyboard.press('Escape')
    await window.getByRole('tab', { name: 'Tiêm chủng' }).click()
    await window.getByTestId('add-historical').click()
    await camera.shoot('historical-empty', 'historical-grid')
    await fillHistorical()
    await camera.shoot('historical-problems', 'historical-grid')
    await window.keyboard.press('Escape')
  })

  test('papers', async () => {
    const { window } = desk
    await window.keyboard.press('Control+p')
    await camera.shoot('document-record-a4', 'print')
    await window.getByText('A5', { exact: true }).click()
    await window.getByRole('switch').click()
    await window.waitForTimeout(300)
    await camera.shoot('document-record-a5-bilingual', 'print')
    await window.keyboard.press('Escape')
    await window.getByRole('button', { name: 'In nhãn' }).click()
    await camera.shoot('document-label', 'print')
    await window.getByTestId('print').click()
    await window.waitForTimeout(300)
    await camera.shoot('document-label-no-printer', 'print')
    await window.keyboard.press('Escape')
    await shootPlace('print-jobs', 'print-jobs')
  })

  test('screening', async () => {
    const { window } = desk
    await goTo('screening')
    await camera.shoot('screening-empty', 'all-no')
    await window.getByLabel(/^Thân nhiệt/).fill('38,6')
    await window.getByLabel(/^Cân nặng/).fill('9,4')
    await window.getByTestId('all-no').click()
    await window.getByTestId('item-2').getByRole('radio', { name: /Có/ }).click()
    await camera.shoot('screening-yes', 'sign')
    await window.getByTestId('conclusion-eligible').click()
    await camera.shoot('screening-differs', 'sign')
  })

  test('injection', async () => {
    const { window } = desk
    await goTo('injection')
    await camera.shoot('injection', 'dose-matrix')
    await window.keyboard.press('Space')
    await camera.shoot('injection-why', 'dose-matrix')
    await window.getByTestId('lot').first().click()
    await camera.shoot('injection-lots', 'dose-matrix')
    await window.keyboard.press('Escape')
    await window.getByTestId('add-other').click()
    await window.getByTestId('add-other').fill('dpt')
    await window.getByRole('option').filter({ visible: true }).first().click()
    await window.waitForTimeout(400)
    await camera.shoot('injection-warning', 'save-doses')
  })

  test('observation', async () => {
    const { window } = desk
    await goTo('observation')
    await camera.shoot('observation', 'timer-card')
    await window.getByRole('button', { name: 'Sốt', exact: false }).first().click()
    await camera.shoot('observation-reaction', 'record-reaction')
    await window.keyboard.press('F8')
    await window.getByRole('alertdialog').waitFor()
    await camera.shoot('observation-emergency', 'screen-observation')
    await window.keyboard.press('Escape')
    await window.getByTestId('timer-card').nth(2).click()
    await camera.shoot('observation-early', 'screen-observation')
  })

  test('stock, help, another user', async () => {
    const { window } = desk
    await shootPlace('stock', 'stock')
    await window.getByTestId('lots').getByRole('row').nth(3).click()
    await camera.shoot('stock-lot', 'lots')
    await window.keyboard.press('F4')
    await camera.shoot('stock-receive', 'receive-lot')
    await window.keyboard.press('F1')
    await window.getByRole('dialog').waitFor()
    await camera.shoot('help', 'screen-stock')
    await window.keyboard.press('Escape')
    await window.keyboard.press('F9')
    await camera.shoot('switch-user', 'screen-sign-in')
    await window.getByTestId('pin').fill(pin)
    await window.keyboard.press('Enter')
    await window.getByTestId('screen-stock').waitFor()
  })

  test('small window', async () => {
    await resize(desk.window, 1093, 614)
    await shootAround('small')
    await resize(desk.window, 1366, 768)
  })

  test('dark, large letters, English', async () => {
    const { window } = desk
    await window.emulateMedia({ colorScheme: 'dark' })
    await shootAround('dark')
    await window.emulateMedia({ colorScheme: 'light' })
    await window.evaluate(() => localStorage.setItem('large-type', 'true'))
    await window.reload()
    await shootAround('large')
    await window.evaluate(() => {
      localStorage.setItem('large-type', 'false')
      localStorage.setItem('locale', 'en')
    })
    await window.reload()
    await shootAround('english')
  })

  test('no word on a button or a chip is cut', () => {
    cut.push(...camera.cut())
    expect(cut).toEqual([])
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

async function goTo(place: string): Promise<void> {
  await desk.window.getByTestId(`nav-${place}`).click()
  await desk.window.getByTestId(`screen-${place}`).waitFor()
}

async function shootPlace(place: string, name: string): Promise<void> {
  await goTo(place)
  await camera.shoot(name, `screen-${place}`)
}

async function search(words: string): Promise<void> {
  await goTo('reception')
  await desk.window.getByTestId('search').fill(words)
}

/** The main places once more, in another look. */
async function shootAround(look: string): Promise<void> {
  const { window } = desk
  await search('nguyen thi')
  await camera.shoot(`${look}-reception`, 'quick-name')
  await shootPlace('board', `${look}-board`)
  await goTo('screening')
  await camera.shoot(`${look}-screening`, 'all-no')
  await goTo('injection')
  await camera.shoot(`${look}-injection`, 'dose-matrix')
  await goTo('observation')
  await camera.shoot(`${look}-observation`, 'timer-card')
  await window.getByTestId('search').fill('')
  await shootPlace('people', `${look}-people`)
  await shootPlace('stock', `${look}-stock`)
  await window.keyboard.press('Control+n')
  await camera.shoot(`${look}-register`, 'register-form')
  await window.keyboard.press('Escape')
}

async function chooseFile(name: string): Promise<void> {
  await desk.launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, `${extracts}${name}`)
  await desk.window.getByTestId('choose-file').or(desk.window.getByText('Chọn tệp khác')).first().click()
  await desk.window.getByText(name, { exact: false }).first().waitFor()
}

/** A dose before birth and one in the future. */
async function fillHistorical(): Promise<void> {
  const { window } = desk
  for (const [index, [vaccine, on]] of [
    ['bcg', '01012020'],
    ['5 trong 1', '20072025'],
    ['bopv', '20122027'],
    ['mr', ''],
  ].entries()) {
    const row = window.getByRole('group', { name: `Dòng ${index + 1}` })
    await row.getByLabel('Vắc xin').fill(vaccine ?? '')
    await window.getByRole('option').filter({ visible: true }).first().click()
    await row.getByLabel('Ngày tiêm').fill(on ?? '')
    await row.getByLabel('Ngày tiêm').press('Enter')
  }
}
