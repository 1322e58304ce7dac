import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type DoseView,
  type DueSummary,
  getChart,
  listVaccines,
  summarizeDue,
} from '../../src/contract/dose-calls'
import { listPersons, searchPersons } from '../../src/contract/person-calls'
import { getAppState } from '../../src/contract/point-calls'
import { listLots, receiveLot } from '../../src/contract/stock-calls'
import { type BoardCard, getBoard, getVisit } from '../../src/contract/visit-calls'
import { day } from '../../src/domain/calendar/calendar-day'

import type { ImmunizationChart } from '../../src/domain/schedule/chart-types'
import { type Desk, openDesk, signIn } from './support/desk'
import { expected, extractFile } from './support/fixture'
import {
  children,
  early,
  feverish,
  findingOf,
  isHurried,
  isVaccinated,
  lotFor,
  lotOf,
  lots,
  outcomeOf,
  perBatch,
  refusing,
  searchFor,
} from './support/morning-plan'
import { inject, type Nurse, receive, refuse, screen, seeQueued, sendHome } from './support/stations'
import { startStopWatch } from './support/stop-watch'

const pin = '2468'
const today = day(expected.today)
const watch = startStopWatch()

let folder: string
let desk: Desk
const personIds: string[] = []
const before: ImmunizationChart[] = []
let mouseUses = 0

