import type { ReportVersion } from '../../../../src/contract/report-life-calls'
import {
  type CalendarDay,
  type Instant,
  instantOf,
  vietnamDayOf,
  vietnamTimeOf,
} from '../../../../src/domain/calendar/calendar-day'
import type { CellKey, CellValue } from '../../../../src/domain/report/counted-report'
import type { ReportForm } from '../../../../src/domain/report/report-form'
import type { ReportState } from '../../../../src/domain/report/report-record'
import type { ChipKind } from '../../../components/Chip'
import { formatCount, formatDay, formatMoment } from '../../../components/format'
import { locale, text } from '../../../text'

const words = text.reportLife

/** Where a version stands: a colour, its sign and its word. */
export const stateKinds: Readonly<Record<ReportState, ChipKind>> = {
  draft: 'wait',
  checked: 'info',
  signed: 'info',
  sent: 'due',
  accepted: 'ok',
  refused: 'wrong',
}

/** Row and column of a cell as the form says them; a row that it does not name by its id. */
export function cellWords(
  { sections }: Pick<ReportForm, 'sections'>,
  { sectionId, rowId, columnId }: CellKey,
): { readonly row: string; readonly column: string } {
  const section = sections.find(({ id }) => id === sectionId)
  if (!section) return { row: rowId, column: columnId }
  if (section.kind === 'answers')
    return { row: section.questions.find(({ id }) => id === rowId)?.label[locale] ?? rowId, column: '' }
  const row =
    section.kind === 'table' ? section.rows.find(({ id }) => id === rowId)?.label[locale] : undefined
  const column = section.columns.find(({ id }) => id === columnId)
  const heading = column?.heading?.[locale]
  const label = column?.label[locale] ?? columnId
  return { row: row ?? rowId, column: heading ? `${heading}: ${label}` : label }
}

/** What a cell says; a dash where it says nothing. */
export function valueWords(value: CellValue): string {
  if (value === null || value === '') return '–'
  if (typeof value === 'number')
    return Number.isInteger(value)
      ? formatCount(value)
      : String(value).replace('.', locale === 'vi' ? ',' : '.')
  return typeof value === 'object' ? formatDay(value.day as Parameters<typeof formatDay>[0]) : value
}

/** What a finding is about, in words; a code of a newer build by itself. */
export function findingWords(code: string): string {
  return (words.findings as Readonly<Record<string, string>>)[code] ?? code
}

/** How a version is called. */
export function versionWords({ version, amends }: Pick<ReportVersion, 'version' | 'amends'>): string {
  return amends === null ? words.version(version) : words.amendmentOf(version)
}

/** What happened to a version, oldest first. */
export function stepsOf(version: ReportVersion): readonly string[] {
  const { signedAt, signedByName, sentAt, sentBy, answeredAt, answer, amendReason, withdrawn } = version
  return [
    amendReason === null ? null : words.because(amendReason),
    signedAt === null ? null : words.signedBy(signedByName ?? '', formatMoment(signedAt)),
    sentAt === null || sentBy === null ? null : words.sentBy[sentBy](formatMoment(sentAt)),
    answeredAt === null
      ? null
      : [words.answered(formatMoment(answeredAt)), answer].filter(part => part !== null).join(': '),
    withdrawn === null
      ? null
      : `${words.withdrawn}: ${withdrawn.reason} (${[withdrawn.byName, formatMoment(withdrawn.at)].filter(Boolean).join(', ')})`,
  ].filter(step => step !== null)
}

/** The last day on which a report is in time: a deadline at midnight ends with the day before. */
export function lastDayInTime(dueAt: Instant): CalendarDay {
  return vietnamDayOf(instantOf(Date.parse(dueAt) - 1))
}

/** A deadline as people say it: the end of a day, or a moment in it. */
export function deadlineWords(dueAt: Instant): string {
  const isEndOfDay = vietnamTimeOf(dueAt) === '00:00'
  return isEndOfDay ? words.endOfDay(formatDay(lastDayInTime(dueAt))) : formatMoment(dueAt)
}
