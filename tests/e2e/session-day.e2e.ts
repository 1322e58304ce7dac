import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { listCases } from '../../src/contract/aefi-calls'
import { getClosing, recordNoShows } from '../../src/contract/close-calls'
import { type DoseView, getChart } from '../../src/contract/dose-calls'
import { getLedger, getSessionUsage, getStock, postMovement } from '../../src/contract/ledger-calls'
import { openPlan } from '../../src/contract/plan-calls'
import type { DocumentRequest } from '../../src/contract/print-calls'
import { getSessionDay } from '../../src/contract/session-day-calls'
import {
  finishObservation,
  getBoard,
  getVisit,
  leaveVisit,
  recordReaction,
} from '../../src/contract/visit-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import { arriveAs, inject, react, type Seen, screen } from './shots/busy-morning'
import { beginSomebody, dropBegun } from './support/begun-form'
import { type Desk, openDesk, signIn } from './support/desk'
import { readPaper, recalled, seeFileSound, seenNobody } from './support/session-evidence'

/*
 * A session of forty children, from the plan to the signature: two deferred, one referred, two who never came, a common and
 * a severe reaction, a broken vial, a recall. What the ledger, the register, the forecasts and the papers say is compared.
 */
const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-session-'))
const pin = '2580'
const on = day('2026-11-24')
const children = 40
let desk: Desk

/** Who came, with what they got. */
const given = new Map<string, readonly DoseView[]>()
const dueBefore = new Map<string, number>()
const seen: Seen[] = []
let deferred: Seen[] = []
let referred: Seen
let severe: Seen
let balances: ReadonlyMap<string, number>
const thrownAway = new Map<string, number>()

