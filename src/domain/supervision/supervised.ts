import type { Instant } from '../calendar/calendar-day'
import type { PointKind } from '../point/point'
import type { CellValue } from '../report/counted-report'
import type { ReportKey } from '../report/report-form'
import type { Difficulty, DifficultyTheme } from './difficulty'
import type { PointStatus } from './point-status'
import type { SupervisorAnswer } from './supervisor-answer'

/*
 * What the points below sent up, as the province's server holds it. `resource` is its name there (`MeasureReport/12`);
 * `point` the Organization it is of.
 */

type Sent = { readonly resource: string; readonly recordId: string; readonly point: string }

export type SupervisedPoint = {
  readonly resource: string
  readonly recordId: string
  readonly name: string
  readonly kind: PointKind | null
  readonly phone: string | null
  readonly provinceCode: string | null
  readonly provinceName: string | null
  readonly communeCode: string | null
  readonly communeName: string | null
}

/** What one PC of a point said last in a month. */
export type SupervisedStatus = Sent & { readonly stationId: string | null; readonly status: PointStatus }

/** A row of a report as it was sent, by `section/row` and then by column; what was not known is not there. */
export type SupervisedRow = {
  readonly row: string
  readonly label: string | null
  readonly cells: Readonly<Record<string, CellValue>>
}

/** A report that was received. */
export type SupervisedReport = Sent &
  ReportKey & {
    readonly formVersion: string
    /** From 1; an amendment is the next one. */
    readonly version: number
    readonly amendReason: string | null
    readonly signedByName: string | null
    readonly receivedAt: Instant
    readonly rows: readonly SupervisedRow[]
  }

export type SupervisedDifficulty = Sent &
  Pick<
    Difficulty,
    | 'text'
    | 'proposal'
    | 'screen'
    | 'appVersion'
    | 'log'
    | 'picture'
    | 'writtenByName'
    | 'writtenAt'
    | 'state'
  > & { readonly theme: DifficultyTheme }

/** An answer of somebody who supervises, with the resource it answers. */
export type SupervisedAnswer = Sent &
  Pick<SupervisorAnswer, 'about' | 'verdict' | 'text' | 'byName' | 'at'> & { readonly focus: string }

export type Supervised =
  | { readonly kind: 'point'; readonly value: SupervisedPoint }
  | { readonly kind: 'status'; readonly value: SupervisedStatus }
  | { readonly kind: 'report'; readonly value: SupervisedReport }
  | { readonly kind: 'difficulty'; readonly value: SupervisedDifficulty }
  | { readonly kind: 'answer'; readonly value: SupervisedAnswer }
export type SupervisedKind = Supervised['kind']
