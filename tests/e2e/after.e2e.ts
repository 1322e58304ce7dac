import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { getCase, listCases, listReportClocks } from '../../src/contract/aefi-calls'
import { listBesideCase } from '../../src/contract/contact-calls'
import { getSessionDay } from '../../src/contract/session-day-calls'
import { listLots } from '../../src/contract/stock-calls'
import { getBoard } from '../../src/contract/visit-calls'
import { vaccinate } from './shots/busy-morning'
import { type Desk, openDesk, signIn } from './support/desk'

const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-after-'))
const pin = '2580'
const desks: Desk[] = []

afterAll(async () => {
  for (const { launched } of desks) await launched.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(name: string): Promise<Desk> {
  const desk = await openDesk(join(folder, name), '2026-11-23T01:00:00.000Z', ['--practice'])
  desks.push(desk)
  desk.window.setDefaultTimeout(30_000)
  return desk
}

describe('after the dose', () => {
  test('the card opens by one key under a dialog and at the sign-in', async () => {
    const desk = await open('card')
    const { window } = desk
    await window.getByTestId('screen-sign-in').waitFor()
    await window.keyboard.press('F8')
    await window.getByTestId('emergency-weight').fill('9,9')
    expect(await window.getByTestId('band-meant').allInnerTexts()).toEqual([
      expect.stringContaining('0,2 mL'),
    ])
    await window.getByTestId('emergency-weight').fill('15')
    expect(await window.getByTestId('band-meant').count()).toBe(2)
    expect(await window.getByTestId('adrenaline-state').innerText()).toContain('không quy định')
    await window.keyboard.press('Escape')
    await signIn(desk, pin)
    // The sheet of keys is a dialog that keeps every other key to itself.
    await window.keyboard.press('F1')
    await window.getByRole('dialog').waitFor()
    await window.keyboard.press('F8')
    await window.getByTestId('emergency-card').waitFor()
    await window.keyboard.press('F8')
    await window.getByTestId('emergency-card').waitFor({ state: 'detached' })
  }, 120_000)

  test('a severe sign in two clicks: session stopped, lot out, case open, clock on every screen', async () => {
    const desk = await open('severe')
    const { window, ask } = desk
    await signIn(desk, pin)
    const seen = await vaccinate(desk)
    await vaccinate(desk)
    await window.getByTestId('nav-observation').click()
    const { observation } = await ask(getBoard, { on: null })
    const name = observation.find(card => card.visitId === seen.visitId)?.displayName ?? ''
    await window.getByTestId('timer-card').filter({ hasText: name }).click()
    await window.getByRole('button', { name: 'Co giật' }).click()
    await window.getByTestId('record-reaction').click()
    await window.getByTestId('emergency-card').waitFor()
    await window.keyboard.press('Escape')
    expect((await ask(getSessionDay, { on: null })).state).toBe('stopped')
    const { lines } = await ask(listCases, { offset: 0, limit: 10 })
    const caseId = lines[0]?.caseId ?? ''
    const { view } = await ask(getCase, { caseId })
    const lots = await ask(listLots, { vaccineCode: null })
    for (const { lotId } of view.lots) expect(lots.find(lot => lot.lotId === lotId)?.status).toBe('suspended')
    const beside = await ask(listBesideCase, { caseId, offset: 0, limit: 50 })
    expect(beside.counts.persons).toBe(1)

    await window.getByTestId('nav-reception').click()
    await window.getByTestId('report-clock').click()
    await window.getByTestId('screen-aefi-case').waitFor()
    await window.getByTestId('fact-diagnosis').fill('Co giật do sốt')
    await window.getByTestId('fact-serious-hospital').click()
    await window.getByTestId('save-case').click()
    await window.getByText('Đã lưu phiếu.').waitFor()
    await window.getByTestId('tell-provincial-cdc').click()
    await window.getByTestId('tell-provincial-cdc').waitFor({ state: 'detached' })
    await window.getByTestId('tell-health-department').click()
    await window.getByTestId('report-clock').waitFor({ state: 'detached' })
    expect((await ask(listReportClocks, {})).lines).toEqual([])
    const after = await ask(getCase, { caseId })
    expect(after.view.facts).toMatchObject({ diagnosis: 'Co giật do sốt', serious: 'hospital' })
    expect(after.view.state).toBe('reported')
  }, 120_000)
})
