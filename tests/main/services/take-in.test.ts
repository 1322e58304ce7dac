import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { idOfText as idOf } from '../../../main/ids'
import { listSources, settleConflict } from '../../../src/contract/arrival-calls'
import { correctDose, getChart, recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import { seededRandom } from '../../../src/domain/exchange/random'
import { cameFromProvince } from '../../../src/domain/journal/arrival-mark'
import { arrivedDose, arrivedPerson, takeIn } from '../../helpers/arrivals'
import { child, openReadyPoint, register } from './ready-point'
import {
  accepted,
  doseId,
  dosesOf,
  openAt,
  personAt,
  stranger,
  strangerId,
  withStranger,
} from './take-in-setting'

describe('somebody of another point', () => {
  test('stays out until asked for, with everything that is said of them', () => {
    const point = openReadyPoint()
    const person = arrivedPerson(strangerId, stranger, 1)
    const facts = [person, arrivedDose(doseId, person.resource, 1)]
    expect(takeIn(point, facts)).toMatchObject({ taken: 0, unknown: 2 })
    expect(takeIn(point, facts, [person.resource])).toMatchObject({ taken: 2, unknown: 0 })
    expect(personAt(point, strangerId).name).toBe('Trần Thử Xa')
    expect(dosesOf(point, strangerId)).toMatchObject([
      { id: doseId, kind: 'historical', placeName: 'Điểm Thử B' },
    ])
  })
  test('comes with where it is known from, and nothing of it goes back as our own', () => {
    const point = withStranger()
    const { sources } = point.done(listSources, { personId: strangerId })
    expect(sources.map(({ about, placeName }) => [about, placeName])).toEqual([
      ['person', 'Điểm Thử B'],
      ['dose', 'Điểm Thử B'],
    ])
    const entries = [strangerId, doseId].flatMap(id => point.store.entriesOf(id))
    expect(entries.map(cameFromProvince)).toEqual([true, true])
  })
  test('who is of this point comes in unasked', () => {
    const point = openReadyPoint()
    const pointId = point.store.point()?.id ?? null
    expect(takeIn(point, [arrivedPerson(strangerId, stranger, 1, { pointId })])).toMatchObject({ taken: 1 })
  })
})

describe('the same facts', () => {
  test('again, and an older version after a newer one, change nothing', () => {
    const point = withStranger()
    const person = arrivedPerson(strangerId, { ...stranger, phone: '0900000009' }, 3)
    takeIn(point, [person])
    const entries = point.entries()
    takeIn(point, [person, arrivedPerson(strangerId, stranger, 1), arrivedDose(doseId, person.resource, 1)])
    expect(point.entries()).toBe(entries)
    expect(personAt(point, strangerId).phone).toBe('0900000009')
  })
  test('an answer read before the server stored what was sent from here since is older than what is known', () => {
    const point = withStranger()
    const changes = { name: 'Trần Thử Gần' }
    point.done(correctPerson, { personId: strangerId, changes, reason: 'giấy khai sinh' })
    accepted(point, 5)
    expect(takeIn(point, [arrivedPerson(strangerId, { ...stranger, name: 'Trần Thử Cũ' }, 4)])).toMatchObject(
      {
        taken: 0,
      },
    )
    expect(personAt(point, strangerId).name).toBe('Trần Thử Gần')
    expect(openAt(point)).toEqual([])
    takeIn(point, [arrivedPerson(strangerId, { ...stranger, name: 'Trần Thử Mới' }, 6)])
    expect(personAt(point, strangerId).name).toBe('Trần Thử Mới')
  })
  test('can be rebuilt from the journal alone', () => {
    const point = withStranger()
    takeIn(point, [arrivedPerson(strangerId, { ...stranger, name: 'Trần Thử Xa Xôi' }, 2)])
    expect(compareRebuild(point.db, seededRandom(3))).toEqual([])
  })
})

describe('a change of one side', () => {
  test('travels: the national code arrives', () => {
    const point = withStranger()
    const identifiers = [...stranger.identifiers, { system: 'national-id' as const, value: '038326000001' }]
    takeIn(point, [arrivedPerson(strangerId, { ...stranger, identifiers }, 2)])
    expect(personAt(point, strangerId).identifiers).toContainEqual({
      system: 'national-id',
      value: '038326000001',
    })
    expect(openAt(point)).toEqual([])
  })
  test('made here stays, and is not asked about when the server still has the old one', () => {
    const point = withStranger()
    point.done(correctPerson, {
      personId: strangerId,
      changes: { name: 'Trần Thử Gần' },
      reason: 'giấy khai sinh',
    })
    takeIn(point, [arrivedPerson(strangerId, { ...stranger, phone: '0900000009' }, 2)])
    expect(personAt(point, strangerId)).toMatchObject({ name: 'Trần Thử Gần', phone: '0900000009' })
    expect(openAt(point)).toEqual([])
  })
})

describe('two names', () => {
  function disputed() {
    const point = withStranger()
    point.done(correctPerson, {
      personId: strangerId,
      changes: { name: 'Trần Thử Gần' },
      reason: 'giấy khai sinh',
    })
    takeIn(point, [arrivedPerson(strangerId, { ...stranger, name: 'Trần Thử Khác' }, 2)])
    return point
  }
  test('wait side by side with who and when; the server’s stands meanwhile', () => {
    const point = disputed()
    expect(openAt(point)).toMatchObject([
      {
        kind: 'person-field',
        field: 'name',
        here: 'Trần Thử Gần',
        hereBy: 'Trưởng trạm',
        there: 'Trần Thử Khác',
        therePlace: 'Điểm Thử B',
        stands: 'Trần Thử Khác',
      },
    ])
  })
  test('ours is chosen: a correction of today, which is ours to send', () => {
    const point = disputed()
    const [conflict] = openAt(point)
    point.done(settleConflict, { conflictId: conflict?.conflictId ?? '', verdict: 'here', note: null })
    expect(personAt(point, strangerId).name).toBe('Trần Thử Gần')
    expect(cameFromProvince(point.store.entriesOf(strangerId).at(-1) ?? { requestId: null })).toBe(false)
    expect(openAt(point)).toEqual([])
  })
  test('theirs is chosen: said anew, for the server may hold ours by now; a second choice is refused', () => {
    const point = disputed()
    const [conflict] = openAt(point)
    const request = { conflictId: conflict?.conflictId ?? '', verdict: 'there' as const, note: null }
    point.done(settleConflict, request)
    expect(personAt(point, strangerId).name).toBe('Trần Thử Khác')
    expect(cameFromProvince(point.store.entriesOf(strangerId).at(-1) ?? { requestId: null })).toBe(false)
    expect(point.codes(settleConflict, request)).toEqual(['conflict.already-settled'])
    expect(compareRebuild(point.db, seededRandom(3))).toEqual([])
  })
})

describe('doses', () => {
  const card = {
    vaccineCode: 'GENERIC_5IN1_ANY',
    givenOn: day('2026-11-16'),
    statedNumber: null,
    lotNumber: null,
    placeName: 'theo sổ',
  }
  test('copied here from the card and recorded by whoever gave it: one fact, two sources', () => {
    const point = openReadyPoint()
    const person = arrivedPerson(strangerId, stranger, 1)
    takeIn(point, [person], [person.resource])
    point.done(recordHistoricalDoses, { personId: strangerId, doses: [card] })
    const asked = { personId: strangerId, on: null }
    const before = point.done(getChart, asked)
    takeIn(point, [arrivedDose(doseId, person.resource, 1)])
    expect(dosesOf(point, strangerId).map(({ id }) => id)).toEqual([doseId])
    const { sources } = point.done(listSources, { personId: strangerId })
    expect(sources).toHaveLength(2)
    expect(openAt(point)).toEqual([])
    expect(point.done(getChart, asked).chart.today).toEqual(before.chart.today)
    // The giver takes it back: the copy of the card stands again.
    takeIn(point, [arrivedDose(doseId, person.resource, 2, { removed: true })])
    expect(dosesOf(point, strangerId)).toMatchObject([{ placeName: 'theo sổ' }])
    expect(compareRebuild(point.db, seededRandom(5))).toEqual([])
  })
  test('given at two points on one day: an alarm, both stay, and a person settles it', () => {
    const point = withStranger()
    const [other, patient] = [idOf('a dose of a third point'), `Patient/${strangerId.slice(0, 8)}`]
    const { dose } = arrivedDose(other, patient, 2)
    const third = { recordedBy: 'station-c', dose: { ...dose, placeName: 'Điểm Thử C' } }
    takeIn(point, [arrivedDose(other, patient, 2, third)])
    expect(dosesOf(point, strangerId)).toHaveLength(2)
    const [alarm] = openAt(point)
    expect(alarm).toMatchObject({ kind: 'double-dose', displayName: 'Trần Thử Xa' })
    expect(alarm?.doses.map(({ placeName }) => placeName).toSorted()).toEqual(['Điểm Thử B', 'Điểm Thử C'])
    point.done(settleConflict, {
      conflictId: alarm?.conflictId ?? '',
      verdict: 'same-dose',
      note: 'gọi hỏi điểm C',
    })
    expect(dosesOf(point, strangerId)).toHaveLength(1)
    expect(openAt(point)).toEqual([])
  })
  test('an alarm whose ground is gone waits for nobody', () => {
    const point = withStranger()
    const other = idOf('a dose of a third point')
    const patient = `Patient/${strangerId.slice(0, 8)}`
    takeIn(point, [arrivedDose(other, patient, 2, { recordedBy: 'station-c' })])
    expect(openAt(point)).toHaveLength(1)
    takeIn(point, [arrivedDose(other, patient, 3, { recordedBy: 'station-c', removed: true })])
    expect(openAt(point)).toEqual([])
  })
  test('what another point gave is corrected there and not here', () => {
    const point = withStranger()
    const request = { doseId, changes: { lotNumber: 'KHAC' }, reason: 'xem lại' }
    expect(point.codes(correctDose, request)).toEqual(['dose.recorded-elsewhere'])
    const patient = `Patient/${strangerId.slice(0, 8)}`
    const { dose } = arrivedDose(doseId, patient, 1)
    takeIn(point, [arrivedDose(doseId, patient, 2, { dose: { ...dose, lotNumber: 'DUNG' } })])
    expect(dosesOf(point, strangerId)).toMatchObject([{ lotNumber: 'DUNG' }])
  })
  test('what this point gave is changed by nobody: a person looks', () => {
    const point = openReadyPoint()
    const personId = register(point)
    point.done(recordHistoricalDoses, { personId, doses: [card] })
    const [own] = dosesOf(point, personId)
    const ownId = own?.id ?? ''
    const person = arrivedPerson(personId, child(), 1)
    takeIn(point, [person, arrivedDose(ownId, person.resource, 1)])
    expect(dosesOf(point, personId)).toMatchObject([{ lotNumber: null, placeName: 'theo sổ' }])
    const fields = openAt(point).map(({ field }) => field)
    expect(fields).toContain('lotNumber')
    const conflict = openAt(point).find(({ field }) => field === 'lotNumber')
    point.done(settleConflict, { conflictId: conflict?.conflictId ?? '', verdict: 'there', note: null })
    expect(dosesOf(point, personId)).toMatchObject([{ lotNumber: 'THU-1' }])
  })
})

describe('merges', () => {
  const otherId = idOf('the same child, registered twice')
  const [first, second] = [arrivedPerson(strangerId, stranger, 1), arrivedPerson(otherId, stranger, 1)]
  const merged = { replacedBy: first.resource, removed: false }

  test('made elsewhere join the records here, and an un-merge parts them', () => {
    const point = withStranger()
    takeIn(point, [second], [second.resource])
    takeIn(point, [arrivedPerson(otherId, stranger, 2, merged)])
    expect(point.store.links.survivorOf(otherId)).toBe(strangerId)
    takeIn(point, [arrivedPerson(otherId, stranger, 3)])
    expect(point.store.links.survivorOf(otherId)).toBe(otherId)
    takeIn(point, [arrivedPerson(otherId, stranger, 4, merged)])
    expect(point.store.links.survivorOf(otherId)).toBe(strangerId)
    expect(compareRebuild(point.db, seededRandom(9))).toEqual([])
  })
  test('into somebody who is not here yet wait for that record', () => {
    const point = openReadyPoint()
    takeIn(point, [second], [second.resource])
    const again = arrivedPerson(otherId, stranger, 2, merged)
    expect(takeIn(point, [again]).held).toEqual([{ resource: second.resource, needs: first.resource }])
    takeIn(point, [first, again], [first.resource])
    expect(point.store.links.survivorOf(otherId)).toBe(strangerId)
  })
})
