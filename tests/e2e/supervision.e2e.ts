import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { getSupervision, listReceivedDifficulties } from '../../src/contract/supervision-calls'
import { openProvinceServer, type ProvinceServer } from '../helpers/province-server/server'
import {
  answerFor,
  join as joinPoint,
  openOffice,
  openPoint,
  sayStatus,
  sendReports,
  supervisedAt,
  supervisorPin,
  writeDifficulty,
} from '../helpers/supervision'
import type { TestPoint } from '../helpers/test-point'
import { type Desk, openDesk } from './support/desk'

/*
 * Three points send up to one server; in the window of the one above them their roll-up is seen, the one that is late, and a
 * difficulty is answered.
 */
const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-supervision-'))
const names = ['Trạm Y tế Bịa Một', 'Trạm Y tế Bịa Hai', 'Trạm Y tế Bịa Ba'] as const
const period = '2026-10' as never
const points: TestPoint[] = []
let server: ProvinceServer
let desk: Desk

afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(desk?.launched.output())
})
afterAll(async () => {
  await desk?.launched.close()
  for (const point of points) {
    await Promise.all([point.ports.link.stop(), point.province.stop()])
    point.close()
  }
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The three points have sent everything; the third neither its report nor what it is short of. */
beforeAll(async () => {
  const startedMs = Date.now()
  server = await openProvinceServer({
    codes: ['mot', 'hai', 'ba', 'tren'],
    now: () => Date.parse(supervisedAt) + Date.now() - startedMs,
  })
  for (const [at, name] of names.entries()) {
    const point = openPoint(name, at < 2 ? '16378' : '14758')
    points.push(point)
    if (at < 2) {
      answerFor(point, at === 0 ? {} : { printer: 'no' })
      sendReports(point)
    } else {
      writeDifficulty(point, 'printer', 'Máy in nhãn không ra giấy')
      sayStatus(point)
    }
    await joinPoint(point, server, ['mot', 'hai', 'ba'][at] ?? '')
  }
  mkdirSync(join(folder, 'data', 'real'), { recursive: true })
  openOffice({ file: join(folder, 'data', 'real', 'diem-tiem.db') }).close()
}, 120_000)

async function shoot(name: string): Promise<void> {
  const pictures = process.env.DIEM_TIEM_PICTURES
  if (pictures) await desk.window.screenshot({ path: join(pictures, `${name}.png`) })
}

/** Chooses somebody in the sign-in and types their PIN. */
async function signInAs(name: string, pin: string): Promise<void> {
  const { window, hand } = desk
  await window.getByTestId('screen-sign-in').waitFor()
  await window.getByRole('option', { name: new RegExp(name, 'u') }).click()
  await hand.type(pin)
  await hand.press('Enter')
  await window.getByTestId('screen-sign-in').waitFor({ state: 'detached' })
  await window.getByTestId('search').waitFor()
}

test('the head joins the server, and whoever supervises sees the points roll up, one of them late', async () => {
  desk = await openDesk(join(folder, 'data'), supervisedAt)
  const { window } = desk
  window.setDefaultTimeout(20_000)
  await signInAs('Trưởng trạm', '2580')
  await window.getByTestId('nav-link').click()
  await window.getByTestId('join-address').fill(server.base)
  await window.getByTestId('join-code').fill('tren')
  await window.getByTestId('join-province').click()
  await window.getByTestId('link-phase').waitFor()
  // Nobody but whoever supervises sees the points below.
  await window.getByTestId('nav-supervision').click()
  await window.getByTestId('own-answers').waitFor()
  expect(await window.getByTestId('supervision-point').count()).toBe(0)
  await shoot('supervision-own')
  await desk.hand.press('F9')
  await signInAs('Người Giám Sát Bịa', supervisorPin)
  await window.getByTestId('nav-supervision').click()
  const rows = window.getByTestId('supervision-point')
  await rows.filter({ hasText: names[2] }).waitFor()
  expect(await rows.count()).toBe(3)
  expect(await window.getByTestId('supervision-total').innerText()).toMatch(/Toàn tỉnh/u)
  const { total } = await desk.ask(getSupervision, { period })
  expect(total).toMatchObject({ points: 3, heard: 3, ready: 1, openDifficulties: 1, received: 14, late: 7 })
  expect(await rows.filter({ hasText: names[2] }).innerText()).toContain('trễ')
  const inTime = await rows.filter({ hasText: names[0] }).innerText()
  expect(inTime).toContain('15/10/2026')
  expect(inTime).not.toContain('trễ')
  await shoot('supervision-points')
  await rows.filter({ hasText: names[2] }).click()
  await window.getByTestId('supervision-point-dialog').waitFor()
  await shoot('supervision-point')
  await window.keyboard.press('Escape')
}, 120_000)

test('a report is accepted and a difficulty answered; both answers lie at the server', async () => {
  const { window, ask } = desk
  await window.getByRole('tab', { name: 'Báo cáo nhận được' }).click()
  const report = window
    .getByTestId('received-report')
    .filter({ hasText: names[0] })
    .filter({ hasText: 'Báo cáo kết quả tiêm chủng mở rộng' })
  await report.click()
  await window.getByTestId('received-report-dialog').waitFor()
  await shoot('supervision-report')
  await window.keyboard.press('Control+Enter')
  await report.filter({ hasText: 'đã nhận' }).waitFor()
  await window.getByRole('tab', { name: /Khó khăn/u }).click()
  await window.getByTestId('received-difficulty').click()
  await window.getByTestId('difficulty-answer').fill('Gỡ giấy kẹt, cài lại khổ nhãn rồi in thử')
  await shoot('supervision-difficulty')
  await window.keyboard.press('Control+Enter')
  await window.getByTestId('difficulty-dialog').waitFor({ state: 'detached' })
  await expect
    .poll(() => server.repository.all('Task').filter(task => 'focus' in task).length, { timeout: 20_000 })
    .toBe(2)
  const { difficulties } = await ask(listReceivedDifficulties, { theme: null, onlyOpen: false })
  expect(difficulties).toMatchObject([
    { state: 'answered', answers: [{ text: 'Gỡ giấy kẹt, cài lại khổ nhãn rồi in thử' }] },
  ])
  // Both come back to their points.
  for (const point of points) await point.province.pullOnce()
  expect(points[2]?.store.records.list('difficulty', {}, 'created_stamp')).toMatchObject([
    { state: 'answered', answer: 'Gỡ giấy kẹt, cài lại khổ nhãn rồi in thử' },
  ])
  expect(points[0]?.store.records.list('report', { state: 'accepted' }, 'created_stamp')).toHaveLength(1)
}, 120_000)
