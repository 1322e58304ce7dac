import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import QRCode from 'qrcode'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { certify, listFile } from '../../main/security/province-office'
import { getCertificateKeys, makeCertificateKey, trustKeyList } from '../../src/contract/certificate-calls'
import { getPerson, searchPersons } from '../../src/contract/person-calls'
import { setUpPoint } from '../../src/contract/point-calls'
import { previewDocument } from '../../src/contract/print-calls'
import { instantOf } from '../../src/domain/calendar/calendar-day'
import { aMorning, attachDesk, receiverAt } from '../helpers/courier'
import { requestOf } from '../helpers/province'
import { readPicture } from '../helpers/read-symbol'
import { sampleCertificates } from '../helpers/sample-certificates'
import { openTestPoint } from '../helpers/test-point'
import { pointSetUp } from '../main/services/ready-point'
import { type Desk, openDesk, signIn } from './support/desk'
import { openVerifier } from './support/verifier-window'
import { type Wedge, wedgeOn } from './support/wedge'

const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-certificate-'))
const now = '2026-11-22T01:00:00.000Z'
const samples = sampleCertificates(instantOf(Date.parse(now)))
const inFolder = (name: string) => join(folder, name)
const period = {
  at: instantOf(Date.parse(now)),
  until: instantOf(Date.parse(now) + 86_400_000),
  code: 'DS01',
}
let office = samples.office

/** Keys of practice mode sign nothing that counts; the province of this test certifies them as real ones. */
function asReal(certified: typeof office): typeof office {
  const keys = certified.list.keys.map(key => ({ ...key, practice: false }))
  return { ...certified, list: { ...certified.list, keys } }
}
let desk: Desk
let wedge: Wedge

beforeAll(async () => {
  desk = await openDesk(inFolder('data'), now, ['--practice'])
  desk.window.setDefaultTimeout(30_000)
  await signIn(desk, '2580')
  wedge = await wedgeOn(desk.window)
}, 120_000)
afterAll(async () => {
  await desk.launched.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(desk.launched.output())
})

/** What the person in front of the dialogs chooses, and where they save. */
async function answerDialogs(opened: string, saved: string): Promise<void> {
  await desk.launched.app.evaluate(
    ({ dialog }, [from, to]) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [String(from)] })
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: String(to) })
    },
    [inFolder(opened), inFolder(saved)] as const,
  )
}

async function seeVerdict(state: string): Promise<void> {
  await desk.window.locator(`[data-testid="verdict"][data-state="${state}"]`).waitFor()
}

test('a key is made here, certified by the province, and signs once its file has been taken in', async () => {
  const { window } = desk
  await window.getByTestId('nav-set-up').click()
  await window.getByTestId('open-certificate-keys').click()
  await window.getByTestId('make-key').click()
  await window.getByTestId('own-key').waitFor()
  await answerDialogs('khoa.json', 'yeu-cau.json')
  await window.getByTestId('save-request').click()
  await window.getByText('Đã lưu yeu-cau.json').waitFor()
  const request = readFileSync(inFolder('yeu-cau.json'), 'utf8')
  office = asReal(certify(samples.office, request, period))
  writeFileSync(inFolder('khoa.json'), listFile(office))
  await window.getByTestId('take-key-list').click()
  await window
    .getByTestId('fingerprint')
    .fill(samples.fingerprint.replace(/\d$/u, last => String((Number(last) + 1) % 10)))
  await window.getByTestId('trust-key-list').click()
  await window.locator('[data-error-code="key-list.wrong-fingerprint"]').waitFor()
  await window.getByTestId('fingerprint').fill(samples.fingerprint)
  await window.getByTestId('trust-key-list').click()
  await window.getByTestId('authority').waitFor()
  expect(await desk.ask(getCertificateKeys, {})).toMatchObject({
    unsigned: null,
    keys: [{ standing: 'signs' }],
  })
})

