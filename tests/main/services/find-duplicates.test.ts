import { beforeAll, describe, expect, test } from 'vitest'
import { compareDuplicates, listDuplicates } from '../../../src/contract/duplicate-calls'
import { type ExportResult, makeExport, takeExport } from '../../../src/contract/export-calls'
import { startJob } from '../../../src/contract/job-calls'
import { dismissDuplicate, mergePersons } from '../../../src/contract/merge-calls'
import { correctPerson, getPerson, registerPerson } from '../../../src/contract/person-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { TestPoint } from '../../helpers/test-point'
import { districtOf } from '../../helpers/truth-register/places'
import { inventTruthRegister, truePairs } from '../../helpers/truth-register/register'
import { idAt, storeRegister } from '../../helpers/truth-register/store-register'
import { child, openReadyPoint, register } from './ready-point'

async function search(point: TestPoint): Promise<void> {
  point.done(startJob, { job: { name: 'find-duplicates' } })
  while (point.ports.jobs.list()[0]?.state === 'running') await new Promise(resolve => setTimeout(resolve, 5))
  expect(point.ports.jobs.list()[0]).toMatchObject({ state: 'done' })
}

function listed(point: TestPoint, certainty: 'certain' | 'likely' | 'possible') {
  return point.done(listDuplicates, { certainty, offset: 0, limit: 200 }).pairs
}

describe('an invented register of 3,000 records whose truth is known', () => {
  const point = openReadyPoint()
  const places = districtOf(point.ports.resources.units)
  const truthRegister = inventTruthRegister({ persons: 3_000, seed: 5, today: day('2026-11-22'), places })
  const truth = new Set(truePairs(truthRegister).map(([left, right]) => `${idAt(left)} ${idAt(right)}`))
  let sure: readonly string[] = []
  beforeAll(async () => {
    storeRegister(point.db, truthRegister)
    await search(point)
    sure = [...listed(point, 'certain'), ...listed(point, 'likely')].map(
      ({ left, right }) => `${left.personId} ${right.personId}`,
    )
  }, 120_000)

  test('nearly every pair listed as certain or likely is one child, and nearly every child is found', () => {
    const right = sure.filter(pair => truth.has(pair)).length
    expect(truth.size).toBeGreaterThan(80)
    expect(right / sure.length).toBeGreaterThanOrEqual(0.97)
    expect(right / truth.size).toBeGreaterThanOrEqual(0.92)
  })

  test('the job tells what it went through, and the list when', () => {
    const { totals, lastSearch } = point.done(listDuplicates, { certainty: 'likely', offset: 0, limit: 1 })
    expect(lastSearch).toMatchObject({ at: '2026-11-22T01:00:00.000Z', persons: 3_000 })
    const { result } = point.ports.jobs.list()[0] ?? {}
    expect(result).toMatchObject(totals)
  })

  test('the same seed gives the same register, another seed another', () => {
    const again = inventTruthRegister({ persons: 300, seed: 5, today: day('2026-11-22'), places })
    expect(again).toEqual(inventTruthRegister({ persons: 300, seed: 5, today: day('2026-11-22'), places }))
    expect(again).not.toEqual(
      inventTruthRegister({ persons: 300, seed: 6, today: day('2026-11-22'), places }),
    )
  })
})

/** A child entered twice, the second time by somebody who denied that it is the same. */
async function twice(): Promise<{ point: TestPoint; one: string; other: string }> {
  const point = openReadyPoint()
  const one = register(point)
  const other = point.done(registerPerson, {
    person: child({ name: 'NGUYEN THI ANH NGOC' }),
    notDuplicateOf: [one],
  }).personId
  register(point, { name: 'Đỗ Văn Bảy', relatives: [], birthDate: day('2024-02-02') })
  await search(point)
  return { point, one, other }
}

