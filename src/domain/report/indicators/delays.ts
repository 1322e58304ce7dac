import { type CalendarDay, daysBetween, type Instant, vietnamDayOf } from '../../calendar/calendar-day'
import { type Month, monthOf } from '../count-programme'
import type { IndicatorRules } from './indicator-rules'

/** A dose given here, and when it was written down and taken by the province. */
export type EnteredDose = {
  readonly doseId: string
  readonly personId: string
  readonly on: CalendarDay
  readonly enteredAt: Instant
  readonly acceptedAt: Instant | null
  /** Written by this PC, which is the one that sends it: of others it is not known when the province took it. */
  readonly isOwn: boolean
}

/** What time is measured to: the entry here, or the province's having it. */
export const delayKinds = ['entry', 'upload'] as const
export type DelayKind = (typeof delayKinds)[number]

/** A step of days by its place in `untilDays`; one more for what took longer; `waiting`: the province has it not yet. */
export type DelayStep = number | 'waiting'

/** How many doses of a month took so long. */
export type MonthDelays = {
  readonly month: Month
  readonly steps: readonly number[]
  readonly waiting: number
  readonly doses: number
}

/** The step a dose belongs to; null: it is not asked. */
export function stepOf(
  { delays }: Pick<IndicatorRules, 'delays'>,
  kind: DelayKind,
  dose: EnteredDose,
): DelayStep | null {
  if (kind === 'upload' && !dose.isOwn) return null
  const at = kind === 'entry' ? dose.enteredAt : dose.acceptedAt
  if (at === null) return 'waiting'
  const days = Math.max(0, daysBetween(dose.on, vietnamDayOf(at)))
  const step = delays.untilDays.findIndex(until => days <= until)
  return step === -1 ? delays.untilDays.length : step
}

/** Of each month how many doses took how long, by the day of injection. */
export function delaysByMonth(
  rules: Pick<IndicatorRules, 'delays'>,
  kind: DelayKind,
  doses: readonly EnteredDose[],
  months: readonly Month[],
): readonly MonthDelays[] {
  const counted = new Map(
    months.map(month => [
      month,
      { steps: Array.from(rules.delays.untilDays, () => 0).concat(0), waiting: 0 },
    ]),
  )
  for (const dose of doses) {
    const of = counted.get(monthOf(dose.on))
    const step = stepOf(rules, kind, dose)
    if (!of || step === null) continue
    if (step === 'waiting') of.waiting += 1
    else of.steps[step] = (of.steps[step] ?? 0) + 1
  }
  return [...counted].map(([month, { steps, waiting }]) => ({
    month,
    steps,
    waiting,
    doses: steps.reduce((sum, count) => sum + count, waiting),
  }))
}

/** The doses behind a mark, the slowest first. */
export function delayedDoses(
  rules: Pick<IndicatorRules, 'delays'>,
  doses: readonly EnteredDose[],
  mark: { readonly kind: DelayKind; readonly month: Month; readonly step: DelayStep },
): readonly EnteredDose[] {
  return doses
    .filter(dose => monthOf(dose.on) === mark.month && stepOf(rules, mark.kind, dose) === mark.step)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.doseId < b.doseId ? -1 : 1))
}
