import { type ChildPicture, getChildPicture } from '../../../src/contract/child-calls'
import { refuse } from '../../../src/contract/errors'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { askToday, isGrowing } from '../../../src/domain/child/ask-today'
import type { ChildHandbook, ToDo, Wording } from '../../../src/domain/child/child-handbook'
import { nextCheck, proposedNextOn } from '../../../src/domain/child/child-schedule'
import { inOrder } from '../../../src/domain/child/growth-records'
import { latestFindings } from '../../../src/domain/child/latest-findings'
import { correctedFrom } from '../../../src/domain/child/milestones'
import { type ServiceContext, serve } from '../service'
import { type ChildCase, childCaseOf, rowsOf } from './child-case'
import { checkedWeight, screenedWeights } from './child-records'

/** A child's growth and development as a whole: everything the tab shows and its form asks. */
export const getChildPictureService = serve(getChildPicture, (context, { personId }): ChildPicture => {
  const person = context.store.records.find('person', personId)
  if (!person || person.voided) return refuse('person.not-found')
  const { today } = context
  const handbook = context.resources.childHandbook
  const known = childCaseOf(context, person)
  const { birthDate: bornOn, gestationWeeks, sex } = person
  return {
    personId: person.id,
    sex,
    bornOn,
    gestationWeeks,
    correctedFrom: correctedFrom(handbook, { bornOn, gestationWeeks }, today),
    isGrowing: isGrowing(handbook.measures, bornOn, today),
    days: scoredDays(context, known),
    records: inOrder(known.records),
    findings: findingsOf(context, known),
    whatToDo: toDoWords(handbook),
    ask: askToday(handbook, { bornOn, gestationWeeks, found: known.found, given: known.given }, today),
    next: nextOf(handbook, known, today),
    proposedNextOn: proposedNextOn(handbook.visits, bornOn, today),
    weightToday: weightToday(context, person.id),
    checks: known.checks.toReversed().map(({ id, voided: _v, createdAt, changedAt: _c, ...check }) => ({
      ...check,
      checkId: id,
      writtenAt: createdAt,
    })),
    words: wordsOf(handbook),
    isUnverified: [...handbook.milestones, ...handbook.supplements, ...handbook.feeding].some(
      ({ confirmation }) => confirmation === 'unverified',
    ),
  }
})

/** The scores of each day, and the records it is made of. */
function scoredDays(context: ServiceContext, { person, days }: ChildCase): ChildPicture['days'] {
  return rowsOf(context, person, days).map(row => ({
    ...row,
    sources: days.find(({ on }) => on === row.on)?.sources ?? [],
  }))
}

/** What the newest measurings say, with the words of the cut-offs. */
export function findingsOf(context: ServiceContext, { person, days }: ChildCase): ChildPicture['findings'] {
  const { growthRules } = context.resources
  const textOf = (code: string) => growthRules.cutOffs.find(cutOff => cutOff.code === code)?.text ?? null
  return latestFindings(growthRules, rowsOf(context, person, days), context.today).map(finding => ({
    ...finding,
    text: finding.kind === 'cut-off' ? textOf(finding.code) : null,
  }))
}

function toDoWords({ whatToDo }: ChildHandbook): ChildPicture['whatToDo'] {
  return Object.fromEntries(Object.entries(whatToDo).map(([code, { text }]) => [code, text])) as Record<
    ToDo,
    Wording
  >
}

/** The next look at a child; one that was weighed at birth only was never looked at since. */
export function nextOf(handbook: ChildHandbook, { person, checks, days }: ChildCase, today: CalendarDay) {
  const bornOn = person.birthDate
  const lastOn = days.findLast(({ on, weightKg }) => on > bornOn && weightKg !== null)?.on ?? null
  const chosenOn = checks.at(-1)?.nextVisitOn ?? null
  return nextCheck(handbook.visits, { bornOn, lastOn, chosenOn }, today)
}

function weightToday(context: ServiceContext, personId: string): ChildPicture['weightToday'] {
  if (checkedWeight(context, personId, context.today) !== null) return null
  return screenedWeights(context, personId, context.today)[0] ?? null
}

/** Words of every code that a check may have, in both languages. */
export function wordsOf(handbook: ChildHandbook): Readonly<Record<string, Wording>> {
  const all = [
    ...handbook.feeding,
    ...handbook.supplements.flatMap(({ doses }) => doses),
    ...handbook.milestones.flatMap(({ signs }) => signs),
    ...handbook.dangerSigns,
  ]
  return Object.fromEntries(all.map(({ code, text }) => [code, text]))
}
