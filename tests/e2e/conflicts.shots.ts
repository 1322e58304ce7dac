import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Patient } from '@medplum/fhirtypes'
import { afterAll, afterEach, expect, test } from 'vitest'
import { idOfText } from '../../main/ids'
import { pullNow } from '../../src/contract/arrival-calls'
import { recordHistoricalDoses } from '../../src/contract/dose-calls'
import { getLinkStatus, joinProvince } from '../../src/contract/link-calls'
import { mergePersons } from '../../src/contract/merge-calls'
import { correctPerson } from '../../src/contract/person-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import { arrivedDose, arrivedPerson, takeIn } from '../helpers/arrivals'
import { openAuthority } from '../helpers/private-authority'
import type { Fault } from '../helpers/province-server/faults'
import { openProvinceServer } from '../helpers/province-server/server'
import type { TestPoint } from '../helpers/test-point'
import { child, openReadyPoint } from '../main/services/ready-point'
import { type Camera, cameraOn, resize } from './shots/camera'
import { type Desk, openDesk, signIn } from './support/desk'

const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-shots-'))
const startAt = '2026-11-22T01:30:00.000Z'
let desk: Desk
let camera: Camera
const server = await openProvinceServer({ codes: ['mot-lan'], now: () => Date.parse(startAt) })

afterAll(async () => {
  await desk.launched.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(desk.launched.output())
})
const [first, second] = [idOfText('ảnh một'), idOfText('ảnh hai')]
const one: Person = child({
  name: 'Trần Thử Hoàng Phương Trúc Quỳnh',
  identifiers: [],
  birthDate: day('2026-08-01'),
})
/** The identity number that stands with somebody here and with somebody else at the province. */
const sharedNumber = '038126000777'
const two: Person = child({
  name: 'Lê Thử Bình',
  identifiers: [{ system: 'national-id', value: sharedNumber }],
  birthDate: day('2026-07-12'),
})

/** A point whose register has one question of each kind, as real rounds of the pull leave it. */
function fillRegister(): void {
  mkdirSync(join(folder, 'data', 'real'), { recursive: true })
  // Up as long as the application says it is when a test sets its clock: else it finds its clock set back.
  const [file, upMs] = [join(folder, 'data', 'real', 'diem-tiem.db'), Date.parse('2026-11-22T01:00:00.000Z')]
  const point = openReadyPoint({ file, upMs })
  const [a, b] = [arrivedPerson(first, one, 1), arrivedPerson(second, two, 1)]
  takeIn(point, [a, b], [a.resource, b.resource])
  point.done(correctPerson, {
    personId: first,
    changes: { name: 'Trần Thử Hoàng Phương Trúc' },
    reason: 'giấy khai sinh',
  })
  point.done(correctPerson, {
    personId: second,
    changes: { birthDate: day('2026-07-21') },
    reason: 'giấy khai sinh',
  })
  takeIn(point, [
    arrivedPerson(first, { ...one, name: 'Trần Thử Hoàng Phương Quỳnh' }, 2),
    arrivedPerson(second, { ...two, birthDate: day('2026-07-02') }, 2),
    arrivedDose(idOfText('mũi một'), a.resource, 2),
  ])
  const { dose } = arrivedDose(idOfText('mũi hai'), a.resource, 2)
  const elsewhere = {
    recordedBy: 'station-c',
    dose: { ...dose, lotNumber: 'KHAC-22', placeName: 'Điểm Thử C' },
  }
  takeIn(point, [arrivedDose(idOfText('mũi hai'), a.resource, 3, elsewhere)])
  fillDoseAndMerge(point, a.resource)
  const card = {
    vaccineCode: 'GENERIC_BCG',
    givenOn: day('2026-08-02'),
    statedNumber: null,
    lotNumber: null,
    placeName: null,
  }
  point.done(recordHistoricalDoses, { personId: second, doses: [card] })
  point.close()
}

/** A dose of this point that another one wrote differently, and a record merged into two others. */
function fillDoseAndMerge(point: TestPoint, patient: string): void {
  const own = { vaccineCode: 'GENERIC_BCG', givenOn: day('2026-08-02'), statedNumber: null }
  const [doseId = ''] = point.done(recordHistoricalDoses, {
    personId: first,
    doses: [{ ...own, lotNumber: 'THU-88', placeName: 'Bệnh viện Thử' }],
  }).doseIds
  const { dose } = arrivedDose(doseId, patient, 4)
  const blank = { lotExpiresOn: null, site: null, route: null, volumeMl: null, givenByName: null }
  const theirs = { ...dose, ...blank, ...own, givenOn: day('2026-08-03'), lotNumber: 'THU-88' }
  takeIn(point, [arrivedDose(doseId, patient, 4, { dose: theirs })])
  const named = (name: string, on: string) =>
    child({ name, birthDate: day(on), identifiers: [], phone: null })
  const people = [
    arrivedPerson(idOfText('gộp'), named('Phạm Thử Gộp', '2026-06-01'), 1),
    arrivedPerson(idOfText('gộp vào đây'), named('Phạm Thử Gộp Một', '2026-06-01'), 1),
    arrivedPerson(idOfText('gộp ở tỉnh'), named('Phạm Thử Gộp Hai', '2026-06-01'), 1),
  ] as const
  takeIn(
    point,
    people,
    people.map(({ resource }) => resource),
  )
  const [absorbed, here, there] = people
  point.done(mergePersons, {
    ...{ survivorId: here.recordId, absorbedId: absorbed.recordId, take: [], reason: 'một trẻ' },
    overrides: [{ code: 'merge.twins', reason: 'gọi mẹ: một trẻ, hai tên' }],
  })
  takeIn(point, [arrivedPerson(absorbed.recordId, absorbed.person, 2, { replacedBy: there.resource })])
}

