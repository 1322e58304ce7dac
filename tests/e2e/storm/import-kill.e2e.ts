import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSheet } from '../../../main/exchange/write-sheet'
import {
  checkImport,
  chooseImportFile,
  type FileOverview,
  type ImportSummary,
  runImport,
} from '../../../src/contract/import-calls'
import { getJob, type JobView } from '../../../src/contract/job-calls'
import { getAppState, setUpPoint, signIn } from '../../../src/contract/point-calls'
import { addDays, day } from '../../../src/domain/calendar/calendar-day'
import { databaseOf } from './evidence'
import { done, pin, type Station, startStation } from './station'

const people = 600
const address = { provinceCode: '38', communeCode: '16378', hamlet: null, line: null }

let folder: string
let userData: string
let station: Station

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-tiem-import-kill-'))
  userData = join(folder, 'data')
  station = await startStation(userData)
  const point = {
    name: 'Trạm',
    code: null,
    kind: 'commune-station' as const,
    address,
    phone: null,
    offeredAntigens: [],
  }
  const user = { name: 'Trưởng trạm', role: 'head' as const, pin }
  await done(setUpPoint, station.call(setUpPoint, { point, station: { name: 'Máy 1', number: 1 }, user }))
  const { users } = await done(getAppState, station.call(getAppState, {}))
  await done(signIn, station.call(signIn, { userId: users[0]?.userId ?? '', pin }))
  const header = ['Họ tên', 'Ngày sinh', 'Giới tính', 'Tên mẹ', 'BCG']
  const rows = Array.from({ length: people }, (_, at) => {
    const born = { day: addDays(day('2024-01-01'), at) }
    return [`Lê Thị Số ${at}`, born, 'Nữ', `Vũ Thị Mẹ ${at}`, born]
  })
  const file = join(folder, 'danh-sach.xlsx')
  writeFileSync(file, writeSheet('xlsx', 'A', [header, ...rows]))
  await station.launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, file)
})
afterAll(async () => {
  await station.launched.close()
  rmSync(folder, { recursive: true, force: true })
})

async function ended(job: JobView): Promise<JobView> {
  for (;;) {
    const now = await done(getJob, station.call(getJob, { jobId: job.jobId }))
    if (now.state !== 'running') return now
    await sleep(20)
  }
}

/** Chooses and tries the file; answers its token. */
async function tried(): Promise<string> {
  const { token, job } = await done(chooseImportFile, station.call(chooseImportFile, {}))
  const { sheet, headerRow, columns } = (await ended(job)).result as FileOverview
  const meanings = columns.map(({ meaning }) => meaning)
  const check = { token, sheet, headerRow, meanings, vaccineNames: {}, decisions: [], isFilling: true }
  const summary = (await ended(await done(checkImport, station.call(checkImport, check))))
    .result as ImportSummary
  expect(summary).toMatchObject({ newPersons: people, newDoses: people })
  return token
}

const registered = async () => (await done(getAppState, station.call(getAppState, {}))).persons

test.each([1, 2, 3])('killed in the middle of writing, round %i: nothing of the list is there', async () => {
  const token = await tried()
  const engine = await station.engine()
  const job = await done(runImport, station.call(runImport, { token, isLeavingOut: false }))
  for (;;) {
    const now = await done(getJob, station.call(getJob, { jobId: job.jobId }))
    expect(now.state).toBe('running')
    // Some people are written: the total is theirs by then.
    if (now.total === people && now.done >= 40) break
    await sleep(2)
  }
  // Whoever reads meanwhile sees none of them.
  expect(await registered()).toBe(0)
  process.kill(engine, 'SIGKILL')
  while ((await station.engine()) === engine) await sleep(20)
  expect(await registered()).toBe(0)
})

test('after that the whole list comes in, and the journal is sound', async () => {
  const token = await tried()
  const job = await ended(await done(runImport, station.call(runImport, { token, isLeavingOut: false })))
  expect(job).toMatchObject({ state: 'done', result: { persons: people, doses: people, filled: 0 } })
  expect(await registered()).toBe(people)
  await station.launched.close()
  const run = promisify(execFile)
  const root = new URL('../../..', import.meta.url).pathname
  const verify = join(root, '.vite/build/cli/verify-journal.cjs')
  const { stdout } = await run(process.execPath, [verify, databaseOf(userData), '--json'])
  expect((JSON.parse(stdout) as { faults: unknown[] }).faults).toEqual([])
})
