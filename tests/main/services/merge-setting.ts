import { expect } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { verifyJournal } from '../../../main/db/verify-journal'
import type { RequestOf } from '../../../src/contract/call'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { mergePersons } from '../../../src/contract/merge-calls'
import { registerPerson, searchPersons } from '../../../src/contract/person-calls'
import { seededRandom } from '../../../src/domain/exchange/random'
import { canonicalJson } from '../../../src/domain/journal/canonical-json'
import type { Person } from '../../../src/domain/person/person'
import type { TestPoint } from '../../helpers/test-point'
import { child, home, on, openReadyPoint } from './ready-point'

export const reason = 'Cùng một trẻ, đăng ký hai lần'

/** One child with two records: the second was registered under a slip of the name. */
export function twoRecords(changes: Partial<Person> = {}) {
  const point = openReadyPoint()
  const first = point.done(registerPerson, { person: child(), notDuplicateOf: [] })
  const second = point.done(registerPerson, {
    person: child({
      name: 'Nguyễn Ngọc',
      note: 'Nhà cuối thôn',
      bloodGroup: 'O',
      alerts: [{ code: 'allergy', note: 'trứng', notedOn: on('2026-11-01') }],
      addresses: { current: { ...home, hamlet: 'Thôn 5' } },
      ...changes,
    }),
    notDuplicateOf: [first.personId],
  })
  return { point, first, second, ...handsOn(point) }
}

/** What a test of merges does again and again at one point. */
export function handsOn(point: TestPoint) {
  return {
    give(personId: string, vaccineCode: string, givenOn: string): string {
      const line = { vaccineCode, givenOn: on(givenOn), statedNumber: null, lotNumber: null, placeName: null }
      return point.done(recordHistoricalDoses, { personId, doses: [line] }).doseIds[0] ?? ''
    },
    merge: (survivorId: string, absorbedId: string, changes: Partial<RequestOf<typeof mergePersons>> = {}) =>
      point.done(mergePersons, { ...asked(survivorId, absorbedId), ...changes }).mergeId,
    search: (text: string): readonly string[] =>
      point.done(searchPersons, { text, limit: 20 }).hits.map(({ personId }) => personId),
    recordOf: (personId: string) => recordOf(point, personId),
    /** The journal holds, and the tables are what it adds up to in any order. */
    prove(): void {
      expect(verifyJournal(point.db).faults).toEqual([])
      expect(compareRebuild(point.db, seededRandom(3))).toEqual([])
    },
  }
}

export function asked(survivorId: string, absorbedId: string): RequestOf<typeof mergePersons> {
  return { survivorId, absorbedId, take: [], overrides: [], reason }
}

/** A person's record as it was written, without what the store knows of it; byte for byte comparable. */
export function recordOf(point: TestPoint, personId: string): string {
  const stored = point.store.records.own.find('person', personId)
  if (!stored) throw new Error('no such person')
  const { id: _id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...person } = stored
  return canonicalJson(person)
}
