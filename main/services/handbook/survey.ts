import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { usualScheduleOf } from '../../../src/domain/maternal/antenatal-schedule'
import { type DatingFacts, datingOf } from '../../../src/domain/maternal/dating'
import { isFollowed, type Residence, residenceOn } from '../../../src/domain/person/residence'
import type { HandbookLine } from '../../../src/domain/report/handbook-lists'
import { antenatalLine, expectedBirthLine, postpartumLine } from '../../../src/domain/report/lines-of-women'
import type { Stored } from '../../db/record-store'
import type { JobContext } from '../jobs/job'
import { surveyChildren } from './survey-children'

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