afterAll(async () => {
  await desk?.launched.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens the point at a moment; what was written before is there again. */
async function openAt(at: string): Promise<void> {
  await desk?.launched.close()
  desk = await openDesk(join(folder, 'data'), at, ['--practice'])
  desk.window.setDefaultTimeout(30_000)
  await signIn(desk, pin)
}

async function onShelf(): Promise<ReadonlyMap<string, number>> {
  const { lots } = await desk.ask(getStock, {})
  return new Map(lots.map(lot => [lot.lotId, lot.balance]))
}

const paper = (request: Partial<DocumentRequest> & Pick<DocumentRequest, 'kind'>) =>
  readPaper(desk, folder, request)

const doseCount = () => [...given.values()].flat().length

/** Doses by lot, as the children's records have them. */
function givenByLot(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { lotId } of [...given.values()].flat())
    if (lotId !== null) counts.set(lotId, (counts.get(lotId) ?? 0) + 1)
  return counts
}

/** From the screening to the observation; somebody for whom nothing is on the shelf goes home. */
async function vaccinate(child: Seen): Promise<void> {
  await screen(desk, child)
  if ((await inject(desk, child)) === 0)
    await desk.ask(leaveVisit, { visitId: child.visitId, note: 'Hết vắc xin' })
  const { doses } = await desk.ask(getChart, { personId: child.personId, on: null })
  given.set(
    child.personId,
    doses.filter(dose => dose.visitId === child.visitId && !dose.voided),
  )
}

describe('a session of forty children', () => {
  test('is planned in the window: forty places, and the invitations name everybody', async () => {
    await openAt('2026-11-22T01:00:00.000Z')
    const { window, hand, ask } = desk
    await window.getByTestId('nav-plan').click()
    await window.getByTestId('plan-line').first().waitFor()
    await window.getByTestId('renewal').waitFor({ state: 'detached', timeout: 60_000 })
    await window.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    for (const key of [']', ']']) await hand.press(key)
    await window.getByTestId('plan-state').filter({ hasText: '24/11/2026' }).waitFor()
    const room = window.getByLabel(/^Số người khung/).first()
    await room.fill(String(children))
    await room.press('Tab')
    await window
      .getByTestId('save-plan')
      .filter({ hasText: `${children}` })
      .waitFor()
    await hand.press('Control+Enter')
    await window.getByTestId('print-plan').and(window.locator(':enabled')).waitFor()
    const { lines } = await ask(openPlan, { on, slots: null, places: null, nextSessionOn: null })
    const invited = lines.filter(({ state }) => state === 'invited')
    expect(invited).toHaveLength(children)
    const invitations = (await paper({ kind: 'session-invitations', on })).replaceAll(/\s/gu, '')
    for (const { personCode } of invited) expect(invitations).toContain(personCode)
  }, 180_000)

  test('on the day forty are expected; one vial breaks on the way', async () => {
    await openAt('2026-11-24T00:30:00.000Z')
    const { ask } = desk
    const { expected } = await ask(getBoard, { on: null })
    expect(expected).toHaveLength(children)
    for (const { personId } of expected)
      dueBefore.set(personId, (await ask(getChart, { personId, on: null })).chart.today.length)
    balances = await onShelf()
    const { lots } = await ask(getStock, {})
    const broken = lots.find(
      lot => lot.balance > 20 && lot.status === 'active' && lot.vaccineCode === 'SII_PENTA',
    )
    if (!broken) throw new Error('no 5-in-1 on the shelf')
    await ask(postMovement, {
      lotId: broken.lotId,
      from: 'store',
      to: 'wasted',
      quantity: 1,
      reason: 'broken',
      note: 'Rơi khi lấy ra hòm lạnh',
    })
    thrownAway.set(broken.lotId, 1)
    expect((await onShelf()).get(broken.lotId)).toBe((balances.get(broken.lotId) ?? 0) - 1)
  }, 120_000)

  test('thirty-eight come: two are put off for a fever, one is sent to hospital, the others are vaccinated', async () => {
    const { expected } = await desk.ask(getBoard, { on: null })
    for (const { personId } of expected.slice(0, children - 2)) seen.push(await arriveAs(desk, personId))
    deferred = seen.slice(0, 2)
    referred = seen[2] ?? seenNobody()
    for (const child of deferred) await screen(desk, child, { temperatureC: 38.6, concluded: 'deferred' })
    await screen(desk, referred, { concluded: 'refer-hospital', because: 'Nghe tim có tiếng thổi' })
    for (const child of seen.slice(3, -1)) await vaccinate(child)
    expect(doseCount()).toBeGreaterThan(30)
    expect(await paper({ kind: 'screening-referral', ...referred })).toMatch(/chuyển khám/iu)
    const { figures } = await desk.ask(getBoard, { on: null })
    expect(figures).toMatchObject({ arrived: children - 2, deferred: 2, referred: 1 })
  }, 240_000)

  test('a common reaction goes on; a severe one stops the session, takes the lots out and opens a case', async () => {
    const { window, ask } = desk
    const treated = seen.filter(({ personId }) => (given.get(personId) ?? []).length > 0)
    const [mild, grave] = [treated[0] ?? seenNobody(), treated[1] ?? seenNobody()]
    await react(desk, mild)
    expect((await ask(getSessionDay, { on: null })).state).toBe('open')
    severe = grave
    const { observation } = await ask(getBoard, { on: null })
    const card = observation.find(each => each.visitId === severe.visitId)
    await window.getByTestId('nav-observation').click()
    await window
      .getByTestId('timer-card')
      .filter({ hasText: `${card?.ticket} · ${card?.displayName}` })
      .click()
    await window.getByRole('button', { name: 'Co giật' }).click()
    await window.getByTestId('record-reaction').click()
    await window.getByTestId('emergency-card').waitFor()
    await window.keyboard.press('Escape')
    expect((await ask(getSessionDay, { on: null })).state).toBe('stopped')
    const { lines } = await ask(listCases, { offset: 0, limit: 10 })
    expect(lines.map(({ personId }) => personId)).toEqual([severe.personId])
    const { lots } = await ask(getStock, {})
    for (const { lotId } of given.get(severe.personId) ?? [])
      expect(lots.find(lot => lot.lotId === lotId)?.status).toBe('suspended')
    const form = await paper({ kind: 'aefi-case-form', personId: severe.personId, caseId: lines[0]?.caseId })
    expect(form.toLowerCase()).toContain((card?.displayName ?? '').toLowerCase())
    // The last child waits at the screening, and must wait until the head opens the session again.
    const last = seen.at(-1) ?? seenNobody()
    await screen(desk, last)
    await expect(inject(desk, last)).rejects.toThrow('session.stopped')
    expect((await ask(getVisit, { visitId: last.visitId })).doseIds).toEqual([])
  }, 120_000)

  test('the recall of a suspended lot names exactly those who got it', async () => {
    const { window } = desk
    const lotId = given.get(severe.personId)?.[0]?.lotId ?? ''
    const today = (await recalled(desk, lotId)).filter(({ givenOn }) => givenOn === on)
    const got = [...given].filter(([, doses]) => doses.some(dose => dose.lotId === lotId))
    expect(today.map(({ personId }) => personId).toSorted()).toEqual(got.map(([id]) => id).toSorted())
    expect(today.every(({ phone, address }) => phone !== null && address !== '')).toBe(true)
    const list = await paper({ kind: 'contact-list', list: { of: 'recall', lotId } })
    // The code stands there in groups of four.
    const listed = list.replaceAll(/\s/gu, '')
    for (const { personCode } of today.slice(0, 20)) expect(listed).toContain(personCode)
    const number = given.get(severe.personId)?.[0]?.lotNumber ?? ''
    await window.getByTestId('nav-stock').click()
    await window.getByTestId('lots').getByText(number).first().click()
    await window.getByTestId('recall-lot').click()
    await window.getByTestId('concerned-line').first().waitFor()
  }, 120_000)

  test('opened again by the head, the last child gets what other lots have', async () => {
    const { window, hand, ask } = desk
    await window.getByTestId('nav-board').click()
    await window.getByTestId('open-close-day').click()
    await window.getByTestId('reopen-session').click()
    await window.getByRole('dialog').getByRole('textbox').fill('Đã đổi lô, đủ thuốc cấp cứu')
    await hand.press('Control+Enter')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    expect((await ask(getSessionDay, { on: null })).state).toBe('open')
    const last = seen.at(-1) ?? seenNobody()
    if ((await inject(desk, last)) === 0)
      await ask(leaveVisit, { visitId: last.visitId, note: 'Lô bị tạm ngừng' })
    const { doses } = await ask(getChart, { personId: last.personId, on: null })
    given.set(
      last.personId,
      doses.filter(dose => dose.visitId === last.visitId),
    )
    const suspended = new Set((given.get(severe.personId) ?? []).map(({ lotId }) => lotId))
    expect(given.get(last.personId)?.some(({ lotId }) => suspended.has(lotId))).toBe(false)
  }, 120_000)

  test('forty minutes and a restart later everybody goes home, the severe one to hospital', async () => {
    await openAt('2026-11-24T03:30:00.000Z')
    const { ask } = desk
    const hospital = { kind: 'severe' as const, signs: ['convulsion'], outcome: 'referred' as const }
    await ask(recordReaction, {
      ...hospital,
      visitId: severe.visitId,
      temperatureC: null,
      treatment: 'Chuyển bệnh viện huyện',
      note: null,
    })
    const { observation } = await ask(getBoard, { on: null })
    expect(observation.length).toBeGreaterThan(25)
    for (const { visitId } of observation)
      if (visitId) await ask(finishObservation, { visitId, earlyBecause: null, next: null })
    expect((await ask(getBoard, { on: null })).observation).toEqual([])
  }, 120_000)

  test('the day closes once the two who did not come have a reason, and is signed', async () => {
    const { window, ask } = desk
    const { noShows } = await ask(getClosing, { on })
    expect(noShows).toHaveLength(2)
    await beginSomebody(desk, 'Bé Chưa Lưu')
    await window.getByTestId('nav-board').click()
    await window.getByTestId('open-close-day').click()
    await window.getByTestId('closing-blocked').waitFor()
    const personIds = noShows.map(({ personId }) => personId)
    await ask(recordNoShows, { on, personIds, reason: 'ill', note: null })
    const vials = window.getByTestId('closing-open-vials')
    await window.getByTestId('closing-no-shows').waitFor()
    while (await vials.getByRole('button').count()) {
      const before = await vials.getByRole('button').count()
      await vials.getByRole('button').first().click()
      await expect.poll(() => vials.getByRole('button').count()).toBeLessThan(before)
    }
    await dropBegun(desk, 'Bé Chưa Lưu')
    await window.getByTestId('closing-blocked').waitFor({ state: 'detached' })
    await window.getByTestId('closing-pin').fill(pin)
    await window.getByTestId('close-session').click()
    await window.getByTestId('closing-signed').waitFor()
    expect((await ask(getSessionDay, { on: null })).state).toBe('closed')
    expect(await ask(getBoard, { on: null })).toMatchObject({ screening: [], injection: [], observation: [] })
  }, 120_000)

  test('the ledger, the register, the forecasts and the sheet agree', async () => {
    const { ask } = desk
    const counts = givenByLot()
    const [after, usage] = [await onShelf(), await ask(getSessionUsage, { on })]
    for (const [lotId, doses] of counts) {
      const used = usage.lots.find(lot => lot.lotId === lotId)
      expect(used?.given, lotId).toBe(doses)
      const { lines } = await ask(getLedger, { lotId })
      const wasted = lines.filter(({ to, on: at }) => to === 'wasted' && at === on)
      const thrown = wasted.reduce((sum, { quantity }) => sum + quantity, 0)
      expect(thrown, lotId).toBeGreaterThanOrEqual(thrownAway.get(lotId) ?? 0)
      expect(after.get(lotId), lotId).toBe((balances.get(lotId) ?? 0) - doses - thrown)
      expect(lines[0]?.balance, lotId).toBe(after.get(lotId))
    }
    for (const [lotId, before] of balances)
      if (!counts.has(lotId) && !thrownAway.has(lotId)) expect(after.get(lotId), lotId).toBe(before)
    for (const [personId, doses] of given) {
      const { chart } = await ask(getChart, { personId, on: null })
      if (doses.length > 0) expect(chart.today.length, personId).toBeLessThan(dueBefore.get(personId) ?? 0)
    }
    for (const { personId } of [...deferred, referred])
      expect((await ask(getChart, { personId, on: null })).doses.some(({ givenOn }) => givenOn === on)).toBe(
        false,
      )
    const sheet = await paper({ kind: 'session-close', on })
    expect(sheet).toContain('24/11/2026')
    expect(sheet).toMatch(/co giật|NẶNG/iu)
    await desk.launched.close()
    await seeFileSound(join(folder, 'data', 'practice', 'diem-tiem.db'))
  }, 120_000)
})
