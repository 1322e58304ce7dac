import type { CatchUpWishes } from '../../../src/contract/catch-up-calls'
import { type CalendarDay, toEpochDays } from '../../../src/domain/calendar/calendar-day'
import { usualCatchUp } from '../../../src/domain/schedule/catch-up-options'
import type { CatchUpDose, CatchUpPlan, OpenSeries } from '../../../src/domain/schedule/catch-up-types'
import { formatDay } from '../../components/format'
import { locale, text } from '../../text'

/** What a plan is made with until the user chooses otherwise. */
export const usualWishes: CatchUpWishes = {
  maxInjections: usualCatchUp.maxInjections,
  maxWaitDays: usualCatchUp.maxWaitDays ?? 0,
}

/** The limits a user may choose. */
export const injectionLimits = [1, 2, 3, 4, 5, 6] as const

export type WaitChoice = keyof typeof text.catchUp.waits
const waitDays: Readonly<Record<WaitChoice, number>> = { none: 0, month: 31, halfYear: 183 }
export const waitChoices = Object.keys(waitDays) as readonly WaitChoice[]

/** The choice that a number of days stands for. */
export function waitChoiceOf({ maxWaitDays }: CatchUpWishes): WaitChoice {
  return waitChoices.find(choice => waitDays[choice] === maxWaitDays) ?? 'month'
}

/** The wishes with another waiting time. */
export function withWait(wishes: CatchUpWishes, choice: WaitChoice): CatchUpWishes {
  return { ...wishes, maxWaitDays: waitDays[choice] }
}

/** The wishes with one injection more or less, within what may be chosen. */
export function withMoreInjections(wishes: CatchUpWishes, step: 1 | -1): CatchUpWishes {
  const limit = injectionLimits.find(it => it === wishes.maxInjections + step)
  return limit === undefined ? wishes : { ...wishes, maxInjections: limit }
}

/** `Thứ Hai`. The epoch began on a Thursday. */
export function weekdayOf(on: CalendarDay): string {
  return text.catchUp.weekdays[(((toEpochDays(on) + 4) % 7) + 7) % 7] ?? ''
}

/** What a dose protects against, each disease once. */
export function diseasesOf({ targets }: CatchUpDose): string {
  return [...new Set(targets.map(({ name }) => name[locale]))].join(', ')
}

/** A line for what the plan leaves open: "BCG: đã quá tuổi". */
export function openWords({ label, antigens, reason }: OpenSeries): string {
  const names = antigens.map(({ name }) => name[locale]).join(', ')
  const title = label === null || label[locale] === names ? names : `${label[locale]} (${names})`
  const why =
    reason.code === 'beyond-horizon'
      ? text.catchUp.laterOn(formatDay(reason.on))
      : text.catchUp.reasons[reason.code]
  return `${title}: ${why}`
}

/** What stays open, apart: what comes later by itself, and what cannot be given any more. */
export function openParts({ open }: Pick<CatchUpPlan, 'open'>) {
  return {
    later: open.filter(({ reason }) => reason.code === 'beyond-horizon'),
    never: open.filter(({ reason }) => reason.code !== 'beyond-horizon'),
  }
}
