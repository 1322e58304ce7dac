import { type ChildPicture, getChildPicture } from '../../../src/contract/child-calls'
import { refuse } from '../../../src/contract/errors'
import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import { askToday, isGrowing } from '../../../src/domain/child/ask-today'
import type { ChildHandbook, Wording } from '../../../src/domain/child/child-handbook'
import { nextCheck, proposedNextOn } from '../../../src/domain/child/child-schedule'
import { correctedBirth } from '../../../src/domain/child/corrected-birth'
import { type GrowthDay, inOrder } from '../../../src/domain/child/growth-points'
import { type ServiceContext, serve } from '../service'
import { type ChildCase, childCaseOf, scoresFrom } from './child-case'
import { checkedWeight, screenedWeights } from './child-points'

/** A child's growth and development as a whole: everything the tab shows and its form asks. */
export const getChildPictureService = serve(getChildPicture, (context, { personId }): ChildPicture => {
  const person = context.store.records.find('person', personId)
  if (!person || person.voided) return refuse('person.not-found')
  const { today } = context
  const handbook = context.resources.childHandbook
  const known = childCaseOf(context, person)
  const { birthDate: bornOn, gestationWeeks, sex } = person
  const corrects = handbook.correctUntilMonths
  return {
    personId: person.id,
    sex,
    bornOn,
    gestationWeeks,
    correctedBirthOn: correctedBirth({ bornOn, gestationWeeks }, today, corrects),
    isGrowing: isGrowing(handbook.measures, bornOn, today),
    days: known.days.map(day => scoredDay(context, known, day)),
    points: inOrder(known.points),
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

function scoredDay(
  context: ServiceContext,
  { person }: ChildCase,
  day: GrowthDay,
): ChildPicture['days'][number] {
  const { birthDate: bornOn, gestationWeeks } = person
  const { correctUntilMonths } = context.resources.childHandbook
  const expectedOn = correctedBirth({ bornOn, gestationWeeks }, day.on, correctUntilMonths)
  return {
    ...day,
    scores: scoresFrom(context, person, day, bornOn),
    // Before the day it was expected a child has no corrected age.
    corrected:
      expectedOn === null || expectedOn > day.on
        ? null
        : {
            ageDays: daysBetween(expectedOn, day.on),
            scores: scoresFrom(context, person, day, expectedOn),
          },
  }
}

/** A child that was weighed at birth only was never looked at since. */
function nextOf(handbook: ChildHandbook, { person, checks, days }: ChildCase, today: CalendarDay) {
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
