import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestTables } from '../../../main/db/rebuild'
import { verifyJournal } from '../../../main/db/verify-journal'
import { toDose } from '../../../main/services/immunization/record-historical-doses'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { JournalEntry, NewEntry } from '../../../src/domain/journal/entry'
import { openStation, startMs } from './journal-setting'
import { aPerson } from './test-files'

const people = ['person-1', 'person-2', 'person-3']
const doses = ['dose-1', 'dose-2', 'dose-3', 'dose-4']
const merges = ['merge-1', 'merge-2', 'merge-3', 'merge-4', 'merge-5', 'merge-6']

/** One thing a station does, or the moment it hears everything the other one wrote. */
type Step = {
  readonly station: 0 | 1
  readonly act:
    | 'correct-person'
    | 'correct-dose'
    | 'void-dose'
    | 'void-person'
    | 'add-dose'
    | 'merge'
    | 'undo-merge'
    | 'hear'
  readonly target: number
  readonly word: string
  /** How far this station's clock is off; two PCs never agree. */
  readonly clockMs: number
}

const step: fc.Arbitrary<Step> = fc.record({
  station: fc.constantFrom(0, 1),
  act: fc.constantFrom(
    'correct-person',
    'correct-person',
    'correct-dose',
    'void-dose',
    'void-person',
    'add-dose',
    'merge',
    'merge',
    'undo-merge',
    'hear',
    'hear',
  ),
  target: fc.nat({ max: 11 }),
  word: fc.constantFrom('Ước', 'Đặng', 'Quyên', 'Hòa', 'Ý'),
  clockMs: fc.integer({ min: -5_000, max: 5_000 }),
})

function draftOf({ act, target, word }: Step, known: ReadonlySet<string>): NewEntry | null {
  const personId = people[target % people.length] ?? ''
  const doseId = doses[target % doses.length] ?? ''
  const reason = 'ghi nhầm'
  if (act === 'add-dose') {
    if (known.has(doseId)) return null
    const line = {
      vaccineCode: 'BCG_IVAC',
      givenOn: day('2025-03-15'),
      statedNumber: 1,
      lotNumber: null,
      placeName: word,
    }
    return { noun: 'dose', recordId: doseId, verb: 'recorded', body: toDose(personId, line) }
  }
  if (act.endsWith('merge')) return mergeOf(act, target, known)
  if (act === 'hear' || !known.has(act.endsWith('dose') ? doseId : personId)) return null
  switch (act) {
    case 'correct-person':
      return { noun: 'person', recordId: personId, verb: 'corrected', body: { name: `Trần ${word}` }, reason }
    case 'correct-dose':
      return { noun: 'dose', recordId: doseId, verb: 'corrected', body: { placeName: word }, reason }
    case 'void-dose':
      return { noun: 'dose', recordId: doseId, verb: 'voided', reason }
    case 'void-person':
      return { noun: 'person', recordId: personId, verb: 'voided', reason }
    default:
      return null
  }
}

/** Any two of the three, in either direction: chains, circles and one record merged twice all happen. */
function mergeOf(act: Step['act'], target: number, known: ReadonlySet<string>): NewEntry | null {
  const recordId = merges[target % merges.length] ?? ''
  if (act === 'undo-merge')
    return known.has(recordId) ? { noun: 'merge', recordId, verb: 'voided', reason: 'gộp nhầm' } : null
  if (known.has(recordId)) return null
  const survivorId = people[target % people.length] ?? ''
  const absorbedId = people[(target + 1 + (target % 2)) % people.length] ?? ''
  const by = { byUserId: 'user-1', byName: 'Trưởng trạm' }
  const body = { survivorId, absorbedId, changes: [], overrides: [], reason: 'trùng', ...by }
  return { noun: 'merge', recordId, verb: 'recorded', body }
}

/** Plays the steps at two stations that hear of each other now and then, and answers all they wrote. */
function play(steps: readonly Step[]): readonly JournalEntry[] {
  const stations = [openStation('station-a'), openStation('station-b')] as const
  const written: JournalEntry[][] = [[], []]
  const known = [new Set<string>(people), new Set<string>()]
  const heard = [0, 0]
  written[0]?.push(
    ...stations[0].append(
      people.map((recordId, index) => ({
        noun: 'person',
        recordId,
        verb: 'recorded',
        body: aPerson({ name: `Nguyễn Văn ${index}`, identifiers: [] }),
      })),
    ),
  )
  for (const [index, current] of steps.entries()) {
    const me = current.station
    const other = me === 0 ? 1 : 0
    if (current.act === 'hear') {
      const news = written[other]?.slice(heard[me]) ?? []
      stations[me].receive(news)
      heard[me] = written[other]?.length ?? 0
      for (const { recordId } of news) known[me]?.add(recordId)
      continue
    }
    const draft = draftOf(current, known[me] ?? new Set())
    // A record is made at one place only; ids never meet.
    if (!draft || (draft.verb === 'recorded' && known[other]?.has(draft.recordId))) continue
    written[me]?.push(...stations[me].append([draft], startMs + index * 1_000 + current.clockMs))
    known[me]?.add(draft.recordId)
  }
  for (const { db } of stations) db.close()
  return written.flat()
}

/** What the tables of a third place say after it received the entries in this order. */
function tablesAfter(entries: readonly JournalEntry[]): Readonly<Record<string, string>> {
  const place = openStation('station-c')
  place.receive(entries)
  expect(verifyJournal(place.db).faults).toEqual([])
  const digests = digestTables(place.db)
  place.db.close()
  return digests
}

describe('the tables are what the entries of all stations add up to', () => {
  test('in whatever order they arrive', () => {
    const history = fc.array(step, { minLength: 1, maxLength: 40 }).map(play)
    const arrivals = history.chain(entries =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray([...entries], { minLength: entries.length, maxLength: entries.length }),
      ),
    )
    fc.assert(
      fc.property(arrivals, ([entries, shuffled]) => {
        const expected = tablesAfter(entries)
        expect(tablesAfter(shuffled)).toEqual(expected)
        expect(tablesAfter([...entries].reverse())).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('a correction that arrives before what it corrects waits for it', () => {
    const writer = openStation('station-a')
    const [recorded, corrected] = writer.append([
      { noun: 'person', recordId: 'person-1', verb: 'recorded', body: aPerson() },
      { noun: 'person', recordId: 'person-1', verb: 'corrected', body: { name: 'Lê Ý' }, reason: 'ghi nhầm' },
    ])
    if (!recorded || !corrected) throw new Error('two entries were appended')
    const reader = openStation('station-b')
    reader.receive([corrected])
    expect(reader.store.persons.find('person-1')).toBeNull()
    reader.receive([recorded])
    expect(reader.store.persons.find('person-1')).toMatchObject({ name: 'Lê Ý', versions: 2 })
    expect(digestTables(reader.db)).toEqual(digestTables(writer.db))
  })
})
