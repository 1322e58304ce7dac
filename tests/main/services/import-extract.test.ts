import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { digestTables, rebuildTables } from '../../../main/db/rebuild'
import { verifyJournal } from '../../../main/db/verify-journal'
import { correctDose, getChart, voidDose } from '../../../src/contract/dose-calls'
import { previewImport, runImport } from '../../../src/contract/exchange-calls'
import { getPersonHistory, listPersons, searchPersons } from '../../../src/contract/person-calls'
import type { TestPoint } from '../../helpers/test-point'
import { on, openReadyPoint, pictureOf, refusedCodes, register } from './ready-point'

const folder = new URL('../../fixtures/niis/', import.meta.url)
const extract = new Uint8Array(readFileSync(new URL('extract-300.csv', folder)))
const rows = new TextDecoder('utf-8', { ignoreBOM: true }).decode(extract).split(/\r?\n/u)
const [header = '', firstRow = '', secondRow = ''] = rows

function preview(point: TestPoint, bytes: Uint8Array<ArrayBuffer>, fileName = 'extract.csv') {
  return point.done(previewImport, { fileName, bytes })
}

function take(point: TestPoint, bytes: Uint8Array<ArrayBuffer>) {
  const { token } = preview(point, bytes)
  return point.done(runImport, { token })
}

/** A file of one row: the first of the extract with some cells changed. */
function oneRow(changes: Readonly<Record<string, string>> = {}): Uint8Array<ArrayBuffer> {
  const columns = header.replace(/^\uFEFF/u, '').split(',')
  const cells = firstRow.split(',').map((cell, at) => changes[columns[at] ?? ''] ?? cell)
  return Buffer.from(`${header}\n${cells.join(',')}\n`)
}

