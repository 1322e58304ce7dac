import { describe, expect, test } from 'vitest'
import { assess } from '../../../../src/domain/schedule/assess'
import { forecastGroups } from '../../../../src/domain/schedule/vaccine-groups'
import { person, schedule } from './fixtures'

function groupOf(input: ReturnType<typeof person>, code: string) {
  return forecastGroups(assess(input), schedule).find(({ group }) => group === code)
}

describe('vaccine groups', () => {
  test('measles and rubella are forecast together, with the dose number that is further on', () => {
    const group = groupOf(person('2025-05-18', '2026-11-22', [['2026-02-20', 'MVVAC']]), 'MR')
    expect(group).toMatchObject({
      status: 'not-complete',
      earliestOn: '2026-11-18',
      recommendedOn: '2026-11-18',
      doseNumber: 2,
      antigens: ['Measles', 'Rubella'],
      vaccineCodes: ['MRVAC'],
    })
  })

  test('one antigen aged out makes the group aged out, while the others keep their dates', () => {
    const group = groupOf(person('2018-05-18', '2026-11-22'), 'DTP')
    expect(group).toMatchObject({ status: 'aged-out', antigens: ['Diphtheria', 'Tetanus'] })
  })

  test('a complete group has no dates', () => {
    const group = groupOf(person('2025-05-18', '2026-11-22', [['2025-05-20', 'BCG_IVAC']]), 'BCG')
    expect(group).toMatchObject({ status: 'complete', earliestOn: null, doseNumber: null, antigens: [] })
  })
})
