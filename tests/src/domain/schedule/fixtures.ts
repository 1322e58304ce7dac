import { readFileSync } from 'node:fs'
import { readSchedules } from '../../../../main/resources/load'
import { readVaccines } from '../../../../src/contract/vaccine-file'
import { day } from '../../../../src/domain/calendar/calendar-day'
import type { ChartInput, ImmunizationChart } from '../../../../src/domain/schedule/chart-types'

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../../resources/${path}`, import.meta.url), 'utf8'))
}

/** The files that ship, read as the program reads them. */
export const vaccines = readVaccines(readJson('vaccines/vaccines.json'))
export const schedules = readSchedules(new URL('../../../../resources', import.meta.url).pathname, vaccines)
export const schedule = schedules.on(day('2026-11-22'))

type Given = readonly [givenOn: string, ...vaccineCodes: string[]]

/** A person's history in one line a day: `['2025-07-20', 'SII_PENTA', 'BOPV_POLYVAC']`. */
export function person(
  born: string,
  on: string,
  given: readonly Given[] = [],
  more: Partial<Omit<ChartInput, 'person'>> & { readonly sex?: 'male' | 'female' } = {},
): ChartInput {
  const { sex = 'female', ...rest } = more
  const doses = given.flatMap(([givenOn, ...codes]) =>
    codes.map(vaccineCode => ({ id: `${givenOn} ${vaccineCode}`, vaccineCode, givenOn: day(givenOn) })),
  )
  return { schedule, vaccines, person: { birthDate: day(born), sex }, doses, on: day(on), ...rest }
}

/** A row as short text, one entry a cell: what a reader of the matrix sees. */
export function rowText(chart: ImmunizationChart, code: string): readonly string[] {
  const row = chart.rows.find(it => it.code === code)
  if (!row) throw new Error(`no row ${code}`)
  return row.cells.map(cell => {
    if (cell.kind === 'given') {
      return [
        cell.givenOn,
        cell.vaccineName,
        cell.status,
        ...cell.reasons.map(({ code: reason }) => reason),
      ].join(' ')
    }
    return [
      cell.status,
      cell.label?.vi ?? '-',
      cell.recommendedOn ?? '-',
      cell.isProjected ? 'projected' : '',
    ]
      .join(' ')
      .trim()
  })
}