const nurse = (): Nurse => ({ desk, watch })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diem-tiem-morning-'))
})
afterAll(async () => {
  console.log(watch.table())
  await desk?.launched.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a morning of sixty children, by keyboard alone', () => {
  test('first run: the point and its first user', async () => {
    desk = await openDesk(folder, '2026-11-22T00:30:00.000Z')
    const { window, hand } = desk
    await window.getByTestId('screen-start').waitFor()
    await pick('thanh hoa', 'Tỉnh Thanh Hóa')
    await hand.press('Tab')
    await pick('dong son', 'Phường Đông Sơn')
    await hand.press('Tab')
    await hand.type('Trạm Y tế phường Đông Sơn')
    await hand.tabTo(window.getByLabel(/^Họ tên/))
    await hand.type('Trưởng trạm')
    await hand.tabTo(window.getByLabel(/^Mã PIN/))
    await hand.type(pin)
    await hand.tabTo(window.getByLabel(/^Gõ lại mã PIN/))
    await hand.type(pin)
    await hand.press('Control+Enter')
    await window.getByTestId('screen-reception').waitFor()
    const state = await desk.ask(getAppState, {})
    expect(state).toMatchObject({ setUp: true, mode: 'real', today, signedIn: { role: 'head' } })
    expect(state.point?.address).toMatchObject({ provinceCode: '38', communeCode: '16378' })
  })

  test('this point offers rotavirus vaccine to every child', async () => {
    const { window, hand } = desk
    await hand.tabTo(window.getByTestId('nav-set-up'))
    await hand.press('Enter')
    await hand.tabTo(window.getByTestId('edit-point'))
    await hand.press('Enter')
    await hand.tabTo(window.getByTestId('point-form').getByRole('checkbox', { name: /rota/iu }))
    await hand.press('Space')
    await hand.tabTo(window.getByTestId('save-point'))
    await hand.press('Enter')
    await window.getByTestId('point-form').waitFor({ state: 'detached' })
    expect((await desk.ask(getAppState, {})).point?.offeredAntigens).toEqual(['Rotavirus'])
  })

  test('the extract comes in through the import screen: 300 persons, 3,000 doses', async () => {
    const { window, hand } = desk
    await desk.launched.app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
    }, extractFile)
    await hand.tabTo(window.getByTestId('open-import'))
    await hand.press('Enter')
    await window.getByTestId('choose-file').waitFor()
    await hand.press('Control+Enter')
    await window.getByTestId('import-understood').waitFor()
    await hand.press('Control+Enter')
    await window.getByTestId('run-import').filter({ hasText: 'Nhập 300 người, 3.000 mũi' }).waitFor()
    await hand.press('Control+Enter')
    const done = window.getByTestId('import-done')
    await done.waitFor({ timeout: 60_000 })
    expect(await done.innerText()).toContain('Đã nhập 300 người và 3.000 mũi.')
    expect((await desk.ask(getAppState, {})).persons).toBe(expected.children)
  })

  test('exactly the sixty are due, with the products the extract was made for', async () => {
    for (const child of children) {
      const { hits, exact } = await desk.ask(searchPersons, { text: child.niisCode, limit: 5 })
      expect(exact, child.name).toBe(true)
      const personId = hits[0]?.personId ?? ''
      const { chart } = await desk.ask(getChart, { personId, on: null })
      expect(chart.today.length, child.name).toBe(child.vaccines.length)
      for (const code of child.vaccines)
        expect(
          chart.today.some(due => due.vaccineCodes.includes(code)),
          `${child.name}: ${code}`,
        ).toBe(true)
      personIds.push(personId)
      before.push(chart)
    }
    expect(new Set(personIds).size).toBe(60)
    expect((await everybodyDue()).toSorted()).toEqual(personIds.toSorted())
  })

  test('the vaccines come in: one lot by keyboard, the others from the delivery note', async () => {
    const { window, hand } = desk
    const [first, ...others] = lots
    if (!first) throw new Error('nobody is due')
    await hand.tabTo(window.getByTestId('nav-stock'))
    await hand.press('Enter')
    await window.getByTestId('screen-stock').locator('[data-scan="own"]:focus').waitFor()
    await hand.press('Tab')
    await pick('5 trong 1', '5 trong 1')
    await hand.press('Tab')
    await hand.type(first.number)
    await hand.press('Tab')
    await hand.type('28022027')
    await hand.press('Tab')
    await hand.type(String(first.doses))
    await hand.press('Control+Enter')
    await window
      .getByRole('status')
      .filter({ hasText: `Đã nhập lô ${first.number}.` })
      .waitFor()
    for (const lot of others) await desk.ask(receiveLot, { ...lot, ...deliveryNote })
    const stock = await desk.ask(listLots, { vaccineCode: null })
    expect(stock.map(({ number, balance }) => [number, balance]).sort()).toEqual(
      lots.map(({ number, doses }) => [number, doses]).sort(),
    )
  })

  for (let from = 0; from < children.length; from += perBatch)
    test(`children ${from + 1} to ${from + perBatch}: reception, screening, injection`, async () => {
      const batch = children.slice(from, from + perBatch).map((child, at) => ({ child, index: from + at }))
      for (const { child, index } of batch) {
        await receive(nurse(), child, searchFor(child, index))
        if (!isHurried(index + 1)) await seeQueued(nurse(), child, index + 1)
      }
      await desk.hand.press('Alt+2')
      for (const { child, index } of batch) await screen(nurse(), child, findingOf(index))
      await desk.hand.press('Alt+3')
      for (const { child, index } of batch) {
        if (index === refusing) await refuse(nurse(), child, 'Người nhà không đồng ý')
        else if (isVaccinated(index))
          await inject(nurse(), child, index % 5 === 0 ? lotFor(child, index) : null)
      }
      await desk.hand.press('Alt+4')
      for (const { child, index } of batch)
        if (early.has(index)) await sendHome(nurse(), child, index + 1, 'Người nhà xin về, đã dặn theo dõi')
    })

  test('an hour later everybody goes home with the next appointment', async () => {
    mouseUses += await desk.hand.mouseUses()
    await desk.launched.close()
    desk = await openDesk(folder, '2026-11-22T01:30:00.000Z')
    await signIn(desk, pin)
    await desk.hand.press('Alt+4')
    for (const [index, child] of children.entries())
      if (isVaccinated(index) && !early.has(index)) await sendHome(nurse(), child, index + 1, null)
    mouseUses += await desk.hand.mouseUses()
  })

  test('sixty visits ended as they should, each with its own ticket', async () => {
    const board = await desk.ask(getBoard, { on: null })
    expect([board.screening, board.injection, board.observation, board.expected]).toEqual([[], [], [], []])
    const byTicket = board.done.toSorted((a, b) => (a.ticket ?? 0) - (b.ticket ?? 0))
    expect(byTicket.map(card => [card.ticket, card.personId, card.displayName, card.outcome])).toEqual(
      children.map((child, index) => [index + 1, personIds[index], child.name, outcomeOf(index)]),
    )
    expect(board.figures).toMatchObject({ arrived: 60, vaccinated: 55, deferred: 3, referred: 1 })
    const notes = new Map(byTicket.map(card => [Number(card.ticket) - 1, card.outcomeNote]))
    expect(notes.get(refusing)).toBe('Người nhà không đồng ý')
    for (const index of early) expect(notes.get(index)).toBe('Người nhà xin về, đã dặn theo dõi')
    for (const [index, card] of byTicket.entries())
      expect(card.temperatureC, card.displayName).toBe(feverish.has(index) ? 38.5 : 36.5 + (index % 5) / 10)
  })

  test('every due dose is recorded once, for its own child, from the right lot', async () => {
    const board = await desk.ask(getBoard, { on: null })
    const given: DoseView[] = []
    for (const [index, child] of children.entries()) {
      const card = cardOf(board.done, personIds[index])
      const { doses } = await desk.ask(getChart, { personId: personIds[index] ?? '', on: null })
      const here = doses.filter(dose => dose.kind === 'administered')
      const wanted = isVaccinated(index)
        ? child.vaccines.map(code => [code, lotOf.get(`${index}:${code}`)])
        : []
      expect(here.map(dose => [dose.vaccineCode, dose.lotNumber]).sort(), child.name).toEqual(wanted)
      const visit = await desk.ask(getVisit, { visitId: card.visitId ?? '' })
      expect(visit.personId).toBe(personIds[index])
      expect(here.map(dose => dose.doseId).sort(), child.name).toEqual([...visit.doseIds].sort())
      for (const dose of here)
        expect(dose, child.name).toMatchObject({
          givenOn: today,
          visitId: card.visitId,
          voided: false,
          versions: 1,
        })
      given.push(...here)
    }
    const stock = await desk.ask(listLots, { vaccineCode: null })
    for (const { number, balance, given: counted } of stock) {
      const doses = given.filter(dose => dose.lotNumber === number).length
      const came = lots.find(lot => lot.number === number)?.doses ?? 0
      expect([number, counted, balance]).toEqual([number, doses, came - doses])
    }
    expect(stock.filter(lot => lot.balance === 0).length).toBeGreaterThan(0)
  })

  test('the forecast of the vaccinated has moved on, and the appointment with it', async () => {
    const board = await desk.ask(getBoard, { on: null })
    for (const [index, child] of children.entries()) {
      const personId = personIds[index] ?? ''
      const [summary] = await desk.ask(summarizeDue, { personIds: [personId] })
      const due = [...(summary?.dueLabels ?? []), ...(summary?.overdueLabels ?? [])]
      // Whoever was deferred or referred is not due before the new date; who went home is.
      expect(due.length, child.name).toBe(index === refusing ? child.vaccines.length : 0)
      if (!isVaccinated(index)) continue
      // What was promised if all is given today is what holds now that it was.
      expect(summary?.nextOn, child.name).toBe(before[index]?.next?.on ?? null)
      expect(cardOf(board.done, personId).nextOn, child.name).toBe(summary?.nextOn)
    }
  })

  test('no mouse was used', () => {
    expect(mouseUses).toBe(0)
  })
})

