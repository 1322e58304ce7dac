import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import {
  type FamilyLink,
  type FamilyRelation,
  familyProblems,
  matchRelative,
  membersOf,
  motherIn,
  shareParent,
} from '../../../../src/domain/person/family'
import { child, relative } from './people'

const today = day('2026-11-22')
const link = (
  personId: string,
  relativeId: string,
  relation: FamilyRelation,
  changes: Partial<FamilyLink> = {},
) => ({
  id: `${personId}-${relativeId}`,
  personId,
  relativeId,
  relation,
  since: null,
  until: null,
  ...changes,
})
const links = [
  link('an', 'mother', 'mother'),
  link('binh', 'mother', 'mother'),
  link('an', 'father', 'father'),
  link('an', 'grandma', 'guardian', { until: day('2026-01-31') }),
  link('chi', 'an', 'sibling'),
]

describe('a household', () => {
  test('is who the links join: parents, brothers and sisters, the other parent', () => {
    const seen = (of: string) =>
      membersOf(of, links, today).map(({ personId, relation }) => [personId, relation])
    expect(seen('an')).toEqual([
      ['mother', 'mother'],
      ['father', 'father'],
      ['chi', 'sibling'],
      ['binh', 'sibling'],
    ])
    expect(seen('mother')).toEqual([
      ['an', 'child'],
      ['binh', 'child'],
      ['father', 'household'],
    ])
    expect(membersOf('an', links, day('2026-01-31')).map(({ personId }) => personId)).toContain('grandma')
  })

  test('the mother of a child, while the link holds', () => {
    expect(motherIn(links, 'binh', today)).toBe('mother')
    expect(motherIn(links, 'chi', today)).toBeNull()
  })
})

describe('what speaks against a link', () => {
  const mother = { birthDate: day('1997-03-02'), sex: 'female' as const }
  const person = { birthDate: day('2025-05-18') }
  const ask = (
    of: FamilyLink,
    relativeOf: { readonly birthDate: typeof today; readonly sex: 'female' | 'male' } = mother,
  ) => familyProblems(of, { person, relative: relativeOf, links })

  test.each([
    ['oneself', link('dung', 'dung', 'mother'), mother, ['family.same-person']],
    [
      'a man as mother',
      link('dung', 'x', 'mother'),
      { ...mother, sex: 'male' as const },
      ['family.wrong-sex'],
    ],
    [
      'a sister as mother',
      link('dung', 'x', 'mother'),
      { ...mother, birthDate: day('2015-01-01') },
      ['family.too-young'],
    ],
    ['a second mother', link('an', 'x', 'mother'), mother, ['family.already-linked']],
    ['a mother who is the child', link('mother', 'an', 'guardian'), mother, ['family.circle']],
    ['brothers linked the other way', link('an', 'chi', 'sibling'), mother, ['family.already-linked']],
    ['a new child of the mother', link('dung', 'mother', 'mother'), mother, []],
  ])('%s', (_why, of, relativeOf, codes) => expect(ask(of, relativeOf)).toEqual(codes))
})

describe('the relative in words and the person in the register', () => {
  const her = { ...child({ name: 'Trần Thị Phượng', birthDate: day('1997-03-02'), identifiers: [] }) }
  test.each([
    [
      'same number',
      { nationalId: '038197000123' },
      { identifiers: [{ system: 'national-id', value: '038197000123' }] },
      ['same-id'],
    ],
    [
      'another number',
      { nationalId: '038197000999' },
      { identifiers: [{ system: 'national-id', value: '038197000123' }] },
      [],
    ],
    ['name, phone and year', {}, {}, ['same-name', 'same-phone', 'same-birth-year']],
    ['name alone', { phone: null, birthYear: null }, {}, []],
    ['another year', { birthYear: 1996 }, {}, []],
    ['a man', {}, { sex: 'male' }, []],
  ] as const)('%s', (_why, words, record, reasons) =>
    expect(matchRelative(relative(words), { ...her, ...record })).toEqual(reasons),
  )

  test('children of one mother by her number, or her name with her phone', () => {
    const one = child({ relatives: [relative()] })
    expect(shareParent(one, child({ relatives: [relative({ name: 'trần thị  phượng' })] }))).toBe(true)
    expect(shareParent(one, child({ relatives: [relative({ phone: null })] }))).toBe(false)
    const known = child({ relatives: [relative({ nationalId: '038197000123' })] })
    expect(shareParent(known, child({ relatives: [relative({ nationalId: '038197000999' })] }))).toBe(false)
  })
})