describe('300 children and 3,000 doses', () => {
  const point = openReadyPoint()

  test('the preview says what would come, and writes nothing', () => {
    const before = pictureOf(point)
    const seen = preview(point, extract)
    expect(seen).toMatchObject({
      rows: 3000,
      persons: 300,
      newPersons: 300,
      doses: 3000,
      newDoses: 3000,
      problemCount: 0,
      acceptable: true,
    })
    expect(seen.sample).toHaveLength(8)
    expect(pictureOf(point)).toEqual(before)
  })

  test('come in all at once', () => {
    expect(take(point, extract)).toEqual({ persons: 300, doses: 3000, skippedDoses: 0 })
    expect(point.done(listPersons, { offset: 0, limit: 1 }).persons).toBe(300)
    const count = point.db.prepare<[], number>("SELECT count(*) FROM dose WHERE kind = 'historical'").pluck()
    expect(count.get()).toBe(3000)
  })

  test('the same file again adds nothing', () => {
    const before = pictureOf(point)
    expect(take(point, extract)).toEqual({ persons: 0, doses: 0, skippedDoses: 3000 })
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

const broken = [
  { file: 'bad-date', code: 'import.bad-date' },
  { file: 'dose-before-birth', code: 'import.dose-before-birth' },
  { file: 'duplicate-row', code: 'import.duplicate-row' },
  { file: 'encoding-twice', code: 'import.bad-encoding' },
  { file: 'future-dose', code: 'import.dose-in-future' },
  { file: 'missing-column', code: 'import.missing-column' },
  { file: 'unknown-vaccine', code: 'import.unknown-vaccine' },
]

describe('a broken file brings nothing', () => {
  test.each(broken)('$code in $file, with its row, and nothing can be written', ({ file, code }) => {
    const point = openReadyPoint()
    const seen = preview(point, readFileSync(new URL(`extract-broken-${file}.csv`, folder)))
    expect(seen.acceptable).toBe(false)
    expect(seen.problems.map(problem => problem.code)).toContain(code)
    expect(seen.problems.every(problem => problem.row >= 1)).toBe(true)
    expect(refusedCodes(point, runImport, { token: seen.token })).toEqual(['import.has-problems'])
  })

  const unreadable = [
    {
      what: 'another encoding',
      bytes: readFileSync(new URL('extract-broken-encoding-1258.csv', folder)),
      code: 'import.bad-encoding',
    },
    { what: 'a quote that never ends', bytes: Buffer.from('MA,TEN\n"1,2\n'), code: 'import.unreadable' },
  ]
  test.each(unreadable)('$code for $what', ({ bytes, code }) => {
    const point = openReadyPoint()
    expect(refusedCodes(point, previewImport, { fileName: 'x.csv', bytes })).toEqual([code])
  })

  test.each([
    { what: 'nothing', bytes: Buffer.alloc(0), code: 'import.missing-column' },
    { what: 'a header alone', bytes: Buffer.from(`${header}\n`), code: 'import.empty-file' },
  ])('$code for $what', ({ bytes, code }) => {
    const { acceptable, problems } = preview(openReadyPoint(), bytes)
    expect(acceptable).toBe(false)
    expect(problems.map(problem => problem.code)).toContain(code)
  })

  test('a token of no preview is none', () => {
    const token = '018f0000-0000-7000-8000-000000000000'
    expect(refusedCodes(openReadyPoint(), runImport, { token })).toEqual(['import.unreadable'])
  })

  test('a preview at one database is none at another', () => {
    const { token } = preview(openReadyPoint(), oneRow())
    expect(refusedCodes(openReadyPoint(), runImport, { token })).toEqual(['import.unreadable'])
  })
})

describe('a file and people already registered', () => {
  const id = { system: 'national-id', value: '000226641115' } as const

  test('doses go to the child registered here with the same personal number', () => {
    const point = openReadyPoint()
    const personId = register(point, { birthDate: on('2026-05-18'), sex: 'male', identifiers: [id] })
    expect(take(point, oneRow())).toEqual({ persons: 0, doses: 1, skippedDoses: 0 })
    expect(point.done(getChart, { personId, on: null }).doses).toHaveLength(1)
    expect(take(point, oneRow())).toEqual({ persons: 0, doses: 0, skippedDoses: 1 })
  })

  test('import.person-conflict when that number belongs to a child of another birth date', () => {
    const point = openReadyPoint()
    register(point, { birthDate: on('2026-05-17'), identifiers: [id] })
    const seen = preview(point, oneRow())
    expect(seen).toMatchObject({ acceptable: false, problems: [{ code: 'import.person-conflict', row: 2 }] })
    expect(refusedCodes(point, runImport, { token: seen.token })).toEqual(['import.has-problems'])
  })

  test('import.person-conflict when one number stands under two codes of the file', () => {
    const two = Buffer.concat([oneRow(), Buffer.from(firstRow.replace('138163782600001', '138163782600999'))])
    const seen = preview(openReadyPoint(), two)
    expect(seen).toMatchObject({ acceptable: false, problems: [{ code: 'import.person-conflict', row: 3 }] })
  })

  test('a dose voided or corrected here is not brought back by the file', () => {
    const point = openReadyPoint()
    take(point, Buffer.concat([oneRow(), Buffer.from(secondRow)]))
    const [hit] = point.done(searchPersons, { text: '138163782600001', limit: 5 }).hits
    const personId = hit?.personId ?? ''
    const [first, second] = point.done(getChart, { personId, on: null }).doses
    point.done(voidDose, { doseId: first?.doseId ?? '', reason: 'Ghi nhầm trẻ' })
    const changes = { givenOn: on('2026-05-26') }
    point.done(correctDose, { doseId: second?.doseId ?? '', changes, reason: 'Theo sổ' })
    const again = Buffer.concat([oneRow(), Buffer.from(secondRow)])
    expect(take(point, again)).toEqual({ persons: 0, doses: 0, skippedDoses: 2 })
    expect(point.done(getPersonHistory, { personId }).filter(item => item.noun === 'dose')).toHaveLength(4)
  })
})
