import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '../../../../src/domain/calendar/calendar-day'
import { inventPracticePoint } from '../../../../src/domain/exchange/practice-people'
import { seededRandom } from '../../../../src/domain/exchange/random'
import { identifierOf } from '../../../../src/domain/person/identifiers'
import type { Person } from '../../../../src/domain/person/person'
import { assess } from '../../../../src/domain/schedule/assess'
import { dueDoses } from '../../../../src/domain/schedule/due-doses'
import { schedule, vaccines } from '../schedule/fixtures'
import { context, nameParts, readRows } from './resources'

type Given = { readonly vaccineCode: string | null; readonly givenOn: CalendarDay }

function inputOf(person: Person, doses: readonly Given[], offeredAntigens: readonly string[] = []) {
  const given = doses.map(({ vaccineCode, givenOn }, index) => ({
    id: `${index}`,
    vaccineCode: vaccineCode ?? '',
    givenOn,
  }))
  return {
    schedule,
    vaccines,
    person: { birthDate: person.birthDate, sex: person.sex },
    doses: given,
    offeredAntigens,
    on: context.today,
  }
}

describe('the invented histories, judged by the real schedule', () => {
  const folder = new URL('../../../fixtures/niis/', import.meta.url)
  const rows = parse(readFileSync(new URL('extract-300.csv', folder)), { bom: true }) as string[][]
  const { people: persons } = readRows(rows)
  const expected = JSON.parse(readFileSync(new URL('extract-300.expected.json', folder), 'utf8')) as {
    readonly due: readonly { readonly sourceCode: string }[]
  }

  test('exactly the sixty children of the fixture have something of the programme due on 22 November 2026', () => {
    const isOfProgramme = (code: string) => vaccines.get(code)?.programmes.includes('epi') ?? false
    const due = persons.filter(({ person, doses }) =>
      dueDoses(inputOf(person, doses)).some(({ vaccineCodes }) => isOfProgramme(vaccineCodes[0] ?? '')),
    )
    expect(due.map(({ person }) => identifierOf(person, 'niis-code')).sort()).toEqual(
      expected.due.map(({ sourceCode }) => sourceCode).sort(),
    )
  })

  test('some doses of the fixture came too early and do not count', () => {
    const withEarly = persons.filter(({ person, doses }) =>
      assess(inputOf(person, doses)).antigens.some(antigen =>
        JSON.stringify(antigen).includes('"not-valid"'),
      ),
    )
    expect(withEarly.length).toBeGreaterThanOrEqual(4)
  })

  test('nearly everybody with an appointment in practice mode has something due', () => {
    const place = { provinceCode: '38', communeCode: '16378', hamlets: ['Thôn 1'] }
    const setting = {
      random: seededRandom(1),
      names: nameParts,
      place,
      placeName: 'Trạm',
      today: context.today,
    }
    const point = inventPracticePoint(setting)
    const children = point.appointmentsToday
      .flatMap(index => point.people[index] ?? [])
      .filter(({ person }) => person.kind === 'child')
    const due = children.filter(
      ({ person, historicalDoses }) => dueDoses(inputOf(person, historicalDoses)).length > 0,
    )
    expect(due.length / children.length).toBeGreaterThan(0.9)
  })
})
