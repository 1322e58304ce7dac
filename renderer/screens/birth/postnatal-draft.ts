import type { RequestOf } from '../../../src/contract/call'
import type {
  MotherVisitView,
  NewbornVisitView,
  PostnatalView,
  recordPostnatal,
} from '../../../src/contract/postnatal-calls'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { BoxAnswer } from '../../../src/domain/maternal/postnatal-visit'
import { asTyped, readNumber } from './typed-values'

/** What is asked of a mother and of a child alike. */
export type LookDraft = {
  readonly checks: Readonly<Record<string, BoxAnswer>>
  readonly dangerSigns: readonly string[]
  readonly advice: string
  readonly referredTo: string
  readonly temperatureC: string
}
export type MotherDraft = LookDraft & {
  readonly isVisited: boolean
  readonly pulse: string
  readonly systolic: string
  readonly diastolic: string
  readonly vitaminA: boolean
  readonly contraception: string
}
export type BabyDraft = LookDraft & {
  readonly personId: string
  readonly isVisited: boolean
  readonly weightKg: string
  readonly breathsPerMinute: string
}
export type PostnatalDraft = {
  readonly visitedOn: CalendarDay | null
  readonly placeName: string
  readonly nextVisitOn: CalendarDay | null
  readonly mother: MotherDraft
  readonly children: readonly BabyDraft[]
}

const emptyLook: LookDraft = { checks: {}, dangerSigns: [], advice: '', referredTo: '', temperatureC: '' }

/** A visit today; the next one is proposed in the part of the schedule that follows. */
export function draftFor(view: PostnatalView, today: CalendarDay): PostnatalDraft {
  const ahead = view.schedule.find(({ from }) => from > today)
  const isNextWeek = ahead !== undefined && addDays(today, 1) < ahead.from
  return {
    visitedOn: today,
    placeName: '',
    nextVisitOn: ahead ? (isNextWeek ? ahead.from : addDays(today, 1)) : null,
    mother: {
      ...emptyLook,
      isVisited: view.birth.motherState !== 'died',
      ...{ pulse: '', systolic: '', diastolic: '', vitaminA: false },
      contraception: view.motherVisits.at(-1)?.contraception ?? '',
    },
    children: view.children.map(({ hit }) => ({
      ...emptyLook,
      personId: hit.personId,
      isVisited: true,
      ...{ weightKg: '', breathsPerMinute: '' },
    })),
  }
}

type Request = RequestOf<typeof recordPostnatal>

/** The children about whom something was said: a row that says nothing is none. */
export function visitedChildren({ children }: PostnatalDraft): readonly BabyDraft[] {
  return children.filter(child => child.isVisited && saysSomething(babyOf(child)))
}

function saysSomething(look: Readonly<Record<string, unknown>>): boolean {
  return Object.values(look).some(
    value => value !== null && (typeof value !== 'object' || Object.keys(value).length > 0),
  )
}

/** The visit as it is sent; null while the day is missing or nothing was said of anybody. */
export function toRequest(birthId: string, draft: PostnatalDraft): Request | null {
  const { visitedOn, mother } = draft
  const children = visitedChildren(draft)
  const isHers = mother.isVisited && saysSomething(motherOf({ ...mother, contraception: '' }))
  if (visitedOn === null || (!isHers && children.length === 0)) return null
  return {
    birthId,
    visitedOn,
    placeName: draft.placeName || null,
    nextVisitOn: draft.nextVisitOn,
    mother: isHers ? motherOf(mother) : null,
    children: children.map(child => ({ personId: child.personId, ...babyOf(child) })),
  }
}

/** What was seen of a mother, as it is sent. */
export function motherOf(mother: MotherDraft) {
  return {
    ...lookOf(mother),
    pulse: readNumber(mother.pulse),
    systolic: readNumber(mother.systolic),
    diastolic: readNumber(mother.diastolic),
    vitaminA: mother.vitaminA ? true : null,
    contraception: mother.contraception || null,
  }
}

/** What was seen of a child, as it is sent. */
export function babyOf(child: BabyDraft) {
  return {
    ...lookOf(child),
    weightKg: readNumber(child.weightKg),
    breathsPerMinute: readNumber(child.breathsPerMinute),
  }
}

function lookOf({ checks, dangerSigns, advice, referredTo, temperatureC }: LookDraft) {
  return {
    temperatureC: readNumber(temperatureC),
    checks,
    dangerSigns,
    advice: advice || null,
    referredTo: referredTo || null,
  }
}

/** A recorded visit to a mother as a form shows it. */
export function motherDraftOf(visit: MotherVisitView): MotherDraft {
  return {
    ...lookDraftOf(visit),
    isVisited: true,
    pulse: asTyped(visit.pulse),
    systolic: asTyped(visit.systolic),
    diastolic: asTyped(visit.diastolic),
    vitaminA: visit.vitaminA === true,
    contraception: visit.contraception ?? '',
  }
}

/** A recorded visit to a child as a form shows it. */
export function babyDraftOf(visit: NewbornVisitView): BabyDraft {
  return {
    ...lookDraftOf(visit),
    personId: visit.personId,
    isVisited: true,
    weightKg: asTyped(visit.weightKg),
    breathsPerMinute: asTyped(visit.breathsPerMinute),
  }
}

function lookDraftOf(visit: MotherVisitView | NewbornVisitView): LookDraft {
  return {
    checks: visit.checks,
    dangerSigns: visit.dangerSigns,
    advice: visit.advice ?? '',
    referredTo: visit.referredTo ?? '',
    temperatureC: asTyped(visit.temperatureC),
  }
}
