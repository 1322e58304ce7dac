import { afterAll, afterEach, describe, expect, test } from 'vitest'
import {
  arrive,
  arriveAs,
  lastExpected,
  longNamed,
  react,
  registerLongName,
  screen,
  sendHome,
  vaccinate,
} from './shots/busy-morning'
import { resize } from './shots/camera'
import { copyCard } from './shots/card'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const stage = createStage('--practice')

afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

describe('a busy morning in practice mode', () => {
  test('the morning is played', async () => {
    await stage.open('2026-11-22T01:00:00.000Z')
    await stage.shoot('practice-sign-in', 'screen-sign-in')
    await signIn(stage.desk(), pin)
    await stage.shoot('reception-today', 'screen-reception')
    const early = [
      await vaccinate(stage.desk()),
      await vaccinate(stage.desk()),
      await vaccinate(stage.desk()),
    ]
    await stage.reopen('2026-11-22T01:12:00.000Z')
    const feverish = await vaccinate(stage.desk())
    await vaccinate(stage.desk())
    await react(stage.desk(), feverish)
    await stage.reopen('2026-11-22T01:24:00.000Z')
    await vaccinate(stage.desk())
    await screen(stage.desk(), await arrive(stage.desk()), { temperatureC: 38.4, concluded: 'deferred' })
    await stage.reopen('2026-11-22T01:33:00.000Z')
    for (const seen of early.slice(0, 2)) await sendHome(stage.desk(), seen)
    const longName = await registerLongName(stage.desk())
    await copyCard(stage.desk(), longName)
    await screen(stage.desk(), await arriveAs(stage.desk(), longName))
    for (let count = 0; count < 2; count++) await screen(stage.desk(), await arrive(stage.desk()))
    for (let count = 0; count < 4; count++) await arrive(stage.desk())
  }, 60_000)

  test('board and reception', async () => {
    await stage.shootPlace('board', 'board-busy')
    await stage.goTo('reception')
    await stage.shoot('reception-today-busy', 'screen-reception')
    await stage.search('nguyen thi')
    await stage.shoot('reception-results', 'quick-name')
    await stage.search('xyz khong co ai 0912345678')
    await stage.shoot('reception-nobody', 'register-new')
    await stage.search(await lastExpected(stage.desk()))
    await stage.window().getByTestId('quick-name').waitFor()
    await stage.window().keyboard.press('Enter')
    await stage.shoot('reception-queued', 'queued')
  })

  test('registering', async () => {
    const window = stage.window()
    await stage.search('bui quoc huy')
    await window.getByTestId('quick-name').or(window.getByTestId('register-new')).first().waitFor()
    await window.keyboard.press('Control+n')
    await stage.shoot('register-plain', 'register-form')
    await window.getByTestId('save-and-queue').click()
    await stage.shoot('register-missing', 'register-form')
    await window.getByText('Thêm: định danh', { exact: false }).click()
    await stage.shoot('register-more', 'register-form')
    await window.getByLabel(/^Họ tên( \*)?$/).fill(longNamed.name)
    await window
      .getByLabel(/^Ngày sinh/)
      .first()
      .fill('18052025')
    await window.getByTestId('sex').getByText('Nữ', { exact: true }).click()
    await window.getByLabel(/^Họ tên mẹ/).fill('Trần Thị Nguyễn Phượng Hoàng Uyên')
    await window.getByRole('article').first().waitFor()
    await stage.shoot('register-duplicates', 'register-form')
    await window.keyboard.press('Escape')
  })

  test('a record', async () => {
    const window = stage.window()
    await stage.search('nguyen hoang phuong truc')
    await window.getByTestId('quick-name').filter({ hasText: /trúc/i }).waitFor()
    await window.keyboard.press('ArrowRight')
    await stage.shoot('person-immunization', 'screen-person')
    await shootTimeline('person')
    for (const [name, tab] of [
      ['catch-up', 'Tiêm bù'],
      ['papers', 'Giấy tờ'],
      ['family', 'Gia đình'],
      ['history', 'Lịch sử thay đổi'],
    ] as const) {
      await window.getByRole('tab', { name: tab }).click()
      await stage.shoot(`person-${name}`, 'screen-person')
    }
    await window.getByRole('tab', { name: 'Tiêm bù' }).click()
    await window.getByTestId('catch-up-visit').first().waitFor()
    await window.getByText('6 tháng', { exact: true }).click()
    await window.keyboard.press('-')
    await stage.shoot('person-catch-up-fewest', 'catch-up')
    await window.keyboard.press('Control+p')
    await window.getByText('A5', { exact: true }).click()
    await stage.shoot('document-catch-up', 'print')
    await window.keyboard.press('Escape')
    await window.getByTestId('edit-person').click()
    await stage.shoot('person-edit', 'edit-form')
    await window.keyboard.press('Escape')
    await window.getByRole('tab', { name: 'Tiêm chủng' }).click()
    await window.getByTestId('add-historical').click()
    await stage.shoot('historical-empty', 'historical-grid')
    await fillHistorical()
    await stage.shoot('historical-problems', 'historical-grid')
    await window.keyboard.press('Escape')
  })

  test('papers', async () => {
    const window = stage.window()
    await window.keyboard.press('Control+p')
    await stage.shoot('document-record-a4', 'print')
    await window.getByText('A5', { exact: true }).click()
    await window.getByRole('switch').click()
    await window.waitForTimeout(300)
    await stage.shoot('document-record-a5-bilingual', 'print')
    await window.keyboard.press('Escape')
    await window.getByRole('button', { name: 'In nhãn' }).click()
    await stage.shoot('document-label', 'print')
    await window.getByTestId('print').click()
    await window.waitForTimeout(300)
    await stage.shoot('document-label-no-printer', 'print')
    await window.keyboard.press('Escape')
    await stage.shootPlace('print-jobs', 'print-jobs')
  })

  test('screening', async () => {
    const window = stage.window()
    await stage.goTo('screening')
    await stage.shoot('screening-empty', 'all-no')
    await window.getByLabel(/^Thân nhiệt/).fill('38,6')
    await window.getByLabel(/^Cân nặng/).fill('9,4')
    await window.getByTestId('all-no').click()
    await window.getByTestId('item-2').getByRole('radio', { name: /Có/ }).click()
    await stage.shoot('screening-yes', 'sign')
    await window.getByTestId('conclusion-eligible').click()
    await stage.shoot('screening-differs', 'sign')
  })

  test('injection', async () => {
    const window = stage.window()
    await stage.goTo('injection')
    await stage.shoot('injection', 'dose-matrix')
    await window.keyboard.press('Space')
    await stage.shoot('injection-why', 'dose-matrix')
    await window.getByTestId('lot').first().click()
    await stage.shoot('injection-lots', 'dose-matrix')
    await window.keyboard.press('Escape')
    await window.getByTestId('add-other').click()
    await window.getByTestId('add-other').fill('bcg')
    await window.getByRole('option').filter({ visible: true }).first().click()
    await window.waitForTimeout(400)
    await stage.shoot('injection-warning', 'save-doses')
  })

  test('observation', async () => {
    const window = stage.window()
    await stage.goTo('observation')
    await stage.shoot('observation', 'timer-card')
    await window.getByRole('button', { name: 'Sốt', exact: false }).first().click()
    await stage.shoot('observation-reaction', 'record-reaction')
    await window.keyboard.press('F8')
    await window.getByTestId('emergency-card').waitFor()
    await stage.shoot('observation-emergency', 'screen-observation')
    await window.keyboard.press('Escape')
    await window.getByTestId('timer-card').nth(2).click()
    await stage.shoot('observation-early', 'screen-observation')
  })

  test('stock, help, another user', async () => {
    const window = stage.window()
    await stage.shootPlace('stock', 'stock')
    await window.getByTestId('lots').getByRole('row').nth(3).click()
    await stage.shoot('stock-lot', 'lots')
    await window.keyboard.press('F4')
    await stage.shoot('stock-receive', 'receive-lot')
    await window.keyboard.press('F1')
    await window.getByRole('dialog').waitFor()
    await stage.shoot('help', 'screen-stock')
    await window.keyboard.press('Escape')
    await window.keyboard.press('F9')
    await stage.shoot('switch-user', 'screen-sign-in')
    await window.getByTestId('pin').fill(pin)
    await window.keyboard.press('Enter')
    await window.getByTestId('screen-stock').waitFor()
  })

  test('who is due', async () => {
    const window = stage.window()
    await window.getByTestId('search').fill('')
    await stage.goTo('due')
    await window.getByTestId('due-line').first().waitFor()
    await stage.shoot('due', 'due-line')
    await window.keyboard.press('2')
    await window.keyboard.press('u')
    await window.keyboard.press('v')
    await window.keyboard.type('bai liet')
    await window.keyboard.press('Enter')
    await stage.shoot('due-narrowed', 'due-line')
    await window.getByTestId('search').fill('khong co ai ca')
    await window.getByText('Không ai đến hạn').waitFor()
    await stage.shoot('due-nobody', 'screen-due')
    await window.getByTestId('search').fill('')
  })

  test('small window', async () => {
    await resize(stage.window(), 1093, 614)
    await shootAround('small')
    await resize(stage.window(), 1366, 768)
  })

  test('dark, large letters, English', async () => {
    const window = stage.window()
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
    expect(stage.cut()).toEqual([])
  })
})

