import { z } from 'zod'
import { programmes } from '../domain/immunization/dose'
import { type CellQuestion, questionsOf } from '../domain/report/count-cells'
import { unsoundNeeds } from '../domain/report/needs'
import { factKinds } from '../domain/report/report-fact'
import { type ReportForm, reportBases, reportPeriodKinds } from '../domain/report/report-form'
import { confirmation } from './open-vial-file'
import { calendarDay } from './values'

const text = z.string().trim().min(1)
const localText = z.strictObject({ vi: text, en: text })
const name = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/u)
const sourced = { confirmation, source: text }
const months = z.int().min(0).max(1_500)
const number = z.int().min(1).max(20)

const selection = z.strictObject({
  fact: z.enum(factKinds),
  rowCodes: z.array(text).min(1).optional(),
  antigens: z.array(text).min(1).optional(),
  vaccineCodes: z.array(text).min(1).optional(),
  numbers: z.strictObject({ from: number, to: number.nullable() }).optional(),
  statuses: z
    .array(z.enum(['valid', 'not-valid', 'extraneous', 'substandard', 'not-evaluated']))
    .min(1)
    .optional(),
  programmes: z.array(z.enum(programmes)).min(1).optional(),
  ageMonths: z.strictObject({ from: months, before: months.nullable() }).optional(),
  sex: z.enum(['male', 'female']).optional(),
  details: z.array(text).min(1).optional(),
  onlyLead: z.boolean().optional(),
})

const measure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('count'),
    select: selection.partial(),
    window: z.enum(['period', 'year-to-date']),
  }),
  z.strictObject({ kind: z.literal('entered') }),
  z.strictObject({ kind: z.literal('share'), of: name, in: name }),
  z.strictObject({ kind: z.literal('sum'), of: z.array(name).min(1) }),
  z.strictObject({ kind: z.literal('given'), field: name }),
])

const head = { id: name, label: localText, heading: localText.nullable() }
const columns = z.array(z.strictObject({ ...head, measure })).min(1)
const row = z.strictObject({
  id: name,
  label: localText,
  group: localText.nullable(),
  select: selection,
  notAsked: z.array(name).min(1).optional(),
  comesAt: months.optional(),
  ...sourced,
})

const factor = z.number().positive().max(1_000)
const need = z.strictObject({
  id: name,
  label: localText,
  codes: z.array(text),
  from: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('target'), target: z.string().max(200), times: number, factor }),
    z.strictObject({
      kind: z.literal('needs'),
      of: z.array(name).min(1),
      take: z.enum(['to-give', 'year']),
      per: factor,
      factor,
    }),
  ]),
  ...sourced,
})

const titled = { id: name, title: localText }
const section = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('table'), ...titled, columns, rows: z.array(row).min(1) }),
  z.strictObject({
    kind: z.literal('by'),
    ...titled,
    by: z.enum(['vaccine', 'vaccine-and-number', 'commune', 'lot', 'supply', 'need', 'handbook-row']),
    select: selection.nullable(),
    columns,
    needs: z.array(need).min(1).optional(),
  }),
  z.strictObject({
    kind: z.literal('list'),
    ...titled,
    of: z.enum(['severe-cases', 'case-doses', 'register', 'difficulties']),
    columns: z.array(z.strictObject({ ...head, field: name, select: selection.optional() })).min(1),
  }),
  z.strictObject({
    kind: z.literal('answers'),
    ...titled,
    questions: z
      .array(
        z.strictObject({
          id: name,
          label: localText,
          type: z.enum(['number', 'text', 'yes-no', 'day']),
          from: name.nullable(),
        }),
      )
      .min(1),
  }),
])

const deadline = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('before-day-after'),
    day: z.int().min(1).max(31),
    month: z.int().min(1).max(12).nullable(),
  }),
  z.strictObject({ kind: z.literal('same-day'), before: z.string().regex(/^\d\d:\d\d$/u) }),
  z.strictObject({ kind: z.literal('hours-after'), hours: z.int().min(1).max(240) }),
  z.strictObject({ kind: z.literal('none') }),
])

const reportFile = z.strictObject({
  format: z.literal(1),
  id: name,
  version: text,
  title: localText,
  validFrom: calendarDay,
  validTo: calendarDay.nullable(),
  period: z.enum(reportPeriodKinds),
  bases: z.array(z.enum(reportBases)).min(1),
  deadline,
  to: localText,
  sections: z.array(section).min(1),
  ...sourced,
})

/** Reads a file of `resources/reports`. Throws on an unknown field, an id that stands twice, and a column that names none. */
export function readReportForm(file: unknown): ReportForm {
  const { format: _format, ...form } = reportFile.parse(file)
  once(`sections of ${form.id}`, form.sections)
  for (const each of form.sections) {
    if (each.kind === 'answers') once(each.id, each.questions)
    else once(`columns of ${each.id}`, each.columns)
    if (each.kind === 'table') once(`rows of ${each.id}`, each.rows)
    if (each.kind === 'table' || each.kind === 'by') refersToColumns(each.columns)
    if (each.kind === 'table') for (const of of each.rows) namesColumns(each.columns, of)
    if (
      each.kind === 'table' ||
      (each.kind === 'by' && ['vaccine', 'vaccine-and-number', 'commune'].includes(each.by))
    )
      questionsOf(each).forEach(countsOnce)
  }
  const needs = form.sections.flatMap(each => (each.kind === 'by' ? (each.needs ?? []) : []))
  once(`needs of ${form.id}`, needs)
  const unsound = unsoundNeeds(needs)
  if (unsound.length > 0) throw new Error(`needs of ${form.id} follow from nothing: ${unsound.join(', ')}`)
  return form
}

function namesColumns(all: Columns, { id, notAsked = [] }: z.output<typeof row>): void {
  if (notAsked.some(each => !all.some(column => column.id === each)))
    throw new Error(`row ${id} leaves out a column that does not exist`)
}

/** Of what is told once for each antigen, a question names one, or takes what leads: otherwise one dose would be several. */
function countsOnce({ rowId, columnId, select }: CellQuestion): void {
  const { fact, antigens, onlyLead, details } = select
  const isOncePerAntigen = fact === 'dose' || fact === 'not-given' || fact === 'reaction'
  if (isOncePerAntigen && antigens?.length !== 1 && onlyLead !== true)
    throw new Error(`row ${rowId}, column ${columnId} would count a dose once for each antigen`)
  if (fact === 'reaction' && details?.length !== 1)
    throw new Error(`row ${rowId}, column ${columnId} would count a reaction once for each sign`)
}

function once(of: string, parts: readonly { readonly id: string }[]): void {
  if (new Set(parts.map(({ id }) => id)).size !== parts.length) throw new Error(`an id stands twice: ${of}`)
}

type Columns = z.output<typeof columns>

function refersToColumns(all: Columns): void {
  const ids = new Set(all.map(({ id }) => id))
  for (const { id, measure: of } of all) {
    const named = of.kind === 'share' ? [of.of, of.in] : of.kind === 'sum' ? of.of : []
    if (named.some(each => !ids.has(each) || each === id))
      throw new Error(`column ${id} names no other column`)
  }
}
