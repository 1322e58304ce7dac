import type { CalendarDay } from '../calendar/calendar-day'
import { earliestOf } from '../calendar/offset'
import { remainingDoses } from './catch-up-bounds'
import { dueDay, type PlanRules, type PlanState, type Waiting } from './catch-up-state'
import type {
  CatchUpDose,
  CatchUpTarget,
  CatchUpVisit,
  Completion,
  OpenReason,
  OpenSeries,
} from './catch-up-types'
import { isInjection, type Offer, plannedDose } from './catch-up-visit'
import { groupBy } from './group-by'
import { openTarget } from './open-targets'
import type { AntigenAssessment, SeriesAssessment } from './result-types'
import type { LocalText } from './schedule-types'
import { shownEvaluations } from './trial'

/** A finished plan with the judgement of every antigen before it, after each visit and at its end. */
export type Closing = {
  readonly plan: PlanState
  readonly rules: PlanRules
  readonly before: readonly AntigenAssessment[]
  /** What each visit changed, as of its day: a series may be open to the person on that day only. */
  readonly afterVisits: readonly (readonly AntigenAssessment[])[]
  readonly after: readonly AntigenAssessment[]
}

/** Judges a finished plan once more. */
export function closingOf(plan: PlanState, rules: PlanRules): Closing {
  const { judge, from } = rules
  const codes = judge.input.schedule.antigens.map(({ code }) => code)
  const before = judge.assessAll(from, [])
  const afterVisits = plan.steps.map(({ on, offers }) => {
    const touched = new Set(offers.flatMap(({ vaccine }) => [...judge.touchedBy(vaccine.code)]))
    const planned = plan.planned.filter(({ givenOn }) => givenOn <= on)
    return judge.assess(
      on,
      planned,
      codes.filter(code => touched.has(code)),
    )
  })
  const after = judge.assessAll(plan.steps.at(-1)?.on ?? from, plan.planned)
  return { plan, rules, before, afterVisits, after }
}

/** The visits in order, injections before drops, each dose with the targets it satisfies. */
export function visitsOf(closing: Closing): readonly CatchUpVisit[] {
  const order = closing.rules.judge.input.schedule.antigens.map(({ code }) => code)
  const place = ({ covers }: Offer) => Math.min(...covers.map(({ antigen }) => order.indexOf(antigen)))
  return closing.plan.steps.map((step, visit) => {
    const { on } = step
    const offers = step.offers.toSorted((a, b) => place(a) - place(b))
    const injections = offers.filter(isInjection)
    const drops = offers.filter(offer => !isInjection(offer))
    return {
      on,
      doses: [...injections, ...drops].map(offer =>
        doseOf(offer, on, closing.afterVisits[visit] ?? [], closing),
      ),
      injections: injections.length,
    }
  })
}

function doseOf(
  offer: Offer,
  on: CalendarDay,
  antigens: readonly AntigenAssessment[],
  closing: Closing,
): CatchUpDose {
  const { id, vaccineCode } = plannedDose(offer.vaccine.code, on)
  return {
    vaccineCode,
    label: labelOf(offer),
    route: offer.vaccine.route,
    targets: antigens.flatMap(antigen => targetOf(antigen, id, closing)),
    dueOn: earliestOf(offer.covers.map(target => dueDay(target, closing.rules.from))) ?? on,
  }
}

function targetOf(antigen: AntigenAssessment, id: string, closing: Closing): readonly CatchUpTarget[] {
  const valid = shownEvaluations(antigen, id).find(({ status }) => status === 'valid')
  if (!valid || valid.targetDose === null) return []
  const { seriesCode, targetDose } = valid
  return [{ antigen: antigen.antigen, name: nameOf(antigen.antigen, closing), seriesCode, targetDose }]
}

/** Named after the first antigen in the order of the product's label, as the dose of today is. */
function labelOf({ vaccine, offeredFor }: Offer): LocalText {
  const order = vaccine.antigens
  const lead = offeredFor.toSorted((a, b) => order.indexOf(a.antigen) - order.indexOf(b.antigen)).at(0)
  if (!lead) throw new Error(`a planned dose of ${vaccine.code} covers nothing`)
  return lead.series.productLabels[vaccine.code] ?? lead.label
}

/** Antigens that the plan completes, with the visit that does; boosters that recur may still follow. */
export function completionsOf(closing: Closing): readonly Completion[] {
  const { before, afterVisits, plan } = closing
  const done = new Set(before.filter(it => isComplete(it, closing)).map(({ antigen }) => antigen))
  return plan.steps.flatMap(({ on }, visit) => {
    const completed = (afterVisits[visit] ?? []).filter(
      it => !done.has(it.antigen) && isComplete(it, closing),
    )
    for (const { antigen } of completed) done.add(antigen)
    return completed.map(({ antigen }) => ({ antigen, name: nameOf(antigen, closing), on }))
  })
}

function isComplete({ best, isForecast }: AntigenAssessment, { rules }: Closing): boolean {
  const { input } = rules.judge
  const isBooster = (series: SeriesAssessment) =>
    openTarget(series).some(target => remainingDoses(target, input).at(0)?.recurs ?? false)
  return (
    isForecast &&
    best.some(({ status }) => status === 'complete') &&
    best.every(series => series.status === 'complete' || isBooster(series))
  )
}

/** What stays open after the last visit, one line for the antigens of one dose. */
export function openSeriesOf(closing: Closing): readonly OpenSeries[] {
  const { after, plan, rules } = closing
  const lines = after
    .filter(({ isForecast }) => isForecast)
    .flatMap(({ antigen, best }) =>
      best.flatMap(series => {
        const waiting = plan.waiting.find(
          ({ target }) => target.antigen === antigen && target.series.seriesCode === series.seriesCode,
        )
        const reason = reasonOf(series, waiting, rules)
        return reason ? [{ label: series.label, antigen, reason }] : []
      }),
    )
  const alike = groupBy(lines, ({ label, reason }) => `${label?.vi ?? ''} ${JSON.stringify(reason)}`)
  return [...alike.values()].flatMap(same => {
    const [first] = same
    const antigens = same.map(({ antigen }) => ({ antigen, name: nameOf(antigen, closing) }))
    return first ? [{ label: first.label, antigens, reason: first.reason }] : []
  })
}

function reasonOf(
  series: SeriesAssessment,
  waiting: Waiting | undefined,
  { until }: PlanRules,
): OpenReason | null {
  if (series.status === 'contraindicated') return { code: 'contraindicated' }
  if (series.status === 'aged-out') return { code: 'aged-out', since: series.agedOutOn }
  if (!waiting) return null
  const { dueOn, target } = waiting
  if (dueOn > until) return { code: 'beyond-horizon', on: dueOn }
  const { latestOn } = target.dates
  return latestOn !== null && latestOn <= until ? { code: 'aged-out', since: null } : { code: 'no-product' }
}

function nameOf(code: string, { rules }: Closing): LocalText {
  const antigen = rules.judge.input.schedule.antigens.find(it => it.code === code)
  return antigen?.name ?? { vi: code, en: code }
}
