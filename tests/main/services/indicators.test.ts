import { expect, test } from 'vitest'
import { readWorkbook } from '../../../main/exchange/read-workbook'
import { renderIndicatorSheetHtml } from '../../../main/printing/page/indicator-sheet-html'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { type ExportResult, makeExport, takeExport } from '../../../src/contract/export-calls'
import type { ExportList } from '../../../src/contract/export-values'
import {
  type ChildMark,
  getIndicatorPlaces,
  getIndicators,
  getIndicatorWork,
  type Indicators,
  listIndicatorNames,
  listWorkNames,
  type WorkMark,
} from '../../../src/contract/indicator-calls'
import { buildDocument } from '../../../src/contract/internal-calls'
import { startJob } from '../../../src/contract/job-calls'
import { postMovement } from '../../../src/contract/ledger-calls'
import { recordResidence } from '../../../src/contract/residence-calls'
import { addOffset } from '../../../src/domain/calendar/offset'
import type { Month } from '../../../src/domain/report/count-programme'
import type { Measure } from '../../../src/domain/report/indicators/measure'
import { note } from '../../helpers/handbook-records'
import type { TestPoint } from '../../helpers/test-point'
import { child, home, on, openReadyPoint, stockLot } from './ready-point'

const cohort = { from: '2025-01' as Month, to: '2025-12' as Month }

async function indicators(): Promise<Indicators> {
  point.done(startJob, { job: { name: 'report.indicators', cohort } })
  expect(await point.ended('report.indicators')).toMatchObject({ state: 'done' })
  return point.done(getIndicators, { cohort, place: null })
}

function names(measure: Measure, which: ChildMark['which'] = 'counted') {
  const mark = { measure, place: null, bornIn: null, which }
  return point.done(listIndicatorNames, { cohort, mark, offset: 0, limit: 200 })
}

const shareOf = ({ pictures }: Indicators, doseId: string) =>
  pictures.coverage.find(({ measure }) => measure.kind === 'dose' && measure.doseId === doseId)

type Given = readonly (readonly [vaccineCode: string, givenOn: string])[]

/** A child of the cohort with doses copied from its card. */
function childWith(point: TestPoint, name: string, birthDate: string, doses: Given, address = home): string {
  const current = { ...address }
  const personId = note(point, 'person', child({ name, birthDate: on(birthDate), addresses: { current } }))
  const copied = { statedNumber: null, lotNumber: null, placeName: null }
  if (doses.length > 0)
    point.done(recordHistoricalDoses, {
      personId,
      doses: doses.map(([vaccineCode, givenOn]) => ({ vaccineCode, givenOn: on(givenOn), ...copied })),
    })
  return personId
}

const complete: Given = [
  ['GENEHBVAX_05', '2025-03-02'],
  ['BCG_IVAC', '2025-03-10'],
  ['SII_PENTA', '2025-05-02'],
  ['SII_PENTA', '2025-06-02'],
  ['SII_PENTA', '2025-07-02'],
  ['BOPV_POLYVAC', '2025-05-02'],
  ['BOPV_POLYVAC', '2025-06-02'],
  ['BOPV_POLYVAC', '2025-07-02'],
  ['MVVAC', '2025-12-05'],
]
const other = { ...home, communeCode: '14797', hamlet: 'Thôn 9' }

/** Four children: one with everything, one with a dose too early, one who moved away, one with nothing in another commune. */
function smallRegister(point: TestPoint): void {
  childWith(point, 'Trẻ Đủ Mũi', '2025-03-02', complete)
  childWith(point, 'Trẻ Tiêm Sớm', '2025-03-02', [
    ['BCG_IVAC', '2025-03-10'],
    ['SII_PENTA', '2025-03-20'],
    ['SII_PENTA', '2025-06-20'],
  ])
  const moved = childWith(point, 'Trẻ Chuyển Đi', '2025-03-02', complete.slice(0, 2))
  point.done(recordResidence, {
    personId: moved,
    state: 'moved-out',
    on: on('2026-02-01'),
    until: null,
    reason: 'Theo bố mẹ',
    otherPlace: null,
    note: null,
  })
  childWith(point, 'Trẻ Chưa Tiêm', '2025-05-02', [], other)
}

