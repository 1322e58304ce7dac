import { type CalendarDay, type Instant, vietnamDayOf } from '../calendar/calendar-day'
import { deadlineOf, isInForce, owedBasis } from '../report/life/report-deadline'
import type { ReportForm } from '../report/report-form'
import { daysOfPeriod } from '../report/report-period'
import type { PointStatus, Readiness } from './point-status'
import type {
  SupervisedAnswer,
  SupervisedDifficulty,
  SupervisedPoint,
  SupervisedReport,
  SupervisedStatus,
} from './supervised'

/*
 * How the points below stand, commune by commune up to the province. Nothing in it is about a person. Khánh Hòa 929/SYT-NVY
 * (20/04/2017) and the sheet of niis.md §5.2.
 */

/** A point that was not heard of for longer is silent, whatever it said before. */
export const silentAfterMs = 3 * 24 * 3_600_000

/** How one report of the month stands at a point. `not-asked`: the point had not begun by then. */
export type ReceivedState = 'accepted' | 'refused' | 'received' | 'due' | 'late' | 'not-asked'

export type OwedReport = {
  readonly formId: string
  readonly period: string
  readonly dueAt: Instant | null
  readonly state: ReceivedState
  readonly receivedAt: Instant | null
  /** Received after it was due. */
  readonly wasLate: boolean
}

export type PointView = {
  readonly point: SupervisedPoint
  /** Null: never said. Of several PCs the newest; the oldest entry that waits is that of all of them. */
  readonly status: PointStatus | null
  readonly versions: readonly string[]
  readonly isSilent: boolean
  readonly reports: readonly OwedReport[]
  readonly openDifficulties: number
}

/** What a number of a unit adds up to, and of how many points it is not known. */
export type SumOf = { readonly sum: number; readonly unsaid: number }
/** Two numbers that are compared: both of the points alone that said both. */
export type PairOf = { readonly part: number; readonly whole: number; readonly unsaid: number }

export type UnitSum = {
  readonly points: number
  readonly heard: number
  readonly started: number
  /** Computer, printer, internet and power. */
  readonly ready: number
  readonly has: Readonly<Record<'computer' | 'printer' | 'internet' | 'power', number>>
  readonly trained: SumOf
  readonly accounts: number
  readonly people: number
  readonly infants: PairOf
  readonly doses: PairOf
  readonly duplicates: number
  readonly withStock: number
  readonly owed: number
  readonly received: number
  readonly late: number
  readonly oldestUnsentAt: Instant | null
  readonly openDifficulties: number
}

export type UnitView = {
  /** Empty: points that did not say where they are. */
  readonly communeCode: string
  readonly communeName: string | null
  readonly sum: UnitSum
  readonly points: readonly PointView[]
}

export type Seen = {
  readonly points: readonly SupervisedPoint[]
  readonly statuses: readonly SupervisedStatus[]
  readonly reports: readonly Pick<
    SupervisedReport,
    'resource' | 'recordId' | 'point' | 'version' | 'receivedAt' | 'formId' | 'period' | 'basis'
  >[]
  readonly difficulties: readonly Pick<SupervisedDifficulty, 'resource' | 'point' | 'state'>[]
  readonly answers: readonly SupervisedAnswer[]
}

type OwedForm = Pick<ReportForm, 'id' | 'period' | 'bases' | 'deadline' | 'validFrom' | 'validTo'>
export type Asked = { readonly forms: readonly OwedForm[]; readonly period: string; readonly at: Instant }

/** Every commune with its points, by name, and the province as a whole. */
export function rollUp(
  seen: Seen,
  asked: Asked,
): { readonly total: UnitSum; readonly communes: readonly UnitView[] } {
  const answers = newestAnswers(seen.answers)
  const views = seen.points.map(point => viewOf(point, seen, answers, asked))
  const groups = new Map<string, PointView[]>()
  for (const view of views) {
    const code = view.point.communeCode ?? ''
    groups.set(code, [...(groups.get(code) ?? []), view])
  }
  const communes = [...groups].map(([communeCode, points]) => ({
    communeCode,
    communeName: points.find(({ point }) => point.communeName !== null)?.point.communeName ?? null,
    sum: sumOf(points),
    points: points.toSorted((a, b) => a.point.name.localeCompare(b.point.name, 'vi')),
  }))
  return { total: sumOf(views), communes: communes.toSorted(byName) }
}