test('the questions, one kind after the other', async () => {
  fillRegister()
  desk = await openDesk(join(folder, 'data'), startAt, [])
  desk.window.setDefaultTimeout(60_000)
  await resize(desk.window, 1366, 768)
  camera = cameraOn(desk.window)
  await signIn(desk, '2580')
  await desk.window.getByTestId('conflict-chip').click()
  await camera.shoot('conflicts-person', 'screen-conflicts')
  const lines = desk.window.getByTestId('conflict-line')
  await expect.poll(() => lines.count()).toBeGreaterThan(3)
  const all = await lines.count()
  await desk.window.getByText('Mũi tiêm ghi khác nhau').first().click()
  await camera.shoot('conflicts-dose-field', 'conflict-here')
  await desk.window.getByText('Gộp vào hai hồ sơ khác nhau').click()
  await camera.shoot('conflicts-merge', 'conflict-here')
  await desk.window.getByTestId('conflict-history').click()
  await desk.window.locator('[data-error-code="province.not-joined"]').waitFor()
  await camera.shoot('conflicts-history-not-joined', 'screen-conflicts')
  await desk.window.getByText('Có thể tiêm trùng').click()
  await desk.window.keyboard.press('1')
  await camera.shoot('conflicts-double', 'conflict-dose')
  await desk.window.getByTestId('conflict-note').fill('gọi điểm C: ghi hai lần')
  await desk.window.keyboard.press('Enter')
  await expect.poll(() => lines.count()).toBe(all - 1)
  for (let left = all - 2; left >= 0; left--) {
    await desk.window.keyboard.press('2')
    await desk.window.keyboard.press('Enter')
    await expect.poll(() => lines.count()).toBe(left)
  }
  await camera.shoot('conflicts-empty', 'screen-conflicts')
}, 300_000)

test('somebody not found here is looked for at the province and brought over', async () => {
  await desk.window.getByTestId('nav-reception').click()
  await desk.window.getByTestId('search').fill('khong ai ca 01082026')
  await desk.window.getByTestId('province-ask').click()
  await camera.shoot('province-not-joined', 'province-search')
  await joinServer()
  await desk.window.keyboard.press('F3')
  await desk.window.getByText('Ở tỉnh cũng không có ai khớp.').waitFor()
  await camera.shoot('province-nobody', 'province-search')
  await lookFor('tran thu tinh 01052026')
  await camera.shoot('province-found', 'province-hit')
  await desk.window.getByTestId('province-bring').click()
  // Brought over, they are found here: the same search now shows them.
  await desk.window.getByTestId('quick-name').waitFor()
  await camera.shoot('province-brought', 'quick-name')
  await desk.window.getByTestId('search').fill(sharedNumber)
  await desk.window
    .getByTestId('quick-name')
    .getByText(/lê thử bình/iu)
    .waitFor()
  await lookFor(sharedNumber)
  await camera.shoot('province-same-number', 'province-hit')
}, 300_000)

test('what the other side changed and when, and the pull while it runs and in trouble', async () => {
  const { window } = desk
  // Two changes at the server, of the same field as one here: nobody but a person can decide.
  for (const given of ['Tỉnh Một', 'Tỉnh Hai']) await renameAtProvince(given)
  const changes = { name: 'Trần Thử Ở Đây' }
  await desk.ask(correctPerson, { personId: atProvince.id, changes, reason: 'giấy khai sinh' })
  await desk.ask(pullNow, {})
  await window.getByTestId('nav-conflicts').click()
  await window.getByTestId('conflict-line').waitFor()
  await window.keyboard.press('h')
  await window.getByTestId('conflict-versions').waitFor()
  await camera.shoot('conflicts-history', 'conflict-versions')
  const pulls = (fault: Fault) => server.setFaults(({ method }) => (method === 'GET' ? fault : 'pass'))
  const now = window.getByTestId('pull-bar').getByRole('button')
  pulls({ delayMs: 12_000 })
  await now.click()
  await window.getByText('Đang lấy từ tỉnh…').waitFor()
  await camera.shoot('pull-running', 'pull-bar')
  pulls({ status: 503 })
  await expect.poll(() => now.isEnabled(), { timeout: 20_000 }).toBe(true)
  await now.click()
  await window.getByTestId('pull-bar').getByText('✕').waitFor()
  await camera.shoot('pull-trouble', 'pull-bar')
  server.setFaults(() => 'pass')
}, 300_000)

