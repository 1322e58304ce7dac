import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { finishObservation, getBoard } from '../../../src/contract/visit-calls'
import { openTestPoint, type TestPoint } from '../../helpers/test-point'
import { givePenta, minuteMs, openReadyPoint, refusedCodes, register, stockLot } from './ready-point'

const folder = mkdtempSync(path.join(tmpdir(), 'observation-clock-'))
afterAll(() => rmSync(folder, { recursive: true }))

function observed(options: Parameters<typeof openReadyPoint>[0] = {}) {
  const point = openReadyPoint(options)
  const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
  const { visitId } = givePenta(point, register(point), lotId)
  return { point, home: { visitId, earlyBecause: null, next: null } }
}
/** Minutes the board says are left. */
function left(point: TestPoint): number {
  const { now, observation } = point.done(getBoard, { on: null })
  return (Date.parse(observation[0]?.observeUntil ?? '') - Date.parse(now)) / minuteMs
}
const isRefused = (point: TestPoint, home: ReturnType<typeof observed>['home']) =>
  refusedCodes(point, finishObservation, home)

describe('the clock is set during an observation', () => {
  test('forward: nobody may go earlier, and the window is told', () => {
    const { point, home } = observed()
    point.moveClock(10 * minuteMs)
    point.setClock(25 * minuteMs)
    expect(left(point)).toBe(20)
    expect(isRefused(point, home)).toEqual(['visit.observation-not-over'])
    expect(point.events).toContainEqual({ name: 'clock.jumped' })
    expect(point.done(getBoard, { on: null }).clockJumps).toMatchObject([{ byMs: 25 * minuteMs }])
    point.moveClock(20 * minuteMs)
    point.done(finishObservation, home)
  })

  test('back: nobody waits longer', () => {
    const { point, home } = observed()
    point.moveClock(10 * minuteMs)
    point.setClock(-60 * minuteMs)
    expect(left(point)).toBe(20)
    point.moveClock(20 * minuteMs)
    point.done(finishObservation, home)
  })

  test('forth and back again; whoever is vaccinated between has a whole half hour', () => {
    const { point, home } = observed()
    point.setClock(120 * minuteMs)
    point.moveClock(5 * minuteMs)
    const lotId = point.store.lots.list('SII_PENTA')[0]?.lotId ?? ''
    const second = givePenta(point, register(point, { name: 'Bé Thử Hai', phone: '0912000002' }), lotId)
    point.moveClock(5 * minuteMs)
    point.setClock(-120 * minuteMs)
    point.moveClock(19 * minuteMs)
    expect(isRefused(point, home)).toEqual(['visit.observation-not-over'])
    point.moveClock(minuteMs)
    point.done(finishObservation, home)
    point.moveClock(4 * minuteMs)
    expect(isRefused(point, { ...home, visitId: second.visitId })).toEqual(['visit.observation-not-over'])
    point.moveClock(minuteMs)
    point.done(finishObservation, { ...home, visitId: second.visitId })
  })
})

describe('a timer survives', () => {
  const at = (minutes: number) =>
    new Date(Date.parse('2026-11-22T01:00:00.000Z') + minutes * minuteMs).toISOString()
  const upMinutes = (minutes: number) => minutes * minuteMs
  /** Opens the file again as a program that starts, so many minutes later by each clock. */
  function startAgain(file: string, clock: { readonly wall: number; readonly up: number }) {
    const point = openTestPoint({ file, at: at(clock.wall), upMs: upMinutes(clock.up) })
    point.actAs('head', 'Trưởng trạm')
    return point
  }
  const restarts = [
    { why: 'a restart of the program', wall: 12, up: 72, left: 18 },
    { why: 'a clock set on while the program was closed', wall: 42, up: 72, left: 18 },
    { why: 'a clock set back while the program was closed', wall: -48, up: 72, left: 18 },
    { why: 'a restart of the machine, of which the time off is not known', wall: 12, up: 2, left: 28 },
    { why: 'a restart of the machine with a flat clock battery', wall: -90_000, up: 2, left: 28 },
  ]
  test.each(restarts)('$why', ({ wall, up, left: minutes }) => {
    const file = path.join(folder, `${wall}-${up}.db`)
    const { point, home } = observed({ file, upMs: upMinutes(60) })
    point.close()
    const again = startAgain(file, { wall, up })
    if (wall >= 0) {
      expect(left(again)).toBe(minutes)
      expect(isRefused(again, home)).toEqual(['visit.observation-not-over'])
    }
    again.moveClock((minutes - 1) * minuteMs)
    expect(isRefused(again, home)).toEqual(['visit.observation-not-over'])
    again.moveClock(minuteMs)
    again.done(finishObservation, home)
    again.close()
  })
})
