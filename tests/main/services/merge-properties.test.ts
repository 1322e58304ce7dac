import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { digestTables } from '../../../main/db/rebuild'
import { verifyJournal } from '../../../main/db/verify-journal'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { mergePersons, undoMerge } from '../../../src/contract/merge-calls'
import { correctPerson, registerPerson } from '../../../src/contract/person-calls'
import { leaveVisit, openVisit } from '../../../src/contract/visit-calls'
import { seededRandom } from '../../../src/domain/exchange/random'
import { canonicalJson } from '../../../src/domain/journal/canonical-json'
import { mergeParts } from '../../../src/domain/person/merge-record'
import type { Person } from '../../../src/domain/person/person'
import type { TestPoint } from '../../helpers/test-point'
import { recordOf } from './merge-setting'
import { child, home, mother, on, openReadyPoint } from './ready-point'

const names = ['Nguyễn Thị Ánh Ngọc', 'Nguyễn Ngọc', 'Trần Ý', 'Lê Văn Ước', 'Đặng Hòa']
const days = ['2026-09-15', '2026-09-16', '2026-10-20', '2026-11-01']
const vaccines = ['BCG_IVAC', 'GENEHBVAX_05', 'BOPV_POLYVAC', 'SII_PENTA']

const word = fc.constantFrom('Ước', 'Đặng', 'Quyên', 'Hòa', 'Ý')
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

/** Fields two records of one person may differ in. */
const fields: fc.Arbitrary<Partial<Person>> = fc.record(
  {
    name: fc.constantFrom(...names),
    bloodGroup: orNull(fc.constantFrom('A', 'O')),
    phone: orNull(fc.constantFrom('0900012345', '0900054321')),
    note: orNull(word),
    birthWeightG: orNull(fc.constantFrom(2900, 3100)),
    protectedAtBirth: orNull(fc.boolean()),
    alerts: fc.uniqueArray(
      fc.record({
        code: fc.constantFrom('allergy', 'preterm', 'other'),
        note: orNull(word),
        notedOn: fc.constant(on('2026-10-01')),
      }),
      { selector: canonicalJson, maxLength: 3 },
    ),
    addresses: fc.record(
      { current: word.map(hamlet => ({ ...home, hamlet })), birth: word.map(line => ({ ...home, line })) },
      { requiredKeys: [] },
    ),
    relatives: fc.uniqueArray(
      fc
        .tuple(fc.constantFrom('mother', 'father', 'guardian'), word)
        .map(([relation, name]) => mother({ relation, name: `Trần ${name}`, phone: null })),
      { selector: canonicalJson, maxLength: 4 },
    ),
  },
  { requiredKeys: [] },
)

type Act =
  | { readonly act: 'register' | 'correct'; readonly at: number; readonly fields: Partial<Person> }
  | { readonly act: 'dose' | 'visit' | 'undo'; readonly at: number; readonly pick: number }
  | { readonly act: 'merge'; readonly at: number; readonly with: number; readonly take: readonly string[] }

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constantFrom('register', 'correct'), at: fc.nat({ max: 9 }), fields }),
  fc.record({
    act: fc.constantFrom('dose', 'visit', 'undo', 'undo'),
    at: fc.nat({ max: 9 }),
    pick: fc.nat({ max: 9 }),
  }),
  fc.record({
    act: fc.constant('merge' as const),
    at: fc.nat({ max: 9 }),
    with: fc.nat({ max: 9 }),
    take: fc.subarray([...mergeParts]),
  }),
)

type Merged = { readonly mergeId: string; readonly before: ReadonlyMap<string, string>; corrected: boolean }

