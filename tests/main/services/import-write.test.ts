import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { verifyJournal } from '../../../main/db/verify-journal'
import { runImport, saveImportProfile } from '../../../src/contract/import-calls'
import { listPersons } from '../../../src/contract/person-calls'
import { check, csv, look } from './import-setting'
import { openReadyPoint, pictureOf } from './ready-point'

const extract = new Uint8Array(readFileSync(new URL('../../fixtures/niis/extract-300.csv', import.meta.url)))

test('a write that is called off half-way leaves nothing, and the same list comes in afterwards', async () => {
  const point = openReadyPoint()
  const { token } = await check(point, extract)
  const before = pictureOf(point)
  const { jobId } = point.done(runImport, { token, isLeavingOut: false })
  const underWay = () => point.ports.jobs.find(jobId)?.done ?? 0
  await expect.poll(underWay, { interval: 1 }).toBeGreaterThan(0)
  point.ports.jobs.cancel(jobId)
  expect(await point.ended('import.write')).toMatchObject({ state: 'cancelled', result: null })
  expect(pictureOf(point)).toEqual(before)
  expect(point.ports.jobs.isWriting()).toBe(false)
  point.done(runImport, { token: (await check(point, extract)).token, isLeavingOut: false })
  expect(await point.ended('import.write')).toMatchObject({ state: 'done' })
  expect(point.done(listPersons, { offset: 0, limit: 1 }).persons).toBe(300)
  expect(verifyJournal(point.db).faults).toEqual([])
})

test('what the columns mean is kept under a name, replaced under the same name, and known in the next list', async () => {
  const point = openReadyPoint()
  const list = csv('Cháu;Ngày đẻ\nNguyễn Văn Thử;18/05/2026\n')
  expect((await look(point, list)).overview.columns.map(({ meaning }) => meaning)).not.toContain('name')
  const columns = [
    { header: 'Cháu', meaning: 'name' },
    { header: 'Ngày đẻ', meaning: 'birthDate' },
  ]
  const { profileId } = point.done(saveImportProfile, { name: 'Sổ thôn', columns: columns.slice(0, 1) })
  expect(point.done(saveImportProfile, { name: 'Sổ thôn', columns })).toEqual({ profileId })
  const { overview } = await look(point, list)
  expect(overview).toMatchObject({ profileName: 'Sổ thôn', missing: [] })
  expect(overview.columns.map(({ meaning }) => meaning)).toEqual(['name', 'birthDate'])
})
