import { describe, expect, test } from 'vitest'
import { getChart } from '../../../src/contract/dose-calls'
import type { AlertCode } from '../../../src/domain/person/person'
import { on, openReadyPoint, register } from './ready-point'

function rowsWith(code: AlertCode, notedOn: string, birthDate: string, sex: 'female' | 'male' = 'female') {
  const point = openReadyPoint()
  const alerts = [{ code, note: null, notedOn: on(notedOn) }]
  const personId = register(point, { birthDate: on(birthDate), sex, alerts })
  const { rows, today } = point.done(getChart, { personId, on: null }).chart
  return { rows, today }
}

describe('an alert of a person reaches the forecast', () => {
  test('a mother with HIV: no BCG, and why', () => {
    const { rows, today } = rowsWith('mother-hiv', '2026-11-20', '2026-11-20')
    const [cell] = rows.find(({ code }) => code === 'BCG')?.cells ?? []
    expect(cell).toMatchObject({ kind: 'forecast', status: 'contraindicated' })
    expect(cell?.reasons).toMatchObject([
      { code: 'contraindicated', because: { vi: expect.stringContaining('HIV') } },
    ])
    expect(today.flatMap(({ antigens }) => antigens)).not.toContain('BCG')
  })

  test('a pregnancy asks for tetanus vaccine, until it must be over', () => {
    const tetanus = (notedOn: string) =>
      rowsWith('pregnant', notedOn, '1998-03-02').today.some(({ antigens }) => antigens.includes('Tetanus'))
    expect(tetanus('2026-11-01')).toBe(true)
    expect(tetanus('2025-11-01')).toBe(false)
  })
})
