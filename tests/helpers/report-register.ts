import { readFileSync } from 'node:fs'
import { openReadyPoint } from '../main/services/ready-point'
import { stepsOf } from './report-register-entries'
import type { RegisterFile } from './report-register-file'
import type { TestPoint } from './test-point'

/*
 * The register of `tests/fixtures/reports`, written into a point in the order in which it was written down there. What each
 * form must say of it was found by reasoning, before anything was counted: see the README beside it.
 */

const folder = new URL('../fixtures/reports/', import.meta.url)
export const readFixture = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

export type ReportRegister = {
  readonly point: TestPoint
  /** The name in the fixture of a record's id. */
  readonly nameOf: (recordId: string) => string
  /** Writes everything that was written down until this day, and answers in its evening. */
  readonly until: (day: string) => void
}

/** An empty point on 2026-09-01, ready to take the register in day by day. */
export function openReportRegister(): ReportRegister {
  const file = readFixture('register.json') as RegisterFile
  const point = openReadyPoint({ at: '2026-09-01T00:30:00.000Z' })
  const names = new Map<string, string>()
  const ids = new Map<string, string>()
  const idOf = (name: string): string => {
    const known = ids.get(name)
    if (known) return known
    const id = point.ports.newId()
    ids.set(name, id)
    names.set(id, name)
    return id
  }
  const steps = stepsOf(file, idOf).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  let next = 0
  return {
    point,
    nameOf: recordId => names.get(recordId) ?? recordId,
    until(last) {
      for (let step = steps[next]; step && step.on <= last; step = steps[++next]) {
        moveTo(point, `${step.on}T03:00:00.000Z`)
        const context = { at: point.ports.clock(), userId: null, requestId: null }
        point.store.transaction(() => point.store.journal.append(step.write(), context))
      }
      moveTo(point, `${last}T10:00:00.000Z`)
    },
  }
}

/** Later in the day nothing moves: what is written in one day keeps its order by itself. */
function moveTo(point: TestPoint, at: string): void {
  const ahead = Date.parse(at) - Date.parse(point.ports.clock())
  if (ahead > 0) point.moveClock(ahead)
}
