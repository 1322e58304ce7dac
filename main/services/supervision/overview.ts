import { refuse } from '../../../src/contract/errors'
import {
  getSupervision,
  refreshSupervision,
  type SupervisionOverview,
} from '../../../src/contract/supervision-calls'
import { addDays } from '../../../src/domain/calendar/calendar-day'
import type { ReportForm } from '../../../src/domain/report/report-form'
import { rollUp, type Seen } from '../../../src/domain/supervision/roll-up'
import type { SupervisedAnswer } from '../../../src/domain/supervision/supervised'
import { type ServiceContext, serve } from '../service'
import { supervisionStanding } from './standing'

export const getSupervisionService = serve(getSupervision, (context, { period }) =>
  overviewOf(context, period),
)

export const refreshSupervisionService = serve(refreshSupervision, ({ store, province }) => {
  if (store.link.findServer() === null) refuse('link.not-joined')
  province.nudge()
  return {}
})

/** How the points below stand, with the reports of a month. */
export function overviewOf(context: ServiceContext, period: string): SupervisionOverview {
  const { resources, at } = context
  const forms = monthlyForms(resources.reportForms)
  const { total, communes } = rollUp(seenFrom(context, period), { forms, period, at })
  return {
    standing: supervisionStanding(context),
    period,
    forms: forms.map(({ id, title }) => ({ id, title })),
    total,
    communes,
  }
}

/** One of each form that is asked for by the month, in the version that is in force last. */
function monthlyForms(forms: readonly ReportForm[]): readonly ReportForm[] {
  const asked = forms.filter(({ period, deadline }) => period === 'month' && deadline.kind !== 'none')
  return [...new Map(asked.map(form => [form.id, form])).values()]
}

/** A point that said nothing for so long is shown without numbers. */
const lookBackDays = 92

/** What is known of the points below, this PC's own point left out, with the answers given here that are still on their way. */
export function seenFrom({ store, today }: ServiceContext, period: string): Seen {
  const { supervision } = store
  const own = store.point()?.id
  return {
    points: supervision.list('point').filter(({ recordId }) => recordId !== own),
    statuses: supervision.list('status', addDays(today, -lookBackDays)),
    reports: supervision.list('report', period, period),
    difficulties: supervision.list('difficulty'),
    answers: answersFrom(store),
  }
}

/** Answers that lie at the server, and those of this PC. The same one twice is one. */
export function answersFrom(store: ServiceContext['store']): readonly SupervisedAnswer[] {
  const there = store.supervision.list('answer')
  const known = new Set(there.map(({ recordId }) => recordId))
  const here = store.records.list('supervisor-answer', {}, 'created_stamp').flatMap(answer => {
    if (known.has(answer.id)) return []
    const about = store.supervision.find(answer.about, answer.aboutId)
    return about
      ? [{ ...answer, resource: '', recordId: answer.id, point: about.point, focus: about.resource }]
      : []
  })
  return [...there, ...here]
}
