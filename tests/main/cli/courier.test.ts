import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { voidDose } from '../../../src/contract/dose-calls'
import { getLinkStatus } from '../../../src/contract/link-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { addDays, vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { buildCommands } from '../../helpers/build-command'
import { aMorning, type CourierPc, codesOf, emptyStick, receiverAt } from '../../helpers/courier'
import { openProvinceServer, type ProvinceServer } from '../../helpers/province-server/server'
import type { TestPoint } from '../../helpers/test-point'
import { heldBy, isAllSent, join, until } from '../services/link-setting'
import { givePenta, on, register, stockLot } from '../services/ready-point'
import { openOffice, refuseName, rowsOf } from './reception-setting'

let commands: Awaited<ReturnType<typeof buildCommands>>
const ends: (() => unknown)[] = []

let office: Awaited<ReturnType<typeof openOffice>>
let pcs: readonly [CourierPc, CourierPc]
const { stick, clear } = emptyStick()
const take = () => office.courier('take', '--stick', stick)

beforeAll(async () => {
  commands = await buildCommands(['keys', 'courier'])
  office = await openOffice(commands.script)
  ends.push(commands.remove, office.remove, clear)
})
afterAll(async () => {
  for (const end of ends) await end()
})

test('the province takes a stick in, its receipt closes what was sent, and reaches the other PC as well', async () => {
  expect(await take()).toMatchObject({ status: 2 })
  pcs = await office.openPcs()
  const [a, b] = pcs
  const personId = aMorning(a.point)
  const managedId = aMorning(a.point, { managedBy: 'police' })
  await a.write(stick, receiverAt(a, 'province'))

  // Hurt on its way: what is whole is taken, the rest is said, and the receipt says how far.
  const [name = ''] = readdirSync(path.join(stick, 'diem-tiem-courier'))
  const sent = path.join(stick, 'diem-tiem-courier', name)
  const [part = ''] = readdirSync(sent)
  const whole = readFileSync(path.join(sent, part))
  truncateSync(path.join(sent, part), 300)
  const hurt = await take()
  expect(hurt).toMatchObject({ status: 1 })
  expect(hurt.stdout).toContain('courier.tampered')
  writeFileSync(path.join(sent, part), whole)

  const taken = await take()
  expect(taken).toMatchObject({ status: 0, stderr: '' })
  expect(taken.stdout).toContain(`${a.point.entries()} entries taken in`)
  const back = await a.read(stick)
  expect(back.receipts).toEqual([
    expect.objectContaining({
      kind: 'province',
      name: 'Tỉnh Thử Nghiệm',
      upTo: a.point.entries(),
      posted: null,
    }),
  ])
  // The journals are kept, and no server has anything of them: the ledger stays open, and says where a copy lies.
  expect(taken.stdout).toContain('no server')
  expect(back).toMatchObject({ ledger: null, keepsOnly: true })
  const rows = rowsOf(a)
  expect(rows.map(({ state }) => state)).toEqual(['saved', 'saved', 'saved', 'saved'])
  const copies = (id: string) => rows.filter(row => row.personId === id).map(row => row.copies)
  expect(copies(personId)).toMatchObject([[{ kind: 'province' }], [{ kind: 'province' }]])
  expect(copies(managedId)).toEqual([[], []])
  expect(a.state().dosesOnlyHere).toBe(2)
  expect(receiverAt(a, 'province').waiting).toBe(0)

  // Neither a PIN nor anything about somebody whom the police manages has left the point, and still the chain is whole.
  expect((await office.courier('unpack')).status).toBe(0)
  const journal = readFileSync(
    path.join(office.folder, 'nhat-ky', `${a.point.ports.stationId}.jsonl`),
    'utf8',
  )
  expect(journal).toContain(personId)
  expect(journal).not.toContain('scrypt')
  expect(journal).not.toContain(managedId)

  // B's entries go through A, and the province's receipt for them comes back the same way.
  aMorning(b.point)
  const between = emptyStick()
  await b.write(between.stick, receiverAt(b))
  await a.read(between.stick)
  await a.write(stick, receiverAt(a, 'province'))
  expect(await take()).toMatchObject({ status: 0 })
  await a.read(stick)
  await a.write(between.stick, receiverAt(a))
  const { receipts, notes } = await b.read(between.stick)
  expect(codesOf(notes)).toEqual([])
  expect(receipts).toContainEqual(expect.objectContaining({ kind: 'province', upTo: b.point.entries() }))
  between.clear()
})

