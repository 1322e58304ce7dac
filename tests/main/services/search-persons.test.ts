import { beforeAll, describe, expect, test } from 'vitest'
import { getPerson, searchPersons } from '../../../src/contract/person-calls'
import type { TestPoint } from '../../helpers/test-point'
import { mother, on, openReadyPoint, register } from './ready-point'

let point: TestPoint
let girl: string
let newborn: string

beforeAll(() => {
  point = openReadyPoint()
  girl = register(point, {
    identifiers: [
      { system: 'national-id', value: '038326000123' },
      { system: 'niis-code', value: '138163782600001' },
    ],
  })
  newborn = register(point, {
    name: '',
    birthDate: on('2026-11-20'),
    relatives: [mother({ name: 'Đỗ Thị Hường', phone: '0987000111' })],
  })
  register(point, {
    name: 'Lê Gia Bảo',
    sex: 'male',
    birthDate: on('2024-02-29'),
    relatives: [mother({ name: 'Phạm Thu Hà', phone: '0903111222' })],
  })
})

function find(text: string): readonly string[] {
  return point.done(searchPersons, { text, limit: 20 }).hits.map(hit => hit.personId)
}

describe('one box finds', () => {
  const texts = [
    { what: 'a name without marks', text: 'nguyen thi anh ngoc' },
    { what: 'a name with marks', text: 'Ánh Ngọc' },
    { what: 'the beginnings of words', text: 'ng anh ng' },
    { what: 'the end of a telephone number', text: '345678' },
    { what: 'a whole telephone number with spaces', text: '0912 345 678' },
    { what: 'the personal number', text: '038326000123' },
    { what: 'the code of the national system', text: '138163782600001' },
    { what: 'the birth date', text: '15/09/2026' },
    { what: 'the birth date in digits', text: '15092026' },
    { what: "the mother's name", text: 'tran thi phuong' },
    { what: 'a name and a birth year', text: 'ngoc 2026' },
    { what: 'a part of the telephone number', text: '3456' },
    { what: 'a name and the hamlet', text: 'anh ngoc thon 4' },
    { what: 'a name with one slip', text: 'nguyn thi anh ngoc' },
    { what: 'a name typed with the input method off', text: 'nguyeenx thij anhs ngocj' },
    { what: 'a name without its space', text: 'nguyen thi anhngoc' },
    { what: 'a name in another order', text: 'ngoc anh nguyen' },
    { what: 'a name with a wrong digit in the date', text: 'nguyen thi anh ngoc 15/9/2025' },
    { what: 'a telephone number with a wrong digit', text: '0912845678' },
    { what: 'the mother’s name with a slip', text: 'ngoc tran thi phuonh' },
    { what: 'a name in decomposed letters', text: 'Nguyễn Thị Ánh Ngọc'.normalize('NFD') },
  ]
  test.each(texts)('$what', ({ text }) => {
    expect(find(text)).toContain(girl)
    expect(find(text)[0]).toBe(girl)
  })

  test('our own code, alone and exactly', () => {
    const { personCode } = point.done(getPerson, { personId: girl })
    const answer = point.done(searchPersons, { text: personCode ?? '', limit: 20 })
    expect(answer).toMatchObject({ exact: true, hits: [{ personId: girl }] })
  })

  test('a number of the mother’s finds the child, but does not name it', () => {
    const childId = register(point, {
      name: 'Hà Bảo Châu',
      birthDate: on('2025-03-02'),
      relatives: [mother({ name: 'Hà Thị Lụa', phone: '0903000444', nationalId: '038190000777' })],
    })
    const answer = point.done(searchPersons, { text: '038190000777', limit: 20 })
    expect(answer).toMatchObject({ exact: false, hits: [{ personId: childId }] })
  })

  test('a newborn without a name by the mother', () => {
    const [hit] = point.done(searchPersons, { text: 'do thi huong', limit: 20 }).hits
    expect(hit).toMatchObject({ personId: newborn, displayName: 'Con bà Đỗ Thị Hường' })
  })

  test('nobody for a name nobody has, and nobody for an empty box', () => {
    expect(find('xyzzy')).toEqual([])
    expect(find('  ')).toEqual([])
  })

  test('how many people there are, for "3 trong 12.000"', () => {
    expect(point.done(searchPersons, { text: 'ngoc', limit: 20 }).persons).toBe(4)
  })
})

test('a hit carries what tells people apart at a glance', () => {
  const [hit] = point.done(searchPersons, { text: 'anh ngoc', limit: 20 }).hits
  expect(hit).toMatchObject({
    birthDate: '2026-09-15',
    contact: { relation: 'mother', name: 'Trần Thị Phượng' },
    phone: '0912345678',
    hamlet: 'Thôn 4',
    communeName: 'Đông Sơn',
    group: 'here',
    openVisitId: null,
  })
  const letters = (hit?.highlights ?? []).map(([from, to]) => hit?.displayName.slice(from, to))
  expect(letters).toEqual(['Ánh', 'Ngọc'])
})
