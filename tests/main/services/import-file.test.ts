import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { digestTables, rebuildTables } from '../../../main/db/rebuild'
import { verifyJournal } from '../../../main/db/verify-journal'
import { correctDose, getChart, voidDose } from '../../../src/contract/dose-calls'
import { lookAtImportFile, runImport } from '../../../src/contract/import-calls'
import { getPersonHistory, listPersons, searchPersons } from '../../../src/contract/person-calls'
import { check, look, run, said, take } from './import-setting'
import { on, openReadyPoint, pictureOf, refusedCodes, register } from './ready-point'

const folder = new URL('../../fixtures/niis/', import.meta.url)
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)))
const extract = fixture('extract-300.csv')
const rows = new TextDecoder('utf-8', { ignoreBOM: true }).decode(extract).split(/\r?\n/u)
const [header = '', firstRow = '', secondRow = ''] = rows

describe('300 children and 3,000 doses of the national system', () => {
  const point = openReadyPoint()

  test('are known for what they are, and trying them writes nothing', async () => {
    const before = pictureOf(point)
    const { overview, summary } = await check(point, extract)
    expect(overview).toMatchObject({
      profileName: 'Hệ thống quốc gia (bản trích)',
      headerRow: 0,
      missing: [],
    })
    expect(overview.columns.every(({ meaning, font }) => meaning !== null && font === null)).toBe(true)
    expect(summary).toMatchObject({
      rows: 3000,
      persons: 300,
      newPersons: 300,
      newDoses: 3000,
      kinds: { new: 3000, added: 0, unchanged: 0, possible: 0, refused: 0 },
    })
    expect(pictureOf(point)).toEqual(before)
  })

  test('come in all at once', async () => {
    expect(await take(point, extract)).toEqual({ persons: 300, doses: 3000, filled: 0 })
    expect(point.done(listPersons, { offset: 0, limit: 1 }).persons).toBe(300)
    const count = point.db.prepare<[], number>("SELECT count(*) FROM dose WHERE kind = 'historical'").pluck()
    expect(count.get()).toBe(3000)
  })

  test('the same file again changes nothing', async () => {
    const before = pictureOf(point)
    const { token, summary } = await check(point, extract)
    expect(summary).toMatchObject({ newPersons: 0, newDoses: 0, knownDoses: 3000, filledPersons: 0 })
    expect(summary.kinds).toMatchObject({ unchanged: 3000 })
    expect(await run(point, token)).toEqual({ persons: 0, doses: 0, filled: 0 })
    expect(pictureOf(point)).toEqual(before)
  })

  test('the children are found and have their charts', () => {
    const [hit] = point.done(searchPersons, { text: '138163782600001', limit: 5 }).hits
    expect(hit?.name).toBe('Nguyễn Xuân Cường')
    const { doses } = point.done(getChart, { personId: hit?.personId ?? '', on: null })
    expect(doses.length).toBeGreaterThan(1)
    expect(doses.every(dose => dose.kind === 'historical' && dose.lotId === null)).toBe(true)
  })

  test('the journal verifies, and a rebuild in another order gives the same tables', () => {
    expect(verifyJournal(point.db).faults).toEqual([])
    const before = digestTables(point.db)
    rebuildTables(point.db, ids => ids.toReversed())
    expect(digestTables(point.db)).toEqual(before)
  })
})

