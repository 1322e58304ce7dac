import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createStore } from '../../main/db'
import { beginLong } from '../../main/db/long-transaction'
import { openDatabase } from '../../main/db/open'
import { writeSheet } from '../../main/exchange/write-sheet'
import { newId } from '../../main/ids'
import { loadResources } from '../../main/resources/load'
import { attachmentOf, stageFile } from '../../main/services/exchange/staged-import'
import { allJobs } from '../../main/services/jobs/all-jobs'
import { createJobDesk } from '../../main/services/jobs/job-desk'
import { createWriteGate } from '../../main/services/jobs/write-gate'
import { threadRunner } from '../../main/worker/start-thread'
import type { FileOverview, ImportResult, ImportSummary } from '../../src/contract/import-calls'
import type { JobName, JobRequest } from '../../src/contract/job-calls'
import { addDays, day, instantOf } from '../../src/domain/calendar/calendar-day'
import { seededRandom } from '../../src/domain/exchange/random'

/*
 * `npm run bench -- import [--rows 50000]`: a spreadsheet of so many people, three dates of doses each, goes through the
 * wizard's jobs as the application runs them: read, tried, written in one transaction on a file, tried again.
 */
const root = new URL('../..', import.meta.url).pathname
const plain = { nativeBinding: null, keyHex: null }
const today = day('2026-11-22')
const at = instantOf(Date.parse(`${today}T01:00:00.000Z`))

const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương']
const middle = ['Thị', 'Văn', 'Minh', 'Ngọc', 'Gia', 'Đức', 'Thu', 'Bảo', 'Xuân', 'Hoài']
const given = [
  'Anh',
  'Bình',
  'Châu',
  'Dũng',
  'Giang',
  'Hà',
  'Hưng',
  'Khánh',
  'Lan',
  'Mai',
  'Nam',
  'Oanh',
  'Phúc',
  'Quân',
]

function listOf(rows: number): Uint8Array {
  const random = seededRandom(7)
  const one = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  const name = () => `${one(family)} ${one(middle)} ${one(middle)} ${one(given)}`
  const header = [
    'Ngày sinh',
    'Họ và tên',
    'Mã đối tượng',
    'SĐT',
    'Họ tên mẹ',
    'Giới tính',
    'Thôn',
    'BCG',
    'Viêm gan B sơ sinh',
    'MR',
  ]
  const data = Array.from({ length: rows }, (_, index) => {
    const born = addDays(today, -400 - Math.floor(random() * 2_000))
    const code = `1381637${String(10_000_000 + index)}`
    const phone = 900_000_000 + Math.floor(random() * 99_999_999)
    const doses = [addDays(born, 1), born, addDays(born, 300)].map(on => ({ day: on }))
    return [{ day: born }, name(), code, phone, name(), one(['Nam', 'Nữ']), `Thôn ${index % 40}`, ...doses]
  })
  return writeSheet('xlsx', 'Danh sách', [header, ...data])
}

function openStation(folder: string) {
  const databaseFile = join(folder, 'diem-tiem.db')
  const resourcesFolder = join(root, 'resources')
  const resources = loadResources(resourcesFolder, today)
  const db = openDatabase(databaseFile, 'real', plain)
  const store = createStore(db, { stationId: 'bench', newId })
  const settings = { databaseFile, resourcesFolder, version: 'bench', ...plain }
  const begin = () => {
    const own = openDatabase(databaseFile, 'real', plain)
    return { end: beginLong(own), store: createStore(own, { stationId: 'bench', newId }), stationId: 'bench' }
  }
  const jobs = createJobDesk(
    { store, resources, clock: () => at, newId },
    {
      jobs: allJobs,
      run: threadRunner(join(root, '.vite/build/read-worker.cjs'), settings),
      whole: { gate: createWriteGate(), begin },
      emit: () => undefined,
      log: console.error,
    },
  )
  return { db, store, jobs }
}

/** How long a turn of the engine's loop took at most: what a request had to wait. */
function watchTurns(): () => number {
  let [longest, last] = [0, performance.now()]
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  return () => {
    clearInterval(timer)
    return Math.round(longest)
  }
}

type Station = ReturnType<typeof openStation>

async function timed<T>({ jobs, store }: Station, token: string, request: JobRequest) {
  const started = performance.now()
  const longest = watchTurns()
  const file = stagedOf(store, token)
  jobs.start(request, { attachment: attachmentOf(file) })
  const ended = (name: JobName) => jobs.list().find(job => job.name === name)
  while (ended(request.name)?.state === 'running') await new Promise(resolve => setTimeout(resolve, 5))
  const job = ended(request.name)
  if (job?.state !== 'done') throw new Error(`${request.name} ended as ${job?.state} ${job?.error?.code}`)
  return { ms: Math.round(performance.now() - started), longestTurnMs: longest(), result: job.result as T }
}

const staged = new Map<string, ReturnType<typeof stageFile>>()
function stagedOf(store: Station['store'], token: string) {
  const known = staged.get(token)
  if (!known) throw new Error(`no file ${token} at ${store.persons.count()} people`)
  return known
}

/** Runs the whole way and answers its times. */
export async function bench(args: readonly string[]) {
  const { values } = parseArgs({ args: [...args], options: { rows: { type: 'string', default: '50000' } } })
  const rows = Number(values.rows)
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-bench-'))
  const bytes = listOf(rows)
  const station = openStation(folder)
  try {
    const token = newId()
    staged.set(token, stageFile(station.store, token, 'danh-sach.xlsx', bytes))
    const read = await timed<FileOverview>(station, token, { name: 'import.look', look: { token } })
    const { sheet, headerRow, columns } = read.result
    const meanings = columns.map(({ meaning }) => meaning)
    const check = { token, sheet, headerRow, meanings, vaccineNames: {}, decisions: [], isFilling: true }
    const tried = await timed<ImportSummary>(station, token, { name: 'import.check', check })
    const { digest } = tried.result
    const written = await timed<ImportResult>(station, token, { name: 'import.write', check, digest })
    const again = await timed<ImportSummary>(station, token, { name: 'import.check', check })
    if (written.result.persons + tried.result.kinds.possible !== rows) throw new Error('rows were lost')
    if (again.result.newPersons + again.result.newDoses > 0)
      throw new Error('the same file brought something again')
    const results = {
      rows,
      file_mb: Math.round(bytes.length / 10_000) / 100,
      read_ms: read.ms,
      check_ms: tried.ms,
      write_ms: written.ms,
      check_again_ms: again.ms,
      total_ms: read.ms + tried.ms + written.ms,
      longest_turn_ms: Math.max(read.longestTurnMs, tried.longestTurnMs, written.longestTurnMs),
      persons: written.result.persons,
      doses: written.result.doses,
      undecided: tried.result.kinds.possible,
    }
    return { results, ratios: { rows_a_second: Math.round(rows / (results.total_ms / 1_000)) } }
  } finally {
    await station.jobs.stop()
    station.db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
