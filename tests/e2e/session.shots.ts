import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { recordNoShows } from '../../src/contract/close-calls'
import { callVisit } from '../../src/contract/queue-calls'
import { stopSession } from '../../src/contract/session-day-calls'
import { getBoard, leaveVisit } from '../../src/contract/visit-calls'
import { arrive, inject, react, type Seen, screen, sendHome, vaccinate } from './shots/busy-morning'
import { cameraOn, resize } from './shots/camera'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const stage = createStage('--practice')
afterAll(() => stage.end())

/** Opened once; a second press brings the same window to the front. */
async function openCallScreen(): Promise<Page> {
  await stage.goTo('board')
  const [, known] = stage.desk().launched.app.windows()
  if (known) return known
  const opened = stage.desk().launched.app.waitForEvent('window')
  await stage.window().getByTestId('open-call-screen').click()
  const wall = await opened
  await resize(wall, 1280, 720)
  return wall
}

describe('a session from the first ticket to the signature', () => {
  test('nobody has come: the screen on the wall and the close of an empty day', async () => {
    await stage.open('2026-11-22T01:00:00.000Z')
    await signIn(stage.desk(), pin)
    const wall = await openCallScreen()
    await cameraOn(wall).shoot('session-call-empty', 'call-screen-empty')
    await stage.shoot('session-board-empty', 'screen-board')
    await stage.shootPlace('close-day', 'session-close-empty')
  })

  test('a busy morning: lanes, calls, somebody who left, a stop', async () => {
    const desk = stage.desk()
    const wall = await openCallScreen()
    const observed = [await vaccinate(desk), await vaccinate(desk)]
    await react(desk, observed[0] as Seen)
    const waiting: Seen[] = []
    for (let count = 0; count < 9; count += 1) waiting.push(await arrive(desk))
    for (const seen of waiting.slice(0, 3)) await screen(desk, seen)
    const [first, second, third, fourth, fifth] = waiting as [Seen, Seen, Seen, Seen, Seen]
    await screen(desk, fourth, { temperatureC: 38.6, concluded: 'deferred' })
    await desk.ask(leaveVisit, { visitId: fifth.visitId, note: 'Gia đình xin về' })
    await desk.ask(callVisit, { visitId: (waiting[5] as Seen).visitId })
    await desk.ask(callVisit, { visitId: first.visitId })
    await desk.ask(callVisit, { visitId: first.visitId })
    await wall.getByTestId('call-screen-newest').waitFor()
    await cameraOn(wall).shoot('session-call-busy', 'call-screen-newest')
    for (const place of ['reception', 'screening', 'injection', 'observation', 'board'])
      await stage.shootPlace(place, `session-lane-${place}`)
    await inject(desk, second)
    await inject(desk, third)
    await stage.shootPlace('close-day', 'session-close-open')
    await desk.ask(stopSession, { reason: 'Một cháu khó thở sau tiêm' })
    await cameraOn(wall).shoot('session-call-stopped', 'call-screen-stopped')
    await stage.shootPlace('injection', 'session-stopped')
  })

  test('timers over after a restart; everybody sent home; signed', async () => {
    await stage.reopen('2026-11-22T02:40:00.000Z')
    const desk = stage.desk()
    await stage.window().getByTestId('timer-over').waitFor()
    await stage.shootPlace('reception', 'session-timers-over')
    const board = await desk.ask(getBoard, { on: null })
    for (const card of board.observation)
      await sendHome(desk, { personId: card.personId, visitId: card.visitId ?? '' })
    for (const card of [...board.screening, ...board.injection])
      await desk.ask(leaveVisit, { visitId: card.visitId ?? '', note: 'Buổi tiêm tạm dừng, hẹn buổi khác' })
    const personIds = board.expected.slice(2).map(card => card.personId)
    if (personIds.length > 0)
      await desk.ask(recordNoShows, { on: board.on, personIds, reason: 'not-reached', note: null })
    await stage.shootPlace('close-day', 'session-close-settling')
    const window = stage.window()
    await window.getByTestId('choose-no-shows').click()
    await window.getByTestId('no-show-away').click()
    for (const field of await window.getByPlaceholder('Vì sao lệch').all())
      await field.fill('Bỏ phần còn lại cuối buổi')
    const vials = window.getByTestId('closing-open-vials').getByRole('button')
    for (let left = await vials.count(); left > 0; left -= 1) {
      await vials.first().click()
      await vials.nth(left - 1).waitFor({ state: 'detached' })
    }
    await window.getByTestId('closing-pin').fill(pin)
    await stage.shoot('session-close-ready', 'screen-close-day')
    await window.getByTestId('close-session').click()
    await window.getByTestId('closing-signed').waitFor()
    await stage.shoot('session-close-signed', 'screen-close-day')
    await window.getByTestId('print-closing').click()
    await window.waitForTimeout(2_500)
    await stage.shoot('session-close-sheet', 'screen-close-day')
    expect(stage.cut()).toEqual([])
  })
})
