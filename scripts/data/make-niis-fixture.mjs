/**
 * Makes tests/fixtures/niis: an extract in the shape of the national system's, 300 invented children with exactly
 * 3,000 doses as on 22 November 2026, of whom 60 have a dose due, and the broken files the import must refuse.
 * The same every time. Usage: node scripts/data/make-niis-fixture.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { runnerImport } from 'vite'

const root = new URL('../../', import.meta.url)
const target = new URL('tests/fixtures/niis/', root)
const { addDays, daysBetween } = await load('src/domain/calendar/calendar-day.ts')
const { addOffset } = await load('src/domain/calendar/offset.ts')
const { seededRandom, between, pick, pickWeighted, chance } = await load('src/domain/exchange/random.ts')
const { ageOfVisit, inventHistory, inventLotNumber } = await load('src/domain/exchange/invented-history.ts')
const { inventFamily, inventChild } = await load('src/domain/exchange/invented-person.ts')
const names = JSON.parse(readFileSync(new URL('resources/practice/names.json', root)))
const groups = JSON.parse(readFileSync(new URL('resources/codes/ethnic-groups.json', root))).ethnicGroups
const vaccines = new Map(
  JSON.parse(readFileSync(new URL('resources/vaccines/vaccines.json', root))).vaccines.map(v => [v.code, v]),
)

const random = seededRandom(20261122)
const today = '2026-11-22'
const doseCount = 3000
const place = {
  provinceCode: '38',
  communeCode: '16378',
  hamlets: [1, 2, 3, 4, 5, 6, 7, 8].map(number => `Thôn ${number}`),
}
const placeNames = { province: 'Tỉnh Thanh Hóa', commune: communeName(place) }
/** Names as the national system writes them, several for one product. */
const namesInExtract = {
  GENEHBVAX_05: ['Viêm gan B sơ sinh'],
  BCG_IVAC: ['BCG'],
  SII_PENTA: ['DPT-VGB-HIB (SII)', 'DPT-VGB-HIB (SII)', 'SII'],
  BOPV_POLYVAC: ['OPV', 'OPV', 'bOPV - Polyvac'],
  IMOVAX_POLIO: ['IPV', 'IPV - IMOVAX POLIO'],
  MVVAC: ['Sởi', 'MVVAC'],
  MRVAC: ['MR'],
  DPT_IVAC: ['DPT'],
  JEVAX: ['VNNB', 'Jevax (Lọ 5 liều 5ml)'],
}

/** The visits at which the sixty stand, and how many of them. */
const dueVisits = [
  ['2m', 12],
  ['3m', 10],
  ['4m', 9],
  ['5m', 5],
  ['9m', 7],
  ['12m', 5],
  ['12m2', 2],
  ['18m', 6],
  ['24m', 2],
  ['7y', 2],
]
/** Ages in days of the 240 who have nothing due, as [from, to, weight]. */
const ages = [
  [2, 58, 17],
  [66, 88, 13],
  [98, 119, 12],
  [130, 148, 8],
  [165, 268, 14],
  [290, 362, 8],
  [385, 540, 9],
  [560, 720, 5],
  [770, 2480, 14],
]

const children = [
  ...dueVisits.flatMap(([visit, count]) =>
    Array.from({ length: count }, (_, index) => dueChild(visit, index)),
  ),
  ...Array.from({ length: 240 }, (_, index) => upToDateChild(index)),
]
fillUpWithFlu(children)
const shuffled = children
  .map(child => [random(), child])
  .sort(([a], [b]) => a - b)
  .map(([, child]) => child)
const codes = new Map(
  shuffled.map((child, index) => [
    child,
    `138${place.communeCode}${child.bornOn.slice(2, 4)}${String(index + 1).padStart(5, '0')}`,
  ]),
)
const rows = shuffled.flatMap(rowsOf)
if (rows.length !== doseCount) throw new Error(`${rows.length} rows instead of ${doseCount}: change the ages`)
writeAll()

