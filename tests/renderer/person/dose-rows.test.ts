import { describe, expect, test } from 'vitest'
import {
  emptyRow,
  isEmptyRow,
  problemOfRow,
  toHistorical,
  vaccineChoices,
} from '../../../renderer/screens/person/dose-rows'
import { day } from '../../../src/domain/calendar/calendar-day'
import { nameKey } from '../../../src/domain/person/name-key'
import { vaccines } from '../../src/domain/schedule/fixtures'

const bornOn = day('2025-03-20')
const today = day('2026-11-22')
const row = { ...emptyRow(), vaccineCode: 'GENERIC_MEASLES' }
const dated = (givenOn: string, givenOnAccuracy: 'month' | 'year' | null) => ({
  ...row,
  date: { givenOn: day(givenOn), givenOnAccuracy },
})

describe('a line of a card', () => {
  test('is sent with the month it names and what it was given in', () => {
    expect(toHistorical({ ...dated('2026-01-01', 'month'), programme: 'campaign' })).toEqual({
      vaccineCode: 'GENERIC_MEASLES',
      givenOn: '2026-01-01',
      givenOnAccuracy: 'month',
      programme: 'campaign',
      statedNumber: null,
      lotNumber: null,
      placeName: null,
    })
  })

  test.each([
    ['in the month of birth', dated('2025-03-20', 'month'), null],
    ['in the year of birth', dated('2025-03-20', 'year'), null],
    ['in the month before the birth', dated('2025-02-01', 'month'), /ngày sinh/u],
    ['this month', dated('2026-11-01', 'month'), null],
    ['next month', dated('2026-12-01', 'month'), /hôm nay/u],
    ['without a date', row, /Cần cả vắc xin và ngày tiêm/u],
  ])('%s', (_, line, problem) => {
    const found = problemOfRow(line, bornOn, today)
    if (problem === null) expect(found).toBeNull()
    else expect(found).toMatch(problem)
  })

  test('takes over place and programme from the line above, and is still empty', () => {
    expect(isEmptyRow(emptyRow('Trạm Y tế', 'campaign'))).toBe(true)
  })
})

describe('vaccines to choose for a card', () => {
  const choices = vaccineChoices([...vaccines.values()])

  test('“soi” finds real products first and the one of unknown name after them', () => {
    const found = choices.filter(({ label }) => nameKey(label).split(' ').includes('soi'))
    const values = found.map(({ value }) => value)
    expect(values).toContain('GENERIC_MEASLES')
    const firstUnnamed = values.findIndex(value => value.startsWith('GENERIC_'))
    expect(values.slice(firstUnnamed).every(value => value.startsWith('GENERIC_'))).toBe(true)
    expect(values.slice(0, firstUnnamed)).toContain('MVVAC')
  })

  test('every product is among them', () => {
    expect(choices).toHaveLength(vaccines.size)
  })
})
