import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { ageGroupOf, attendanceOf } from '../../../../src/domain/session-plan/attendance'
import { familiesOf } from '../../../../src/domain/session-plan/families'
import { capacityOf, type PlanSlot, problemOfSlots } from '../../../../src/domain/session-plan/plan'
import { type SpreadPerson, spreadOverSlots } from '../../../../src/domain/session-plan/spread-slots'
import { byUrgencyOn, type Urgent } from '../../../../src/domain/session-plan/urgency'
import { type BringVaccine, whatToBring } from '../../../../src/domain/session-plan/what-to-bring'

const at = (time: string, capacity: number): PlanSlot => ({ slot: 'time', time, capacity })

describe('slots', () => {
  test('no slot, no room, a time that is none and two of the same are refused', () => {
    expect(problemOfSlots([])).toBe('plan.no-slot')
    expect(problemOfSlots([at('07:30', 0)])).toBe('plan.bad-slot')
    expect(problemOfSlots([at('25:00', 10)])).toBe('plan.bad-slot')
    expect(problemOfSlots([{ slot: 'morning', time: '07:30', capacity: 10 }])).toBe('plan.bad-slot')
    expect(problemOfSlots([at('07:30', 10), at('07:30', 10)])).toBe('plan.bad-slot')
    expect(problemOfSlots([at('07:30', 10), at('08:30', 10)])).toBe(null)
    expect(capacityOf([at('07:30', 10), at('08:30', 15)])).toBe(25)
  })

  const people = (...families: string[]): SpreadPerson[] =>
    families.map((family, index) => ({ personId: `p${index}`, family, slotAt: null }))

  test('the first come first, and nobody beyond the capacity', () => {
    const { slotAt, taken } = spreadOverSlots(people('a', 'b', 'c'), [at('07:30', 1), at('08:30', 1)])
    expect([...slotAt]).toEqual([
      ['p0', 0],
      ['p1', 1],
      ['p2', null],
    ])
    expect(taken).toEqual([1, 1])
  })

  test('a family comes together, with its most urgent member', () => {
    const { slotAt } = spreadOverSlots(people('a', 'b', 'a'), [at('07:30', 2), at('08:30', 2)])
    expect(slotAt.get('p0')).toBe(0)
    expect(slotAt.get('p2')).toBe(0)
    expect(slotAt.get('p1')).toBe(1)
  })

  test('a family larger than any room still comes', () => {
    const { slotAt } = spreadOverSlots(people('a', 'a', 'a'), [at('07:30', 2), at('08:30', 1)])
    expect([...slotAt.values()].toSorted()).toEqual([0, 0, 1])
  })

  test('whoever was moved by hand stays there, and the family follows', () => {
    const [first, ...rest] = people('a', 'a')
    if (!first) throw new Error('nobody')
    const { slotAt } = spreadOverSlots([{ ...first, slotAt: 1 }, ...rest], [at('07:30', 5), at('08:30', 5)])
    expect([...slotAt.values()]).toEqual([1, 1])
  })
})

describe('who is asked first', () => {
  const on = day('2026-11-27')
  const someone = (personId: string, changes: Partial<Urgent>): Urgent => ({
    personId,
    birthDate: day('2026-06-01'),
    overdueOn: null,
    latestOn: null,
    ...changes,
  })
  test('a last day that comes near, then overdue and small, small, overdue, the rest', () => {
    const order = [
      someone('grown', { birthDate: day('2019-01-01') }),
      someone('grown and overdue', { birthDate: day('2019-01-01'), overdueOn: day('2026-01-01') }),
      someone('small', {}),
      someone('small and overdue', { overdueOn: day('2026-11-01') }),
      someone('last days', { birthDate: day('2019-01-01'), latestOn: day('2026-12-10') }),
      someone('youngest', { birthDate: day('2026-11-01') }),
    ].toSorted(byUrgencyOn(on))
    expect(order.map(({ personId }) => personId)).toEqual([
      'last days',
      'small and overdue',
      'youngest',
      'small',
      'grown and overdue',
      'grown',
    ])
  })

  test('ties lead over any number of steps to one family', () => {
    const families = familiesOf(
      ['a', 'b', 'c', 'd'],
      [
        ['a', 'mother'],
        ['b', 'mother'],
        ['b', 'c'],
      ],
    )
    expect(new Set(['a', 'b', 'c'].map(id => families.get(id))).size).toBe(1)
    expect(families.get('d')).toBe('d')
  })
})

