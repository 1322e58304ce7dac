import { day } from '../../../../src/domain/calendar/calendar-day'
import type { Address, Person, Relative } from '../../../../src/domain/person/person'
import type { SearchCandidate } from '../../../../src/domain/person/search-match'

/** A complete, faultless invented child; a test changes what it is about. */
export function child(changes: Partial<Person> = {}): Person {
  const home: Address = { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 4', line: null }
  return {
    kind: 'child',
    name: 'Nguyễn Thị Ánh Ngọc',
    birthDate: day('2025-05-18'),
    birthTime: '08:15',
    sex: 'female',
    ethnicGroupCode: '01',
    nationalityCode: 'VN',
    bloodGroup: null,
    phone: '0912345678',
    identifiers: [{ system: 'national-id', value: '038325000123' }],
    addresses: { birth: home, 'birth-registration': home, origin: home, permanent: home, current: home },
    relatives: [relative()],
    alerts: [],
    protectedAtBirth: true,
    gestationWeeks: 39,
    birthWeightG: 3200,
    note: null,
    ...changes,
  }
}

/** The mother of that child. */
export function relative(changes: Partial<Relative> = {}): Relative {
  return {
    relation: 'mother',
    name: 'Trần Thị Phượng',
    nationalId: null,
    phone: '0912345678',
    birthYear: 1997,
    ...changes,
  }
}

/** Somebody whom the index brought, as the ranking sees them. */
export function candidate(name: string, changes: Partial<SearchCandidate> = {}): SearchCandidate {
  return {
    personId: name,
    name,
    relativeNames: [],
    hamlet: null,
    birthDate: day('2025-05-18'),
    phones: [],
    codes: [],
    hasAppointmentToday: false,
    isOfThisPoint: true,
    lastVisitOn: null,
    ...changes,
  }
}