function dueChild(visit, index) {
  const isLate = index % 6 === 5
  const overdueDays = isLate ? between(random, 45, 120) : between(random, 0, 12)
  const habit = {
    ...newHabit(),
    kind: 'national',
    early: null,
    stopAt: visit,
    jitterDays: Math.min(overdueDays, 3),
  }
  if (isLate) habit.jitterDays = 6
  const { years, months, days } = ageOfVisit(visit, habit)
  const bornOn = addDays(addOffset(today, { years: -years, months: -months, days: -days }), -overdueDays)
  const child = newChild(bornOn, habit)
  // A visit after an earlier one may fall due later than by age alone; then another birth date is tried.
  return child.history.due.length > 0 ? child : dueChild(visit, index)
}

function upToDateChild(index) {
  const [from, to] = pickWeighted(
    random,
    ages.map(([first, last, weight]) => [[first, last], weight]),
  )
  const bornOn = addDays(today, -between(random, from, to))
  const early =
    {
      7: 'five-in-one',
      23: 'five-in-one',
      41: 'measles',
      77: 'five-in-one',
      113: 'measles',
      150: 'five-in-one',
    }[index] ?? null
  const isFee = early === null && chance(random, 0.1)
  const child = newChild(bornOn, { ...newHabit(), kind: isFee ? 'fee' : 'national', early, stopAt: null })
  return child.history.due.length === 0 ? child : upToDateChild(index)
}

function newHabit() {
  const jitterDays = pickWeighted(random, [
    [5, 6],
    [18, 3],
    [60, 1],
  ])
  return { kind: 'national', jitterDays, hasRota: false, hasPcv: false, early: null, stopAt: null }
}

function newChild(bornOn, habit) {
  const family = inventFamily(random, names, place, Number(bornOn.slice(0, 4)) - between(random, 19, 38))
  // Newborns have no name yet for some days.
  const isNameless = daysBetween(bornOn, today) < 12
  const person = inventChild(random, family, bornOn, isNameless)
  // Rotavirus vaccine came to the province at the end of 2024.
  const history = inventHistory(random, bornOn, today, { ...habit, hasRota: bornOn >= '2025-01-01' })
  return { bornOn, person, history }
}

/** Paid-for influenza doses bring the number of rows to exactly the wanted one. */
function fillUpWithFlu(list) {
  let missing = doseCount - list.reduce((sum, child) => sum + child.history.doses.length, 0)
  const takers = list.filter(
    child => child.history.due.length === 0 && daysBetween(child.bornOn, today) > 240,
  )
  for (let round = 0; missing > 0 && round < 4; round += 1) {
    for (const child of takers) {
      const givenOn = addDays(
        addOffset(child.bornOn, { years: round, months: 6, days: 0 }),
        between(random, 3, 40),
      )
      if (missing === 0 || givenOn >= today) continue
      child.history.doses.push({ vaccineCode: 'VAXIGRIP_TETRA', givenOn, programme: 'fee' })
      missing -= 1
    }
  }
}

function rowsOf(child) {
  const { person, history } = child
  const mother = person.relatives.find(relative => relative.relation === 'mother')
  return history.doses
    .toSorted((a, b) => (a.givenOn < b.givenOn ? -1 : 1))
    .map(dose => ({
      MA_DOI_TUONG: codes.get(child),
      HO_TEN: person.name === '' ? `Con bà ${mother.name}` : person.name,
      GIOI_TINH: person.sex === 'female' ? '1' : '0',
      NGAY_SINH: spoken(child.bornOn),
      TEN_ME: mother.name,
      DIEN_THOAI: mother.phone,
      MA_DINH_DANH: person.identifiers[0]?.value ?? '',
      DAN_TOC: groups.find(group => group.code === person.ethnicGroupCode).name,
      TEN_TINH_DANG_KY: placeNames.province,
      TEN_HUYEN_DANG_KY: '',
      TEN_XA_DANG_KY: placeNames.commune,
      THON_AP: person.addresses.current.hamlet,
      TEN_VACXIN: pick(
        random,
        namesInExtract[dose.vaccineCode] ?? [vaccines.get(dose.vaccineCode).tradeName],
      ),
      NGAY_TIEM: spoken(dose.givenOn),
      HINH_THUC_TIEM_CHUNG: dose.programme === 'epi' ? 'Tiêm chủng mở rộng' : 'Tiêm chủng dịch vụ',
      SO_LO: inventLotNumber(dose.vaccineCode, dose.givenOn),
      CO_SO_TIEM: dose.programme === 'epi' ? `Trạm Y tế ${placeNames.commune}` : 'Phòng tiêm chủng dịch vụ',
    }))
}