test('each refusal of joining', async () => {
  const { window } = desk
  await window.getByTestId('nav-reception').click()
  await window.keyboard.press('Escape')
  await window.getByTestId('upload-chip').click()
  await window.getByRole('button', { name: 'Nối lại' }).click()
  const authority = openAuthority('Gốc Chứng thư Thử Nghiệm')
  const old = await openProvinceServer({
    codes: [],
    secure: { ...authority.certify('localhost', ['20200101000000Z', '20210101000000Z']), name: 'localhost' },
  })
  const good = await openProvinceServer({
    codes: [],
    secure: { ...authority.certify('localhost'), name: 'localhost' },
  })
  const joinAt = async (address: string, code: string, shot: string) => {
    await window.getByTestId('join-address').fill(address)
    await window.getByTestId('join-code').fill('ma-thu')
    await window.getByTestId('join-province').click()
    await window.locator(`[data-error-code="${code}"]`).waitFor()
    await camera.shoot(shot, 'screen-link')
  }
  await joinAt(good.base, 'link.certificate-untrusted', 'join-untrusted')
  const file = join(folder, 'chung-thu-tinh.pem')
  writeFileSync(file, authority.pem)
  await desk.launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, file)
  await window.getByTestId('join-more').click()
  await window.getByTestId('choose-authority').click()
  await window.getByTestId('authority-file').waitFor()
  await joinAt(good.base, 'link.wrong-code', 'join-wrong-code')
  await joinAt(old.base, 'link.certificate-date', 'join-certificate-date')
  const portal = await openProvinceServer({ faults: () => ({ status: 511 }) })
  await joinAt(portal.base, 'link.captive-portal', 'join-portal')
  await window.getByTestId('join-proxy').fill('127.0.0.1:1')
  await joinAt(good.base, 'link.proxy-unreachable', 'join-proxy')
  for (const each of [old, good, portal]) await each.close()
}, 300_000)

/** Types into the search, waits until it is searched here, and asks the province. */
async function lookFor(typed: string): Promise<void> {
  const { window } = desk
  await window.getByTestId('search').fill(typed)
  // The offer to ask the province stands anew once the typing rests.
  await window.waitForTimeout(1_000)
  await window.getByTestId('province-ask').getByText('Tra ở tỉnh').waitFor()
  await window.keyboard.press('F3')
  await window.getByTestId('province-hit').first().waitFor()
}

/** Somebody else gives the child of the province another name. */
async function renameAtProvince(given: string): Promise<void> {
  const patients = server.repository.all('Patient') as readonly Patient[]
  const now = patients.find(({ identifier }) => identifier?.some(({ value }) => value === atProvince.id))
  if (!now) throw new Error('the child of the province is gone')
  const name = [{ text: `Trần Thử ${given}`, family: 'Trần', given: ['Thử', ...given.split(' ')] }]
  await server.repository.updateResource({ ...now, name })
}

const { systems } = JSON.parse(
  readFileSync(new URL('../../resources/province/codes.json', import.meta.url), 'utf8'),
) as { systems: Record<string, { uri: string }> }
const nationalSystem = systems['national-id']?.uri ?? ''
const atProvince = { id: idOfText('trẻ ở tỉnh'), name: 'Trần Thử Tỉnh' }

/** Joins the server, which holds two children of other points; one has the number of somebody here. */
async function joinServer(): Promise<void> {
  const record = 'urn:diem-tiem:record'
  const role = { system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'MTH' }
  await server.repository.createResource({
    resourceType: 'Patient',
    identifier: [{ system: record, value: atProvince.id }],
    name: [{ text: atProvince.name, family: 'Trần', given: ['Thử', 'Tỉnh'] }],
    gender: 'male',
    birthDate: '2026-05-01',
    contact: [{ relationship: [{ coding: [role] }], name: { text: 'Lê Thử Mẹ' } }],
  })
  await server.repository.createResource({
    resourceType: 'Patient',
    identifier: [
      { system: record, value: idOfText('một số hai trẻ') },
      { system: nationalSystem, value: sharedNumber },
    ],
    name: [{ text: 'Lê Thử Cùng Số', family: 'Lê', given: ['Thử', 'Cùng', 'Số'] }],
    gender: 'female',
    birthDate: '2026-07-12',
    contact: [{ relationship: [{ coding: [role] }], name: { text: 'Hồ Thử Mẹ' } }],
  })
  const order = { address: server.base, code: 'mot-lan', authorityPem: null, proxy: null }
  await desk.ask(joinProvince, order)
  await expect
    .poll(async () => (await desk.ask(getLinkStatus, {})).server !== null, { timeout: 10_000 })
    .toBe(true)
}
