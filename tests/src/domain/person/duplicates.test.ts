import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { findDuplicates } from '../../../../src/domain/person/duplicates'
import type { Person } from '../../../../src/domain/person/person'
import { child, relative } from './people'

const noId = { identifiers: [] } satisfies Partial<Person>
const otherMother = relative({ name: 'Lê Thị Hoa', phone: '0987001122' })

describe('findDuplicates', () => {
  const cases: readonly {
    why: string
    draft?: Partial<Person>
    candidate: Partial<Person>
    found: string | null
  }[] = [
    {
      why: 'the same personal number, whatever the name',
      candidate: { name: 'Lê Văn Bảy', sex: 'male' },
      found: 'certain: same-identifier',
    },
    {
      why: 'different personal numbers',
      candidate: { identifiers: [{ system: 'national-id', value: '038325999999' }] },
      found: null,
    },
    {
      why: 'name without marks, birth date and mother',
      draft: noId,
      candidate: {
        ...noId,
        name: 'Nguyen Thi Anh Ngoc',
        phone: null,
        relatives: [relative({ phone: null })],
      },
      found: 'likely: same-name same-birth-date same-mother',
    },
    {
      why: 'name, birth date and phone',
      draft: noId,
      candidate: { ...noId, relatives: [relative({ name: 'Trần T. Phượng' })] },
      found: 'likely: same-name same-birth-date same-phone',
    },
    {
      why: 'name and birth date only',
      draft: noId,
      candidate: { ...noId, phone: null, relatives: [otherMother] },
      found: 'possible: same-name same-birth-date',
    },
    { why: 'a boy and a girl', draft: noId, candidate: { ...noId, sex: 'male' }, found: null },
    {
      why: 'sex not known',
      draft: noId,
      candidate: { ...noId, sex: 'unknown' },
      found: 'likely: same-name same-birth-date same-mother same-phone',
    },
    {
      why: 'day and month swapped',
      draft: { ...noId, birthDate: day('2025-05-08') },
      candidate: { ...noId, birthDate: day('2025-08-05') },
      found: 'possible: same-name same-mother same-phone',
    },
    {
      why: 'the same name years apart',
      draft: noId,
      candidate: { ...noId, birthDate: day('2023-01-30') },
      found: null,
    },
    {
      why: 'twins with names',
      draft: noId,
      candidate: { ...noId, name: 'Nguyễn Thị Ánh Nguyệt' },
      found: null,
    },
    {
      why: 'con bà, named since',
      draft: noId,
      candidate: { ...noId, name: '' },
      found: 'possible: same-birth-date same-mother same-phone named-since',
    },
    {
      why: 'two con bà of one mother: perhaps twins',
      draft: { ...noId, name: '' },
      candidate: { ...noId, name: '' },
      found: 'possible: same-birth-date same-mother same-phone',
    },
    {
      why: 'con bà of another mother',
      draft: { ...noId, name: '' },
      candidate: { ...noId, name: '', phone: null, relatives: [otherMother] },
      found: null,
    },
    {
      why: 'mothers of one name with two numbers',
      draft: {
        ...noId,
        name: '',
        phone: null,
        relatives: [relative({ nationalId: '038197000001', phone: null })],
      },
      candidate: {
        ...noId,
        name: '',
        phone: null,
        relatives: [relative({ nationalId: '038197000002', phone: null })],
      },
      found: null,
    },
  ]
  test.each(cases)('$why: $found', ({ draft, candidate, found }) => {
    const matches = findDuplicates(child(draft), [child(candidate)])
    const said = matches.map(
      ({ likelihood, reasons }) => `${likelihood}: ${reasons.map(reason => reason.code).join(' ')}`,
    )
    expect(said).toEqual(found === null ? [] : [found])
  })

  test('the surest comes first, and the candidate keeps what the caller put on it', () => {
    const possible = { ...child({ ...noId, phone: null, relatives: [otherMother] }), personId: 'a' }
    const certain = { ...child(), personId: 'b' }
    expect(findDuplicates(child(), [possible, certain]).map(({ candidate }) => candidate.personId)).toEqual([
      'b',
      'a',
    ])
  })
})