function writeAll() {
  write('extract-300.csv', csv(rows))
  const some = rows.slice(0, 60)
  write('extract-broken-missing-column.csv', csv(some.map(({ NGAY_TIEM: _, ...row }) => row)))
  write('extract-broken-bad-date.csv', csv(changed(some, 14, { NGAY_TIEM: '31/02/2026' })))
  const born = some[20].NGAY_SINH.split('/').reverse().join('-')
  write(
    'extract-broken-dose-before-birth.csv',
    csv(changed(some, 20, { NGAY_TIEM: spoken(addDays(born, -3)) })),
  )
  write('extract-broken-unknown-vaccine.csv', csv(changed(some, 30, { TEN_VACXIN: 'Vắc xin không có thật' })))
  write('extract-broken-future-dose.csv', csv(changed(some, 8, { NGAY_TIEM: '23/11/2026' })))
  write('extract-broken-duplicate-row.csv', csv([...some, some[5]]))
  write('extract-broken-encoding-1258.csv', toWindows1258(csv(some)))
  write('extract-broken-encoding-twice.csv', `\uFEFF${Buffer.from(csv(some).slice(1)).toString('latin1')}`)
  const due = shuffled
    .filter(child => child.history.due.length > 0)
    .map(child => ({ sourceCode: codes.get(child), visits: child.history.due }))
  write(
    'extract-300.expected.json',
    `${JSON.stringify({ today, children: shuffled.length, doses: rows.length, due }, null, 1)}\n`,
  )
}

function changed(list, at, change) {
  return list.map((row, index) => (index === at ? { ...row, ...change } : row))
}

/** CSV as a Vietnamese Excel saves it as "CSV UTF-8": byte order mark, CRLF, quotes where needed. */
function csv(list) {
  const headers = Object.keys(list[0])
  const lines = [headers, ...list.map(row => headers.map(header => row[header]))]
  return `\uFEFF${lines.map(line => line.map(quoted).join(',')).join('\r\n')}\r\n`
}

function quoted(text) {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The code page of old Vietnamese Windows: base letters, and tones as separate bytes behind them. */
function toWindows1258(text) {
  const letters = {
    ă: 0xe3,
    Ă: 0xc3,
    â: 0xe2,
    Â: 0xc2,
    đ: 0xf0,
    Đ: 0xd0,
    ê: 0xea,
    Ê: 0xca,
    ô: 0xf4,
    Ô: 0xd4,
    ơ: 0xf5,
    Ơ: 0xd5,
    ư: 0xfd,
    Ư: 0xdd,
    '’': 0x92,
  }
  const tones = { '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2 }
  const bytes = []
  for (const letter of text.slice(1)) {
    const parts = letter.normalize('NFD')
    const tone = [...parts].find(part => part in tones)
    const base = (tone ? parts.replace(tone, '') : parts).normalize('NFC')
    bytes.push(letters[base] ?? base.charCodeAt(0))
    if (tone) bytes.push(tones[tone])
  }
  return Buffer.from(bytes)
}

function spoken(day) {
  return day.split('-').reverse().join('/')
}

function communeName({ provinceCode, communeCode }) {
  const { communes } = JSON.parse(readFileSync(new URL('resources/units/communes.json', root)))
  return communes[provinceCode].find(([code]) => code === communeCode)[1]
}

function write(file, content) {
  writeFileSync(new URL(file, target), content)
}

async function load(file) {
  const { module } = await runnerImport(new URL(file, root).pathname, {
    configFile: false,
    logLevel: 'error',
  })
  return module
}
