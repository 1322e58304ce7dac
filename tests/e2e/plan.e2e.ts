import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPlan } from '../../src/contract/plan-calls'
import { getBoard } from '../../src/contract/visit-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import { type Desk, openDesk, signIn } from './support/desk'

const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-plan-'))
const on = day('2026-11-24')
let desk: Desk | null = null

afterAll(async () => {
  await desk?.launched.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a session is planned by keyboard alone: day, who comes, who does not and why', async () => {
  desk = await openDesk(join(folder, 'data'), '2026-11-22T01:00:00.000Z', ['--practice'])
  const { window, hand, ask } = desk
  await signIn(desk, '2580')
  await window.getByTestId('nav-plan').focus()
  await hand.press('Enter')
  await window.getByTestId('plan-line').first().waitFor({ timeout: 20_000 })
  await window.getByTestId('renewal').waitFor({ state: 'detached', timeout: 60_000 })

  // Two days on by two quick presses; the cursor stands on the first line.
  await window.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await hand.press(']')
  await hand.press(']')
  await window.getByTestId('plan-state').filter({ hasText: '24/11/2026' }).waitFor()
  await window.getByTestId('plan-line').first().waitFor()
  const ticks = window.getByTestId('plan-tick')
  await expect.poll(() => ticks.first().getAttribute('aria-pressed')).toBe('true')
  await hand.press('Space')
  await expect.poll(() => ticks.first().getAttribute('aria-pressed')).toBe('false')
  await hand.press('Space')
  await expect.poll(() => ticks.first().getAttribute('aria-pressed')).toBe('true')
  await hand.press('Control+Enter')
  await window.getByTestId('print-plan').and(window.locator(':enabled')).waitFor()
  const saved = await ask(openPlan, { on, slots: null, places: null, nextSessionOn: null })
  const invited = saved.lines.filter(({ state }) => state === 'invited')
  expect(invited.length).toBeGreaterThan(20)
  expect((await ask(getBoard, { on })).expected).toHaveLength(invited.length)

  // Whoever is saved leaves with a reason.
  await hand.press('Space')
  await hand.type('Trẻ đang ốm')
  await hand.press('Control+Enter')
  await expect.poll(() => ticks.first().getAttribute('aria-pressed')).toBe('false')
  await hand.press('Control+Enter')
  await expect.poll(async () => (await ask(getBoard, { on })).expected.length).toBe(invited.length - 1)
  const after = await ask(openPlan, { on, slots: null, places: null, nextSessionOn: null })
  expect(after.lines.filter(({ state }) => state === 'removed')).toMatchObject([
    { removedBecause: 'Trẻ đang ốm' },
  ])
}, 120_000)
