import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { certify, listFile, officeFingerprint, openReception } from '../../main/security/province-office'
import { signing } from '../../main/security/signing'
import { makeCertificateKey, saveKeyRequest, trustKeyList } from '../../src/contract/certificate-calls'
import { recordHistoricalDoses } from '../../src/contract/dose-calls'
import { correctPerson } from '../../src/contract/person-calls'
import { setUpPoint } from '../../src/contract/point-calls'
import { instantOf } from '../../src/domain/calendar/calendar-day'
import { type KeptBack, statePosted } from '../../src/domain/courier/posted'
import { stateHead } from '../../src/domain/courier/statement'
import { attachDesk, type CourierPc } from '../helpers/courier'
import { openProvince, requestOf, yearEnd } from '../helpers/province'
import type { Fault } from '../helpers/province-server/faults'
import { openProvinceServer, type ProvinceServer } from '../helpers/province-server/server'
import { openTestPoint } from '../helpers/test-point'
import { give } from '../main/services/link-setting'
import { on, openReadyPoint, pointSetUp, register } from '../main/services/ready-point'
import { type Camera, cameraOn, resize } from './shots/camera'
import { answerDialogs } from './shots/dialogs'
import { pin } from './shots/stage'
import { type Desk, openDesk, signIn } from './support/desk'

/** The window counts ages by the true clock, so this one begins now. */
const startMs = Date.now()
const now = instantOf(startMs)
const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-by-stick-'))
const stick = join(folder, 'USB-TRAM')
let desk: Desk | null = null
let server: ProvinceServer | null = null

afterAll(async () => {
  await desk?.launched.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(desk?.launched.output())
})

const names = [
  'Lò Thị Bịa',
  'Nguyễn Hoàng Phương Trúc Quỳnh Anh',
  'Lò Văn Xấu',
  'Tòng Văn Thử',
  'Quàng Thị Nơi',
  'Cà Văn Mới',
] as const

/** A register with somebody for each state, as the application finds it; ids by name. */
function fill(file: string): ReadonlyMap<string, string> {
  const point = openReadyPoint({
    file,
    at: instantOf(startMs - 30 * 60_000),
    upMs: uptime() * 1000 - 30 * 60_000,
  })
  const people = names.map((name, at) => {
    const managedBy = name.startsWith('Tòng') ? ('police' as const) : null
    const birthDate = on(`2026-0${at + 1}-1${at}`)
    const personId = register(point, { name, birthDate, relatives: [], managedBy })
    give(point, personId)
    point.moveClock(60_000)
    return [name, personId] as const
  })
  point.close()
  return new Map(people)
}

/** The application and another PC of its point, certified by one invented province with a reception. */
async function certified(app: Desk) {
  const point = openTestPoint({ at: now })
  point.done(setUpPoint, { ...pointSetUp, station: { name: 'Máy phòng tiêm', number: 2 } })
  point.actAs('head', 'Trưởng trạm')
  point.done(makeCertificateKey, {})
  await app.ask(makeCertificateKey, {})
  const request = join(folder, 'yeu-cau.json')
  await answerDialogs(app, request)
  await app.ask(saveKeyRequest, {})
  const reception = openReception(openProvince(), openProvince().list.issuedAt)
  const period = { at: now, until: yearEnd, code: 'DS01' }
  const requests = [readFileSync(request, 'utf8'), requestOf(point)]
  const office = requests.reduce((known, each) => certify(known, each, period), reception.office)
  const list = { text: listFile(office), fingerprint: officeFingerprint(office) }
  await app.ask(trustKeyList, list)
  point.done(trustKeyList, list)
  return { other: attachDesk(point), reception }
}

