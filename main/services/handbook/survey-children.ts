import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { addOffset } from '../../../src/domain/calendar/offset'
import { growthRows } from '../../../src/domain/child/growth-history'
import { type GrowthRecord, growthDays } from '../../../src/domain/child/growth-records'
import { latestFindings } from '../../../src/domain/child/latest-findings'
import type { SignsFound } from '../../../src/domain/child/milestones'
import { isOfAge } from '../../../src/domain/immunization/birth-dose-hours'
import type { HandbookLine } from '../../../src/domain/report/handbook-lists'
import {
  birthDoseLine,
  milestoneLine,
  underweightLine,
  weighingLine,
} from '../../../src/domain/report/lines-of-children'
import type { ChildRow, MeasurementRow } from '../../db/handbook-repository'
import type { JobContext } from '../jobs/job'

type Sources = Pick<JobContext, 'store' | 'resources' | 'today' | 'at'>
type Steps = Sources & Pick<JobContext, 'progress' | 'breathe'>

/** Children by the month they were born in: some thousand at a time in the largest register. */
export async function* surveyChildren(
  context: Steps,
  isHere: (personId: string) => boolean,
): AsyncGenerator<readonly HandbookLine[]> {
  const { store, today, progress, breathe } = context
  const months = oldestMonths(context)
  for (let month = 0; month < months; month++) {
    await breathe()
    const from = addDays(monthsBack(today, month + 1), 1)
    const children = store.handbook.born(from, monthsBack(today, month)).filter(it => isHere(it.personId))
    const measured = byChild(store.handbook.measurements(children.map(({ personId }) => personId)))
    yield [
      ...unvaccinated(context, children),
      ...children.flatMap(child => linesOf(context, child, measured.get(child.personId) ?? [])),
    ]
    progress(month + 1, months)
  }
}

/** So many months back the oldest child is that any list may name. */
function oldestMonths({ resources }: Sources): number {
  const { underweight, milestones } = resources.programme.limits
  const planned = resources.childHandbook.visits.steps.map(({ untilMonths }) => untilMonths)
  return Math.max(...planned, underweight.untilMonths, milestones.untilMonths) + 1
}

function monthsBack(today: CalendarDay, months: number): CalendarDay {
  return addOffset(today, { years: 0, months: -months, days: 0 })
}

/** Newborns without any dose against hepatitis B, whatever the reason: those it is held back from are to be looked after too. */
function unvaccinated(
  { store, resources, today, at }: Sources,
  children: readonly ChildRow[],
): readonly HandbookLine[] {
  const rule = resources.birthDose
  const young = children.filter(({ birthDate }) => isOfAge(rule, birthDate, today))
  const vaccines = [...resources.vaccines.values()].filter(({ antigens }) => antigens.includes(rule.antigen))
  const given = store.handbook.dosesOf(
    young.map(({ personId }) => personId),
    vaccines.map(({ code }) => code),
  )
  const had = new Set(given.map(({ personId }) => personId))
  return young.filter(({ personId }) => !had.has(personId)).map(child => birthDoseLine(child, rule, at))
}

function byChild(rows: readonly MeasurementRow[]): ReadonlyMap<string, MeasurementRow[]> {
  const found = new Map<string, MeasurementRow[]>()
  for (const row of rows) {
    const known = found.get(row.personId)
    if (known) known.push(row)
    else found.set(row.personId, [row])
  }
  return found
}

/** What the weights and the looks at one child say. */
function linesOf(
  { resources, today }: Sources,
  child: ChildRow,
  measured: readonly MeasurementRow[],
): readonly HandbookLine[] {
  const { underweight, milestones } = resources.programme.limits
  const { visits } = resources.childHandbook
  const chosenOn = measured.findLast(({ source }) => source === 'child-check')?.nextVisitOn ?? null
  const weighed = measured.filter(({ source, weightKg }) => source !== 'newborn' && weightKg !== null)
  const found = measured.flatMap(signsOf)
  return [
    weighingLine({ ...child, lastOn: weighed.at(-1)?.on ?? null, chosenOn }, visits, today),
    // Most children were never measured: nothing is to be worked out for them.
    weighed.length === 0
      ? null
      : underweightLine(
          growthOf(resources, child, measured, today),
          underweight,
          resources.growthRules.cutOffs,
          today,
        ),
    found.length === 0
      ? null
      : milestoneLine({ ...child, found }, milestones, resources.childHandbook, today),
  ].filter(line => line !== null)
}

function signsOf({ on, signs }: MeasurementRow): readonly SignsFound[] {
  return signs === null ? [] : [{ on, signs: JSON.parse(signs) as SignsFound['signs'] }]
}

/** A child's growth as its own tab works it out. */
function growthOf(
  { growth, growthRules }: JobContext['resources'],
  child: ChildRow,
  measured: readonly MeasurementRow[],
  today: CalendarDay,
) {
  const days = growthDays(recordsOf(child, measured), child.birthDate)
  const rows = growthRows(growth, child, days)
  const textOf = (code: string) => growthRules.cutOffs.find(cutOff => cutOff.code === code)?.text ?? null
  const findings = latestFindings(growthRules, rows, today).map(finding => ({
    ...finding,
    text: finding.kind === 'cut-off' ? textOf(finding.code) : null,
  }))
  const weightOn = (on: CalendarDay) => days.find(each => each.on === on)?.weightKg ?? null
  return { ...child, findings, weightOn }
}

/** The birth weight of the person's record counts where no birth was recorded. */
function recordsOf(child: ChildRow, measured: readonly MeasurementRow[]): readonly GrowthRecord[] {
  const records = measured.map(
    ({ personId: _personId, signs: _signs, nextVisitOn: _next, oedema, ...row }) => ({
      ...row,
      placeName: null,
      oedema: oedema === null ? null : oedema === 1,
    }),
  )
  if (child.birthWeightG === null || measured.some(({ source }) => source === 'newborn')) return records
  const atBirth = {
    on: child.birthDate,
    source: 'person',
    recordId: child.personId,
    placeName: null,
    weightKg: child.birthWeightG / 1000,
    lengthHeightCm: null,
    position: null,
    headCm: null,
    armCm: null,
    oedema: null,
  } as const
  return [atBirth, ...records]
}
