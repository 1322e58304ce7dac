import { utils, write } from '@e965/xlsx'
import {
  checkImport,
  type FileOverview,
  type ImportResult,
  type ImportSummary,
  listImportRows,
  lookAtImportFile,
  type RowLine,
  runImport,
  stageImportFile,
} from '../../../src/contract/import-calls'
import type { ImportCheck, ImportLook } from '../../../src/contract/import-values'
import type { TestPoint } from '../../helpers/test-point'

/** The bytes of a spreadsheet of these rows; text stays text. */
export function xlsx(
  rows: readonly (readonly (string | number | null)[])[],
  bookType: 'xlsx' | 'xls' = 'xlsx',
): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map(row => [...row])), 'Danh sách')
  return new Uint8Array(write(book, { type: 'buffer', bookType }) as Uint8Array)
}

export const csv = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Chooses a file and looks at it. Throws with the code when it cannot be read. */
export async function look(point: TestPoint, bytes: Uint8Array, more: Omit<ImportLook, 'token'> = {}) {
  const { token } = point.done(stageImportFile, { fileName: 'danh-sach.xlsx', bytes })
  const first = await point.ended('import.look')
  if (first.state !== 'done') throw new Error(first.error?.code ?? first.state)
  if (Object.keys(more).length === 0) return { token, overview: first.result as FileOverview }
  point.done(lookAtImportFile, { token, ...more })
  return { token, overview: (await point.ended('import.look')).result as FileOverview }
}

/** Tries a file as it is understood by itself, with some choices. */
export async function check(
  point: TestPoint,
  bytes: Uint8Array,
  choices: Partial<Pick<ImportCheck, 'decisions' | 'isFilling' | 'vaccineNames'>> = {},
) {
  const { token, overview } = await look(point, bytes)
  const { sheet, headerRow, columns } = overview
  point.done(checkImport, {
    token,
    sheet,
    headerRow,
    meanings: columns.map(({ meaning }) => meaning),
    vaccineNames: {},
    decisions: [],
    isFilling: true,
    ...choices,
  })
  const job = await point.ended('import.check')
  if (job.state !== 'done') throw new Error(`${job.state} ${job.error?.code} ${point.logs.join('\n')}`)
  return { token, overview, summary: job.result as ImportSummary, lines: linesOf(point, token) }
}

function linesOf(point: TestPoint, token: string): readonly RowLine[] {
  const lines: RowLine[] = []
  for (;;) {
    const page = point.done(listImportRows, { token, kind: null, offset: lines.length, limit: 200 })
    lines.push(...page.lines)
    if (lines.length >= page.total) return lines
  }
}

/** Writes what was tried last. Throws with the code when the job fails. */
export async function run(point: TestPoint, token: string, isLeavingOut = false): Promise<ImportResult> {
  point.done(runImport, { token, isLeavingOut })
  const job = await point.ended('import.write')
  if (job.state !== 'done') throw new Error(`${job.state} ${job.error?.code} ${point.logs.join('\n')}`)
  return job.result as ImportResult
}

/** Tries a file and writes it. */
export async function take(point: TestPoint, bytes: Uint8Array, ...more: [Parameters<typeof check>[2]?]) {
  const { token } = await check(point, bytes, ...more)
  return run(point, token)
}

/** Each row as `row kind codes`. */
export const said = (lines: readonly RowLine[]) =>
  lines.map(({ row, kind, problems }) => [row, kind, ...problems.map(({ code }) => code)].join(' '))
