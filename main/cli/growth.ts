import { createReadStream, readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse/sync'
import { growthTablesFrom } from '../../src/contract/growth-file'
import {
  type GrowthListHead,
  growthListColumns,
  growthListTitle,
  headOfGrowthList,
  scoredRow,
} from '../../src/domain/child/growth-list'

/*
 * `npm run -s growth -- FILE.csv`: z-scores and flags of measured children as WHO computes them, one line a row, as csv.
 * A row that cannot be read keeps its id and has empty cells; how many there were is said beside the output.
 * Exit code 2 when the file cannot be read or its first line names no column.
 */
const usage = `npm run -s growth -- FILE.csv
columns, any of: ${growthListColumns.join(', ')}`

/** The list cannot be used; the sentence says why. */
class ListError extends Error {}

const resources = process.env.DIEM_TIEM_RESOURCES ?? path.join(process.cwd(), 'resources')
const tables = growthTablesFrom(name =>
  JSON.parse(readFileSync(path.join(resources, 'growth', `${name}.json`), 'utf8')),
)

/**
 * The cells of a line, and whether all of it could be read. One row a line: a quote that is never closed spoils its own line
 * and not the rest of the list; the id before it is all that can be answered.
 */
function cellsOf(
  line: string,
  delimiter: string,
): { readonly cells: readonly string[]; readonly isWhole: boolean } {
  if (!line.includes('"')) return { cells: line.split(delimiter), isWhole: true }
  try {
    const [cells] = parse(line, { delimiter, relax_quotes: true }) as string[][]
    return { cells: cells ?? [], isWhole: true }
  } catch {
    return { cells: line.split(delimiter, 1).map(id => id.replace(/^"/, '')), isWhole: false }
  }
}

const written = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const lineOf = (cells: readonly string[]) => `${cells.map(written).join(',')}\n`

function headOf(line: string, delimiter: string): GrowthListHead {
  const head = headOfGrowthList(cellsOf(line, delimiter).cells)
  if (head) return head
  throw new ListError(
    `Dòng đầu không có cột nào đọc được (the first line names none of): ${growthListColumns.join(', ')}`,
  )
}

const blockLength = 65_536

async function* scored(file: string, counts: { rows: number; unread: number }): AsyncGenerator<string> {
  let head: GrowthListHead | null = null
  let delimiter = ','
  let block = lineOf(growthListTitle)
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    if (!head) {
      const first = line.replace(/^\uFEFF/, '')
      delimiter = [',', ';', '\t'].find(it => first.includes(it)) ?? ','
      head = headOf(first, delimiter)
      continue
    }
    if (line.trim() === '') continue
    const row = cellsOf(line, delimiter)
    const { cells, isRead } = scoredRow(tables, head, row.cells)
    counts.rows += 1
    if (!isRead || !row.isWhole) counts.unread += 1
    block += lineOf(cells)
    if (block.length < blockLength) continue
    yield block
    block = ''
  }
  if (!head) throw new ListError('Tệp trống (the file is empty)')
  yield block
}

async function main(): Promise<number> {
  const [file, ...others] = process.argv.slice(2)
  if (!file || others.length > 0) {
    console.error(usage)
    return 2
  }
  const counts = { rows: 0, unread: 0 }
  try {
    await pipeline(scored(file, counts), process.stdout, { end: false })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Whoever reads has seen enough: `| head`.
    if (code === 'EPIPE') return 0
    if (!(error instanceof ListError) && !code) throw error
    console.error(`${file}: ${(error as Error).message}`)
    return 2
  }
  if (counts.unread > 0) {
    console.error(
      `${counts.unread} trên ${counts.rows} dòng không đọc được (rows that could not be read are left empty)`,
    )
  }
  return 0
}

main().then(
  code => {
    process.exitCode = code
  },
  error => {
    console.error(error)
    process.exitCode = 1
  },
)
