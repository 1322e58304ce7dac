import { writeSync } from 'node:fs'
import { createStore } from '../../../main/db'
import { openDatabase } from '../../../main/db/open'
import { newId } from '../../../main/ids'
import { day, instantOf } from '../../../src/domain/calendar/calendar-day'
import type { Dose } from '../../../src/domain/immunization/dose'
import type { Person } from '../../../src/domain/person/person'

/*
 * Writes persons with one dose each through the application's own database and journal, and says the id of each on
 * its own line once the transaction is committed. Runs until it is killed.
 * Arguments: file, key (64 hex digits or "-"), and "full" as the application is, or "normal" as the control.
 */
const [file = '', key = '-', mode = 'full'] = process.argv.slice(2)

const person: Person = {
  kind: 'child',
  name: 'Nguyễn Thị Ánh Tuyết',
  birthDate: day('2025-03-14'),
  birthTime: null,
  sex: 'female',
  ethnicGroupCode: '01',
  nationalityCode: 'VN',
  bloodGroup: null,
  phone: null,
  identifiers: [],
  addresses: {},
  relatives: [],
  alerts: [],
  protectedAtBirth: null,
  gestationWeeks: null,
  birthWeightG: null,
  note: null,
}
const dose: Omit<Dose, 'personId'> = {
  visitId: null,
  kind: 'historical',
  vaccineCode: 'BCG_IVAC',
  lotId: null,
  lotNumber: '0725',
  lotExpiresOn: null,
  givenOn: day('2025-03-15'),
  givenOnAccuracy: null,
  givenAt: null,
  statedNumber: 1,
  site: null,
  route: null,
  volumeMl: null,
  programme: 'epi',
  givenByUserId: null,
  givenByName: null,
  placeName: null,
  overrides: [],
  note: null,
}

const db = openDatabase(file, 'real', { nativeBinding: null, keyHex: key === '-' ? null : key })
if (mode === 'normal') db.pragma('synchronous = NORMAL')
const { journal, transaction } = createStore(db, { stationId: 'station-a', newId })

for (;;) {
  const personId = newId()
  transaction(() =>
    journal.append(
      [
        { noun: 'person', recordId: personId, verb: 'recorded', body: person },
        { noun: 'dose', recordId: newId(), verb: 'recorded', body: { ...dose, personId } },
      ],
      { at: instantOf(Date.now()), userId: null, requestId: null },
    ),
  )
  writeSync(1, `${personId}\n`)
}
