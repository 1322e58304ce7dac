import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { createPairFinder } from '../../../../src/domain/linkage/find-pairs'
import { rankCandidates } from '../../../../src/domain/linkage/rank-candidates'
import type { Person } from '../../../../src/domain/person/person'
import { relative } from '../person/people'
import { girl, modelWith, recordOf, score } from './linkage-setting'

const id = (value: string) => [{ system: 'national-id', value } as const]
const otherMother = relative({ name: 'Lê Thị Hoa', phone: '0987001122' })
const noPhone = { phone: null, relatives: [relative({ phone: null })] } satisfies Partial<Person>
const doses = [
  { vaccineCode: 'BCG_IVAC', on: '2025-06-01', lot: 'L1' },
  { vaccineCode: 'SII_PENTA', on: '2025-07-20', lot: 'L2' },
  { vaccineCode: 'SII_PENTA', on: '2025-08-20', lot: 'L3' },
  { vaccineCode: 'SII_PENTA', on: '2025-09-20', lot: 'L4' },
]

const cases: readonly {
  readonly why: string
  readonly left?: Partial<Person>
  readonly right: Partial<Person>
  readonly certainty: string
  readonly veto?: string
}[] = [
  {
    why: 'the same personal number, whatever the name',
    left: { identifiers: id('038325000123') },
    right: { identifiers: id('038325000123'), name: 'Lê Văn Bảy', sex: 'male' },
    certainty: 'certain',
  },
  {
    why: 'one number, and nothing else agrees: written on the wrong record',
    left: { identifiers: id('038325000123') },
    right: {
      identifiers: id('038325000123'),
      name: 'Lê Văn Bảy',
      birthDate: day('2023-01-30'),
      relatives: [otherMother],
      phone: null,
    },
    certainty: 'possible',
  },
  {
    why: 'two personal numbers that fit their children',
    left: { identifiers: id('038325000123') },
    right: { identifiers: id('038325999999') },
    certainty: 'unlikely',
    veto: 'two-identities',
  },
  {
    why: 'one digit of the personal number',
    left: { identifiers: id('038325000123') },
    right: { identifiers: id('038325000128') },
    certainty: 'likely',
  },
  {
    why: 'name without marks, birth date and mother',
    right: { name: 'Nguyen Thi Anh Ngoc', ...noPhone },
    certainty: 'likely',
  },
  {
    why: 'name, birth date and phone',
    right: { relatives: [relative({ name: 'Trần T. Phượng' })] },
    certainty: 'likely',
  },
  {
    why: 'name and birth date only, another mother elsewhere',
    right: { phone: null, relatives: [otherMother], addresses: {} },
    certainty: 'possible',
  },
  { why: 'a boy and a girl', right: { sex: 'male' }, certainty: 'possible', veto: 'different-sex' },
  {
    why: 'day and month swapped',
    left: { birthDate: day('2025-05-08') },
    right: { birthDate: day('2025-08-05') },
    certainty: 'likely',
  },
  {
    why: 'the same name, mother and phone years apart: a wrong year, or a name given twice',
    right: { birthDate: day('2023-01-30') },
    certainty: 'possible',
  },
  { why: 'twins with names', right: { name: 'Nguyễn Thị Ánh Nguyệt' }, certainty: 'unlikely', veto: 'twins' },
  {
    why: 'twins whose names differ in a letter',
    left: { name: 'Nguyễn Minh An' },
    right: { name: 'Nguyễn Minh Anh' },
    certainty: 'possible',
    veto: 'twins',
  },
  {
    why: 'twins, the mother of one entered as another woman',
    right: { name: 'Nguyễn Thị Ánh Nguyệt', relatives: [relative({ name: 'Lê Thị Hoa' })] },
    certainty: 'unlikely',
    veto: 'twins',
  },
  { why: 'con bà, named since', right: { name: '' }, certainty: 'likely' },
  {
    why: 'con bà in the field of the name, named since',
    right: { name: 'Con bà Trần Thị Phượng', relatives: [] },
    certainty: 'likely',
  },
  {
    why: 'two con bà of one mother: perhaps twins',
    left: { name: '' },
    right: { name: '' },
    certainty: 'possible',
  },
  {
    why: 'two con bà of one mother with their order',
    left: { name: 'Con bà Trần Thị Phượng 1' },
    right: { name: 'Con bà Trần Thị Phượng 2' },
    certainty: 'unlikely',
    veto: 'twins',
  },
  {
    why: 'a boy and a girl without names of one mother',
    left: { name: '' },
    right: { name: '', sex: 'male' },
    certainty: 'unlikely',
    veto: 'twins',
  },
  {
    why: 'con bà of another mother',
    left: { name: '' },
    right: { name: '', phone: null, relatives: [otherMother] },
    certainty: 'unlikely',
  },
  {
    why: 'a sister a year older',
    right: { name: 'Nguyễn Thị Ánh Nguyệt', birthDate: day('2024-03-02') },
    certainty: 'unlikely',
  },
]

