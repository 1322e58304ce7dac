import type { CalendarDay } from '../../calendar/calendar-day'
import { groupBy } from '../../schedule/group-by'
import { type Month, monthOf } from '../count-programme'
import { addMonths } from '../months'
import { curveEnd, type DoseCurve, doseCurve } from './curves'
import { birthDoseAnswers, type IndicatorChild, type LeftOut } from './indicator-child'
import type { IndicatorDose } from './indicator-rules'
import { type IndicatorView, type Measure, type Share, shareOf } from './measure'

/** Children born in some months, both included. */
export type Cohort = { readonly from: Month; readonly to: Month }

/** A cohort has so many months at most: what a picture has room for. */
export const mostMonths = 24

/** The months of a cohort, oldest first. */
export function monthsOf({ from, to }: Cohort): readonly Month[] {
  const months: Month[] = []
  for (let month = from; month <= to && months.length < mostMonths; month = addMonths(month, 1))
    months.push(month)
  return months
}

/** A measure with what it comes to. */
export type MeasuredShare = { readonly measure: Measure } & Share
/** The same for each month of birth. */
export type MonthShares = { readonly measure: Measure; readonly months: readonly Share[] }

export type IndicatorPictures = {
  /** Children followed on the day, and who is left out, by the reason. */
  readonly followed: number
  readonly leftOut: readonly { readonly why: LeftOut; readonly children: number }[]
  readonly fullyImmunised: MeasuredShare
  readonly coverage: readonly MeasuredShare[]
  readonly dropOuts: readonly { readonly whole: MeasuredShare; readonly byMonth: MonthShares }[]
  readonly zeroDose: { readonly whole: MeasuredShare; readonly byMonth: MonthShares }
  readonly birthDose: readonly { readonly whole: MeasuredShare; readonly byMonth: MonthShares }[]
  /** Doses of one panel in one picture. */
  readonly panels: readonly {
    readonly id: string
    readonly untilMonths: number
    readonly curves: readonly DoseCurve[]
  }[]
}

export type PictureQuestion = {
  readonly view: IndicatorView
  /** Those of the rules that the point is asked for. */
  readonly doses: readonly IndicatorDose[]
  readonly cohort: Cohort
}

/** Everything the pictures of a cohort show, of the children given. */
export function picturesOf(
  question: PictureQuestion,
  children: readonly IndicatorChild[],
): IndicatorPictures {
  const { view, doses } = question
  const { rules, on } = view
  const byBirth = groupBy(children, ({ birthDate }) => monthOf(birthDate))
  const whole = (measure: Measure): MeasuredShare => ({ measure, ...shareOf(view, measure, children) })
  const both = (measure: Measure) => ({
    whole: whole(measure),
    byMonth: {
      measure,
      months: monthsOf(question.cohort).map(month => shareOf(view, measure, byBirth.get(month) ?? [])),
    },
  })
  const ids = new Set(doses.map(({ id }) => id))
  return {
    ...followedAmong(children, on),
    fullyImmunised: whole({ kind: 'fully-immunised' }),
    coverage: doses.map(({ id }) => whole({ kind: 'dose', doseId: id })),
    dropOuts: rules.dropOuts
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .map(({ id }) => both({ kind: 'drop-out', dropOutId: id })),
    zeroDose: both({ kind: 'zero-dose' }),
    birthDose: birthDoseAnswers.map(answer => both({ kind: 'birth-dose', answer })),
    panels: panelsOf(question, children),
  }
}

/** What a measure comes to for each month of birth. */
export function sharesByMonth(
  { view, cohort }: Omit<PictureQuestion, 'doses'>,
  measure: Measure,
  children: readonly IndicatorChild[],
): readonly Share[] {
  const byMonth = groupBy(children, ({ birthDate }) => monthOf(birthDate))
  return monthsOf(cohort).map(month => shareOf(view, measure, byMonth.get(month) ?? []))
}

function followedAmong(
  children: readonly IndicatorChild[],
  on: CalendarDay,
): Pick<IndicatorPictures, 'followed' | 'leftOut'> {
  const born = children.filter(({ birthDate }) => birthDate <= on)
  const left = new Map<LeftOut, number>()
  for (const { leftOut } of born) if (leftOut) left.set(leftOut, (left.get(leftOut) ?? 0) + 1)
  const leftOut = [...left].map(([why, count]) => ({ why, children: count }))
  return {
    followed: born.filter(child => child.leftOut === null).length,
    leftOut: leftOut.toSorted((a, b) => b.children - a.children || (a.why < b.why ? -1 : 1)),
  }
}

function panelsOf(
  { view: { rules }, doses }: PictureQuestion,
  children: readonly IndicatorChild[],
): IndicatorPictures['panels'] {
  return rules.panels.flatMap(({ id }) => {
    const own = doses.filter(({ panel }) => panel === id)
    if (own.length === 0) return []
    const untilMonths = curveEnd(own)
    return [{ id, untilMonths, curves: own.map(dose => doseCurve(dose, children, untilMonths)) }]
  })
}

/** One picture of many alike: a place, what a measure comes to there, and for each month of birth. */
export type PlacePicture = {
  readonly communeCode: string
  /** Null: the commune as a whole. */
  readonly hamlet: string | null
  readonly children: number
  readonly whole: Share
  readonly months: readonly Share[]
}

/** The same measure for every commune, or for every hamlet of one; the order is that of the places' names. */
export function placePictures(
  question: Omit<PictureQuestion, 'doses'>,
  measure: Measure,
  children: readonly IndicatorChild[],
  within: string | null,
): readonly PlacePicture[] {
  const asked = within === null ? children : children.filter(({ communeCode }) => communeCode === within)
  const byPlace = groupBy(asked, ({ communeCode, hamlet }) => (within === null ? communeCode : hamlet))
  return [...byPlace].map(([key, own]) => ({
    communeCode: within ?? key,
    hamlet: within === null ? null : key,
    children: own.filter(({ leftOut, birthDate }) => leftOut === null && birthDate <= question.view.on)
      .length,
    whole: shareOf(question.view, measure, own),
    months: sharesByMonth(question, measure, own),
  }))
}
