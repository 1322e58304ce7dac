import type { CalendarDay } from '../calendar/calendar-day'
import { compareDays, earliestOf, latestOf } from '../calendar/offset'
import { dueDay, isValidFor, type PlanRules, type PlanState, type Waiting } from './catch-up-state'
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
import type { AntigenAssessment, SeriesAssessment } from './result-types'
import type { LocalText } from './schedule-types'
import { shownEvaluations } from './trial'

/** A finished plan with the judgement of every antigen at its end. */
export type Closing = {
  readonly plan: PlanState
  readonly rules: PlanRules
  readonly before: readonly AntigenAssessment[]
  readonly after: readonly AntigenAssessment[]
}

/** Judges a finished plan once more, all antigens on the day of its last visit. */
export function closingOf(plan: PlanState, rules: PlanRules): Closing {
  const codes = rules.judge.input.schedule.antigens.map(({ code }) => code)
  const on = plan.steps.at(-1)?.on ?? rules.from
  return {
    plan,
    rules,
    before: rules.judge.assess(rules.from, [], codes),
    after: rules.judge.assess(on, plan.planned, codes),
  }
}

/** The visits in order, injections before drops, each dose with the targets it satisfies in the end. */
export function visitsOf(closing: Closing): readonly CatchUpVisit[] {
  const order = closing.rules.judge.input.schedule.antigens.map(({ code }) => code)
  const place = ({ covers }: Offer) => Math.min(...covers.map(({ antigen }) => order.indexOf(antigen)))
  return closing.plan.steps.map(step => {
    const { on } = step
    const offers = step.offers.toSorted((a, b) => place(a) - place(b))
    const injections = offers.filter(isInjection)
    const drops = offers.filter(offer => !isInjection(offer))
    return {
      on,
      doses: [...injections, ...drops].map(offer => doseOf(offer, on, closing)),
      injections: injections.length,
    }
  })
}

function doseOf(offer: Offer, on: CalendarDay, closing: Closing): CatchUpDose {
  const { id, vaccineCode } = plannedDose(offer.vaccine.code, on)
  return {
    vaccineCode,
    label: labelOf(offer),
    route: offer.vaccine.route,
    targets: closing.after.flatMap(antigen => targetOf(antigen, id, closing)),
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
function labelOf({ vaccine, covers }: Offer): LocalText {
  const order = vaccine.antigens
  const lead = covers.toSorted((a, b) => order.indexOf(a.antigen) - order.indexOf(b.antigen)).at(0)
  if (!lead) throw new Error(`a planned dose of ${vaccine.code} covers nothing`)
  return lead.series.productLabels[vaccine.code] ?? lead.label
}

/** Antigens whose series the plan completes, with the visit that does. */
export function completionsOf(closing: Closing): readonly Completion[] {
  const { before, after, plan } = closing
  const already = new Set(before.filter(isComplete).map(({ antigen }) => antigen))
  return after
    .filter(antigen => isComplete(antigen) && !already.has(antigen.antigen))
    .flatMap(antigen => {
      const on = latestOf(plan.planned.filter(({ id }) => isValidFor(antigen, id)).map(it => it.givenOn))
      return on === null ? [] : [{ antigen: antigen.antigen, name: nameOf(antigen.antigen, closing), on }]
    })
    .toSorted((a, b) => compareDays(a.on, b.on))
}

function isComplete({ best, isForecast }: AntigenAssessment): boolean {
  return isForecast && best.length > 0 && best.every(({ status }) => status === 'complete')
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
