import type { CalendarDay } from '../calendar/calendar-day'
import { earliestOf, latestOf } from '../calendar/offset'
import type { Vaccine } from '../immunization/vaccine'
import type { Judge } from './catch-up-judge'
import { type OpenTarget, statusOn } from './open-targets'
import type { GivenDose } from './result-types'
import { doubledAntigens } from './same-day'
import type { Trial } from './trial'

/** A product that counts on the day, and the due targets it satisfies; it is chosen for those that offer it by name. */
export type Offer = {
  readonly vaccine: Vaccine
  readonly trial: Trial
  readonly covers: readonly OpenTarget[]
  readonly offeredFor: readonly OpenTarget[]
}

/** What can be given on a day, and when to ask again for due targets that nothing could be given for. */
export type Offers = {
  readonly on: CalendarDay
  readonly chosen: readonly Offer[]
  readonly stuck: readonly { readonly target: OpenTarget; readonly retryOn: CalendarDay | null }[]
}

/**
 * Products to give on a day: the same choice as `dueDoses`, with fewer trials. A product is tried again only when one
 * that shares an antigen with it has been chosen since.
 */
export function offersOn(
  on: CalendarDay,
  planned: readonly GivenDose[],
  open: readonly OpenTarget[],
  judge: Judge,
): Offers {
  const attempt = (code: string, chosen: readonly Offer[]) => attemptOn(on, planned, code, chosen, judge)
  const due = open.filter(target => statusOn(target, on) !== 'later')
  const tried = [...new Set(due.flatMap(({ series }) => series.vaccineCodes))].flatMap(code =>
    attempt(code, []),
  )
  let candidates = tried.filter(isUseful)
  let left = due
  const chosen: Offer[] = []
  for (let best = bestOf(candidates, left); best; best = bestOf(candidates, left)) {
    const { vaccine, covers } = best
    chosen.push(best)
    left = left.filter(target => !covers.includes(target))
    candidates = candidates
      .filter(it => doubledAntigens(it.vaccine, vaccine).length === 0)
      .flatMap(it => (sharesAntigen(it.vaccine, vaccine) ? attempt(it.vaccine.code, chosen) : [it]))
      .filter(isUseful)
  }
  return { on, chosen, stuck: left.map(target => ({ target, retryOn: retryDay(target, tried, on) })) }
}

/** A dose of the plan. Its id says what it is, so that equal plans have equal histories. */
export function plannedDose(vaccineCode: string, givenOn: CalendarDay): GivenDose {
  return { id: `catch-up ${givenOn} ${vaccineCode}`, vaccineCode, givenOn }
}

/** Drops and nasal spray need no needle. */
export function isInjection({ vaccine }: Pick<Offer, 'vaccine'>): boolean {
  return vaccine.route !== 'PO' && vaccine.route !== 'NS'
}

type Attempt = { readonly vaccine: Vaccine; readonly trial: Trial }

function attemptOn(
  on: CalendarDay,
  planned: readonly GivenDose[],
  code: string,
  chosen: readonly Offer[],
  judge: Judge,
): readonly Attempt[] {
  const vaccine = judge.input.vaccines.get(code)
  if (!vaccine || vaccine.programmes.length === 0 || isGivenToday(vaccine, on, judge)) return []
  const before = [...planned, ...chosen.map(it => plannedDose(it.vaccine.code, on))]
  return [{ vaccine, trial: judge.tryOn(on, before, code) }]
}

/** Whether a dose already given on the day has one of its antigens; the desk would refuse it. */
function isGivenToday(vaccine: Vaccine, on: CalendarDay, { input }: Judge): boolean {
  return input.doses
    .filter(({ givenOn }) => givenOn === on)
    .some(({ vaccineCode }) => {
      const other = input.vaccines.get(vaccineCode)
      return other !== undefined && doubledAntigens(vaccine, other).length > 0
    })
}

function isUseful({ trial }: Attempt): boolean {
  return trial.valid.length > 0 && trial.spoiled.length === 0
}

function sharesAntigen(a: Vaccine, b: Vaccine): boolean {
  return a.antigens.some(antigen => b.antigens.includes(antigen))
}

/** What serves most of those that offer it, then EPI before fee, then least beyond need; the order of `dueDoses`. */
function bestOf(candidates: readonly Attempt[], left: readonly OpenTarget[]): Offer | null {
  const order = [...new Set(left.flatMap(({ series }) => series.vaccineCodes))]
  const place = ({ vaccine }: Offer) => order.indexOf(vaccine.code)
  const fee = ({ vaccine }: Offer) => (vaccine.programmes.includes('epi') ? 0 : 1)
  const excess = ({ trial }: Offer) => trial.surplus.length + trial.tooOld.length
  const offers = candidates
    .map(it => ({ ...it, covers: left.filter(({ antigen }) => it.trial.valid.includes(antigen)) }))
    .map(it => ({ ...it, offeredFor: it.covers.filter(target => isOffered(it, target)) }))
    .filter(({ offeredFor }) => offeredFor.length > 0)
    .toSorted(
      (a, b) =>
        b.offeredFor.length - a.offeredFor.length ||
        fee(a) - fee(b) ||
        excess(a) - excess(b) ||
        place(a) - place(b),
    )
  return offers.at(0) ?? null
}

function isOffered({ vaccine }: Attempt, { series }: OpenTarget): boolean {
  return series.vaccineCodes.includes(vaccine.code)
}

/** The first later day on which what stood against a product no longer does; null when no day is named. */
function retryDay({ series }: OpenTarget, tried: readonly Attempt[], on: CalendarDay): CalendarDay | null {
  const days = tried
    .filter(({ vaccine }) => series.vaccineCodes.includes(vaccine.code))
    .map(({ trial }) => latestOf(trial.spoiled.flatMap(({ reasons }) => reasons.map(endOf))))
  return earliestOf(days.filter(retryOn => retryOn !== null && retryOn > on))
}

function endOf(reason: Trial['spoiled'][number]['reasons'][number]): CalendarDay | null {
  return 'earliestOn' in reason ? reason.earliestOn : null
}
