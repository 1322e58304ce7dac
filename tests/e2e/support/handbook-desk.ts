import { expect } from 'vitest'
import type { ChildCheckFields } from '../../../src/contract/child-calls'
import { getProgrammeReport, listHandbookLines } from '../../../src/contract/handbook-list-calls'
import { startJob } from '../../../src/contract/job-calls'
import { type CalendarDay, day } from '../../../src/domain/calendar/calendar-day'
import type { VisitFields } from '../../../src/domain/maternal/visit-checks'
import type { Month } from '../../../src/domain/report/count-programme'
import type { HandbookList } from '../../../src/domain/report/handbook-lists'
import { plainVisit } from '../../helpers/pregnancies'
import { until } from './ask'
import type { Desk } from './desk'

const everybody = { place: null, text: '', lateDays: null }

/** A working list, made anew: who is on it, and how many days late. */
export async function workingList(desk: Desk, list: HandbookList) {
  await desk.ask(startJob, { job: { name: 'handbook.lists' } })
  return until(async () => {
    const { made, lines } = await desk.ask(listHandbookLines, {
      list,
      filter: everybody,
      offset: 0,
      limit: 200,
    })
    if (made.isStale || made.job?.state === 'running') return null
    return lines.map(({ hit, line }) => ({ personId: hit.personId, line }))
  }, `the list ${list}`)
}

/** Who is on a working list. */
export async function namesOn(desk: Desk, list: HandbookList): Promise<readonly string[]> {
  return (await workingList(desk, list)).map(({ personId }) => personId)
}

/** The report of a month: each row as `counted`, or `counted/of` for a share. */
export async function reportOf(desk: Desk, month: string): Promise<Readonly<Record<string, string>>> {
  const last = month as Month
  await desk.ask(startJob, { job: { name: 'handbook.report', until: last } })
  const rows = await until(async () => {
    const report = await desk.ask(getProgrammeReport, { until: last, communeCode: null })
    return report.made.isStale || report.made.job?.state === 'running' ? null : report.rows
  }, `the report of ${month}`)
  return Object.fromEntries(
    rows.map(({ id, byMonth }) => {
      const cell = byMonth.at(-1)
      return [id, cell?.of === null ? `${cell.counted}` : `${cell?.counted}/${cell?.of}`]
    }),
  )
}

/** A visit to a pregnant woman as an ordinary repeat: what was measured that day, and when she comes again. */
export function repeatVisit(on: string, nextOn: string, measured: Partial<VisitFields>): VisitFields {
  const { personId: _p, pregnancyId: _g, byUserId: _u, byName: _n, ...plain } = plainVisit
  return { ...plain, visitedOn: day(on), nextVisitOn: day(nextOn), ...measured }
}

/** A look at a child as an ordinary repeat. */
export function repeatCheck(on: CalendarDay, weightKg: number, lengthHeightCm: number): ChildCheckFields {
  return {
    ...{ checkedOn: on, placeName: null, weightKg, lengthHeightCm, position: 'lying', headCm: null },
    ...{ armCm: null, oedema: false, feeding: [], supplements: [], signs: {}, dangerSigns: [] },
    ...{ illness: null, advice: null, referredTo: null, nextVisitOn: null },
  }
}

/** Opens a record from the search. */
export async function openRecord({ window }: Desk, words: string, name: string): Promise<void> {
  await window.getByTestId('nav-reception').click()
  await window.getByTestId('search').fill(words)
  await window.getByRole('option').filter({ hasText: name }).first().click()
  await window.getByTestId('quick-name').filter({ hasText: name }).waitFor()
  await window.keyboard.press('ArrowRight')
  await window.getByTestId('identity').waitFor()
  expect(await window.getByTestId('identity').getAttribute('aria-label')).toBe(name)
}
