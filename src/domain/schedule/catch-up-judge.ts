import type { CalendarDay } from '../calendar/calendar-day'
import { assess } from './assess'
import type { ChartInput } from './chart-types'
import { antigensOf } from './history'
import type { AntigenAssessment, GivenDose } from './result-types'
import type { Schedule } from './schedule-types'
import { type Trial, tryDose } from './trial'

/** The engine as a search asks it: the same question about the same planned doses is answered once. */
export type Judge = {
  readonly input: ChartInput
  /** Judgement of the antigens named, on a day, with planned doses in the history. */
  readonly assess: (
    on: CalendarDay,
    planned: readonly GivenDose[],
    antigens: readonly string[],
  ) => readonly AntigenAssessment[]
  /** The same for every antigen; one that is not forecast and has no dose stays unjudged. */
  readonly assessAll: (on: CalendarDay, planned: readonly GivenDose[]) => readonly AntigenAssessment[]
  /** What a dose of a product would be worth on a day. */
  readonly tryOn: (on: CalendarDay, planned: readonly GivenDose[], vaccineCode: string) => Trial
  /** Antigens whose dates or judgement a dose of a product may change. */
  readonly touchedBy: (vaccineCode: string) => ReadonlySet<string>
}

/** A judge of one person's plan. Its memory is its own, so the answer depends on nothing else. */
export function createJudge(input: ChartInput): Judge {
  const touched = touchedAntigens(input.schedule)
  const touchedBy = (vaccineCode: string) => touched.get(vaccineCode) ?? new Set<string>()
  const assessments = new Map<string, AntigenAssessment>()
  const trials = new Map<string, Trial>()
  const withPlanned = (on: CalendarDay, planned: readonly GivenDose[]): ChartInput => ({
    ...input,
    on,
    doses: [...input.doses, ...planned],
  })
  const relevant = (planned: readonly GivenDose[], antigens: readonly string[]) =>
    planned
      .filter(({ vaccineCode }) => antigens.some(antigen => touchedBy(vaccineCode).has(antigen)))
      .map(({ id }) => id)
      .join()

  return {
    input,
    touchedBy,
    assess(on, planned, antigens) {
      const keyOf = (antigen: string) => `${antigen} ${on} ${relevant(planned, [antigen])}`
      const missing = antigens.filter(antigen => !assessments.has(keyOf(antigen)))
      if (missing.length > 0) {
        const judged = assess(withPlanned(on, planned), missing)
        for (const one of judged.antigens) assessments.set(keyOf(one.antigen), one)
      }
      return antigens.flatMap(antigen => assessments.get(keyOf(antigen)) ?? [])
    },
    assessAll: (on, planned) => assess(withPlanned(on, planned)).antigens,
    tryOn(on, planned, vaccineCode) {
      const dose = { vaccineCode, givenOn: on }
      const key = `${vaccineCode} ${on} ${relevant(planned, antigensOf(input, dose))}`
      const trial = trials.get(key) ?? tryDose(withPlanned(on, planned), dose)
      trials.set(key, trial)
      return trial
    },
  }
}

/** By product: its own antigens, those of products it conflicts with later, and those that count days from it. */
function touchedAntigens({
  antigens,
  vaccineAntigens,
  conflicts,
}: Schedule): ReadonlyMap<string, ReadonlySet<string>> {
  const touched = new Map<string, Set<string>>()
  const touch = (vaccine: string, antigen: string) => {
    const known = touched.get(vaccine)
    if (known) known.add(antigen)
    else touched.set(vaccine, new Set([antigen]))
  }
  const antigensOfProduct = (product: string) =>
    vaccineAntigens.filter(({ vaccine }) => vaccine === product).map(({ antigen }) => antigen)
  for (const { vaccine, antigen } of vaccineAntigens) touch(vaccine, antigen)
  for (const { previous, current } of conflicts) {
    const later = new Set(current.flatMap(antigensOfProduct))
    for (const vaccine of previous) for (const antigen of later) touch(vaccine, antigen)
  }
  for (const { code, series } of antigens) {
    const froms = series.flatMap(({ doses }) =>
      doses.flatMap(({ intervals, allowableIntervals }) => [...intervals, ...allowableIntervals]),
    )
    for (const { from } of froms) {
      if (from.kind === 'most-recent') for (const vaccine of from.vaccines) touch(vaccine, code)
    }
  }
  return touched
}
