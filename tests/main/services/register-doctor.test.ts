import { beforeAll, describe, expect, test } from 'vitest'
import { watchDoctor } from '../../../main/services/register-doctor/watch-doctor'
import { correctDose, voidDose } from '../../../src/contract/dose-calls'
import { startJob } from '../../../src/contract/job-calls'
import { correctPerson, getPersonHistory } from '../../../src/contract/person-calls'
import {
  acceptFinding,
  type FindingView,
  listDecidedFindings,
  listFindings,
  reopenFinding,
  summarizeFindings,
  swapNumbers,
} from '../../../src/contract/register-doctor-calls'
import type { Dose } from '../../../src/domain/immunization/dose'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { Person } from '../../../src/domain/person/person'
import type { FindingCode, FindingKind } from '../../../src/domain/register-doctor/finding'
import type { TestPoint } from '../../helpers/test-point'
import {
  child,
  givePenta,
  home,
  mother,
  on,
  openReadyPoint,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

async function search(point: TestPoint): Promise<void> {
  point.done(startJob, { job: { name: 'register.check' } })
  while (point.ports.jobs.list().some(({ state }) => state === 'running'))
    await new Promise(resolve => setTimeout(resolve, 5))
  expect(point.ports.jobs.list().find(({ name }) => name === 'register.check')).toMatchObject({
    state: 'done',
  })
}

function found(point: TestPoint, kind: FindingKind): readonly FindingView[] {
  return point.done(listFindings, { kind, code: null, offset: 0, limit: 200 }).findings
}

const codesOf = (views: readonly FindingView[]) => views.map(({ finding }) => finding.code)

/** A record as an import may have left it, its mother named after it. */
function add(point: TestPoint, name: string, changes: Partial<Person> = {}): string {
  const personId = point.ports.newId()
  const relatives = [mother({ name: `Mẹ ${name}`, phone: null })]
  const body = child({ name, relatives, ...changes })
  append(point, { noun: 'person', recordId: personId, verb: 'recorded', body })
  return personId
}

function append(point: TestPoint, entry: NewEntry): void {
  const context = { at: point.ports.clock(), userId: null, requestId: null }
  point.store.transaction(() => point.store.journal.append([entry], context))
}

/** A dose as a wrong import or an older build may have left it: past every check of the form. */
function writeDose(point: TestPoint, personId: string, changes: Partial<Dose>): string {
  const doseId = point.ports.newId()
  const dose: Dose = {
    personId,
    visitId: null,
    kind: 'historical',
    vaccineCode: 'SII_PENTA',
    lotId: null,
    lotNumber: null,
    lotExpiresOn: null,
    givenOn: on('2026-11-16'),
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
    ...changes,
  }
  append(point, { noun: 'dose', recordId: doseId, verb: 'recorded', body: dose })
  return doseId
}

const id = (value: string) => [{ system: 'national-id' as const, value }]

describe('a register with one of every fault', () => {
  const point = openReadyPoint()
  const people: Record<string, string> = {}
  beforeAll(async () => {
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
    people.early = add(point, 'Bé Một Thử')
    writeDose(point, people.early, { givenOn: on('2026-05-10') })
    people.swappedDay = add(point, 'Bé Hai Thử', { birthDate: on('2026-01-05') })
    writeDose(point, people.swappedDay, { givenOn: on('2026-12-03') })
    people.lots = add(point, 'Bé Ba Thử')
    const given = { kind: 'administered' as const, lotId, lotNumber: 'LO-SII_PENTA' }
    writeDose(point, people.lots, { ...given, lotExpiresOn: on('2026-11-01'), givenOn: on('2026-11-22') })
    people.noLot = add(point, 'Bé Bốn Thử')
    writeDose(point, people.noLot, { ...given, lotId: point.ports.newId(), givenOn: on('2026-11-20') })
    people.twice = add(point, 'Bé Năm Thử')
    writeDose(point, people.twice, { ...given, lotExpiresOn: on('2027-06-30'), givenOn: on('2026-11-22') })
    writeDose(point, people.twice, { vaccineCode: 'HEXAXIM', givenOn: on('2026-11-22') })
    people.adults = add(point, 'Bé Sáu Thử')
    writeDose(point, people.adults, { vaccineCode: 'ENGERIX_1', givenOn: on('2026-09-16') })
    people.place = add(point, 'Bé Bảy Thử', { addresses: { permanent: home } })
    for (const [at, name] of ['Tám', 'Chín', 'Mười'].entries()) {
      const own = mother({ name: `Lê Thị ${name} Thử`, phone: '0987654321' })
      people[name] = add(point, `Bé ${name} Thử`, { relatives: [own], birthDate: on(`2026-0${at + 3}-01`) })
    }
    const born = { relatives: [mother({ name: 'Mẹ Song Thử' })] }
    // 079326… is a girl of 2026, 079226… a boy.
    people.girl = add(point, 'Trần Thị Song Thử', { ...born, sex: 'female', identifiers: id('079226000011') })
    people.boy = add(point, 'Trần Văn Song Thử', { ...born, sex: 'male', identifiers: id('079326000012') })
    await search(point)
  }, 60_000)

  const expected: readonly (readonly [who: string, kind: FindingKind, code: FindingCode])[] = [
    ['early', 'dates', 'dose-before-birth'],
    ['swappedDay', 'dates', 'dose-in-future'],
    ['lots', 'lots', 'lot-expired'],
    ['noLot', 'lots', 'lot-never-received'],
    ['twice', 'doses', 'dose-twice'],
    ['adults', 'doses', 'dose-for-adults'],
    ['place', 'record', 'no-commune'],
  ]
  test.each(expected)('%s is found among %s as %s, and nobody else is', (who, kind, code) => {
    const views = found(point, kind).filter(({ finding }) => finding.code === code)
    expect(views.map(({ hit }) => hit.personId)).toEqual([people[who]])
  })

  test('three families on one telephone are one finding about three people', () => {
    const [shared] = found(point, 'numbers').filter(({ finding }) => finding.code === 'phone-shared')
    expect(shared?.finding.facts).toEqual({ phone: '0987654321', families: 3 })
    expect(
      [shared?.hit.personId, ...(shared?.others.map(({ personId }) => personId) ?? [])].toSorted(),
    ).toEqual(['Tám', 'Chín', 'Mười'].map(name => people[name] ?? '').toSorted())
  })

  test('the summary counts what the lists show, and says when everybody was looked at', () => {
    const { counts, lastSearch, decided } = point.done(summarizeFindings, {})
    const sum = counts.reduce((total, { findings }) => total + findings, 0)
    const listed = new Set(counts.map(({ kind }) => kind))
    expect([...listed].reduce((total, kind) => total + found(point, kind).length, 0)).toBe(sum)
    expect(lastSearch).toEqual({ at: '2026-11-22T01:00:00.000Z', persons: 12 })
    expect(decided).toBe(0)
  })

  test('a day with day and month exchanged is put right in one step, and the finding is gone at once', () => {
    const [view] = found(point, 'dates').filter(({ finding }) => finding.code === 'dose-in-future')
    const [repair] = view?.finding.repairs ?? []
    expect(repair).toMatchObject({ kind: 'correct-dose', givenOn: '2026-03-12' })
    if (repair?.kind !== 'correct-dose') throw new Error('no repair')
    const { doseId, givenOn } = repair
    point.done(correctDose, { doseId, changes: { givenOn }, reason: 'Ghi nhầm ngày và tháng' })
    expect(codesOf(found(point, 'dates'))).toEqual(['dose-before-birth'])
  })

  test('of a dose given here and its copy the copy is voided', () => {
    const [view] = found(point, 'doses').filter(({ finding }) => finding.code === 'dose-twice')
    const [repair] = view?.finding.repairs ?? []
    if (repair?.kind !== 'void-dose') throw new Error('no repair')
    expect(point.store.records.find('dose', repair.doseId)).toMatchObject({ kind: 'historical' })
    point.done(voidDose, { doseId: repair.doseId, reason: 'Ghi hai lần' })
    expect(codesOf(found(point, 'doses'))).toEqual(['dose-for-adults'])
  })

  test('a commune is taken from the permanent address', () => {
    const [view] = found(point, 'record')
    const [repair] = view?.finding.repairs ?? []
    if (repair?.kind !== 'take-address') throw new Error('no repair')
    expect(repair.addresses).toEqual({ permanent: home, current: home })
    const changes = { addresses: structuredClone(repair.addresses) }
    point.done(correctPerson, { personId: people.place ?? '', changes, reason: 'Theo nơi thường trú' })
    expect(found(point, 'record')).toEqual([])
  })

  test('numbers of twins that contradict both and fit when exchanged are exchanged in one transaction', () => {
    const [view] = found(point, 'twins')
    expect(view?.finding).toMatchObject({ code: 'twins-numbers', repairs: [{ kind: 'swap-numbers' }] })
    const { girl = '', boy = '' } = people
    point.done(swapNumbers, { oneId: girl, otherId: boy, reason: 'Cấp nhầm giữa hai bé' })
    expect(point.store.records.find('person', girl)?.identifiers).toContainEqual(id('079326000012')[0])
    expect(found(point, 'twins')).toEqual([])
    expect(codesOf(found(point, 'numbers'))).not.toContain('number-contradicts')
    expect(refusedCodes(point, swapNumbers, { oneId: girl, otherId: girl, reason: 'x' })).toEqual([
      'finding.nothing-to-swap',
    ])
  })

  test('"it is right" hides a finding with its reason, stays over the next search, and can be taken back', async () => {
    const [view] = found(point, 'doses')
    const key = view?.key ?? ''
    const { decisionId } = point.done(acceptFinding, { key, reason: 'Bác sĩ chỉ định liều 1 ml' })
    expect(found(point, 'doses')).toEqual([])
    expect(refusedCodes(point, acceptFinding, { key, reason: 'lần nữa' })).toEqual([
      'finding.already-decided',
    ])
    await search(point)
    expect(found(point, 'doses')).toEqual([])
    const { decided } = point.done(listDecidedFindings, { offset: 0, limit: 10 })
    expect(decided).toMatchObject([
      { decisionId, reason: 'Bác sĩ chỉ định liều 1 ml', byName: 'Trưởng trạm' },
    ])
    const history = point.done(getPersonHistory, { personId: people.adults ?? '' })
    expect(history.map(({ noun }) => noun)).toContain('finding-decision')
    point.done(reopenFinding, { decisionId, reason: 'Xem lại' })
    expect(codesOf(found(point, 'doses'))).toEqual(['dose-for-adults'])
    expect(refusedCodes(point, reopenFinding, { decisionId, reason: 'Xem lại' })).toEqual([
      'finding.decision-not-found',
    ])
  })

  test('once its facts are others a finding comes back, whatever was said of it before', () => {
    const [view] = found(point, 'doses')
    point.done(acceptFinding, { key: view?.key ?? '', reason: 'Đã hỏi' })
    const { recordId: doseId } = view?.finding ?? { recordId: null }
    point.done(correctDose, {
      doseId: doseId ?? '',
      changes: { givenOn: on('2026-09-17') },
      reason: 'Sai ngày',
    })
    expect(codesOf(found(point, 'doses'))).toEqual(['dose-for-adults'])
  })
})

test('a dose of the day, given as it must be, is no finding', async () => {
  const point = openReadyPoint()
  const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
  givePenta(point, register(point), lotId)
  await search(point)
  expect(point.done(summarizeFindings, {}).counts).toEqual([])
})

test('the search begins by itself once a day, after ten quiet looks', () => {
  const point = openReadyPoint()
  const watch = watchDoctor(point.ports)
  const looks = Array.from({ length: 11 }, () => watch.look())
  expect(looks).toEqual([...Array.from({ length: 10 }, () => false), true])
})
