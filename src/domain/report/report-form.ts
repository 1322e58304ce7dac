import type { CalendarDay } from '../calendar/calendar-day'
import type { LocalText } from '../schedule/schedule-types'
import type { Sourced } from './handbook-programme'
import type { NeedRule } from './needs'
import type { FactSelection } from './report-fact'

/*
 * A form of a report as data (`resources/reports/*.json`): what it asks, where its numbers come from, for which time it is in
 * force and when it is due. Forms follow guidance (Thông tư 13/2026/TT-BYT Art. 15(3)), so that a new one is a new file.
 */

/** What a report of a form is about: a day, a month, a year, or one severe case. */
export const reportPeriodKinds = ['day', 'month', 'year', 'case'] as const
export type ReportPeriodKind = (typeof reportPeriodKinds)[number]

/** By place of injection, or by where people live: two different reports. */
export const reportBases = ['place', 'residence'] as const
export type ReportBasis = (typeof reportBases)[number]

/** Until when a report is to be sent, counted from its period; times are Vietnam's. */
export type DeadlineRule =
  /** On a day of the month after the period, before it begins: `day` 3 means until the end of the 2nd. */
  | { readonly kind: 'before-day-after'; readonly day: number; readonly month: number | null }
  | { readonly kind: 'same-day'; readonly before: string }
  /** So many hours after the case was noted. */
  | { readonly kind: 'hours-after'; readonly hours: number }
  | { readonly kind: 'none' }

/** How the number of a cell is found. */
export type Measure =
  /** How many facts the row's and the column's selection take together, in the period or from January on. */
  | {
      readonly kind: 'count'
      readonly select: Partial<FactSelection>
      readonly window: 'period' | 'year-to-date'
    }
  /** Asked of whoever makes the report: targets, population, money. Null until said. */
  | { readonly kind: 'entered' }
  /** Of other columns of the same row. A share is a percentage with one decimal, null where the denominator is 0 or null. */
  | { readonly kind: 'share'; readonly of: string; readonly in: string }
  | { readonly kind: 'sum'; readonly of: readonly string[] }
  /** A number a section works out by itself: stock, needs; named by the section's kind. */
  | { readonly kind: 'given'; readonly field: string }

export type FormColumn = {
  readonly id: string
  readonly label: LocalText
  /** Columns that share a heading stand under it. */
  readonly heading: LocalText | null
  readonly measure: Measure
}

export type FormRow = Sourced & {
  readonly id: string
  readonly label: LocalText
  /** Heading of the group of rows that begins here. */
  readonly group: LocalText | null
  readonly select: FactSelection
  /** Columns that say nothing of this row and stay empty: nobody is put off from being born. */
  readonly notAsked?: readonly string[]
  /** Completed months at which somebody is to have it: a column of who came of age asks for these. */
  readonly comesAt?: number
}

/** `select`: which dose of a child stands in a column of the register book. */
export type ListColumn = Omit<FormColumn, 'measure'> & {
  readonly field: string
  readonly select?: FactSelection
}

/** One table, list or set of questions of a form. */
export type FormSection =
  | {
      readonly kind: 'table'
      readonly id: string
      readonly title: LocalText
      readonly columns: readonly FormColumn[]
      readonly rows: readonly FormRow[]
    }
  /** One row for each value that occurs: product, lot … `select` narrows what is looked at. */
  | {
      readonly kind: 'by'
      readonly id: string
      readonly title: LocalText
      readonly by: 'vaccine' | 'vaccine-and-number' | 'commune' | 'lot' | 'supply' | 'need' | 'handbook-row'
      readonly select: FactSelection | null
      readonly columns: readonly FormColumn[]
      /** Rows of a section by need: what a plan asks for, and from which target it follows. Absent: those of all sections. */
      readonly needs?: readonly NeedRule[]
    }
  /** One row for each record; `field` of a column names what `list-*.ts` knows of it. */
  | {
      readonly kind: 'list'
      readonly id: string
      readonly title: LocalText
      readonly of: 'severe-cases' | 'case-doses' | 'register' | 'difficulties'
      readonly columns: readonly ListColumn[]
    }
  /** Questions and their answers; `from` names a figure the program knows, which is proposed. */
  | {
      readonly kind: 'answers'
      readonly id: string
      readonly title: LocalText
      readonly questions: readonly {
        readonly id: string
        readonly label: LocalText
        readonly type: 'number' | 'text' | 'yes-no' | 'day'
        readonly from: string | null
      }[]
    }

export type ReportForm = Sourced & {
  readonly id: string
  readonly version: string
  readonly title: LocalText
  /** The first and the last day on which a period may begin for it to be reported on this version. */
  readonly validFrom: CalendarDay
  readonly validTo: CalendarDay | null
  readonly period: ReportPeriodKind
  readonly bases: readonly ReportBasis[]
  readonly deadline: DeadlineRule
  /** To whom it goes, as the form says it. */
  readonly to: LocalText
  readonly sections: readonly FormSection[]
}

/** Which report: `period` is `2026-10`, `2026`, `2026-11-27`, or the id of a case. */
export type ReportKey = {
  readonly formId: string
  readonly period: string
  readonly basis: ReportBasis
}
