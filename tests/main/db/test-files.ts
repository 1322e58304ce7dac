import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { Person } from '../../../src/domain/person/person'

const folders: string[] = []

/** A folder of this test's own; gone when the test is over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-db-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** The package's own binary, no key: what tests and headless commands run with. */
export const plain = { nativeBinding: null, keyHex: null }

/** An invented child, complete, with the fields a test wants to differ. */
export function aPerson(fields: Partial<Person> = {}): Person {
  return {
    kind: 'child',
    name: 'Nguyễn Thị Ánh Tuyết',
    birthDate: day('2025-03-14'),
    birthTime: null,
    sex: 'female',
    ethnicGroupCode: '01',
    nationalityCode: 'VN',
    bloodGroup: null,
    phone: '0900012345',
    identifiers: [{ system: 'national-id', value: '000325000001' }],
    addresses: {
      current: { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 3', line: null },
    },
    relatives: [
      {
        relation: 'mother',
        name: 'Trần Thị Phượng',
        nationalId: '000195000002',
        phone: null,
        birthYear: 1995,
      },
    ],
    alerts: [],
    protectedAtBirth: true,
    gestationWeeks: 39,
    birthWeightG: 3100,
    note: null,
    ...fields,
  }
}
