import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countDue, listDue } from '../../src/contract/due-calls'
import { listJobs } from '../../src/contract/job-calls'
import { type Desk, openDesk, signIn } from './support/desk'

const filter = {
  status: 'due' as const,
  until: null,
  rowCode: null,
  place: null,
  bornFrom: null,
  bornTo: null,
  text: '',
}

let folder: string
let desk: Desk

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-tiem-due-'))
  desk = await openDesk(join(folder, 'data'), '2026-11-22T01:00:00.000Z', ['--practice'])
  desk.window.setDefaultTimeout(40_000)
  await signIn(desk, '2580')
})
afterAll(async () => {
  await desk.launched.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the worker thread of the real engine works out who is due, and ends', async () => {
  await expect.poll(async () => (await desk.ask(countDue, { filter })).waiting, { timeout: 30_000 }).toBe(0)
  // Everybody has a forecast a moment before the job says that it is over.
  await expect
    .poll(async () => (await desk.ask(listJobs, {}))[0])
    .toMatchObject({ name: 'forecast.renew', state: 'done', error: null })
})

test('the list is worked with the keyboard: who, which vaccine, what age, and the record behind a line', async () => {
  const { window, hand } = desk
  await window.getByTestId('nav-due').focus()
  await hand.press('Enter')
  const lines = window.getByTestId('due-line')
  await lines.first().waitFor()
  await hand.press('2', 'u', 'v')
  // A command waits for the time between two keys of a scanner; no hand is faster than that, this one is.
  await window.waitForFunction(() => document.activeElement instanceof HTMLInputElement)
  await hand.type('bai liet')
  await hand.press('Enter')
  await window.getByRole('button', { name: /Bại liệt/, pressed: true }).waitFor()
  await expect.poll(async () => (await lines.first().textContent()) ?? '').toMatch(/OPV|IPV/)
  // From the field back to the list, and to the second line.
  await window.getByRole('listbox', { name: 'Người đến hạn tiêm' }).focus()
  await hand.press('ArrowDown')
  const chosen = window.getByRole('option', { selected: true }).getByTestId('due-name')
  const second = (await chosen.textContent()) ?? ''
  expect(second).not.toBe('')
  await hand.press('Enter')
  await window.getByTestId('screen-person').getByText(second).first().waitFor()
  await hand.press('Escape')
  await window.getByTestId('screen-due').waitFor()
})

test('what the list says is what the engine answers', async () => {
  const { total, lines } = await desk.ask(listDue, { filter, order: 'oldest', offset: 0, limit: 100 })
  expect(total).toBeGreaterThan(20)
  expect(lines.every(({ doses }) => doses.length > 0)).toBe(true)
})
