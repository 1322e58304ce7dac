import { refuse } from '../../../src/contract/errors'
import {
  getReceivedDifficulty,
  getReceivedReport,
  listReceivedDifficulties,
  listReceivedReports,
  type ReceivedDifficulty,
  type ReceivedReport,
} from '../../../src/contract/supervision-calls'
import type { ReportForm } from '../../../src/domain/report/report-form'
import { difficultyThemes } from '../../../src/domain/supervision/difficulty'
import { difficultyState, newestAnswers } from '../../../src/domain/supervision/roll-up'
import type {
  SupervisedAnswer,
  SupervisedDifficulty,
  SupervisedPoint,
  SupervisedReport,
} from '../../../src/domain/supervision/supervised'
import { type ServiceContext, serve } from '../service'
import { answersFrom } from './overview'

export const listReceivedReportsService = serve(listReceivedReports, (context, { period }) => {
  const line = reportLines(context)
  const reports = context.store.supervision.list('report', period, period).map(line)
  return { reports: reports.toSorted((a, b) => rankOf(a) - rankOf(b) || compare(b.receivedAt, a.receivedAt)) }
})

export const getReceivedReportService = serve(getReceivedReport, (context, { recordId }) => {
  const report = context.store.supervision.find('report', recordId) ?? refuse('supervision.unknown-record')
  return {
    ...reportLines(context)(report),
    form: formOf(context.resources, report),
    rows: report.rows,
  }
})

/** The form in the version it was made on; a version this program does not know is shown on none. */
function formOf(
  { reportForms }: ServiceContext['resources'],
  { formId, formVersion }: Pick<SupervisedReport, 'formId' | 'formVersion'>,
): ReportForm | null {
  return reportForms.find(({ id, version }) => id === formId && version === formVersion) ?? null
}

const rankOf = ({ answer }: ReceivedReport) => (answer === null ? 0 : 1)

function reportLines(context: ServiceContext): (report: SupervisedReport) => ReceivedReport {
  const { store, resources } = context
  const pointOf = pointsOf(store)
  const answers = newestAnswers(answersFrom(store))
  return report => {
    const { resource, point, rows: _rows, ...head } = report
    const title = resources.reportForms.findLast(({ id }) => id === report.formId)?.title ?? null
    const answer = answers.get(resource)
    return {
      ...head,
      formTitle: title,
      point: pointOf(point),
      answer: answer ? said(answer) : null,
    }
  }
}

function pointsOf(store: ServiceContext['store']) {
  const points = new Map(store.supervision.list('point').map(point => [point.resource, point]))
  return (resource: string): Pick<SupervisedPoint, 'name' | 'communeName'> | null => {
    const point = points.get(resource)
    return point ? { name: point.name, communeName: point.communeName } : null
  }
}

function said({ verdict, text, byName, at }: SupervisedAnswer) {
  return { verdict, text, byName, at }
}

export const listReceivedDifficultiesService = serve(
  listReceivedDifficulties,
  (context, { theme, onlyOpen }) => {
    const all = difficultiesOf(context)
    const open = all.filter(({ state }) => state === 'open')
    const shown = (onlyOpen ? open : all).filter(each => theme === null || each.theme === theme)
    return {
      openByTheme: difficultyThemes.map(each => ({
        theme: each,
        open: open.filter(difficulty => difficulty.theme === each).length,
      })),
      difficulties: shown.toSorted(
        (a, b) =>
          Number(a.state !== 'open') - Number(b.state !== 'open') || compare(b.writtenAt, a.writtenAt),
      ),
    }
  },
)

export const getReceivedDifficultyService = serve(getReceivedDifficulty, ({ store }, { recordId }) => {
  const { picture, log } =
    store.supervision.find('difficulty', recordId) ?? refuse('supervision.unknown-record')
  return { picture, log }
})

/** Difficulties of the points below, each with how it stands and what was answered. */
export function difficultiesOf({ store }: ServiceContext): readonly ReceivedDifficulty[] {
  const pointOf = pointsOf(store)
  const answers = answersFrom(store)
  const newest = newestAnswers(answers)
  const lineOf = (difficulty: SupervisedDifficulty): ReceivedDifficulty => {
    const { resource, point, picture, log: _log, ...rest } = difficulty
    const own = answers.filter(({ focus }) => focus === resource).toSorted((a, b) => compare(a.at, b.at))
    return {
      ...rest,
      state: difficultyState(difficulty, newest),
      hasPicture: picture !== null,
      point: pointOf(point),
      answers: own.map(said),
    }
  }
  return store.supervision.list('difficulty').map(lineOf)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
