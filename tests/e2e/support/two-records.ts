import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { registerPerson } from '../../../src/contract/person-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { Person } from '../../../src/domain/person/person'
import type { Desk } from './desk'

const home = { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 4', line: null }

/** An invented child. */
export function inventedChild(changes: Partial<Person>): Person {
  return {
    kind: 'child',
    name: 'Hoàng Thị Ước Mơ',
    birthDate: day('2026-06-15'),
    birthTime: null,
    sex: 'female',
    ethnicGroupCode: '01',
    nationalityCode: 'VN',
    bloodGroup: null,
    phone: null,
    identifiers: [],
    addresses: { current: home },
    relatives: [
      { relation: 'mother', name: 'Đỗ Thị Bịa', nationalId: null, phone: '0900011122', birthYear: 1996 },
    ],
    alerts: [],
    protectedAtBirth: null,
    gestationWeeks: null,
    birthWeightG: null,
    note: null,
    ...changes,
  }
}

/** One child who was registered twice, as after a move: each record knows a part, and a dose of its own. */
export async function twoRecordsOfOneChild({ ask }: Desk) {
  const first = await ask(registerPerson, { person: inventedChild({}), notDuplicateOf: [] })
  const second = await ask(registerPerson, {
    person: inventedChild({
      name: 'Hoàng Ước Mơ',
      birthWeightG: 3100,
      note: 'Nhà cạnh đình làng',
      addresses: { current: { ...home, hamlet: 'Thôn 5' } },
      alerts: [{ code: 'allergy', note: 'trứng', notedOn: day('2026-08-01') }],
    }),
    notDuplicateOf: [first.personId],
  })
  const line = { statedNumber: null, lotNumber: null, placeName: 'Trạm cũ' }
  const give = (personId: string, vaccineCode: string, givenOn: string) =>
    ask(recordHistoricalDoses, { personId, doses: [{ ...line, vaccineCode, givenOn: day(givenOn) }] })
  await give(first.personId, 'BCG_IVAC', '2026-06-16')
  await give(first.personId, 'SII_PENTA', '2026-08-20')
  await give(second.personId, 'BCG_IVAC', '2026-06-16')
  await give(second.personId, 'BOPV_POLYVAC', '2026-08-20')
  return { first, second }
}