/** The main places once more, in another look. */
async function shootAround(look: string): Promise<void> {
  const window = stage.window()
  await stage.search('nguyen thi')
  await stage.shoot(`${look}-reception`, 'quick-name')
  await stage.shootPlace('board', `${look}-board`)
  await stage.goTo('screening')
  await stage.shoot(`${look}-screening`, 'all-no')
  await stage.goTo('injection')
  await stage.shoot(`${look}-injection`, 'dose-matrix')
  await stage.goTo('observation')
  await stage.shoot(`${look}-observation`, 'timer-card')
  await stage.search('nguyen hoang phuong truc')
  await window.getByTestId('quick-name').filter({ hasText: /trúc/i }).waitFor()
  await window.keyboard.press('ArrowRight')
  await shootTimeline(look)
  await window.getByTestId('search').fill('')
  await stage.shootPlace('people', `${look}-people`)
  await stage.shootPlace('due', `${look}-due`)
  await stage.shootPlace('stock', `${look}-stock`)
  await window.getByTestId('search').fill('be moi')
  await window.keyboard.press('Control+n')
  await stage.shoot(`${look}-register`, 'register-form')
  await window.keyboard.press('Escape')
}

/** Doses over time: the whole, one chosen by keyboard; and back to the table. */
async function shootTimeline(look: string): Promise<void> {
  const window = stage.window()
  await window.getByTestId('change-view').click()
  await stage.shoot(`${look}-timeline`, 'timeline')
  await window.locator('[data-mark]').last().focus()
  await stage.shoot(`${look}-timeline-mark`, 'timeline')
  await window.getByTestId('change-view').click()
}

/** A dose before birth and one in the future. */
async function fillHistorical(): Promise<void> {
  const window = stage.window()
  for (const [index, [vaccine, on]] of [
    ['bcg', '01012020'],
    ['5 trong 1', '20072025'],
    ['bopv', '20122027'],
    ['mr', ''],
    ['soi khong ro', '032026'],
  ].entries()) {
    const row = window.getByRole('group', { name: `Dòng ${index + 1}` })
    await row.getByLabel('Vắc xin').fill(vaccine ?? '')
    await window.getByRole('option').filter({ visible: true }).first().click()
    await row.getByLabel('Ngày tiêm').fill(on ?? '')
    await row.getByLabel('Ngày tiêm').press('Enter')
  }
}