describe('attendance', () => {
  const rule = { usualShare: 0.75, strength: 20 }
  test('without history it is the default that is stated', () => {
    const { overall, chanceOf, invited } = attendanceOf([], rule)
    expect([overall, invited, chanceOf('Thôn 1', 'under-1')]).toEqual([0.75, 0, 0.75])
  })

  test('few invitations move it little, many much', () => {
    const count = (hamlet: string, invited: number, came: number) => ({
      hamlet,
      ageGroup: 'under-1' as const,
      invited,
      came,
    })
    const few = attendanceOf([count('Thôn 1', 2, 0), count('Thôn 2', 400, 300)], rule)
    const many = attendanceOf([count('Thôn 1', 200, 40), count('Thôn 2', 400, 300)], rule)
    expect(few.chanceOf('Thôn 1', 'under-1')).toBeGreaterThan(0.6)
    expect(many.chanceOf('Thôn 1', 'under-1')).toBeLessThan(0.35)
    expect(many.chanceOf('Thôn 2', 'under-1')).toBeGreaterThan(0.65)
    expect(ageGroupOf(11)).toBe('under-1')
    expect(ageGroupOf(12)).toBe('under-2')
    expect(ageGroupOf(80)).toBe('older')
  })
})

describe('what to bring', () => {
  const vaccine = (code: string, changes: Partial<BringVaccine> = {}): BringVaccine => ({
    code,
    shortName: code,
    dosesPerVial: 1,
    route: 'IM',
    volumeMl: 0.5,
    isReconstituted: false,
    ...changes,
  })
  const vaccines = new Map(
    [
      vaccine('BCG', { dosesPerVial: 10, route: 'ID', volumeMl: 0.1, isReconstituted: true }),
      vaccine('PENTA'),
      vaccine('OPV', { route: 'PO', volumeMl: null, dosesPerVial: null }),
    ].map(one => [one.code, one]),
  )
  const rule = { enoughShare: 0.95, walkInShare: 0, syringeReserve: 0.1, syringesPerSafetyBox: 100 }
  const people = [
    ...Array.from({ length: 11 }, () => ({ chance: 1, vaccineCodes: ['BCG'] })),
    ...Array.from({ length: 20 }, () => ({ chance: 0.75, vaccineCodes: ['PENTA', 'OPV'] })),
  ]
  const bring = whatToBring({ people, vaccines, onShelf: new Map([['BCG', 10]]), rule })
  const line = (code: string) => bring.lines.find(({ vaccineCode }) => vaccineCode === code)

  test('whole vials with their diluent, and what the shelf lacks', () => {
    expect(line('BCG')).toMatchObject({
      invited: 11,
      doses: 20,
      vials: 2,
      diluents: 2,
      onShelf: 10,
      missing: 1,
    })
    expect(line('PENTA')?.doses).toBeGreaterThan(15)
    expect(line('PENTA')?.doses).toBeLessThanOrEqual(20)
    expect(line('OPV')).toMatchObject({ vials: null, diluents: null })
  })

  test('a syringe for each injection, a large one for each dry vial, none for drops', () => {
    expect(bring.syringes.ml01).toBe(13)
    expect(bring.syringes.ml5).toBe(3)
    expect(bring.syringes.ml05).toBe(Math.ceil((line('PENTA')?.doses ?? 0) * 1.1 - 1e-9))
    expect(bring.syringes.other).toBe(0)
    expect(bring.safetyBoxes).toBe(1)
    expect(bring.expectedPeople).toBeCloseTo(26)
  })
})