/** What the province says of the application's journal, for the other PC to carry: all but the newest child. */
function carryReceipts(
  other: CourierPc,
  key: { readonly kid: string; readonly privateKey: string },
  ids: ReadonlyMap<string, string>,
) {
  const { store } = other.point
  const idOf = (name: string) => ids.get(name) ?? ''
  const [newest] = store.entriesOf(idOf('Cà Văn Mới'))
  const stationId = newest?.stationId ?? ''
  const seq = (newest?.seq ?? 1) - 1
  const head = { stationId, seq, hash: store.courier.hashAt(stationId, seq) ?? '' }
  const doseOf = (name: string) => store.records.list('dose', { person_id: idOf(name) }, 'id')[0]?.id ?? ''
  const words = 'Tên không đúng quy định của tỉnh'
  const park = { reason: 'link.refused-by-server', words, fields: ['Patient.name'], blockedBy: null } as const
  const bad = idOf('Lò Văn Xấu')
  const because = { ...park, reason: 'link.depends-on-refused', words: null, fields: [] } as const
  const keptBack: readonly KeptBack[] = [
    { noun: 'person', recordId: bad, standing: 'refused', park },
    {
      noun: 'dose',
      recordId: doseOf('Lò Văn Xấu'),
      standing: 'refused',
      park: { ...because, blockedBy: { noun: 'person', recordId: bad } },
    },
    { noun: 'person', recordId: idOf('Tòng Văn Thử'), standing: 'local', park: null },
    { noun: 'dose', recordId: doseOf('Tòng Văn Thử'), standing: 'local', park: null },
    {
      noun: 'dose',
      recordId: doseOf('Quàng Thị Nơi'),
      standing: 'conflict',
      park: { ...because, reason: 'link.changed-elsewhere' },
    },
  ]
  const signer = { kid: key.kid, sign: (bytes: Uint8Array) => signing.sign(key.privateKey, bytes) }
  store.courier.keepReceipt(stateHead(head, now, signer))
  const facts = { ...head, number: 17, server: 'https://tinh.example/fhir', keptBack, without: [] }
  store.posted.keep(statePosted(facts, now, signer))
}

/** The top bar alone: what the chip says in this state. */
async function chip({ window }: Desk, name: string, words: string): Promise<void> {
  await window.getByTestId('upload-chip').filter({ hasText: words }).waitFor()
  const clip = { x: 683, y: 0, width: 683, height: 56 }
  await window.screenshot({ path: new URL(`../../shots/chip-${name}.png`, import.meta.url).pathname, clip })
}

async function toLink({ window }: Desk, filter?: RegExp): Promise<void> {
  await window.getByTestId('upload-chip').click()
  await window.getByTestId('screen-link').waitFor()
  if (filter) await window.getByRole('tab', { name: filter }).click()
}

async function bySticks(app: Desk, camera: Camera, ids: ReadonlyMap<string, string>): Promise<void> {
  const { window } = app
  await chip(app, 'not-joined', 'Chưa nối tỉnh')
  const { other, reception } = await certified(app)
  await toLink(app)
  await window.getByTestId('link-to-courier').click()
  await answerDialogs(app, stick)
  await window.getByTestId('choose-stick').click()
  await window.getByTestId('stick-contents').waitFor()
  await window.getByRole('button', { name: /Ghi: Trạm/u }).click()
  await window.getByTestId('stick-result').waitFor()
  await other.read(stick)
  carryReceipts(other, reception, ids)
  const [own] = other.state().receivers.filter(({ kind }) => kind === 'station')
  await other.write(stick, { kid: own?.kid ?? '' })
  await window.getByTestId('look-again').click()
  await window.getByTestId('read-stick').click()
  await window.getByTestId('stick-result').waitFor()
  await camera.shoot('courier-closed', 'stick-result')
  await app.ask(recordHistoricalDoses, {
    personId: ids.get('Lò Thị Bịa') ?? '',
    doses: [
      {
        vaccineCode: 'BCG_IVAC',
        givenOn: on('2026-11-02'),
        statedNumber: null,
        lotNumber: null,
        placeName: 'Trạm cũ',
      },
    ],
  })
  await toLink(app, /Tất cả/u)
  await window.locator('[data-state="saved"]').nth(1).waitFor()
  await camera.shoot('ledger-by-stick', 'link-ledger')
  await window.getByRole('tab', { name: /Cần xử lý/u }).click()
  await camera.shoot('ledger-by-stick-attention', 'link-ledger')
  await chip(app, 'refused', 'Tỉnh chưa nhận')
  other.point.close()
}