/** One register for all: only the last test writes to it. */
const point = openReadyPoint()
smallRegister(point)

test('valid doses of followed children count; an early dose, and who has moved away, do not', async () => {
  const made = await indicators()
  expect(made.pictures).toMatchObject({ followed: 3, leftOut: [{ why: 'moved-out', children: 1 }] })
  expect(shareOf(made, 'bcg')).toMatchObject({ counted: 2, of: 3 })
  expect(shareOf(made, 'dpt-1')).toMatchObject({ counted: 2, of: 3 })
  expect(shareOf(made, 'dpt-2')).toMatchObject({ counted: 1, of: 3 })
  expect(made.pictures.fullyImmunised).toMatchObject({ counted: 1, of: 3 })
  expect(made.pictures.zeroDose.whole).toMatchObject({ counted: 1, of: 3 })
  expect(made.pictures.dropOuts[0]?.whole).toMatchObject({ counted: 1, of: 2 })
  // Nobody knows the hours: a dose on the day of birth certainly was within 24 of them.
  expect(made.pictures.birthDose.map(({ whole }) => whole.counted)).toEqual([1, 0, 0, 2])
})

test('every mark opens to its names with the reason, and so do the children left out', async () => {
  const { pictures } = await indicators()
  const wholes = [...pictures.dropOuts, pictures.zeroDose, ...pictures.birthDose].map(({ whole }) => whole)
  for (const { measure, counted, of } of [pictures.fullyImmunised, ...pictures.coverage, ...wholes]) {
    expect(names(measure).lines).toHaveLength(counted)
    expect(names(measure, 'all').lines).toHaveLength(of)
  }
  const missing = names({ kind: 'dose', doseId: 'dpt-2' }, 'missing')
  expect(missing.lines.map(({ hit, name }) => [hit.name, name.note?.code])).toEqual([
    ['Trẻ Tiêm Sớm', 'not-given'],
    ['Trẻ Chưa Tiêm', 'not-given'],
  ])
  expect(names({ kind: 'left-out' }).lines.map(({ hit }) => hit.name)).toEqual(['Trẻ Chuyển Đi'])
})

test('wastage is a share of what was given or thrown away, and opens to the entries of the ledger', async () => {
  const lotId = stockLot(point, { vaccineCode: 'INFANRIX_HEXA', doses: 10 })
  point.done(postMovement, {
    lotId,
    from: 'store',
    to: 'wasted',
    quantity: 3,
    reason: 'broken',
    note: 'Rơi vỡ',
  })
  await indicators()
  const work = point.done(getIndicatorWork, { cohort })
  expect(work.wastage).toMatchObject([{ vaccineCode: 'INFANRIX_HEXA', whole: { counted: 3, of: 3 } }])
  expect(work.upload).toBeNull()
  const mark: WorkMark = { kind: 'wasted', vaccineCode: 'INFANRIX_HEXA', month: '2026-11' as Month }
  const lines = point.done(listWorkNames, { cohort, mark, offset: 0, limit: 10 })
  expect(lines).toMatchObject({ total: 1, sum: 3, lines: [{ quantity: 3, hit: null }] })
})

async function sheet(of: ExportList): Promise<string> {
  point.done(makeExport, { of, format: 'xlsx' })
  const { exportId } = (await point.ended('export.make')).result as ExportResult
  return JSON.stringify(readWorkbook(point.done(takeExport, { exportId }).bytes))
}

test('a child is fully immunised with the dose by which the reports count it', async () => {
  await indicators()
  const counted = names({ kind: 'fully-immunised' }).lines.map(({ hit, name }) => [hit.personId, name.note])
  const facts = point.db
    .prepare<[], { id: string; on: string }>('SELECT person_id AS id, on_day AS "on" FROM person_tally')
    .all()
  expect(facts.length).toBeGreaterThan(0)
  expect(counted).toEqual(facts.map(({ id, on: day }) => [id, { code: 'given', on: day }]))
})

