import { utils, write } from '@e965/xlsx'

type Value = string | number | null | { readonly day: string }

/** The width of a column in signs, between these. */
const narrowest = 8
const widest = 40

/**
 * Makes the bytes of a file of one sheet. Days are dates, numbers numbers; text is text, so that 0912… keeps its zero and
 * a cell beginning with `=` is no formula. CSV has a mark for Excel, and an apostrophe before what Excel would compute.
 */
export function writeSheet(
  format: 'xlsx' | 'csv',
  name: string,
  rows: readonly (readonly Value[])[],
): Uint8Array {
  return format === 'xlsx' ? writeXlsx(name, rows) : new TextEncoder().encode(toCsv(rows))
}

function writeXlsx(name: string, rows: readonly (readonly Value[])[]): Uint8Array {
  const sheet = utils.aoa_to_sheet(
    rows.map(row => row.map(toCell)),
    { dense: true },
  )
  const first = rows.slice(0, 200)
  sheet['!cols'] = (rows[0] ?? []).map((_, column) => ({
    wch: Math.min(widest, Math.max(narrowest, ...first.map(row => shown(row[column] ?? null).length + 2))),
  }))
  sheet['!autofilter'] = { ref: sheet['!ref'] ?? 'A1' }
  const book = utils.book_new()
  // A sheet's name is at most 31 signs and none of these.
  utils.book_append_sheet(book, sheet, name.replace(/[\\/?*[\]:]/gu, ' ').slice(0, 31))
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array)
}

const zeroDay = Date.UTC(1899, 11, 30)

function toCell(value: Value) {
  if (value === null) return null
  if (typeof value === 'number') return { t: 'n' as const, v: value }
  if (typeof value === 'string') return { t: 's' as const, v: value, z: '@' }
  // The count of days, not a moment: no time zone can move it.
  const serial = (Date.parse(`${value.day}T00:00:00Z`) - zeroDay) / 86_400_000
  return { t: 'n' as const, v: serial, z: 'dd/mm/yyyy' }
}

function shown(value: Value): string {
  if (value === null) return ''
  return typeof value === 'object' ? value.day.split('-').toReversed().join('/') : String(value)
}

function toCsv(rows: readonly (readonly Value[])[]): string {
  const lines = rows.map(row =>
    row.map(value => quote(typeof value === 'string' ? harmless(value) : shown(value))).join(','),
  )
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** Excel computes what begins like a formula; an apostrophe in front makes it text. */
function harmless(text: string): string {
  return /^\s*[=+\-@\t\r]/u.test(text) ? `'${text}` : text
}

function quote(text: string): string {
  return /[",\r\n;]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
