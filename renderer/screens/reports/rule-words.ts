import type { FactSelection } from '../../../src/domain/report/report-fact'
import type { FormColumn, FormRow, FormSection, ReportBasis } from '../../../src/domain/report/report-form'
import { daysOfPeriod, yearToDate } from '../../../src/domain/report/report-period'
import type { SheetColumn } from '../../../src/domain/report/report-sheet'
import { formatDay } from '../../components/format'
import { locale, text } from '../../text'
import { antigenName } from '../../text/codes'

/** The cell whose rule is asked for. */
export type RuleAsked = {
  readonly section: FormSection
  readonly row: FormRow | null
  readonly column: SheetColumn
  readonly period: string
  readonly basis: ReportBasis
}

/** How a number was counted, a sentence each: from the same data that counted it. */
export function ruleWords(asked: RuleAsked): readonly string[] {
  const { section, column } = asked
  const words = text.report.rule
  if (section.kind === 'answers') return [words.answer]
  if (section.kind === 'list' || column.measure === null) return [words.listed]
  const { measure } = column
  const nameOf = (id: string) =>
    columnName(
      section.columns.find(each => each.id === id),
      id,
    )
  switch (measure.kind) {
    case 'entered':
      return [words.entered]
    case 'given':
      return [words.given, periodLine(asked.period, 'period')].filter(line => line !== '')
    case 'share':
      return [words.share(nameOf(measure.of), nameOf(measure.in))]
    case 'sum':
      return [words.sum(measure.of.map(nameOf).join(', '))]
    case 'count':
      return countWords(asked, measure)
  }
}

function columnName(column: FormColumn | undefined, id: string): string {
  if (!column) return id
  const { heading, label } = column
  return heading ? `${heading[locale]}: ${label[locale]}` : label[locale]
}

function countWords(
  { section, row, period, basis }: RuleAsked,
  { select, window }: Extract<NonNullable<SheetColumn['measure']>, { kind: 'count' }>,
): readonly string[] {
  const words = text.report.rule
  const ofSection = section.kind === 'by' ? section.select : null
  const selection = { ...ofSection, ...row?.select, ...select }
  const fact = words.facts[selection.fact ?? 'dose']
  return [
    [fact, ...selectionWords(selection)].join('; '),
    periodLine(period, window),
    words[basis],
    words.voided,
  ].filter(line => line !== '')
}

function periodLine(period: string, window: 'period' | 'year-to-date'): string {
  const days = daysOfPeriod(period)
  if (!days) return ''
  const { from, to } = window === 'period' ? days : yearToDate(days)
  return text.report.rule.window(formatDay(from), formatDay(to))
}

/** What a selection narrows, part by part; what it leaves open is not said. */
function selectionWords(selection: Partial<FactSelection>): readonly string[] {
  const words = text.report.rule
  const { antigens, rowCodes, vaccineCodes, programmes, statuses, details, sex, onlyLead } = selection
  const many = (
    all: readonly string[] | undefined,
    say: (names: string) => string,
    name = (it: string) => it,
  ) => (all ? [say(all.map(name).join(', '))] : [])
  const plain = (names: string) => names
  const isDose = (selection.fact ?? 'dose') === 'dose'
  return [
    ...many(antigens, words.antigens, antigenName),
    ...many(rowCodes, words.rows),
    ...many(vaccineCodes, words.vaccines),
    ...numberWords(selection.numbers),
    ...(statuses ? [statuses.map(status => words.statuses[status]).join(', ')] : []),
    ...(isDose && !statuses ? [words.anyStatus] : []),
    ...many(programmes, plain, it => words.programmes[it] ?? it),
    ...ageWords(selection.ageMonths),
    ...(sex ? [words.sexes[sex]] : []),
    ...many(details, plain, it => words.details[it] ?? it),
    ...(onlyLead ? [words.onlyLead] : []),
  ]
}

function numberWords(numbers: FactSelection['numbers']): readonly string[] {
  if (!numbers) return []
  const { number, numbers: range, numberFrom } = text.report.rule
  const { from, to } = numbers
  if (to === null) return [numberFrom(from)]
  return [from === to ? number(from) : range(from, to)]
}

function ageWords(ages: FactSelection['ageMonths']): readonly string[] {
  if (!ages) return []
  const words = text.report.rule
  const { from, before } = ages
  const said = (months: number) =>
    months >= 60 && months % 12 === 0 ? words.years(months / 12) : words.months(months)
  if (before === null) return [words.agesFrom(said(from))]
  return [from === 0 ? words.agesBefore(said(before)) : words.ages(said(from), said(before))]
}
