import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDay, day } from '../../../../src/domain/calendar/calendar-day'
import type { LinkageScore } from '../../../../src/domain/linkage/linkage-types'
import type { Person, Relative } from '../../../../src/domain/person/person'
import { relative } from '../person/people'
import { girl, modelWith, score, type Written } from './linkage-setting'

const families = ['Nguyễn', 'Lò', 'Trần', 'Đỗ', 'Giàng'] as const
const middles = ['Thị', 'Minh', 'Ngọc', 'Gia', 'Bảo', 'Thị Ánh'] as const
const givens = ['An', 'Anh', 'Ngọc', 'Nguyệt', 'Hân', 'Phúc', 'Huy', 'Linh', 'Lan'] as const

const name = fc
  .tuple(fc.constantFrom(...families), fc.constantFrom(...middles), fc.constantFrom(...givens))
  .map(parts => parts.join(' '))
const born = fc.integer({ min: 0, max: 1_500 }).map(days => addDays(day('2022-01-01'), days))
const phone = fc.constantFrom('0912345678', '0987001122', '0900000001', null)
const mother: fc.Arbitrary<Relative> = fc.record({
  relation: fc.constant('mother' as const),
  name,
  nationalId: fc.constantFrom(null, '038197000001', '038195123456'),
  phone,
  birthYear: fc.constantFrom(null, 1995, 1997),
})
const hamlet = fc.constantFrom(null, 'Thôn 1', 'Thôn 4')
const person: fc.Arbitrary<Person> = fc
  .record({
    name: fc.oneof(name, fc.constant('')),
    birthDate: born,
    sex: fc.constantFrom('male' as const, 'female' as const, 'unknown' as const),
    phone,
    relatives: fc.array(mother, { maxLength: 1 }),
    addresses: hamlet.map(hamlet => ({
      current: { provinceCode: '38', communeCode: '16378', hamlet, line: null },
    })),
  })
  .map(changes => girl(changes))
const dose = fc.record({
  vaccineCode: fc.constantFrom('BCG_IVAC', 'SII_PENTA', 'MVVAC'),
  on: born as fc.Arbitrary<string>,
  lot: fc.constantFrom(null, 'L1'),
})
const written: fc.Arbitrary<Written> = fc.record({ person, doses: fc.array(dose, { maxLength: 4 }) })

const rank = { unlikely: 0, possible: 1, likely: 2, certain: 3 }
const isAtMostPossible = ({ certainty }: LinkageScore) => rank[certainty] <= rank.possible

describe('whatever two records hold', () => {
  test('the score is the same from both sides, but for what stands left and right', () => {
    fc.assert(
      fc.property(written, written, (one, other) => {
        const [there, back] = [score(one, other), score(other, one)]
        expect(back.bits).toBeCloseTo(there.bits, 9)
        expect([back.certainty, back.veto]).toEqual([there.certainty, there.veto])
        expect(back.evidence.map(({ level }) => level)).toEqual(there.evidence.map(({ level }) => level))
        expect(back.evidence.map(({ right }) => right)).toEqual(there.evidence.map(({ left }) => left))
      }),
    )
  })

  test('a record with name, mother and phone is likely itself', () => {
    fc.assert(
      fc.property(written, name, mother, ({ person: base, doses }, own, itsMother) => {
        const full = { ...base, name: own, relatives: [{ ...itsMother, phone: '0912345678' }] }
        const found = score({ person: full, doses }, { person: full, doses })
        expect(found).toMatchObject({ certainty: 'likely', veto: null })
      }),
    )
  })

  test('children of one mother and birth with two names are never more than possible', () => {
    const apart = fc
      .tuple(name, name)
      .filter(([one, other]) => one.split(' ').at(-1) !== other.split(' ').at(-1))
    const shift = fc.constantFrom(0, 0, 1, 3)
    fc.assert(
      fc.property(written, apart, mother, shift, ({ person: base, doses }, [one, other], its, days) => {
        const twin = { ...base, identifiers: [], relatives: [its] }
        const later = addDays(twin.birthDate as CalendarDay, days)
        const found = score(
          { person: { ...twin, name: one }, doses },
          { person: { ...twin, name: other, birthDate: later }, doses },
          modelWith({ dose: () => 2, name: () => 2, phone: () => 2 }),
        )
        expect(isAtMostPossible(found)).toBe(true)
        expect(found.veto).toBe('twins')
      }),
    )
  })

  test('two newborns without names are never more than possible', () => {
    fc.assert(
      fc.property(written, written, (one, other) => {
        const nameless = ({ person: base, doses = [] }: Written) => ({ person: { ...base, name: '' }, doses })
        expect(isAtMostPossible(score(nameless(one), nameless(other)))).toBe(true)
      }),
    )
  })

  test('evidence that agrees, added to both, never lowers the bits', () => {
    const additions: readonly ((base: Person) => Person)[] = [
      base => ({ ...base, phone: '0333444555' }),
      base => ({
        ...base,
        relatives: [...base.relatives, relative({ relation: 'father', name: 'Lê Văn Bảy', phone: null })],
      }),
      base => ({ ...base, identifiers: [{ system: 'birth-certificate', value: '12/2025' }] }),
    ]
    fc.assert(
      fc.property(written, written, fc.constantFrom(...additions), (one, other, add) => {
        const before = score(one, other)
        const after = score({ ...one, person: add(one.person) }, { ...other, person: add(other.person) })
        expect(after.bits).toBeGreaterThanOrEqual(before.bits - 1e-9)
      }),
    )
  })

  test('one dose more that both have never lowers the bits', () => {
    const shared = { vaccineCode: 'ROTARIX', on: '2021-05-05', lot: null }
    fc.assert(
      fc.property(written, written, (one, other) => {
        const with_ = ({ person: base, doses = [] }: Written) => ({ person: base, doses: [...doses, shared] })
        const known = (one.doses?.length ?? 0) > 0 && (other.doses?.length ?? 0) > 0
        fc.pre(known)
        expect(score(with_(one), with_(other)).bits).toBeGreaterThanOrEqual(score(one, other).bits - 1e-9)
      }),
    )
  })
})
