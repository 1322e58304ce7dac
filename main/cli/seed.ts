import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { v7 } from 'uuid'
import { instantOf, isCalendarDay, vietnamDayOf } from '../../src/domain/calendar/calendar-day'
import { seededRandom } from '../../src/domain/exchange/random'
import { createStore } from '../db'
import { openDatabase } from '../db/open'
import { readStationId } from '../db/station-id'
import { loadResources } from '../resources/load'
import { seedRegister } from '../services/point/seed-register'

/*
 * `npm run seed -- FILE --persons N [--today YYYY-MM-DD] [--handbook]`: makes a new database with N invented people, for
 * measuring and for trying out; with `--handbook` also pregnancies, births and children's weights. The same numbers give the same content. Never writes into a file that is there.
 */
const usage = 'npm run seed -- FILE --persons N [--today YYYY-MM-DD] [--handbook]'

/** UUIDv7 from a fixed moment on, one after the other, so that ids sort as they were made. */
function makeIds(startMs: number): () => string {
  const random = seededRandom(startMs % 4_294_967_296)
  let count = 0
  return () => {
    count += 1
    const bytes = Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256))
    return v7({ msecs: startMs - 86_400_000 + Math.floor(count / 100), seq: count % 100, random: bytes })
  }
}

function seed(file: string, persons: number, startMs: number, withHandbook: boolean): void {
  const newId = makeIds(startMs)
  const at = instantOf(startMs)
  const folder = process.env.DIEM_TIEM_RESOURCES ?? path.join(process.cwd(), 'resources')
  const resources = loadResources(folder, vietnamDayOf(at))
  const db = openDatabase(file, 'real', { nativeBinding: null, keyHex: null })
  try {
    const stationId = readStationId(db, newId)
    const store = createStore(db, { stationId, newId })
    const ports = { store, resources, clock: () => at, newId, stationId }
    const tell = (done: number) => {
      if (done % 10_000 === 0 || done === persons) console.error(`${done} / ${persons}`)
    }
    seedRegister(ports, persons, tell, { withHandbook })
  } catch (error) {
    db.close()
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
    throw error
  }
  db.close()
}

function main(): number {
  const { values, positionals } = parseArgs({
    options: {
      persons: { type: 'string' },
      today: { type: 'string', default: '2026-11-22' },
      handbook: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [file] = positionals
  const persons = Number(values.persons)
  if (
    !file ||
    !Number.isInteger(persons) ||
    persons < 0 ||
    persons > 999_999 ||
    !isCalendarDay(values.today)
  ) {
    console.error(usage)
    return 2
  }
  if (existsSync(file)) {
    console.error(`${file}: đã có tệp này, không ghi đè (the file exists and is left as it is)`)
    return 2
  }
  const started = Date.now()
  // 07:30 in Vietnam, when a session begins.
  seed(file, persons, Date.parse(`${values.today}T00:30:00.000Z`), values.handbook)
  console.log(`${file}: ${persons} người (persons), ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return 0
}

process.exitCode = main()
