import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { getFamily } from '../../../src/contract/family-calls'
import { buildDocument } from '../../../src/contract/internal-calls'
import { acceptTransfer, readTransfer } from '../../../src/contract/transfer-calls'
import type { PrintDocument } from '../../../src/domain/document/document'
import { seededRandom } from '../../../src/domain/exchange/random'
import type { TestPoint } from '../../helpers/test-point'
import { checkBody, newbornVisitBody, postpartumBody } from '../../src/domain/exchange/fhir/handbook-samples'
import { birthDay, tested, twinsBorn, write } from './birth-setting'
import { home, openReadyPoint, refusedCodes } from './ready-point'

type Kind = 'handbook-visit' | 'handbook-visit-label' | 'mother-child-handbook' | 'transfer-slip'

function paper<K extends Kind>(point: TestPoint, kind: K, personId: string, recordId?: string) {
  const built = point.done(buildDocument, {
    kind,
    personId,
    visitId: null,
    printerId: null,
    ...(recordId === undefined ? {} : { recordId }),
  })
  if (built.kind !== kind) throw new Error(`no ${kind}`)
  return built as Extract<PrintDocument, { readonly kind: K }>
}

/** Twins of a woman with one antenatal visit, one visit after birth each, and a check of the first. */
function thread() {
  const { point, motherId, pregnancyId, birthId, children } = twinsBorn()
  const [first, second] = children.map(({ personId }) => personId ?? '')
  if (!first || !second) throw new Error('two children are born')
  const add = (entry: Parameters<typeof write>[1]) => {
    write(point, entry)
    return entry.recordId
  }
  tested(point, motherId, pregnancyId, [
    { code: 'hbsag', result: 'negative' },
    { code: 'hiv', result: 'positive' },
  ])
  const nobody = { byUserId: null, byName: null, placeName: null, visitedOn: birthDay }
  const postpartum = { ...postpartumBody, ...nobody, personId: motherId, birthId }
  const visit = { ...newbornVisitBody, ...nobody, personId: first, birthId }
  const check = { ...checkBody, weightKg: 2, byUserId: null, byName: null, placeName: null, personId: first }
  add({ noun: 'postpartum-visit', recordId: point.ports.newId(), verb: 'recorded', body: postpartum })
  add({ noun: 'newborn-visit', recordId: point.ports.newId(), verb: 'recorded', body: visit })
  const checkId = add({
    noun: 'child-check',
    recordId: point.ports.newId(),
    verb: 'recorded',
    body: { ...check, checkedOn: birthDay },
  })
  return { point, motherId, first, second, pregnancyId, birthId, checkId }
}

describe('papers of the handbook', () => {
  test('the page and the sticker of a visit say what was measured, the newest without a wish', () => {
    const { point, first, motherId, checkId } = thread()
    const page = paper(point, 'handbook-visit', first, checkId)
    expect(page).toMatchObject({ title: 'Khám sức khỏe trẻ em', about: '0 ngày tuổi' })
    const lines = page.sections.flatMap(section => section.lines)
    expect(lines).toContainEqual({ caption: 'Cân nặng', value: '2 kg', box: null })
    expect(lines.find(({ caption }) => caption === 'Cân nặng theo tuổi (z)')).toMatchObject({ box: 'yellow' })
    expect(paper(point, 'handbook-visit', motherId)).toMatchObject({ title: 'Khám mẹ sau sinh' })
    const label = paper(point, 'handbook-visit-label', first, checkId)
    expect(label.facts[0]).toBe('2 kg · 58,5 cm')
    expect(label.next).toBe('10/12/2026')
  })

  test('a person without a visit is told so', () => {
    const { point, second } = thread()
    const wish = { kind: 'handbook-visit' as const, personId: second, visitId: null, printerId: null }
    expect(refusedCodes(point, buildDocument, wish)).toEqual(['print.no-handbook-visit'])
  })

  test('the whole handbook has both twins in it, whoever it is asked for, and never says what an HIV test found', () => {
    const { point, motherId, first, second } = thread()
    for (const personId of [motherId, first, second]) {
      const book = paper(point, 'mother-child-handbook', personId)
      expect(book.cover.mother).toBe('Trần Thị Ước Nguyện')
      expect(book.cover.children).toHaveLength(2)
      expect(book.parts.map(({ number }) => number)).toEqual(['I', 'II', 'III', 'IV', 'IV'])
      const codes = book.parts.slice(3).map(({ whose }) => whose)
      expect(new Set(codes).size).toBe(2)
      const text = JSON.stringify(book)
      expect(text).toContain('Đã xét nghiệm')
      expect(text).not.toContain('Dương tính')
    }
  })
})

