import { parse } from 'csv-parse/sync'
import { refuse } from '../../src/contract/errors'
import type { ExtractTable } from '../../src/domain/exchange/niis-import'

/**
 * Reads the bytes of a CSV file, as spreadsheets export it: UTF-8 with or without a mark, comma or semicolon.
 * Refuses bytes that are not UTF-8, because guessing an encoding changes names.
 */
export function readCsv(bytes: Uint8Array): ExtractTable {
  const text = decode(bytes)
  const firstLine = text.slice(0, Math.max(0, text.search(/\r?\n/)))
  const delimiter = [',', ';', '\t'].reduce((best, mark) =>
    firstLine.split(mark).length > firstLine.split(best).length ? mark : best,
  )
  const rows = parseRows(text, delimiter)
  const [headers = [], ...lines] = rows
  const records = lines.map(line =>
    Object.fromEntries(headers.map((header, index) => [header, line[index] ?? ''])),
  )
  return { headers, records }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('import.bad-encoding')
  }
}

function parseRows(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter, skip_empty_lines: true, relax_column_count: true, trim: true })
  } catch {
    return refuse('import.unreadable')
  }
}