const deliveryNote = {
  manufacturer: null,
  programme: 'epi' as const,
  diluentLot: null,
  diluentExpiresOn: null,
  note: null,
}

function cardOf(cards: readonly BoardCard[], personId: string | undefined): BoardCard {
  const card = cards.find(each => each.personId === personId)
  if (!card) throw new Error('somebody has no visit')
  return card
}

/** Everybody in the register who has a dose of the programme due; a fee-based path once begun has days of its own. */
async function everybodyDue(): Promise<readonly string[]> {
  const due: string[] = []
  const products = await desk.ask(listVaccines, {})
  const ofProgramme = new Set(
    products.filter(({ programmes }) => programmes.includes('epi')).map(({ code }) => code),
  )
  for (let offset = 0; offset < expected.children; offset += 100) {
    const { hits } = await desk.ask(listPersons, { offset, limit: 100 })
    const summaries = await desk.ask(summarizeDue, { personIds: hits.map(hit => hit.personId) })
    const isDue = ({ dueLabels, overdueLabels }: DueSummary) => dueLabels.length + overdueLabels.length > 0
    for (const { personId } of summaries.filter(isDue)) {
      const { chart } = await desk.ask(getChart, { personId, on: null })
      if (chart.today.some(({ vaccineCodes }) => ofProgramme.has(vaccineCodes[0] ?? ''))) due.push(personId)
    }
  }
  return due
}

/** Types into a list that has the focus until it offers this, and takes it. */
async function pick(typed: string, offered: string): Promise<void> {
  await desk.hand.type(typed)
  await desk.window.getByRole('option', { name: offered, exact: true }).waitFor()
  await desk.hand.press('Enter')
}