describe('rows that cannot be taken', () => {
  test.each([
    { file: 'bad-date', code: 'import.bad-date' },
    { file: 'dose-before-birth', code: 'import.dose-before-birth' },
    { file: 'future-dose', code: 'import.dose-in-future' },
    { file: 'unknown-vaccine', code: 'import.unknown-vaccine' },
  ])(
    '$code: the whole person is left out, with the row, and only when somebody says so',
    async ({ file, code }) => {
      const point = openReadyPoint()
      const { token, summary, lines } = await check(point, fixture(`extract-broken-${file}.csv`))
      const refused = lines.filter(({ kind }) => kind === 'refused')
      expect(refused.length).toBeGreaterThan(1)
      expect(new Set(refused.map(({ firstRow: first }) => first)).size).toBe(1)
      const codes = refused.flatMap(({ problems }) => problems.map(problem => problem.code))
      expect(codes.toSorted()).toEqual(
        [code, ...Array(refused.length - 1).fill('import.other-row-refused')].toSorted(),
      )
      expect(refusedCodes(point, runImport, { token, isLeavingOut: false })).toEqual(['import.has-problems'])
      expect((await run(point, token, true)).persons).toBe(summary.newPersons)
      expect(point.done(listPersons, { offset: 0, limit: 1 }).persons).toBe(summary.persons - 1)
    },
  )

  test('a dose that stands twice is one, and is noted', async () => {
    const { lines, summary } = await check(openReadyPoint(), fixture('extract-broken-duplicate-row.csv'))
    expect(summary.kinds.refused).toBe(0)
    expect(said(lines).filter(line => line.includes('import'))).toEqual(['62 new import.duplicate-row'])
  })

  test.each([
    ['import.bad-encoding', fixture('extract-broken-encoding-twice.csv')],
    ['import.empty-file', new Uint8Array()],
    ['import.unreadable', new TextEncoder().encode('MA,TEN\n"1,2\n')],
  ])('%s stops the file', async (code, bytes) => {
    const point = openReadyPoint()
    const before = pictureOf(point)
    await expect(look(point, bytes)).rejects.toThrow(code)
    expect(pictureOf(point)).toEqual(before)
  })

  test('a list in the old Vietnamese code page is read', async () => {
    const { overview } = await look(openReadyPoint(), fixture('extract-broken-encoding-1258.csv'))
    expect(overview.understood[0]?.name).toBe('Nguyễn Xuân Cường')
  })

  test('a column that is missing is asked for', async () => {
    const { overview } = await look(
      openReadyPoint(),
      new TextEncoder().encode('HO_TEN,GIOI_TINH\nLê Văn A,Nam\n'),
    )
    expect(overview.missing).toEqual(['birthDate'])
  })

  test('a token of no file, and a file of another database, are stale', async () => {
    const token = '018f0000-0000-7000-8000-000000000000'
    expect(refusedCodes(openReadyPoint(), runImport, { token, isLeavingOut: true })).toEqual(['import.stale'])
    const other = await look(openReadyPoint(), extract)
    expect(refusedCodes(openReadyPoint(), lookAtImportFile, { token: other.token })).toEqual(['import.stale'])
  })
})

/** A file of the first rows of the extract, with some cells of the first one changed. */
function few(changes: Readonly<Record<string, string>> = {}, ...more: string[]): Uint8Array {
  const columns = header.replace(/^\uFEFF/u, '').split(',')
  const cells = firstRow.split(',').map((cell, at) => changes[columns[at] ?? ''] ?? cell)
  return new TextEncoder().encode([header, cells.join(','), ...more].join('\n'))
}