/** What happens to data on its way; joining and tokens pass. */
function onData(to: ProvinceServer, fault: (path: string, method: string) => Fault): void {
  to.setFaults(({ path, method }) =>
    path.startsWith('/fhir') && !/metadata|\.well-known/u.test(path) ? fault(path, method) : 'pass',
  )
}

async function online(app: Desk, camera: Camera, ids: ReadonlyMap<string, string>, to: ProvinceServer) {
  const { window } = app
  onData(to, () => 'refuse')
  await window.getByTestId('join-address').fill(to.base)
  await window.getByTestId('join-code').fill('ma-1')
  await window.getByTestId('join-province').click()
  await chip(app, 'offline-old', 'Chưa tới được tỉnh')
  await toLink(app, /Tất cả/u)
  await camera.shoot('ledger-waiting', 'link-ledger')
  onData(to, () => 'pass')
  await window.getByTestId('try-now').click()
  await chip(app, 'all-sent', 'Đã gửi hết')
  await camera.shoot('ledger-accepted', 'link-ledger')

  const rename = (name: string, changes: object) =>
    app.ask(correctPerson, { personId: ids.get(name) ?? '', changes, reason: 'sửa theo giấy khai sinh' })
  onData(to, () => ({ delayMs: 1_500 }))
  await rename('Lò Thị Bịa', { phone: '0912345678' })
  await chip(app, 'waiting-young', 'Chờ gửi 1')
  await chip(app, 'all-sent-again', 'Đã gửi hết')
  onData(to, () => 'refuse')
  await rename('Lò Thị Bịa', { phone: '0912345679' })
  await chip(app, 'offline-young', 'Chưa tới được tỉnh')

  // Somebody else has changed it, and what they wrote has not come in yet.
  const patient = to.repository.all('Patient').find(each => JSON.stringify(each).includes('Quàng'))
  await to.repository.updateResource({ ...patient, extension: undefined, gender: 'male' } as never)
  onData(to, path => (/_lastUpdated|everything|_history/u.test(path) ? { status: 503 } : 'pass'))
  await rename('Quàng Thị Nơi', { phone: '0912345670' })
  await window.getByTestId('try-now').click()
  await chip(app, 'conflict', 'Tỉnh chưa nhận 1')
  await window.getByRole('tab', { name: /Cần xử lý/u }).click()
  await window.locator('[data-state="conflict"]').waitFor()
  await camera.shoot('ledger-conflict', 'link-ledger')
  onData(to, () => 'pass')
  await window.getByTestId('retry-all').click()
  to.setFaults(({ path }) => (/metadata|well-known/u.test(path) ? 'pass' : { status: 401 }))
  await rename('Lò Thị Bịa', { phone: '0912345671' })
  await window.getByTestId('try-now').click()
  await chip(app, 'trouble', 'Xem lại đường nối tỉnh')
  await camera.shoot('link-trouble', 'screen-link')
}

test('the ledger and the chip, by stick and over the line', async () => {
  mkdirSync(join(folder, 'data', 'real'), { recursive: true })
  mkdirSync(stick)
  const ids = fill(join(folder, 'data', 'real', 'diem-tiem.db'))
  server = await openProvinceServer({ codes: ['ma-1'] })
  desk = await openDesk(join(folder, 'data'), now)
  desk.window.setDefaultTimeout(40_000)
  await resize(desk.window, 1366, 768)
  const camera = cameraOn(desk.window)
  await signIn(desk, pin)
  await bySticks(desk, camera, ids)
  await online(desk, camera, ids, server)
  expect(camera.cut()).toEqual([])
}, 400_000)