function byName(a: UnitView, b: UnitView): number {
  const rank = Number(a.communeName === null) - Number(b.communeName === null)
  return rank || (a.communeName ?? '').localeCompare(b.communeName ?? '', 'vi')
}

type Answers = ReadonlyMap<string, SupervisedAnswer>

/** The answer that holds for each resource: the newest. */
export function newestAnswers(answers: readonly SupervisedAnswer[]): Answers {
  const sorted = answers.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return new Map(sorted.map(answer => [answer.focus, answer]))
}

/** How a difficulty stands, by its point and by whoever answered it here. */
export function difficultyState(
  { resource, state }: Pick<SupervisedDifficulty, 'resource' | 'state'>,
  answers: Answers,
): SupervisedDifficulty['state'] {
  const verdict = answers.get(resource)?.verdict
  if (state === 'solved' || verdict === 'solved') return 'solved'
  return verdict === undefined ? state : 'answered'
}

function viewOf(point: SupervisedPoint, seen: Seen, answers: Answers, asked: Asked): PointView {
  const own = seen.statuses.filter(each => each.point === point.resource)
  const status = joined(own.map(each => each.status))
  const reports = seen.reports.filter(each => each.point === point.resource)
  return {
    point,
    status,
    versions: [...new Set(newestByStation(own).map(each => each.status.appVersion))].toSorted(),
    isSilent: status === null || Date.parse(asked.at) - Date.parse(status.at) > silentAfterMs,
    reports: owedReports(reports, status, answers, asked),
    openDifficulties: seen.difficulties.filter(
      each => each.point === point.resource && difficultyState(each, answers) === 'open',
    ).length,
  }
}

function newestByStation(statuses: readonly SupervisedStatus[]): readonly SupervisedStatus[] {
  const newest = new Map<string, SupervisedStatus>()
  for (const each of statuses) {
    const known = newest.get(each.stationId ?? '')
    if (!known || known.status.at < each.status.at) newest.set(each.stationId ?? '', each)
  }
  return [...newest.values()]
}

/** The newest holds; what the point waits longest with is that of all its PCs that spoke on that day. */
function joined(statuses: readonly PointStatus[]): PointStatus | null {
  const newest = statuses.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
  if (!newest) return null
  const sameDay = statuses.filter(({ on }) => on === newest.on)
  return { ...newest, oldestUnsentAt: earliest(sameDay.map(({ oldestUnsentAt }) => oldestUnsentAt)) }
}

function earliest(times: readonly (Instant | null)[]): Instant | null {
  return times.filter(time => time !== null).toSorted()[0] ?? null
}

/** Which forms a point owes of a period, and how each stands. */
function owedReports(
  reports: Seen['reports'],
  status: PointStatus | null,
  answers: Answers,
  { forms, period, at }: Asked,
): readonly OwedReport[] {
  const days = daysOfPeriod(period)
  if (!days) return []
  return forms
    .filter(form => form.period === 'month' && isInForce(form, days.from))
    .flatMap(form => {
      const dueAt = deadlineOf(form.deadline, period, null)
      if (dueAt === null) return []
      const received = reports.filter(
        each => each.formId === form.id && each.period === period && each.basis === owedBasis(form),
      )
      const [newest] = received.toSorted(
        (a, b) => b.version - a.version || (a.receivedAt < b.receivedAt ? 1 : -1),
      )
      const receivedAt = earliest(received.map(each => each.receivedAt))
      const isAsked = newest !== undefined || hasBegun(status, days.to)
      const verdict = newest && answers.get(newest.resource)?.verdict
      const state = isAsked ? stateOf(newest !== undefined, verdict, at >= dueAt) : 'not-asked'
      const wasLate = receivedAt !== null && receivedAt >= dueAt
      return [{ formId: form.id, period, dueAt, state, receivedAt, wasLate }]
    })
}

