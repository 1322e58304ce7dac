import { describe, expect, test } from 'vitest'
import { getChart } from '../../../src/contract/dose-calls'
import { listDue } from '../../../src/contract/due-calls'
import {
  listMerges,
  mergePersons,
  reviewMerge,
  undoMerge,
  voidPerson,
} from '../../../src/contract/merge-calls'
import {
  correctPerson,
  findDuplicates,
  getPerson,
  getPersonHistory,
  listPersons,
  registerPerson,
} from '../../../src/contract/person-calls'
import { getBoard, leaveVisit, openVisit } from '../../../src/contract/visit-calls'
import { asked, handsOn, reason, twoRecords } from './merge-setting'
import { child, mother, on, openReadyPoint, refusedCodes } from './ready-point'

describe('two records of one person', () => {
  test('are read as one: doses of both, whichever id is asked, also those another PC writes later', () => {
    const it = twoRecords()
    const { point, first, second } = it
    const a = it.give(first.personId, 'BCG_IVAC', '2026-09-16')
    const b = it.give(second.personId, 'GENEHBVAX_05', '2026-09-15')
    it.merge(first.personId, second.personId)
    // Asked for the absorbed record after the merge, a dose is written under the survivor.
    const late = it.give(second.personId, 'BOPV_POLYVAC', '2026-11-15')
    expect(point.store.records.own.find('dose', late)?.personId).toBe(first.personId)
    // Another PC that has not heard of the merge yet writes under the absorbed record.
    const elsewhere = point.ports.newId()
    const known = point.store.records.own.find('dose', b) ?? expect.fail('the dose is there')
    const { id: _id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...dose } = known
    const body = { ...dose, vaccineCode: 'SII_PENTA', givenOn: on('2026-11-16') }
    const { store } = point
    store.transaction(() =>
      store.journal.append([{ noun: 'dose', recordId: elsewhere, verb: 'recorded', body }], {
        at: point.ports.clock(),
        userId: null,
        requestId: null,
      }),
    )
    for (const personId of [first.personId, second.personId]) {
      const { doses } = point.done(getChart, { personId, on: null })
      expect(doses.map(({ doseId }) => doseId).sort()).toEqual([a, b, late, elsewhere].sort())
      expect(new Set(doses.map(({ personId: owner }) => owner))).toEqual(new Set([first.personId]))
      expect(point.done(getPerson, { personId }).personId).toBe(first.personId)
    }
    expect(store.records.own.find('dose', b)?.personId).toBe(second.personId)
    it.prove()
    point.close()
  })

  test('are found once, by every code and name of the survivor', () => {
    const it = twoRecords()
    const { point, first, second } = it
    it.merge(first.personId, second.personId)
    expect(it.search(second.personCode)).toEqual([first.personId])
    expect(it.search(first.personCode)).toEqual([first.personId])
    expect(it.search('nguyen thi anh ngoc')).toEqual([first.personId])
    expect(it.search('15/09/2026')).toEqual([first.personId])
    expect(point.done(listPersons, { offset: 0, limit: 10 })).toMatchObject({ persons: 1 })
    const similar = point.done(findDuplicates, { person: child(), exceptPersonId: null })
    expect(similar.map(({ hit }) => hit.personId)).toEqual([first.personId])
    point.close()
  })

  test('the survivor takes what was chosen, every code, and every alert', () => {
    const it = twoRecords()
    const { point, first, second } = it
    it.merge(first.personId, second.personId, { take: ['bloodGroup', 'addresses.current', 'note'] })
    const { person } = point.done(getPerson, { personId: first.personId })
    expect(person).toMatchObject({
      name: 'Nguyễn Thị Ánh Ngọc',
      bloodGroup: 'O',
      note: 'Nhà cuối thôn',
      addresses: { current: { hamlet: 'Thôn 5' } },
      alerts: [{ code: 'allergy' }],
    })
    expect(person.identifiers.map(({ value }) => value).sort()).toEqual(
      [first.personCode, second.personCode].sort(),
    )
    // A record with two codes is corrected as any other.
    point.done(correctPerson, { personId: second.personId, changes: { note: 'Sửa' }, reason: 'Ghi lại' })
    expect(point.done(getPerson, { personId: first.personId }).person.note).toBe('Sửa')
    point.close()
  })

  test('the undo gives both back as they were; what was written since stays where it was written', () => {
    const it = twoRecords()
    const { point, first, second } = it
    it.give(first.personId, 'BCG_IVAC', '2026-09-16')
    const theirs = it.give(second.personId, 'GENEHBVAX_05', '2026-09-15')
    const before = [it.recordOf(first.personId), it.recordOf(second.personId)]
    const mergeId = it.merge(first.personId, second.personId, { take: ['name', 'note', 'addresses.current'] })
    expect(it.recordOf(first.personId)).toContain('"name":"Nguyễn Ngọc"')
    it.give(first.personId, 'BOPV_POLYVAC', '2026-11-15')
    expect(point.done(listMerges, { personId: second.personId, offset: 0, limit: 9 })).toMatchObject({
      total: 1,
      merges: [{ mergeId, state: 'in-effect', recordsSince: 1, laterMergeId: null, keptParts: [] }],
    })
    expect(point.done(undoMerge, { mergeId, reason: 'Là hai chị em' })).toEqual({ kept: [] })
    expect([it.recordOf(first.personId), it.recordOf(second.personId)]).toEqual(before)
    const { doses } = point.done(getChart, { personId: second.personId, on: null })
    expect(doses.map(({ doseId }) => doseId)).toEqual([theirs])
    expect(point.done(getChart, { personId: first.personId, on: null }).doses).toHaveLength(2)
    expect(it.search(second.personCode)).toEqual([second.personId])
    expect(point.done(listMerges, { personId: null, offset: 0, limit: 9 }).merges).toMatchObject([
      { state: 'undone', undone: { reason: 'Là hai chị em' } },
    ])
    it.prove()
    point.close()
  })

  test('what was corrected since the merge stays, and is said', () => {
    const it = twoRecords()
    const { point, first, second } = it
    const mergeId = it.merge(first.personId, second.personId, { take: ['note', 'bloodGroup'] })
    const changes = { note: 'Nhà đầu thôn' }
    point.done(correctPerson, { personId: first.personId, changes, reason: 'Chuyển nhà' })
    expect(point.done(undoMerge, { mergeId, reason })).toEqual({ kept: ['note'] })
    const { person } = point.done(getPerson, { personId: first.personId })
    expect(person).toMatchObject({ note: 'Nhà đầu thôn', bloodGroup: null, alerts: [] })
    point.close()
  })

  test('a chain is undone from its end', () => {
    const it = twoRecords()
    const { point, first, second } = it
    const third = point.done(registerPerson, {
      person: child({ name: 'Nguyễn Anh Ngọc', relatives: [mother({ phone: null })] }),
      notDuplicateOf: [first.personId, second.personId],
    })
    const one = it.merge(first.personId, second.personId)
    const two = it.merge(third.personId, first.personId)
    expect(it.search(second.personCode)).toEqual([third.personId])
    expect(refusedCodes(point, undoMerge, { mergeId: one, reason })).toEqual(['merge.later-merge'])
    point.done(undoMerge, { mergeId: two, reason })
    expect(it.search(second.personCode)).toEqual([first.personId])
    point.done(undoMerge, { mergeId: one, reason })
    expect(refusedCodes(point, undoMerge, { mergeId: one, reason })).toEqual(['merge.already-undone'])
    it.prove()
    point.close()
  })

  test('the list of those who are due knows the survivor only, and what was given to either', () => {
    const it = twoRecords()
    const { point, first, second } = it
    const filter = {
      status: 'due',
      until: null,
      text: '',
      rowCode: null,
      place: null,
      bornFrom: null,
      bornTo: null,
    } as const
    const due = () => point.done(listDue, { filter, order: 'oldest', offset: 0, limit: 50 })
    const rowsOf = (personId: string) =>
      due()
        .lines.find(({ hit }) => hit.personId === personId)
        ?.doses.map(({ rowCode }) => rowCode) ?? []
    due()
    it.give(second.personId, 'BCG_IVAC', '2026-09-16')
    expect(due().total).toBe(2)
    expect(rowsOf(first.personId)).toContain('BCG')
    const mergeId = it.merge(first.personId, second.personId)
    expect(due()).toMatchObject({ total: 1, renewal: { isWaiting: false } })
    expect(rowsOf(first.personId)).not.toContain('BCG')
    point.done(undoMerge, { mergeId, reason })
    expect(due().total).toBe(2)
    expect(rowsOf(first.personId)).toContain('BCG')
    point.close()
  })

  test('the history tells of both records and of the merge; events name both', () => {
    const it = twoRecords()
    const { point, first, second } = it
    const dose = it.give(second.personId, 'BCG_IVAC', '2026-09-16')
    point.events.length = 0
    const mergeId = it.merge(first.personId, second.personId, { take: ['note'] })
    expect(point.events).toMatchObject([
      { nouns: ['merge', 'person'], personIds: expect.arrayContaining([first.personId, second.personId]) },
    ])
    const items = point.done(getPersonHistory, { personId: second.personId })
    expect(items.find(({ recordId }) => recordId === mergeId)).toMatchObject({
      reason,
      merge: { survivorName: 'Nguyễn Thị Ánh Ngọc', absorbedName: 'Nguyễn Ngọc' },
    })
    expect(items.find(({ recordId }) => recordId === dose)?.recordCode).toBe(second.personCode)
    point.done(undoMerge, { mergeId, reason: 'Nhầm' })
    const after = point.done(getPersonHistory, { personId: second.personId })
    expect(after.filter(({ noun }) => noun === 'merge').map(({ verb }) => verb)).toEqual([
      'voided',
      'recorded',
    ])
    point.close()
  })
})

