import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stopSession } from '../../src/contract/session-day-calls'
import { arrive, type Seen, screen, vaccinate } from './shots/busy-morning'
import { type Desk, openDesk, signIn } from './support/desk'

const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-call-screen-'))
let desk: Desk
let wall: Page

beforeAll(async () => {
  desk = await openDesk(join(folder, 'data'), '2026-11-22T01:00:00.000Z', ['--practice'])
  await signIn(desk, '2580')
})
afterAll(async () => {
  await desk.launched.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the screen on the wall', () => {
  let first: Seen

  test('opens as a second window, empty before anybody has come', async () => {
    await desk.window.getByTestId('nav-board').click()
    const opened = desk.launched.app.waitForEvent('window')
    await desk.window.getByTestId('open-call-screen').click()
    wall = await opened
    await wall.getByTestId('call-screen-empty').waitFor()
  })

  test('may ask for what it shows and for nothing else', async () => {
    const answers = await wall.evaluate(async () => {
      const ask = async (name: string, payload: unknown): Promise<unknown> =>
        JSON.parse(await window.diemTiem.call(name, { requestId: crypto.randomUUID(), payload }))
      return {
        own: await ask('queue.get-call-screen', {}),
        people: await ask('person.search', { text: 'nguyen', limit: 5 }),
        board: await ask('session.get-board', { on: null }),
        require: typeof (globalThis as { require?: unknown }).require,
      }
    })
    expect(answers).toMatchObject({
      own: { ok: true },
      people: { ok: false, error: { code: 'contract.unknown-call' } },
      board: { ok: false, error: { code: 'contract.unknown-call' } },
      require: 'undefined',
    })
  })

  test('F7 calls the number that the injection desk shows; the next one is a key away', async () => {
    first = await arrive(desk)
    await screen(desk, first)
    await screen(desk, await arrive(desk))
    await desk.hand.press('Alt+3')
    await desk.window.getByTestId('screen-injection').waitFor()
    await desk.window.getByTestId('call-visit').waitFor()
    await desk.hand.press('F7')
    await wall.getByTestId('call-screen-newest').waitFor()
    expect(await wall.getByTestId('call-screen-newest').innerText()).toMatch(/^1\n/u)
    await desk.hand.press('F7')
    await desk.window.getByText('đã gọi 2').waitFor()
    await desk.hand.press('F6')
    await desk.window.getByText('Gọi số 2').waitFor()
    await desk.hand.look()
    await desk.hand.press('F7')
    await wall.getByText('Mời vào bàn tiêm').waitFor()
    await expect.poll(() => wall.getByTestId('call-screen-newest').innerText()).toMatch(/^2\n/u)
  })

  test('a stop is on the wall and on every screen at once', async () => {
    await vaccinate(desk)
    await desk.ask(stopSession, { reason: 'Một cháu khó thở sau tiêm' })
    await wall.getByTestId('call-screen-stopped').waitFor()
    await desk.window.getByTestId('session-notice').waitFor()
  })

  test('leads nowhere else; Esc closes it, and nothing but it', async () => {
    await wall.evaluate(() => {
      window.open('https://example.invalid/')
      window.location.href = 'https://example.invalid/'
    })
    expect(wall.url()).toBe('app://diem-tiem/call-screen.html')
    // The window may be gone before the key is let go.
    const closed = wall.waitForEvent('close')
    await Promise.allSettled([wall.keyboard.press('Escape')])
    await closed
    expect(desk.launched.app.windows()).toHaveLength(1)
    expect(await desk.window.getByTestId('screen-injection').isVisible()).toBe(true)
  })
})
