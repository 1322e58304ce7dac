import { addDays, type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import { addOffset } from '../../../src/domain/calendar/offset'
import { growthScores } from '../../../src/domain/child/growth-scores'
import { growthSexOf } from '../../../src/domain/child/growth-tables'
import { isOfAge } from '../../../src/domain/immunization/birth-dose-hours'
import { usualScheduleOf } from '../../../src/domain/maternal/antenatal-schedule'
import { type DatingFacts, datingOf } from '../../../src/domain/maternal/dating'
import { isFollowed, type Residence, residenceOn } from '../../../src/domain/person/residence'
import type { HandbookLine } from '../../../src/domain/report/handbook-lists'
import { birthDoseLine, underweightLine, weighingLine } from '../../../src/domain/report/lines-of-children'
import { antenatalLine, expectedBirthLine, postpartumLine } from '../../../src/domain/report/lines-of-women'
import type { CheckRow, ChildRow } from '../../db/handbook-repository'
import type { Stored } from '../../db/record-store'
import type { Resources } from '../../resources/load'
import type { JobContext } from '../jobs/job'

type Sources = Pick<JobContext, 'store' | 'resources' | 'today' | 'at'>
type Steps = Sources & Pick<JobContext, 'progress' | 'breathe'>

/** Whether somebody lives here as far as lists are concerned: nobody who died, moved away or was lost. */
export type StillHere = (personId: string) => boolean

/** Goes through everybody a list may name. Lines are in no order. */
export async function survey(context: Steps): Promise<readonly HandbookLine[]> {
  const isHere = whoIsHere(context)
  const women = [...surveyBirths(context), ...surveyPregnancies(context)]
  const lines = women.filter(({ personId }) => isHere(personId))
  for await (const found of surveyChildren(context, isHere)) lines.push(...found)
  return lines
}

/** Nearly nobody has an entry, so all entries are read at once. */
function whoIsHere({ store, today }: Sources): StillHere {
  const entries = new Map<string, Stored<Residence>[]>()
  for (const entry of store.records.list('residence', {}, 'on_day, created_stamp'))
    entries.set(entry.personId, [...(entries.get(entry.personId) ?? []), entry])
  return personId => {
    const known = entries.get(personId)
    return known === undefined || isFollowed(residenceOn(known, today), today)
  }
}

function* surveyBirths({ store, resources, today }: Sources): Generator<HandbookLine> {
  const { postpartum } = resources.programme.limits
  const from = addDays(today, -postpartum.untilDays)
  for (const row of store.handbook.deliveries(from, today)) {
    const hasDied = row.motherState === 'died'
    const delivery = { ...row, birthId: row.recordId, bornOn: row.on, hasVisit: row.visits > 0, hasDied }
    const line = postpartumLine(delivery, postpartum, today)
    if (line) yield line
  }
}

function* surveyPregnancies({ store, resources, today }: Sources): Generator<HandbookLine> {
  const { antenatal, expectedBirths } = resources.programme.limits
  const rules = resources.pregnancy
  const schedule = usualScheduleOf(rules)
  const visits = new Map<string, { visitedOn: CalendarDay; nextVisitOn: CalendarDay | null }[]>()
  for (const { pregnancyId, on, nextVisitOn } of store.handbook.visitsOfOpen())
    visits.set(pregnancyId, [...(visits.get(pregnancyId) ?? []), { visitedOn: on, nextVisitOn }])
  for (const row of store.handbook.openPregnancies()) {
    const facts = {
      ...row,
      lastPeriodSure: row.lastPeriodSure === null ? null : row.lastPeriodSure === 1,
      scan: JSON.parse(row.scan) as DatingFacts['scan'],
    }
    const woman = {
      ...row,
      pregnancyId: row.recordId,
      enrolledOn: row.on,
      hasRisks: row.risks > 0,
      dating: datingOf(rules.dating, facts),
      visits: visits.get(row.recordId) ?? [],
    }
    const due = antenatalLine(woman, schedule, antenatal, today)
    if (due) yield due
    const expected = expectedBirthLine(woman, expectedBirths, today)
    if (expected) yield expected
  }
}

/** Children by the month they were born in: some thousand at a time in the largest register. */
async function* surveyChildren(context: Steps, isHere: StillHere): AsyncGenerator<readonly HandbookLine[]> {
  const { store, today, progress, breathe } = context
  const months = oldestMonths(context)
  for (let month = 0; month < months; month++) {
    await breathe()
    const from = addDays(monthsBack(today, month + 1), 1)
    const children = store.handbook.born(from, monthsBack(today, month)).filter(it => isHere(it.personId))
    yield [
      ...unvaccinated(context, children),
      ...unweighed(context, children),
      ...tooLight(context, children),
    ]
    progress(month + 1, months)
  }
}

/** So many months back the oldest child is that any list may name. */
function oldestMonths({ resources }: Sources): number {
  const { weighing, underweight, milestones } = resources.programme.limits
  const bands = weighing.bands.map(({ untilMonths }) => untilMonths)
  return Math.max(...bands, underweight.untilMonths, milestones.untilMonths)
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

function unweighed(
  { store, resources, today }: Sources,
  children: readonly ChildRow[],
): readonly HandbookLine[] {
  const weighed = store.handbook.lastWeighed(children.map(({ personId }) => personId))
  const lastOn = new Map(weighed.map(({ personId, on }) => [personId, on]))
  return children.flatMap(child => {
    const row = { ...child, lastOn: lastOn.get(child.personId) ?? null }
    return weighingLine(row, resources.programme.limits.weighing, today) ?? []
  })
}

/** Children whose newest weight, with the length of the same day, lies too low. */
function tooLight(
  { store, resources, today }: Sources,
  children: readonly ChildRow[],
): readonly HandbookLine[] {
  const { underweight } = resources.programme.limits
  const since = addOffset(today, { years: 0, months: -underweight.withinMonths, days: 0 })
  const byId = new Map(children.map(child => [child.personId, child]))
  const newest = new Map<string, CheckRow>()
  for (const check of store.handbook.checksSince([...byId.keys()], since))
    if (check.weightKg !== null && !newest.has(check.personId)) newest.set(check.personId, check)
  return [...newest.values()].flatMap(check => {
    const child = byId.get(check.personId)
    if (!child) return []
    const row = {
      ...child,
      measuredOn: check.on,
      weightKg: check.weightKg,
      scores: scoresOf(resources, child, check),
    }
    return underweightLine(row, underweight, today) ?? []
  })
}

function scoresOf(resources: Resources, { sex, birthDate }: ChildRow, check: CheckRow) {
  return growthScores(resources.growth, {
    sex: growthSexOf(sex),
    age: { unit: 'days', value: daysBetween(birthDate, check.on) },
    weightKg: check.weightKg,
    lengthCm: check.lengthHeightCm,
    position: check.position,
    hasOedema: check.oedema === 1,
    headCm: check.headCm,
    armCm: check.armCm,
  })
}