/** Plays a history at a real point; after every undo both records must be as they were. */
function play(point: TestPoint, acts: readonly Act[]): { readonly undone: number } {
  const people: string[] = []
  const merged: Merged[] = []
  let undone = 0
  const pictured = () => new Map(people.map(personId => [personId, recordOf(point, personId)]))
  function undoNewest(): void {
    const last = merged.at(-1)
    if (!last) return
    const { kept } = point.done(undoMerge, { mergeId: last.mergeId, reason: 'gộp nhầm' })
    merged.pop()
    undone += 1
    if (last.corrected) return
    expect(kept).toEqual([])
    for (const [personId, before] of last.before) expect(recordOf(point, personId)).toBe(before)
  }
  for (const step of acts) {
    const personId = people[step.at % Math.max(people.length, 1)]
    if (step.act === 'register' || !personId) {
      const others = [...people]
      const person = child({ ...('fields' in step ? step.fields : {}), birthDate: on('2026-09-15') })
      const registered = point.call(registerPerson, { person, notDuplicateOf: others })
      if (registered.ok) people.push(registered.value.personId)
    } else if (step.act === 'correct') {
      const answer = point.call(correctPerson, { personId, changes: step.fields, reason: 'ghi nhầm' })
      // From here on an undo leaves what was corrected, which tests of single merges look at.
      if (answer.ok) for (const merge of merged) merge.corrected = true
    } else if (step.act === 'dose') {
      const line = { vaccineCode: vaccines[step.pick % 4] ?? '', givenOn: on(days[step.pick % 4] ?? '') }
      const rest = { statedNumber: null, lotNumber: null, placeName: null }
      point.call(recordHistoricalDoses, { personId, doses: [{ ...line, ...rest }] })
    } else if (step.act === 'visit') {
      const visit = point.call(openVisit, { personId })
      if (visit.ok) point.done(leaveVisit, { visitId: visit.value.visitId, note: 'về' })
    } else if (step.act === 'merge') {
      const other = people[step.with % people.length] ?? ''
      const before = pictured()
      const codes = ['merge.twins', 'merge.two-identities', 'merge.different-sex'] as const
      const answer = point.call(mergePersons, {
        survivorId: personId,
        absorbedId: other,
        take: mergeParts.filter(part => step.take.includes(part) && part !== 'birthDate'),
        overrides: codes.map(code => ({ code, reason: 'đã hỏi gia đình' })),
        reason: 'một người',
      })
      if (answer.ok) merged.push({ mergeId: answer.value.mergeId, before, corrected: false })
    } else undoNewest()
  }
  while (merged.length > 0) undoNewest()
  return { undone }
}

describe('whatever is registered, corrected, given, merged and undone', () => {
  test('every undo gives both records back byte for byte, and the journal adds up to the tables', () => {
    let undone = 0
    fc.assert(
      fc.property(fc.array(act, { minLength: 8, maxLength: 30 }), acts => {
        const point = openReadyPoint()
        const played = play(point, acts)
        undone += played.undone
        expect(point.db.prepare('SELECT count(*) FROM person_link').pluck().get()).toBe(0)
        expect(verifyJournal(point.db).faults).toEqual([])
        expect(compareRebuild(point.db, seededRandom(acts.length))).toEqual([])
        point.close()
      }),
      { numRuns: 25 },
    )
    expect(undone).toBeGreaterThan(20)
  })

  test('clinical records are never touched: the same rows before a merge, after it and after its undo', () => {
    const clinical = (point: TestPoint) => {
      const { dose, visit, screening, reaction, appointment } = digestTables(point.db)
      return { dose, visit, screening, reaction, appointment }
    }
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 20 }), fields, (acts, theirs) => {
        const point = openReadyPoint()
        play(point, acts)
        const survivorId = point.done(registerPerson, {
          person: child(),
          notDuplicateOf: everybody(point),
        }).personId
        const absorbed = child({ ...theirs, birthDate: on('2026-09-15'), name: 'Nguyễn Ngọc', relatives: [] })
        const absorbedId = point.done(registerPerson, {
          person: absorbed,
          notDuplicateOf: everybody(point),
        }).personId
        const before = clinical(point)
        const request = { survivorId, absorbedId, take: mergeParts, overrides: [], reason: 'một người' }
        const { mergeId } = point.done(mergePersons, { ...request, take: [...mergeParts] })
        expect(clinical(point)).toEqual(before)
        point.done(undoMerge, { mergeId, reason: 'gộp nhầm' })
        expect(clinical(point)).toEqual(before)
        point.close()
      }),
      { numRuns: 8 },
    )
  })
})

function everybody(point: TestPoint): string[] {
  return point.store.records
    .list('person', {}, 'id')
    .map(({ id }) => id)
    .slice(0, 20)
}