describe('a list and people already registered', () => {
  const id = { system: 'national-id', value: '000226641115' } as const

  test('known by the personal number: the dose is added, what is empty is filled, what differs is told', async () => {
    const point = openReadyPoint()
    const personId = register(point, { birthDate: on('2026-05-18'), sex: 'male', identifiers: [id] })
    const { token, lines } = await check(point, few())
    expect(lines[0]).toMatchObject({ kind: 'added', rule: 'national-id', doses: 1, match: { personId } })
    expect(lines[0]?.fields).toEqual(['phone', 'identifiers.niis-code'])
    expect(lines[0]?.differences.map(({ field }) => field)).toEqual(['name', 'relatives.mother.name'])
    expect(await run(point, token)).toEqual({ persons: 0, doses: 1, filled: 1 })
    const person = point.store.persons.find(personId)
    expect(person).toMatchObject({ name: 'Nguyễn Thị Ánh Ngọc', phone: '0900096510' })
    expect(person?.identifiers).toContainEqual({ system: 'niis-code', value: '138163782600001' })
    const before = pictureOf(point)
    expect(await take(point, few())).toEqual({ persons: 0, doses: 0, filled: 0 })
    expect(pictureOf(point)).toEqual(before)
  })

  test('nothing is filled when that is not wanted', async () => {
    const point = openReadyPoint()
    register(point, { birthDate: on('2026-05-18'), sex: 'male', identifiers: [id] })
    expect(await take(point, few(), { isFilling: false })).toEqual({ persons: 0, doses: 1, filled: 0 })
  })

  test('import.person-conflict when that number belongs to a child of another birth date', async () => {
    const point = openReadyPoint()
    register(point, { birthDate: on('2026-05-17'), identifiers: [id] })
    expect(said((await check(point, few())).lines)).toEqual(['2 refused import.person-conflict'])
  })

  test('import.person-conflict when one number stands under two codes of the file', async () => {
    const two = few({}, firstRow.replace('138163782600001', '138163782600999'))
    expect(said((await check(openReadyPoint(), two)).lines)).toEqual([
      '2 refused import.other-row-refused',
      '3 refused import.person-conflict import.duplicate-row',
    ])
  })

  test('the same name and birth date alone asks; undecided is left out; each decision does what it says', async () => {
    const twin = {
      name: 'Nguyễn Xuân Cường',
      birthDate: on('2026-05-18'),
      sex: 'male' as const,
      relatives: [],
    }
    const bytes = few({ MA_DINH_DANH: '', TEN_ME: '', DIEN_THOAI: '' })
    const point = openReadyPoint()
    const personId = register(point, twin)
    const asked = await check(point, bytes)
    expect(said(asked.lines)).toEqual(['2 possible import.not-chosen'])
    expect(asked.lines[0]?.candidates).toMatchObject([{ personId, displayName: 'Nguyễn Xuân Cường' }])
    const before = pictureOf(point)
    await run(point, asked.token)
    expect(pictureOf(point)).toEqual(before)
    const same = [{ row: 2, decision: 'same' as const, personId }]
    expect((await check(point, bytes, { decisions: same })).lines[0]).toMatchObject({
      kind: 'added',
      rule: 'chosen',
    })
    const fresh = [{ row: 2, decision: 'new' as const, personId: null }]
    expect(await take(point, bytes, { decisions: fresh })).toEqual({ persons: 1, doses: 1, filled: 0 })
  })

  test('import.changed-since when somebody was registered after the check: nothing is written', async () => {
    const point = openReadyPoint()
    const { token } = await check(point, few())
    register(point, { birthDate: on('2026-05-18'), sex: 'male', identifiers: [id] })
    const before = pictureOf(point)
    await expect(run(point, token)).rejects.toThrow('import.changed-since')
    expect(pictureOf(point)).toEqual(before)
    expect(point.ports.jobs.isWriting()).toBe(false)
  })

  test('a dose a day beside a known one of the same product is left out and noted', async () => {
    const point = openReadyPoint()
    await take(point, few())
    const { lines } = await check(point, few({ NGAY_TIEM: '19/05/2026' }))
    expect(said(lines)).toEqual(['2 unchanged import.dose-near'])
  })

  test('a dose voided or corrected here is not brought back by the file', async () => {
    const point = openReadyPoint()
    await take(point, few({}, secondRow))
    const [hit] = point.done(searchPersons, { text: '138163782600001', limit: 5 }).hits
    const personId = hit?.personId ?? ''
    const [first, second] = point.done(getChart, { personId, on: null }).doses
    point.done(voidDose, { doseId: first?.doseId ?? '', reason: 'Ghi nhầm trẻ' })
    const changes = { givenOn: on('2026-05-20') }
    point.done(correctDose, { doseId: second?.doseId ?? '', changes, reason: 'Theo sổ' })
    expect(await take(point, few({}, secondRow))).toEqual({ persons: 0, doses: 0, filled: 0 })
    expect(point.done(getPersonHistory, { personId }).filter(item => item.noun === 'dose')).toHaveLength(4)
  })
})