test('a stick is written for another PC of the point, and what that PC writes is taken in by the keyboard', async () => {
  const { window } = desk
  const other = attachDesk(openTestPoint({ at: now, mode: 'practice' }))
  other.point.done(setUpPoint, { ...pointSetUp, station: { name: 'Máy phòng tiêm', number: 2 } })
  other.point.actAs('head', 'Trưởng trạm')
  other.point.done(makeCertificateKey, {})
  const both = asReal(certify(office, requestOf(other.point), period))
  writeFileSync(inFolder('khoa.json'), listFile(both))
  other.point.done(trustKeyList, { text: listFile(both), fingerprint: samples.fingerprint })
  await window.getByTestId('take-key-list').click()
  await window.getByTestId('trust-key-list').click()
  await window.getByTestId('key-list-preview').waitFor({ state: 'detached' })
  await window.getByTestId('nav-set-up').click()
  await window.getByTestId('open-courier').click()
  mkdirSync(inFolder('usb'))
  await answerDialogs('usb', 'usb')
  await window.getByTestId('choose-stick').waitFor()
  await window.keyboard.press('Control+Enter')
  await window.getByTestId('stick-contents').waitFor()
  await window.getByTestId('write-stick').press('Enter')
  await window.getByTestId('stick-result').waitFor()
  const taken = await other.read(inFolder('usb'))
  expect(taken).toMatchObject({ notes: [] })
  expect(taken.entries).toBeGreaterThan(400)
  const personId = aMorning(other.point)
  other.point.moveClock(60_000)
  await other.write(inFolder('usb'), receiverAt(other))
  await window.getByTestId('look-again').press('Enter')
  await window.getByTestId('read-stick').waitFor()
  await window.keyboard.press('Control+Enter')
  await window.getByTestId('courier-receipt').waitFor()
  expect(await desk.ask(getPerson, { personId })).toMatchObject({
    person: { name: expect.stringContaining('Bé Thử') },
  })
})

/** The code on the label of a person whom this point knows. */
async function ownCode(): Promise<string> {
  const { hits } = await desk.ask(searchPersons, { text: 'nguyen 2025', limit: 1 })
  const request = { personId: hits[0]?.personId ?? '', visitId: null, paper: null, bilingual: false }
  const { dataUrl } = await desk.ask(previewDocument, { ...request, kind: 'certificate-label' })
  const picture = PNG.sync.read(Buffer.from(dataUrl.split(',')[1] ?? '', 'base64'))
  const [code] = await readPicture(picture)
  return code?.replace('QRCode:', '') ?? ''
}

test('a certificate of this point is taken back by the one who leads it, and counts no more', async () => {
  const { window } = desk
  const code = await ownCode()
  await wedge.scan(samples.states.valid)
  await seeVerdict('valid')
  expect(await window.getByTestId('take-back').count()).toBe(0)
  await window.getByTestId('certificate-code').fill(code)
  await window.getByTestId('check-code').click()
  await window.getByTestId('take-back').click()
  expect(await window.getByTestId('take-back-confirm').isDisabled()).toBe(true)
  await window.getByTestId('take-back-why').click()
  await window.getByRole('option', { name: 'sai mũi tiêm' }).click()
  await window.getByTestId('take-back-confirm').click()
  await seeVerdict('revoked-card')
  expect(await window.getByTestId('verdict').innerText()).toContain('sai mũi tiêm')
  expect(await window.getByTestId('take-back').count()).toBe(0)
  writeFileSync(inFolder('thu-hoi.txt'), code)
})

test('a certificate is verified by scan, also under an input method, and by a picture', async () => {
  const { window } = desk
  await wedge.scan(samples.states.valid, { how: 'layout', method: 'telex' })
  await seeVerdict('valid')
  await wedge.scan(samples.states.revoked)
  await seeVerdict('revoked')
  await window.getByTestId('verify-again').click()
  const picture = await QRCode.toBuffer(samples.states.valid, { errorCorrectionLevel: 'L', scale: 3 })
  writeFileSync(inFolder('anh.png'), picture)
  await answerDialogs('anh.png', 'kiem-tra.html')
  await window.getByTestId('choose-image').click()
  await seeVerdict('valid')
  expect(await window.getByTestId('verdict').innerText()).toContain('Nguyễn Hoàng Phương Trúc Quỳnh Anh')
  await window.getByTestId('save-verifier').click()
  await window.getByText('Đã lưu kiem-tra.html').waitFor()
})

test('the saved page verifies the same, from the disk, and asks the network for nothing', async () => {
  const verifier = await openVerifier(inFolder('kiem-tra.html'))
  const { window } = verifier
  window.setDefaultTimeout(30_000)
  // The page goes by the clock of its PC, so what depends on the day is left to the rules' own tests.
  const { valid, altered, revoked } = samples.states
  const cards = [
    ['valid', valid],
    ['altered', altered],
    ['revoked', revoked],
    ['unknown-issuer', samples.states['unknown-issuer']],
    // By the list of the province, and by what this point said itself.
    ['revoked-card', samples.states['revoked-card']],
    ['revoked-card', readFileSync(inFolder('thu-hoi.txt'), 'utf8')],
  ] as const
  for (const [state, code] of cards) {
    await window.locator('#code').fill(code)
    await window.locator('#code').press('Enter')
    await window.locator(`[data-testid="verdict"][data-state="${state}"]`).waitFor()
  }
  await window.getByTestId('image').setInputFiles(inFolder('anh.png'))
  await window.locator('[data-testid="verdict"][data-state="valid"]').waitFor()
  expect(await window.getByTestId('verdict').innerText()).toContain('Nguyễn Hoàng Phương Trúc Quỳnh Anh')
  expect(await verifier.outside()).toEqual([])
  await verifier.close()
})