/** A point that never said when it began may have begun long ago. */
function hasBegun(status: PointStatus | null, lastDay: CalendarDay): boolean {
  if (status === null) return true
  return status.startedOn !== null && status.startedOn <= lastDay
}

function stateOf(
  isReceived: boolean,
  verdict: SupervisedAnswer['verdict'] | undefined,
  isPast: boolean,
): ReceivedState {
  if (!isReceived) return isPast ? 'late' : 'due'
  return verdict === 'accepted' ? 'accepted' : verdict === 'refused' ? 'refused' : 'received'
}

function sumOf(points: readonly PointView[]): UnitSum {
  const statuses = points.flatMap(({ status }) => status ?? [])
  const add = (numberOf: (status: PointStatus) => number) =>
    statuses.reduce((sum, status) => sum + numberOf(status), 0)
  const having = (is: (status: PointStatus) => boolean) => statuses.filter(is).length
  const owed = points.flatMap(({ reports }) => reports.filter(({ state }) => state !== 'not-asked'))
  const unheard = points.length - statuses.length
  return {
    points: points.length,
    heard: points.filter(({ isSilent }) => !isSilent).length,
    started: having(({ startedOn }) => startedOn !== null),
    ready: having(isReady),
    has: {
      computer: having(({ computer }) => computer === 'yes'),
      printer: having(({ printer }) => printer === 'yes'),
      internet: having(({ internet }) => internet === 'yes'),
      power: having(({ power }) => power === 'yes'),
    },
    trained: {
      sum: add(({ trainedStaff }) => trainedStaff ?? 0),
      unsaid: unheard + having(({ trainedStaff }) => trainedStaff === null),
    },
    accounts: add(({ accounts }) => accounts),
    people: add(({ people }) => people),
    infants: pairOf(statuses, unheard, ({ infants, births }) => [infants, births]),
    doses: pairOf(statuses, unheard, ({ doses, dosesOnPaper }) => [doses, dosesOnPaper]),
    duplicates: add(({ suspectedDuplicates }) => suspectedDuplicates),
    withStock: having(({ hasStock }) => hasStock),
    owed: owed.length,
    received: owed.filter(({ state }) => state !== 'due' && state !== 'late').length,
    late: owed.filter(({ state }) => state === 'late').length,
    oldestUnsentAt: earliest(statuses.map(({ oldestUnsentAt }) => oldestUnsentAt)),
    openDifficulties: points.reduce((sum, { openDifficulties }) => sum + openDifficulties, 0),
  }
}

/** Computer, printer, internet and power, each said to be there. */
export function isReady({
  computer,
  printer,
  internet,
  power,
}: Pick<PointStatus, 'computer' | 'printer' | 'internet' | 'power'>): boolean {
  return [computer, printer, internet, power].every((each: Readiness) => each === 'yes')
}

function pairOf(
  statuses: readonly PointStatus[],
  unheard: number,
  pick: (status: PointStatus) => readonly [number, number | null],
): PairOf {
  const said = statuses.map(pick).filter((pair): pair is readonly [number, number] => pair[1] !== null)
  return {
    part: said.reduce((sum, [part]) => sum + part, 0),
    whole: said.reduce((sum, [, whole]) => sum + whole, 0),
    unsaid: unheard + statuses.length - said.length,
  }
}

/** Days since the oldest entry that waits was written; null: none waits. */
export function waitingDays(oldestUnsentAt: Instant | null, today: CalendarDay): number | null {
  if (oldestUnsentAt === null) return null
  const written = vietnamDayOf(oldestUnsentAt)
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(written)) / 86_400_000))
}
