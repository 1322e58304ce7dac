import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getChart } from '../../src/contract/dose-calls'
import { searchPersons } from '../../src/contract/person-calls'
import { getBoard } from '../../src/contract/visit-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import { registerLongName } from './shots/busy-morning'
import { type Desk, openDesk, signIn } from './support/desk'

const practicePin = '2580'

let folder: string
let desk: Desk

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-tiem-keyboard-'))
  desk = await openDesk(join(folder, 'data'), '2026-11-22T01:00:00.000Z', ['--practice'])
  desk.window.setDefaultTimeout(8_000)
  await signIn(desk, practicePin)
})
afterAll(async () => {
  expect(await desk.hand.mouseUses()).toBe(0)
  await desk.launched.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await desk.hand.press('Alt+1', 'F2')
  await desk.window.getByTestId('search').fill('')
})

describe('the keys that work everywhere', () => {
  test('F1 opens the sheet of keys from a text field, ? from anywhere else, Esc closes it', async () => {
    const { window, hand } = desk
    const sheet = window.getByRole('dialog')
    await hand.press('F1')
    await sheet.getByText('Phím tắt').first().waitFor()
    await hand.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await hand.press('Alt+5')
    await window.getByTestId('board-card').first().waitFor()
    await hand.press('?')
    await sheet.waitFor()
    await hand.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    expect(await window.getByTestId('screen-board').isVisible()).toBe(true)
  })

  test('Ctrl+N brings what was searched; F9 and another sign-in keep the draft; so does Esc', async () => {
    const { window, hand } = desk
    await hand.type('lo thi uoc 0912000333')
    await hand.press('Control+n')
    const name = window.getByLabel(/^Họ tên( \*)?$/)
    await name.waitFor()
    expect(await name.inputValue()).toBe('Lo Thi Uoc')
    await window.keyboard.press('End')
    await hand.type(' Mai')
    await hand.press('F9')
    await window.getByTestId('screen-sign-in').waitFor()
    await hand.type(practicePin)
    await hand.press('Enter')
    await name.waitFor()
    expect(await name.inputValue()).toBe('Lo Thi Uoc Mai')
    await hand.press('Escape')
    await window.getByTestId('screen-reception').waitFor()
    await hand.press('Control+n')
    expect(await name.inputValue()).toBe('Lo Thi Uoc Mai')
  })

  test('what is missing takes the cursor, and nothing is saved', async () => {
    const { window, hand } = desk
    const { persons } = await desk.ask(searchPersons, { text: 'nguyen', limit: 1 })
    // Nobody has looked for anybody yet: the search comes first.
    await window.getByTestId('search').fill('')
    await hand.press('Control+n')
    await window.locator('[data-testid="search"]:focus').waitFor()
    expect(await window.getByTestId('register-form').count()).toBe(0)
    await hand.type('nguoi moi')
    await hand.press('Control+n')
    await window.getByTestId('register-form').waitFor()
    await hand.press('Control+Enter')
    await window.locator('input[aria-invalid="true"]:focus').waitFor()
    expect((await desk.ask(searchPersons, { text: 'nguyen', limit: 1 })).persons).toBe(persons)
  })

  test('Ctrl+Enter saves somebody new, says the ticket, and the search box waits for the next', async () => {
    const { window, hand } = desk
    await hand.type('cao thi uyen nhi')
    await hand.press('Control+n')
    await window
      .getByLabel(/^Ngày sinh/)
      .first()
      .fill('01092026')
    await window.getByTestId('sex').getByRole('radio').nth(1).focus()
    await hand.press('Space', 'Control+Enter')
    const said = window.getByTestId('queued')
    await said.waitFor()
    expect(await said.innerText()).toMatch(/Cao Thi Uyen Nhi.* số \d+/u)
    expect(await window.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('search')
    expect(await window.getByTestId('search').inputValue()).toBe('')
  })

  test('a scan on any screen opens that person in the reception, without a letter left behind', async () => {
    const { window, hand } = desk
    const { hits } = await desk.ask(searchPersons, { text: 'nguyen', limit: 1 })
    const [hit] = hits
    if (!hit?.personCode) throw new Error('nobody to scan')
    await window.getByTestId('search').fill('lo thi uoc')
    await hand.press('Control+n')
    const name = window.getByLabel(/^Họ tên( \*)?$/)
    await name.waitFor()
    const before = await name.inputValue()
    await hand.scan(hit.personCode)
    await window.getByTestId('screen-reception').waitFor()
    const shown = window.getByTestId('quick-name')
    await shown.waitFor()
    expect((await shown.innerText()).toLowerCase()).toBe(hit.displayName.toLowerCase())
    await hand.press('Escape', 'Escape', 'F2')
    await window.getByTestId('search').fill('lo thi uoc')
    await hand.press('Control+n')
    await name.waitFor()
    expect(await name.inputValue()).toBe(before)
  })

  test('an Enter that belongs to the input method queues nobody; the next Enter does', async () => {
    const { window, hand } = desk
    const arrived = async () => (await desk.ask(getBoard, { on: null })).figures.arrived
    const before = await arrived()
    await hand.type('nguyen thi')
    await window.getByTestId('quick-name').waitFor()
    const keys = await window.context().newCDPSession(window)
    await keys.send('Input.imeSetComposition', { text: 'h', selectionStart: 1, selectionEnd: 1 })
    await keys.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    })
    await window.waitForTimeout(300)
    expect(await arrived()).toBe(before)
    await keys.send('Input.insertText', { text: 'h' })
    await window.getByTestId('quick-name').waitFor()
    await hand.press('Enter')
    await window.getByTestId('queued').waitFor()
    expect(await arrived()).toBe(before + 1)
  })

  test('a measles dose of which a card names no product and only the month is entered, shown, and forecast from', async () => {
    const { window, hand } = desk
    const born = { name: 'Quàng Thị Sơn Ca', birthDate: day('2025-03-20'), identifiers: [] }
    const personId = await registerLongName(desk, born)
    await hand.type('quang thi son ca')
    await window
      .getByTestId('quick-name')
      .filter({ hasText: /sơn ca/i })
      .waitFor()
    await hand.press('ArrowRight')
    await hand.tabTo(window.getByTestId('add-historical'))
    await hand.press('Enter')
    await window.getByTestId('historical-grid').waitFor()
    await hand.type('soi khong ro')
    await window.getByRole('option', { name: 'Sởi (không rõ tên)' }).waitFor()
    await hand.press('Enter', 'Tab')
    await hand.type('01/2026')
    await hand.press('Control+Enter')
    const cell = window.getByTestId('dose-matrix').getByRole('button', { name: /^01\/2026/ })
    await cell.waitFor()
    expect(await cell.getAttribute('aria-label')).toContain('hợp lệ')
    await hand.press('Alt+t')
    await window.getByTestId('timeline').waitFor()
    await hand.tabTo(window.locator('[data-mark][tabindex="0"]'))
    while ((await window.evaluate(() => document.activeElement?.getAttribute('data-mark'))) !== 'MR.0')
      await hand.press('ArrowDown')
    expect(await window.getByTestId('timeline-reading').innerText()).toMatch(
      /^01\/2026: Sởi \(không rõ tên\) mũi 1\. Mũi này được tính\./u,
    )
    const { chart, doses } = await desk.ask(getChart, { personId, on: null })
    expect(doses).toMatchObject([{ vaccineCode: 'GENERIC_MEASLES', givenOnAccuracy: 'month' }])
    const next = chart.rows.find(({ code }) => code === 'MR')?.cells.at(1)
    expect(next).toMatchObject({ kind: 'forecast', status: 'overdue', doseNumber: 2 })
  })
})
