import type { Database } from '../../../main/db/driver'
import { createProjector } from '../../../main/db/projector'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { Dose } from '../../../src/domain/immunization/dose'
import type { JournalEntry, Noun } from '../../../src/domain/journal/entry'
import type { TruthRecord } from './register'

/** An id in the order of places: the record at place 7 has the same id in every run. */
export function idAt(place: number, noun: 'person' | 'dose' = 'person'): string {
  const kind = noun === 'person' ? '7000' : '7001'
  return `0190a1b2-0000-${kind}-8000-${String(place).padStart(12, '0')}`
}

/**
 * Writes an invented register into the tables the journal adds up to, not through the journal itself: what is measured
 * reads the tables, and half a million hashed entries would take many minutes to write.
 */
export function storeRegister(db: Database, records: readonly TruthRecord[]): void {
  const { project } = createProjector(db)
  let doses = 0
  const write = (noun: Noun, recordId: string, body: JournalEntry['body']) =>
    project(noun, recordId, [entryOf(noun, recordId, body)])
  for (let from = 0; from < records.length; from += 2_000)
    db.transaction(() => {
      for (const [at, record] of records.slice(from, from + 2_000).entries()) {
        const personId = idAt(from + at)
        write('person', personId, record.person)
        for (const { vaccineCode, on, lot } of record.doses)
          write('dose', idAt(doses++, 'dose'), {
            ...plainDose,
            personId,
            vaccineCode,
            givenOn: on,
            lotNumber: lot,
          })
      }
    })()
}

const plainDose: Omit<Dose, 'personId' | 'vaccineCode' | 'givenOn' | 'lotNumber'> = {
  visitId: null,
  kind: 'historical',
  lotId: null,
  lotExpiresOn: null,
  givenOnAccuracy: null,
  givenAt: null,
  statedNumber: null,
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

function entryOf(noun: Noun, recordId: string, body: JournalEntry['body']): JournalEntry {
  return { ...stamped, noun, recordId, id: recordId, body }
}

const stamped = {
  stationId: 'truth',
  seq: 1,
  stamp: '2026-11-22T01:00:00.000Z-0000-truth',
  at: '2026-11-22T01:00:00.000Z' as Instant,
  userId: null,
  verb: 'recorded',
  reason: null,
  supersedes: null,
  requestId: null,
  prevHash: '',
  hash: '',
} as const
