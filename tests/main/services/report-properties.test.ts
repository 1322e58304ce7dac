import { expect, test } from 'vitest'
import { voidDose } from '../../../src/contract/dose-calls'
import { mergePersons } from '../../../src/contract/merge-calls'
import type { ReportTable } from '../../../src/contract/report-calls'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { between, chance, type Random, seededRandom } from '../../../src/domain/exchange/random'
import type { CellKey } from '../../../src/domain/report/counted-report'
import type { ReportKey } from '../../../src/domain/report/report-form'
import { note } from '../../helpers/handbook-records'
import type { TestPoint } from '../../helpers/test-point'
import { child, home, mother, on, openReadyPoint, pointSetUp, register } from './ready-point'
import { count, names } from './report-setting'

const products = [
  'SII_PENTA',
  'BOPV_POLYVAC',
  'IMOVAX_POLIO',
  'MVVAC',
  'MRVAC',
  'GENEHBVAX_05',
  'BCG_IVAC',
  'HEXAXIM',
]
const programmes = ['epi', 'epi', 'fee', 'campaign'] as const
const nobody = { byUserId: 'x', byName: 'Trưởng trạm' }

function pick<T>(random: Random, all: readonly T[]): T {
  const found = all[between(random, 0, all.length - 1)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}

/** Children of two communes with doses of all kinds, here and elsewhere; some moved, joined, put off, ill after it. */
function randomRegister(seed: number): TestPoint {
  const random = seededRandom(seed)
  const point = openReadyPoint()
  const ids = Array.from({ length: 11 }, (_, index) => {
    const address = chance(random, 0.7) ? home : { ...home, communeCode: '14797' }
    const birthDate = addDays(on('2026-11-20'), -between(random, 20, 700))
    const relatives = [mother({ name: `Mẹ Thứ ${index}`, phone: null })]
    return register(point, {
      ...child(),
      name: `Bé Thứ ${index}`,
      birthDate,
      relatives,
      addresses: { current: address },
    })
  })
  for (const personId of ids) writeAbout(point, personId, random)
  const [survivorId = '', absorbedId = ''] = ids
  const codes = ['merge.two-identities', 'merge.twins', 'merge.different-sex'] as const
  const overrides = codes.map(code => ({ code, reason: 'thử' }))
  point.call(mergePersons, { survivorId, absorbedId, take: [], overrides, reason: 'một người' })
  return point
}

function writeAbout(point: TestPoint, personId: string, random: Random): void {
  const day = (): CalendarDay => addDays(on('2026-11-21'), -between(random, 0, 80))
  if (chance(random, 0.3)) {
    const state = pick(random, ['moved-in', 'moved-out', 'died'] as const)
    note(point, 'residence', {
      personId,
      state,
      on: day(),
      until: null,
      reason: null,
      otherPlace: null,
      note: null,
    })
  }
  for (let dose = between(random, 2, 7); dose > 0; dose--) {
    const doseId = note(point, 'dose', { ...aDose(personId, day(), random) })
    if (chance(random, 0.15)) point.call(voidDose, { doseId, reason: 'ghi nhầm' })
    if (chance(random, 0.25)) note(point, 'reaction', aReaction(personId, doseId, day(), random))
  }
  if (chance(random, 0.5)) note(point, 'not-given', notGiven(personId, day(), random))
}

function aDose(personId: string, givenOn: CalendarDay, random: Random) {
  const isMonth = chance(random, 0.1)
  return {
    ...{
      personId,
      visitId: null,
      kind: pick(random, ['administered', 'administered', 'historical'] as const),
    },
    ...{ vaccineCode: pick(random, products), programme: pick(random, programmes) },
    ...{ lotId: null, lotNumber: null, lotExpiresOn: null },
    givenOn: isMonth ? on(`${givenOn.slice(0, 7)}-01`) : givenOn,
    givenOnAccuracy: isMonth ? ('month' as const) : null,
    ...{ givenAt: null, statedNumber: null, site: null, route: null, volumeMl: null },
    ...{ givenByUserId: null, givenByName: null, overrides: [], note: null },
    placeName: chance(random, 0.2) ? pointSetUp.point.name : null,
  }
}

function aReaction(personId: string, doseId: string, day: CalendarDay, random: Random) {
  const onsetAt = `${day}T05:00:00.000Z` as never
  const signs = pick(random, [['fever'], ['local-swelling', 'rash'], []] as const)
  const rest = { treatment: null, outcome: 'recovered' as const, note: null, visitId: null }
  return { personId, doseIds: [doseId], kind: 'common' as const, signs, onsetAt, temperatureC: 39.5, ...rest }
}

function notGiven(personId: string, day: CalendarDay, random: Random) {
  const [dueId, antigens] = pick(random, [
    ['DTP:Diphtheria:1', ['Diphtheria', 'HepB']],
    ['POLIO:Polio:2', ['Polio']],
  ] as const)
  const state = pick(random, ['deferred', 'contraindicated', 'refused'] as const)
  const until = state === 'deferred' ? addDays(day, 20) : null
  return {
    ...{ personId, visitId: 'x', on: day, dueId, label: dueId, antigens, state, until },
    reason: 'thử',
    ...nobody,
  }
}

/** Every number of a report with its key, entered values and shares left out. */
function cellsOf({ form, counted }: ReportTable): readonly (readonly [CellKey, number])[] {
  return form.sections.flatMap(section => {
    if (section.kind !== 'table' && section.kind !== 'by') return []
    const rows = counted?.sections.find(({ id }) => id === section.id)?.rows ?? []
    return rows.flatMap(row =>
      section.columns.flatMap(({ id, measure }, index) => {
        const value = row.cells[index]
        if (measure.kind !== 'count' || typeof value !== 'number') return []
        return [[{ sectionId: section.id, rowId: row.id, columnId: id }, value] as const]
      }),
    )
  })
}

const textOf = ({ sectionId, rowId, columnId }: CellKey) => `${sectionId}/${rowId}/${columnId}`

/** Counts a report; each cell must open to as many names as its number says. */
async function checked(point: TestPoint, key: ReportKey): Promise<ReadonlyMap<string, number>> {
  const table = await count(point, key)
  const cells = cellsOf(table)
  // Of the cells without anybody every ninth: there are many, and all are asked the same way.
  for (const [cell, value] of cells.filter(([, number], index) => number > 0 || index % 9 === 0)) {
    const { total, sum } = names(point, key, cell)
    if (total !== value || sum !== value) expect([key, cell, total, sum]).toEqual([key, cell, value, value])
  }
  return new Map(cells.map(([cell, value]) => [textOf(cell), value]))
}

test.each([1, 2])('random register %i: names, periods and bases add up in every form', async seed => {
  const point = randomRegister(seed)
  const periods = { month: '2026-11', year: '2026', day: '2026-11-14' }
  for (const { id: formId, period, bases } of point.ports.resources.reportForms) {
    if (!['epi-month', 'epi-year', 'fee-month', 'campaign-day'].includes(formId) || period === 'case')
      continue
    for (const basis of bases) await checked(point, { formId, period: periods[period], basis })
  }
  for (const formId of ['epi-month', 'fee-month']) {
    const at = (period: string) => checked(point, { formId, period, basis: 'place' })
    const [october, november, both] = [await at('2026-10'), await at('2026-11'), await at('2026-10..2026-11')]
    const addable = [...both.keys()].filter(cell => !/-year$|\/year$/u.test(cell))
    for (const cell of addable)
      expect([cell, (october.get(cell) ?? 0) + (november.get(cell) ?? 0)]).toEqual([cell, both.get(cell)])
    expect(both.size).toBeGreaterThan(20)
  }
})

test.each([3, 4])(
  'random register %i: place and residence differ by who came from elsewhere and who went there',
  async seed => {
    const point = randomRegister(seed)
    const of = (basis: ReportKey['basis']) => ({ formId: 'epi-month', period: '2026-11', basis })
    const [place, residence] = [await count(point, of('place')), await count(point, of('residence'))]
    const people = (key: ReportKey, cell: CellKey) =>
      names(point, key, cell).lines.map(({ recordId }) => recordId)
    const dims = point.db.prepare<[string], { here: number; own: number }>(
      `SELECT is_here AS here, is_resident AS own FROM dose_tally JOIN tally_dims ON tally_dims.id = dims_id WHERE dose_id = ?`,
    )
    const isHere = (id: string) => dims.get(id)?.here === 1
    const isOwn = (id: string) => dims.get(id)?.own === 1
    for (const [cell, atPlace] of cellsOf(place).filter(([{ columnId }]) => columnId === 'given')) {
      if (
        cell.rowId === 'fully-immunised' ||
        cell.rowId === 'protected-at-birth' ||
        cell.sectionId !== 'results'
      )
        continue
      const toOthers = people(of('place'), cell).filter(id => !isOwn(id)).length
      const elsewhere = people(of('residence'), cell).filter(id => !isHere(id)).length
      const own = cellsOf(residence).find(([key]) => textOf(key) === textOf(cell))?.[1]
      expect([cell.rowId, atPlace - toOthers + elsewhere]).toEqual([cell.rowId, own])
    }
    const doses = point.db
      .prepare<[string], number>(
        `SELECT count(*) FROM dose WHERE voided = 0 AND substr(given_on, 1, 7) = '2026-11' AND programme <> 'campaign'
         AND (kind = 'administered' OR place_name = ?)`,
      )
      .pluck()
      .get(pointSetUp.point.name)
    const communes = cellsOf(place).filter(
      ([cell]) => cell.sectionId === 'communes' && cell.columnId === 'given',
    )
    expect(communes.reduce((sum, [, value]) => sum + value, 0)).toBe(doses)
  },
)