describe('another point takes the thread over', () => {
  const accept = (there: TestPoint, codes: readonly string[]) =>
    there.done(acceptTransfer, { texts: [...codes], personId: null, current: home, notDuplicateOf: [] })

  test('mother and twins, linked, with every record under its own id and the name of the other point', () => {
    const { point, first, pregnancyId, birthId, checkId } = thread()
    const slip = paper(point, 'transfer-slip', first)
    expect(slip.handbook).toContain('mẹ Trần Thị Ước Nguyện, 2 con')
    expect(slip.leftOut).toEqual([])
    const there = openReadyPoint()
    const read = there.done(readTransfer, { texts: [...slip.codes] })
    if (read.status !== 'whole') throw new Error('all codes were there')
    expect(read.thread).toMatchObject({ role: 'child', records: 8, fresh: 8, checks: 1 })
    expect(read.thread?.members.map(({ role }) => role)).toEqual(['mother', 'child'])
    const { personId, records } = accept(there, slip.codes)
    expect(records).toBe(8)
    const family = there.done(getFamily, { personId })
    expect(family.members.map(({ relation }) => relation).toSorted()).toEqual(['mother', 'sibling'])
    const { store } = there.ports
    const check = store.records.find('child-check', checkId)
    expect(check).toMatchObject({ personId, placeName: 'Trạm Y tế Phường Đông Sơn', weightKg: 2 })
    const pregnancy = store.records.find('pregnancy', pregnancyId)
    expect(store.records.find('birth', birthId)?.personId).toBe(pregnancy?.personId)
    expect(pregnancy?.byName).toBe('Trạm Y tế Phường Đông Sơn')
    const book = paper(there, 'mother-child-handbook', personId)
    expect(book.parts).toHaveLength(5)
    expect(compareRebuild(there.db, seededRandom(11))).toEqual([])
  })

  test('twice, or by the slip of the other twin, it is there once', () => {
    const { point, first, second, motherId } = thread()
    const there = openReadyPoint()
    const { personId } = accept(there, paper(point, 'transfer-slip', first).codes)
    const again = { texts: [...paper(point, 'transfer-slip', first).codes], personId, current: null }
    expect(there.done(acceptTransfer, { ...again, notDuplicateOf: [] })).toMatchObject({ records: 0 })
    const codes = [...paper(point, 'transfer-slip', second).codes]
    const read = there.done(readTransfer, { texts: codes })
    if (read.status !== 'whole') throw new Error('all codes were there')
    const known = read.thread?.members.map(member => member.personId) ?? []
    expect(known).toContain(personId)
    expect(known.every(id => id !== null)).toBe(true)
    expect(read.thread?.fresh).toBe(0)
    const women = there.ports.store.records.list('person', { kind: 'woman' }, 'id')
    const fromMother = [...paper(point, 'transfer-slip', motherId).codes]
    const mother = women.find(({ name }) => name === 'Trần Thị Ước Nguyện')
    there.done(acceptTransfer, {
      texts: fromMother,
      personId: mother?.id ?? null,
      current: null,
      notDuplicateOf: [],
    })
    expect(there.ports.store.records.list('person', { kind: 'child' }, 'id')).toHaveLength(2)
  })

  test('a mother who is very like somebody here waits for a decision', () => {
    const { point, first } = thread()
    const slip = paper(point, 'transfer-slip', first)
    const there = thread()
    const lookalike = there.motherId
    const request = { texts: [...slip.codes], personId: null, current: home, notDuplicateOf: [] }
    const denied = there.point.done(readTransfer, { texts: [...slip.codes] })
    if (denied.status !== 'whole') throw new Error('all codes were there')
    const here = denied.matches.map(({ hit }) => hit.personId)
    const [mother] = denied.thread?.members ?? []
    expect(mother?.personId).toBe(lookalike)
    const answer = there.point.done(acceptTransfer, {
      ...request,
      notDuplicateOf: here,
      members: [
        { member: 0, personId: lookalike },
        { member: 1, personId: null },
      ],
    })
    expect(answer.records).toBe(8)
  })
})