describe('a merge is refused', () => {
  test('of a record with itself, of one already merged, of one removed, of nobody', () => {
    const it = twoRecords()
    const { point, first, second } = it
    const [a, b] = [first.personId, second.personId]
    expect(refusedCodes(point, mergePersons, asked(a, a))).toEqual(['merge.same-record'])
    const nobody = point.ports.newId()
    expect(refusedCodes(point, mergePersons, asked(a, nobody))).toEqual(['person.not-found'])
    it.merge(a, b)
    expect(refusedCodes(point, mergePersons, asked(a, b))).toEqual(['merge.same-record'])
    const third = point.done(registerPerson, {
      person: child({ name: 'Lê Văn Bình', sex: 'male' }),
      notDuplicateOf: [],
    }).personId
    expect(refusedCodes(point, mergePersons, asked(third, b))).toEqual(['merge.already-merged'])
    point.done(voidPerson, { personId: third, reason: 'Đăng ký nhầm' })
    expect(refusedCodes(point, mergePersons, asked(a, third))).toEqual(['merge.voided-record'])
    point.close()
  })

  test('while either stands in the hall', () => {
    const it = twoRecords()
    const { point, first, second } = it
    const { visitId } = point.done(openVisit, { personId: second.personId })
    const request = asked(first.personId, second.personId)
    expect(refusedCodes(point, mergePersons, request)).toEqual(['merge.visit-open'])
    point.done(leaveVisit, { visitId, note: 'Về sớm' })
    const mergeId = it.merge(first.personId, second.personId)
    const later = point.done(openVisit, { personId: second.personId })
    expect(point.done(getBoard, { on: null }).screening).toMatchObject([{ personId: first.personId }])
    expect(refusedCodes(point, undoMerge, { mergeId, reason })).toEqual(['merge.visit-open'])
    expect(later.ticket).toBe(2)
    point.close()
  })

  test('of likely twins, two numbers or two sexes, until somebody says why', () => {
    const ids = (value: string) => [{ system: 'national-id' as const, value }]
    const point = openReadyPoint()
    const it = handsOn(point)
    const a = point.done(registerPerson, {
      person: child({ identifiers: ids('038326000018') }),
      notDuplicateOf: [],
    }).personId
    const b = point.done(registerPerson, {
      person: child({ name: 'Nguyễn Minh Nhật', sex: 'male', identifiers: ids('038226000027') }),
      notDuplicateOf: [],
    }).personId
    const warnings = ['merge.two-identities', 'merge.twins', 'merge.different-sex'] as const
    expect(refusedCodes(point, mergePersons, asked(a, b))).toEqual(warnings)
    expect(point.done(reviewMerge, { leftId: a, rightId: b }).warnings).toEqual(warnings)
    const overrides = warnings.map(code => ({ code, reason: 'Giấy khai sinh cấp lại' }))
    const mergeId = it.merge(a, b, { overrides })
    expect(point.store.merges.find(mergeId)?.overrides).toEqual(overrides)
    point.close()
  })

  test('with a birth date after a dose of either', () => {
    const it = twoRecords({ birthDate: on('2026-09-25') })
    const { point, first, second } = it
    it.give(first.personId, 'BCG_IVAC', '2026-09-16')
    const request = { ...asked(first.personId, second.personId), take: ['birthDate' as const] }
    expect(refusedCodes(point, mergePersons, request)).toEqual(['person.birth-after-dose'])
    point.close()
  })

  test('to a receptionist', () => {
    const it = twoRecords()
    const { point, first, second } = it
    point.actAs('receptionist')
    const request = asked(first.personId, second.personId)
    expect(refusedCodes(point, mergePersons, request)).toEqual(['user.not-allowed'])
    point.close()
  })
})
