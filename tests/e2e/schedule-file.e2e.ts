import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { listSchedules } from '../../src/contract/schedule-calls'
import { type Desk, openDesk, signIn } from './support/desk'

const fixtures = new URL('../fixtures/schedules/', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-schedule-'))
const waitMs = 60_000
let desk: Desk

beforeAll(async () => {
  desk = await openDesk(join(folder, 'data'), '2026-11-22T01:00:00.000Z', ['--practice'])
  await desk.window.getByTestId('screen-sign-in').waitFor({ timeout: waitMs })
  await signIn(desk, '2580')
}, 120_000)
afterAll(async () => {
  await desk.launched.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(desk.launched.output())
})

/** What the person in front of the dialog would choose; an empty name: the dialog is closed. */
async function answerDialog(file: string): Promise<void> {
  await desk.launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: path === '', filePaths: path === '' ? [] : [path] })
  }, file && `${fixtures}${file}`)
}

/** The name of the schedule in force and how the newest file stands. */
async function state() {
  const { versions, files } = await desk.ask(listSchedules, {})
  const current = versions.find(({ kind, isInForce }) => kind === 'programme' && isInForce)
  return { current: current?.code, file: files[0]?.state ?? null }
}

test('a file of the province comes in and goes out again, by keyboard, with its effect counted before', async () => {
  const { window, hand } = desk
  await window.getByTestId('nav-set-up').click()
  await window.getByTestId('open-schedules').click()
  await window.getByTestId('version-TCMR-2026B').waitFor()

  await answerDialog('')
  await hand.press('Control+Enter')
  await answerDialog('tinh-co-loi.json')
  await hand.press('Control+Enter')
  await window.getByTestId('schedule-problems').getByText('Dòng 19: “8 moons”').waitFor({ timeout: waitMs })
  expect(await state()).toEqual({ current: 'TCMR-2026B', file: null })

  await answerDialog('tinh-soi-8-thang.json')
  await hand.press('Control+Enter')
  await window
    .getByTestId('schedule-difference')
    .getByText('tuổi tối thiểu 9 tháng → 8 tháng')
    .waitFor({ timeout: waitMs })
  await window.getByTestId('apply-schedule').and(window.locator(':enabled')).waitFor({ timeout: waitMs })
  expect(await window.getByTestId('schedule-impact').innerText()).toMatch(
    /\d+ trên 4\d\d người đổi ngày hẹn/u,
  )

  await hand.press('Control+Enter')
  await hand.type('Cong van 12')
  await hand.press('Control+Enter')
  await window.getByTestId('schedule-done').waitFor({ timeout: waitMs })
  expect(await state()).toEqual({ current: 'TCMR-THANH-HOA', file: 'in-use' })

  await window.getByTestId('withdraw-file').click()
  await window.getByTestId('apply-schedule').and(window.locator(':enabled')).waitFor({ timeout: waitMs })
  await hand.press('Control+Enter')
  await hand.type('Het dich')
  await hand.press('Control+Enter')
  await window.getByTestId('schedule-done').getByText('Đã ngừng dùng').waitFor({ timeout: waitMs })
  expect(await state()).toEqual({ current: 'TCMR-2026B', file: 'withdrawn' })
}, 300_000)