describe('pairs that were found', () => {
  test('are listed with their evidence, and a comparison says the same', async () => {
    const { point, one, other } = await twice()
    const [pair] = listed(point, 'likely')
    expect([pair?.left.personId, pair?.right.personId].sort()).toEqual([one, other].sort())
    expect(pair).toMatchObject({ isStale: false, score: { certainty: 'likely', veto: null } })
    const request = { leftId: pair?.left.personId ?? '', rightId: pair?.right.personId ?? '' }
    expect(point.done(compareDuplicates, request)).toEqual(pair?.score)
    const turned = point.done(compareDuplicates, { leftId: request.rightId, rightId: request.leftId })
    const name = (score: typeof turned) => score.evidence.find(({ field }) => field === 'name')
    expect(name(turned)?.left).toBe(name(pair?.score ?? turned)?.right)
  })

  test('are stale when one of the two was written about, and fresh after the next search', async () => {
    const { point, one } = await twice()
    point.done(correctPerson, { personId: one, changes: { note: 'gọi lại' }, reason: 'bổ sung' })
    expect(listed(point, 'likely')).toMatchObject([{ isStale: true }])
    await search(point)
    expect(listed(point, 'likely')).toMatchObject([{ isStale: false }])
  })

  test('are gone after the next search when they agree no longer', async () => {
    const { point, one } = await twice()
    const changes = { name: 'Lò Thị Ước', birthDate: day('2025-01-30'), relatives: [] }
    point.done(correctPerson, { personId: one, changes, reason: 'nhập nhầm người' })
    await search(point)
    expect(listed(point, 'likely')).toEqual([])
  })

  test('are listed no more once somebody decided: two people, or one', async () => {
    const { point, one, other } = await twice()
    const decision = point.done(dismissDuplicate, { leftId: one, rightId: other, reason: 'hai cháu' })
    expect(decision).toBeTruthy()
    expect(listed(point, 'likely')).toEqual([])
    await search(point)
    expect(listed(point, 'likely')).toEqual([])
    const second = await twice()
    const merge = {
      survivorId: second.one,
      absorbedId: second.other,
      take: [],
      overrides: [],
      reason: 'một cháu',
    }
    second.point.done(mergePersons, merge)
    expect(listed(second.point, 'likely')).toEqual([])
    await search(second.point)
    expect(listed(second.point, 'likely')).toEqual([])
  })

  test('are listed no more for whoever absorbed one of the two that were told apart', async () => {
    const { point, one, other } = await twice()
    point.done(dismissDuplicate, { leftId: one, rightId: other, reason: 'hai cháu' })
    const third = point.done(registerPerson, {
      person: child({ name: 'Lò Thị Khác', birthDate: day('2024-03-09'), phone: null, relatives: [] }),
      notDuplicateOf: [],
    }).personId
    const { person } = point.done(getPerson, { personId: other })
    const changes = { name: person.name, birthDate: person.birthDate, relatives: person.relatives }
    point.done(correctPerson, { personId: third, changes, reason: 'ghi nhầm' })
    await search(point)
    const pairs = [...listed(point, 'certain'), ...listed(point, 'likely')]
    const ids = pairs.map(({ left, right }) => [left.personId, right.personId].sort())
    expect(ids).toContainEqual([one, third].sort())
    const merge = { survivorId: third, absorbedId: other, take: [], reason: 'một cháu' }
    point.done(mergePersons, { ...merge, overrides: [] })
    await search(point)
    expect([...listed(point, 'certain'), ...listed(point, 'likely')]).toEqual([])
  })

  test('two records nobody has searched yet are compared at once; one that is not there is refused', () => {
    const point = openReadyPoint()
    const one = register(point)
    const other = register(point, { name: 'Nguyễn Thị Ánh Nguyệt' })
    expect(point.done(compareDuplicates, { leftId: one, rightId: other })).toMatchObject({ veto: 'twins' })
    const nobody = '0190a1b2-0000-7000-8000-00000000dead'
    expect(point.codes(compareDuplicates, { leftId: one, rightId: nobody })).toEqual(['person.not-found'])
  })
})

test('a search that is called off leaves what the last one found', async () => {
  const { point } = await twice()
  const before = listed(point, 'likely')
  const { jobId } = point.done(startJob, { job: { name: 'find-duplicates' } })
  point.ports.jobs.cancel(jobId)
  await expect.poll(() => point.ports.jobs.list()[0]?.state).toBe('cancelled')
  expect(listed(point, 'likely')).toEqual(before)
})

test('the pairs of one certainty are exported, both records in a row', async () => {
  const { point } = await twice()
  const [pair] = listed(point, 'likely')
  expect(pair).toBeDefined()
  point.done(makeExport, { of: { list: 'duplicates', certainty: 'likely' }, format: 'csv' })
  const result = (await point.ended('export.make')).result as ExportResult
  expect(result.rows).toBe(1)
  const csv = new TextDecoder().decode(point.done(takeExport, { exportId: result.exportId }).bytes)
  const [, row = ''] = csv.trim().split('\n')
  for (const hit of [pair?.left, pair?.right]) expect(row).toContain(hit?.personCode)
  expect(row).toContain('Rất có thể')
})