test('the figures and the names of a mark go into a spreadsheet', async () => {
  await indicators()
  const figures = await sheet({ list: 'indicators', cohort, place: null })
  for (const word of ['Toàn điểm', 'DPT-VGB-Hib 3', 'Tiêm chủng đầy đủ']) expect(figures).toContain(word)
  const mark = {
    measure: { kind: 'fully-immunised' },
    place: null,
    bornIn: null,
    which: 'missing',
  } as const
  const behind = await sheet({ list: 'indicator-names', cohort, mark })
  expect(behind).toContain('Trẻ Tiêm Sớm')
  expect(behind).toContain('thiếu ')
  expect(behind).not.toContain('Trẻ Đủ Mũi')
})

test('doses are asked for at the ages of the schedule in force', () => {
  const { resources } = point.ports
  const born = on('2026-01-31')
  const schedule = resources.schedules.on(on('2026-11-22'))
  const ofSchedule = schedule.antigens.flatMap(({ code, series }) =>
    series
      .filter(({ code: of }) => of.endsWith('-TCMR') || of === 'JE-Jevax' || of === 'Rota-2')
      .flatMap(({ doses }) =>
        doses.map(({ age }, index) => ({ key: `${code} ${index + 1}`, age: age[0]?.earliestRec ?? null })),
      ),
  )
  const compared = resources.indicators.doses.flatMap(({ id, antigen, number, due }) => {
    const known = ofSchedule.find(({ key }) => key === `${antigen} ${number}`)?.age
    return known ? [[id, addOffset(born, due), addOffset(born, known)]] : []
  })
  expect(compared.length).toBeGreaterThan(15)
  for (const [id, asked, known] of compared) expect([id, asked]).toEqual([id, known])
})

test('communes add up; a dose written later makes the pictures older than the records', async () => {
  const made = await indicators()
  expect(made.made).toMatchObject({ isStale: false })
  const { places } = point.done(getIndicatorPlaces, {
    cohort,
    measure: { kind: 'dose', doseId: 'bcg' },
    communeCode: null,
  })
  expect(places.map(({ communeCode, whole }) => [communeCode, whole]).toSorted()).toEqual([
    ['14797', { counted: 0, of: 1 }],
    ['16378', { counted: 2, of: 2 }],
  ])
  const place = { communeCode: '14797', hamlet: 'Thôn 9' }
  expect(shareOf(point.done(getIndicators, { cohort, place }), 'bcg')).toMatchObject({ counted: 0, of: 1 })
  childWith(point, 'Trẻ Mới Ghi', '2025-03-02', complete.slice(1, 2), other)
  expect(point.done(getIndicators, { cohort, place: null }).made.isStale).toBe(true)
  expect(shareOf(await indicators(), 'bcg')).toMatchObject({ counted: 3, of: 4 })
})

test('the pictures come on paper with the places of the cohort and who is left out', async () => {
  await indicators()
  const asked = { kind: 'indicator-sheet' as const, personId: null, visitId: null, printerId: null }
  const place = { communeCode: '16378', hamlet: null }
  const sheetOf = (where: typeof place | null) => {
    const paper = point.done(buildDocument, { ...asked, indicators: { cohort, place: where } })
    if (paper.kind !== 'indicator-sheet') throw new Error('not the sheet of indicators')
    return paper
  }
  const sheet = sheetOf(null)
  expect(sheet.about.join(' ')).toContain('1 chuyển đi')
  expect(sheet.places.rows.map(({ name }) => name)).toEqual(['Phường Đông Sơn', 'Phường Hạc Thành'])
  expect(sheetOf(place).places.rows.map(({ name }) => name)).toEqual(['Thôn 4, Phường Đông Sơn'])
  const html = renderIndicatorSheetHtml(sheet, { paper: 'A4', fontBase: 'file:///fonts/' })
  expect(html).toContain('Bao phủ từng mũi')
  expect(html).toContain('chưa')
})
