import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCertificateKey, trustKeyList } from '../../../src/contract/certificate-calls'
import { setUpPoint } from '../../../src/contract/point-calls'
import { buildCommands } from '../../helpers/build-command'
import { aMorning, attachDesk, type CourierPc, codesOf, emptyStick, receiverAt } from '../../helpers/courier'
import { requestOf } from '../../helpers/province'
import { openTestPoint } from '../../helpers/test-point'
import { pointSetUp } from '../services/ready-point'

let commands: Awaited<ReturnType<typeof buildCommands>>
const folder = mkdtempSync(path.join(tmpdir(), 'reception-'))
const { stick, clear } = emptyStick()

function run(name: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [commands.script(name), ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      DIEM_TIEM_KEY_PASSPHRASE: 'mật khẩu của văn phòng',
      DIEM_TIEM_RECEPTION_PASSPHRASE: 'mật khẩu của nơi nhận',
    },
  })
  return { status, stdout, stderr }
}
const keys = (...args: string[]) => run('keys', ...args, '--folder', folder)
const courier = (command: string) => run('courier', command, '--folder', folder, '--stick', stick)

/** Two PCs of one point, certified by the command, with the list that the command wrote. */
function openPcs(): readonly [CourierPc, CourierPc] {
  const open = keys('open', '--name', 'Tỉnh Thử Nghiệm', '--base', 'https://khoa.thu-nghiem.example/diem')
  const fingerprint = /\d{5}(?: \d{5}){5}/u.exec(open.stdout)?.[0] ?? ''
  const points = [1, 2].map(number => {
    const point = openTestPoint({ at: new Date(Date.now() + 60_000).toISOString() })
    point.done(setUpPoint, { ...pointSetUp, station: { name: `Máy ${number}`, number } })
    point.actAs('head', 'Trưởng trạm')
    point.done(makeCertificateKey, {})
    const request = path.join(folder, `yeu-cau-${number}.json`)
    writeFileSync(request, requestOf(point))
    keys('certify', '--request', request, '--until', '2099-12-31', '--code', 'DS01')
    return point
  })
  expect(keys('reception')).toMatchObject({ status: 0, stderr: '' })
  const text = readFileSync(path.join(folder, 'khoa.json'), 'utf8')
  for (const point of points) point.done(trustKeyList, { text, fingerprint })
  const [a, b] = points.map(attachDesk)
  if (!a || !b) throw new Error('two PCs were opened')
  return [a, b]
}

beforeAll(async () => {
  commands = await buildCommands(['keys', 'courier'])
})
afterAll(() => {
  commands.remove()
  clear()
  rmSync(folder, { recursive: true, force: true })
})

test('the province takes a stick in, its receipt closes what was sent, and reaches the other PC as well', async () => {
  expect(courier('take')).toMatchObject({ status: 2 })
  const [a, b] = openPcs()
  const personId = aMorning(a.point)
  const managedId = aMorning(a.point, { managedBy: 'police' })
  await a.write(stick, receiverAt(a, 'province'))

  // Hurt on its way: what is whole is taken, the rest is said, and the receipt says how far.
  const [name = ''] = readdirSync(path.join(stick, 'diem-tiem-courier'))
  const sent = path.join(stick, 'diem-tiem-courier', name)
  const [part = ''] = readdirSync(sent)
  const whole = readFileSync(path.join(sent, part))
  truncateSync(path.join(sent, part), 300)
  const hurt = courier('take')
  expect(hurt).toMatchObject({ status: 1 })
  expect(hurt.stdout).toContain('courier.tampered')
  writeFileSync(path.join(sent, part), whole)

  const taken = courier('take')
  expect(taken).toMatchObject({ status: 0, stderr: '' })
  expect(taken.stdout).toContain(`${a.point.entries()} entries taken in`)
  const back = await a.read(stick)
  expect(back.receipts).toEqual([
    expect.objectContaining({ kind: 'province', name: 'Tỉnh Thử Nghiệm', upTo: a.point.entries() }),
  ])
  expect(receiverAt(a, 'province').waiting).toBe(0)

  // Neither a PIN nor anything about somebody whom the police manages has left the point, and still the chain is whole.
  expect(courier('unpack').status).toBe(0)
  const journal = readFileSync(path.join(folder, 'nhat-ky', `${a.point.ports.stationId}.jsonl`), 'utf8')
  expect(journal).toContain(personId)
  expect(journal).not.toContain('scrypt')
  expect(journal).not.toContain(managedId)

  // B's entries go through A, and the province's receipt for them comes back the same way.
  aMorning(b.point)
  const between = emptyStick()
  await b.write(between.stick, receiverAt(b))
  await a.read(between.stick)
  await a.write(stick, receiverAt(a, 'province'))
  expect(courier('take')).toMatchObject({ status: 0 })
  await a.read(stick)
  await a.write(between.stick, receiverAt(a))
  const { receipts, notes } = await b.read(between.stick)
  expect(codesOf(notes)).toEqual([])
  expect(receipts).toContainEqual(expect.objectContaining({ kind: 'province', upTo: b.point.entries() }))
  between.clear()
})