describe('two records', () => {
  test.each(cases)('$why: $certainty $veto', ({ left, right, certainty, veto = null }) => {
    const [one, other] = [{ person: girl(left) }, { person: girl(right) }]
    expect(score(one, other)).toMatchObject({ certainty, veto })
    expect(score(other, one)).toMatchObject({ certainty, veto })
  })

  test('doses of every visit shared do not make twins one child', () => {
    const twin = girl({ name: 'Nguyễn Thị Ánh Nguyệt' })
    const rare = modelWith({ dose: () => 2 })
    const found = score({ person: girl(), doses }, { person: twin, doses }, rare)
    expect(found).toMatchObject({ veto: 'twins', certainty: 'unlikely' })
  })

  test('the evidence and what is believed before add up to the bits', () => {
    const found = score({ person: girl(), doses }, { person: girl(), doses })
    const prior = Math.log2(0.08 / 50_000)
    const sum = found.evidence.reduce((bits, one) => bits + one.bits, prior)
    expect(found.bits).toBeCloseTo(sum, 9)
    expect(found.probability).toBeCloseTo(1 / (1 + 2 ** -found.bits), 12)
  })
})

describe('twins and a newborn without a name', () => {
  const a = recordOf({ person: girl() }, 'a')
  const b = recordOf({ person: girl({ name: 'Nguyễn Thị Ánh Nguyệt' }) }, 'b')
  const nameless = recordOf({ person: girl({ name: '' }) }, 'n')
  const again = recordOf({ person: girl({ name: 'Nguyen Thi Anh Ngoc' }) }, 'c')

  test('the desk cannot tell which of the two it is', () => {
    const ranked = rankCandidates(nameless, [a, b], modelWith())
    expect(ranked.map(({ score: { certainty } }) => certainty)).toEqual(['possible', 'possible'])
    expect(rankCandidates(nameless, [a], modelWith())[0]?.score.certainty).toBe('likely')
  })

  test('the finder neither, and no cluster joins the twins', () => {
    const finder = createPairFinder(modelWith())
    const all = [a, b, nameless, again]
    for (const [at, one] of all.entries()) for (const other of all.slice(at + 1)) finder.compare(one, other)
    const found = finder.finish()
    const certaintyOf = (pair: string) =>
      found.find(({ leftId, rightId }) => `${leftId}${rightId}` === pair)?.score.certainty ?? 'not found'
    expect(certaintyOf('ac')).toBe('likely')
    expect(certaintyOf('ab')).toBe('not found')
    for (const pair of ['an', 'bn', 'cn']) expect(certaintyOf(pair)).toBe('possible')
    const clusters = new Map(found.map(({ leftId, rightId, cluster }) => [`${leftId}${rightId}`, cluster]))
    expect(clusters.get('bn')).not.toBe(clusters.get('an'))
  })

  test('a newborn entered twice without a name and once with it is left to a person', () => {
    const finder = createPairFinder(modelWith())
    const second = recordOf({ person: girl({ name: '' }) }, 'o')
    for (const [one, other] of [
      [nameless, second],
      [a, nameless],
      [a, second],
    ] as const)
      finder.compare(one, other)
    expect(new Set(finder.finish().map(({ score: { certainty } }) => certainty))).toEqual(
      new Set(['possible']),
    )
  })
})
