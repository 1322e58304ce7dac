import { expect } from 'vitest'
import type { ChildCheckFields } from '../../../src/contract/child-calls'
import { getProgrammeReport, listHandbookLines } from '../../../src/contract/handbook-list-calls'
import { startJob } from '../../../src/contract/job-calls'
import { type CalendarDay, day } from '../../../src/domain/calendar/calendar-day'
import type { VisitFields } from '../../../src/domain/maternal/visit-checks'
import type { Month } from '../../../src/domain/report/count-programme'
import { type HandbookList, handbookLists } from '../../../src/domain/report/handbook-lists'
import { plainVisit } from '../../helpers/pregnancies'
import { until } from './ask'
import type { Desk } from './desk'

type Line = { readonly personId: string; readonly daysLate: number | null }

const everybody = { place: null, text: '', lateDays: null }

/** The working lists, made anew: of each who is on it, and how many days late. */
export async function workingLists(desk: Desk): Promise<Readonly<Record<string, readonly Line[]>>> {
  await desk.ask(startJob, { job: { name: 'handbook.lists' } })
  const read = async (list: HandbookList) => {
    const page = await desk.ask(listHandbookLines, { list, filter: everybody, offset: 0, limit: 200 })
    return page.made.isStale || page.made.job?.state === 'running' ? null : page.lines
  }
  await until(() => read('antenatal'), 'the working lists')
  const lists = handbookLists.map(async list => {
    const lines = (await read(list)) ?? []
    return [
      list,
      lines.map(({ hit, line }) => ({ personId: hit.personId, daysLate: line.daysLate })),
    ] as const
  })
  return Object.fromEntries(await Promise.all(lists))
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
      return [id, [cell?.counted, ...(cell?.of == null ? [] : [cell.of])].join('/')]
    }),
  )
}

/** A visit to a pregnant woman as an ordinary repeat: what was measured that day, and when she comes again. */
function repeatVisit(on: string, nextOn: string, measured: Partial<VisitFields>): VisitFields {
  const { personId: _p, pregnancyId: _g, byUserId: _u, byName: _n, ...plain } = plainVisit
  return { ...plain, visitedOn: day(on), nextVisitOn: day(nextOn), ...measured }
}

/** What was measured between the first visit and the one with the danger sign. */
export const repeatVisits: readonly VisitFields[] = [
  repeatVisit('2026-05-25', '2026-07-06', { weightKg: 51.5, systolic: 110, diastolic: 70 }),
  repeatVisit('2026-07-06', '2026-08-17', { weightKg: 54, systolic: 112, diastolic: 70 }),
  repeatVisit('2026-08-17', '2026-09-14', { weightKg: 57.5, systolic: 118, diastolic: 76 }),
]

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
