import { displayName } from '../../../../src/domain/person/display-name'
import { identifierOf } from '../../../../src/domain/person/identifiers'
import type { Person } from '../../../../src/domain/person/person'
import type { Units } from '../../../../src/domain/person/units'
import type { SheetValue } from '../../jobs/job'

/** Headers as our own import and the national system's lists know them. */
export const personHeader: readonly string[] = [
  'Mã đối tượng',
  'Mã điểm tiêm',
  'Họ tên',
  'Ngày sinh',
  'Giới tính',
  'Tên mẹ',
  'Tên bố',
  'Điện thoại',
  'Mã định danh',
  'Số thẻ BHYT',
  'Tỉnh',
  'Xã',
  'Thôn ấp',
  'Địa chỉ',
]

const sexes = { male: 'Nam', female: 'Nữ', unknown: 'Không rõ' } as const

/** The cells of one person below `personHeader`. */
export function personCells(person: Person, units: Units): readonly SheetValue[] {
  const current = person.addresses.current
  const relative = (relation: 'mother' | 'father') =>
    person.relatives.find(known => known.relation === relation)?.name ?? null
  return [
    identifierOf(person, 'niis-code'),
    identifierOf(person, 'person-code'),
    displayName(person),
    { day: person.birthDate },
    sexes[person.sex],
    relative('mother'),
    relative('father'),
    person.phone ?? person.relatives.find(({ phone }) => phone !== null)?.phone ?? null,
    identifierOf(person, 'national-id') ?? identifierOf(person, 'old-national-id'),
    identifierOf(person, 'health-insurance'),
    current?.provinceCode ? (units.provinceByCode.get(current.provinceCode)?.fullName ?? null) : null,
    current?.communeCode ? (units.communeByCode.get(current.communeCode)?.fullName ?? null) : null,
    current?.hamlet ?? null,
    current?.line ?? null,
  ]
}