test('the province puts what a stick brought onto its server, and its receipt closes the ledger of the point', async () => {
  const { courier } = office
  const [a] = pcs
  const server = await openProvinceServer({ codes: ['ma-noi-nhan', 'ma-diem', 'ma-khac'] })
  ends.push(server.close)
  refuseName(server, 'Xấu')
  const { point } = a
  const status = () => point.done(getLinkStatus, {})
  const to = ['--server', server.base, '--code']
  const joinNothing = await courier('join', ...to, 'sai')
  expect(joinNothing).toMatchObject({ status: 2, stderr: 'link.wrong-code\n' })
  expect(await courier('join', ...to, 'ma-noi-nhan')).toMatchObject({ status: 0, stderr: '' })
  const bad = aMorning(point, { name: 'Lò Văn Xấu' })
  giveShot(point)
  const before = status()
  expect(before).toMatchObject({ server: null, byCourier: null })
  expect(before.oldestAt).not.toBeNull()

  // 422: what the server refuses is said with its reason, everything else is closed, and what never travels stays here.
  await a.write(stick, receiverAt(a, 'province'))
  const taken = await take()
  expect(taken).toMatchObject({ status: 1, stderr: '' })
  expect(taken.stdout).toContain(`person ${bad}  link.refused-by-server Tên không đúng quy định của tỉnh`)
  const closed = await a.read(stick)
  expect(closed).toMatchObject({ notes: [], ledger: { refused: 3 } })
  expect(rowsOf(a)).toMatchObject([
    { state: 'accepted', byCourier: { number: 1 } },
    ...[1, 2].map(() => ({
      personId: bad,
      state: 'refused',
      problem: { reason: 'link.depends-on-refused' },
    })),
    ...[1, 2].map(() => ({ state: 'local', byCourier: null, copies: [] })),
    ...[1, 2].map(() => ({ state: 'accepted', byCourier: { number: 1 }, copies: [] })),
  ])
  expect(status()).toMatchObject({ waiting: 0, oldestAt: null, refused: 3 })
  expect(heldBy(server, 'Immunization')).toHaveLength(5)
  // The entries about staff stayed at the point, and still the province reads who gave the dose.
  expect(heldBy(server, 'Practitioner')).toMatchObject([{ name: [{ text: 'Trưởng trạm' }] }])
  expect(JSON.stringify(heldBy(server, 'Patient'))).not.toContain('Xấu')

  // Put right, it goes with the next stick; the receipt after that closes the rest.
  point.done(correctPerson, { personId: bad, changes: { name: 'Lò Văn Thử' }, reason: 'sai tên' })
  expect(status().waiting).toBe(1)
  await a.write(stick, receiverAt(a, 'province'))
  expect(await take()).toMatchObject({ status: 0, stderr: '' })
  expect((await a.read(stick)).ledger).toMatchObject({ refused: 0 })
  expect(rowsOf(a).filter(({ state }) => state === 'accepted')).toHaveLength(5)
  expect(status()).toMatchObject({ waiting: 0, refused: 0, byCourier: { number: 3 } })
  await sendsNothingAgain(a, server)
})

/** A dose given here and now by who is signed in. */
function giveShot(point: TestPoint): void {
  const today = vietnamDayOf(point.ports.clock())
  const personId = register(point, { name: 'Lò Thị Bịa', birthDate: addDays(today, -70) })
  givePenta(point, personId, stockLot(point, { vaccineCode: 'SII_PENTA', expiresOn: on('2099-12-31') }))
}

/** Joined later, the PC sends what is changed from now on, and nothing twice: neither to this server nor to one by another name. */
async function sendsNothingAgain({ point }: CourierPc, server: ProvinceServer): Promise<void> {
  let posts = 0
  server.setFaults(({ method, path: to }) => {
    if (method === 'POST' && to === '/fhir') posts += 1
    return 'pass'
  })
  const before = server.repository.all('Immunization').length + server.repository.all('Patient').length
  await join(point, server, 'ma-diem')
  await until(() => isAllSent(point))
  expect(posts).toBe(0)
  const [dose] = point.store.records.list('dose', {}, 'created_stamp')
  point.done(voidDose, { doseId: dose?.id ?? '', reason: 'ghi nhầm người' })
  await until(() => heldBy(server, 'Immunization').some(({ status }) => status === 'entered-in-error'))
  await until(() => isAllSent(point))
  await join(point, { ...server, base: server.base.replace('127.0.0.1', 'localhost') }, 'ma-khac')
  await until(() => isAllSent(point))
  expect(posts).toBeGreaterThan(1)
  expect(heldBy(server, 'Immunization').length + heldBy(server, 'Patient').length).toBe(before)
  expect(heldBy(server, 'Immunization').filter(({ status }) => status === 'completed')).toHaveLength(6)
  await point.ports.link.stop()
}
