import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createStore } from '../../main/db'
import { openDatabase } from '../../main/db/open'
import { readStationId } from '../../main/db/station-id'
import { newId } from '../../main/ids'
import { loadResources } from '../../main/resources/load'
import { addDays, type CalendarDay, day, instantOf } from '../../src/domain/calendar/calendar-day'
import { inventFamily, inventNationalId } from '../../src/domain/exchange/invented-person'
import { between, chance, pick, type Random, seededRandom } from '../../src/domain/exchange/random'
import type { Person, Relative } from '../../src/domain/person/person'
import { mintPersonCode } from '../../src/domain/person/person-code'
import { communesOf } from '../../src/domain/person/units'
import { seededOn } from './register'

const root = new URL('../..', import.meta.url).pathname
const plain = { nativeBinding: null, keyHex: null }
const atATime = 2_000

/**
 * A database with a point and this many people of all ages, half of them under sixteen, for searching only: no doses.
 * Kept in the user's cache until this file or the schema changes. A million people take some minutes and 3 GB.
 */
export function searchRegister(persons: number): string {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'diem-tiem', 'bench')
  const folder = join(cache, `search-${persons}-${fingerprint()}`)
  const file = join(folder, 'diem-tiem.db')
  if (existsSync(file)) return file
  for (const old of existsSync(cache) ? readdirSync(cache) : [])
    if (old.startsWith(`search-${persons}-`)) rmSync(join(cache, old), { recursive: true })
  const half = `${folder}.${process.pid}`
  mkdirSync(half, { recursive: true })
  console.error(`making a database of ${persons} persons (once)`)
  fill(join(half, 'diem-tiem.db'), persons)
  renameSync(half, folder)
  return file
}

function fill(file: string, persons: number): void {
  const resources = loadResources(join(root, 'resources'), day(seededOn))
  const db = openDatabase(file, 'real', plain)
  const stationId = readStationId(db, newId)
  const store = createStore(db, { stationId, newId })
  const context = { at: instantOf(Date.parse(`${seededOn}T00:30:00.000Z`)), userId: null, requestId: null }
  const home = [...resources.units.communeByCode.values()].find(({ name }) => name === 'Đông Sơn')
  if (!home) throw new Error('the point’s commune is not among the units')
  const communes = communesOf(resources.units, home.provinceCode)
  const random = seededRandom(20_261_122)
  const { provinceCode, code: communeCode } = home
  const address = { provinceCode, communeCode, hamlet: null, line: null }
  const point = {
    name: 'Trạm Y tế xã Đông Sơn',
    code: null,
    kind: 'commune-station' as const,
    address,
    phone: null,
    offeredAntigens: [],
  }
  store.transaction(() =>
    store.journal.append([{ noun: 'point', recordId: newId(), verb: 'recorded', body: point }], context),
  )
  for (let done = 0; done < persons; done += atATime) {
    const entries = Array.from({ length: Math.min(atATime, persons - done) }, (_, at) => {
      const commune = chance(random, 0.1) ? home : pick(random, communes)
      const body = invent(random, done + at, commune.code, commune.provinceCode, resources)
      return { noun: 'person' as const, recordId: newId(), verb: 'recorded' as const, body }
    })
    store.transaction(() => store.journal.append(entries, context))
    if (done % 50_000 === 0) console.error(`${done} / ${persons}`)
  }
  db.close()
}

type Resources = ReturnType<typeof loadResources>

function invent(
  random: Random,
  index: number,
  communeCode: string,
  provinceCode: string,
  resources: Resources,
): Person {
  const isChild = chance(random, 0.5)
  const oldest = isChild ? 16 * 365 : 80 * 365
  const birthDate = addDays(day(seededOn), -between(random, isChild ? 0 : 16 * 365, oldest))
  const sex = chance(random, 0.5) ? 'male' : 'female'
  const hamlets = Array.from({ length: 8 }, (_, at) => `Thôn ${at + 1}`)
  const birthYear = Number(birthDate.slice(0, 4))
  const family = inventFamily(
    random,
    resources.practiceNames,
    { provinceCode, communeCode, hamlets },
    birthYear - 27,
  )
  const mother: Relative = { ...family.mother, phone: isChild ? phone(random) : null }
  return {
    kind: isChild ? 'child' : 'other',
    name: family.childName(sex),
    birthDate,
    birthTime: null,
    sex,
    ethnicGroupCode: family.ethnicGroupCode,
    nationalityCode: 'VN',
    bloodGroup: null,
    phone: isChild ? null : phone(random),
    identifiers: identifiers(random, index, sex, birthDate),
    addresses: { current: family.home },
    relatives: isChild ? [mother] : [],
    alerts: [],
    protectedAtBirth: null,
    gestationWeeks: null,
    birthWeightG: null,
    note: null,
  }
}

function identifiers(
  random: Random,
  index: number,
  sex: 'male' | 'female',
  birthDate: CalendarDay,
): Person['identifiers'] {
  const stationNumber = 1 + Math.floor(index / 900_000)
  const code = mintPersonCode({
    birthYear: Number(birthDate.slice(0, 4)),
    stationNumber,
    sequence: 1 + (index % 900_000),
  })
  const national = `${inventNationalId(random, sex, birthDate).slice(0, 6)}${String(index % 1_000_000).padStart(6, '0')}`
  const own = { system: 'person-code' as const, value: code }
  return chance(random, 0.7) ? [{ system: 'national-id', value: national }, own] : [own]
}

/** Ten random digits behind a mobile prefix, as sparse as real numbers are; nothing here is ever sent or called. */
function phone(random: Random): string {
  const prefix = pick(random, ['032', '035', '056', '058', '070', '079', '081', '086', '090', '098'])
  return `${prefix}${String(between(random, 0, 9_999_999)).padStart(7, '0')}`
}

/** Changes with whatever decides who is in the register and how they are indexed; later migrations are made on opening. */
function fingerprint(): string {
  const files = [
    'main/db/migrations/0005-search-index.ts',
    'main/db/person-index.ts',
    'src/domain/person/search-index.ts',
    'src/domain/exchange/invented-person.ts',
    'resources/practice/names.json',
    'tests/bench/search-register.ts',
  ]
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 12)
}
