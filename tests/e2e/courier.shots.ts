import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { certify, listFile, officeFingerprint } from '../../main/security/province-office'
import { makeCertificateKey, trustKeyList } from '../../src/contract/certificate-calls'
import { correctPerson } from '../../src/contract/person-calls'
import { setUpPoint } from '../../src/contract/point-calls'
import { stateHead } from '../../src/domain/courier/statement'
import { aMorning, attachDesk, type CourierPc } from '../helpers/courier'
import { at, openProvince, requestOf, yearEnd } from '../helpers/province'
import { openTestPoint } from '../helpers/test-point'
import { pointSetUp } from '../main/services/ready-point'
import { answerDialogs as answer } from './shots/dialogs'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const now = '2026-11-22T01:00:00.000Z'
const stage = createStage('--practice')
const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-courier-'))
const inFolder = (name: string) => join(folder, name)
const stick = (name: string) => {
  mkdirSync(inFolder(name), { recursive: true })
  return inFolder(name)
}

afterAll(async () => {
  await stage.end()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

const answerDialogs = (path: string) => answer(stage.desk(), path)

/** Another PC of the same invented point. */
function openOther(number: number, name: string) {
  const file = inFolder(`may-${number}.db`)
  const point = openTestPoint({ at: now, mode: 'practice', file })
  point.done(setUpPoint, { ...pointSetUp, station: { name, number } })
  point.actAs('head', 'Trưởng trạm')
  point.done(makeCertificateKey, {})
  return attachDesk(point)
}

/** The whole disk of a PC as it is now, in another PC. */
function copyOf({ point: { db } }: CourierPc, number: number): CourierPc {
  db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(inFolder(`may-${number}.db`), inFolder('may-ban-sao.db'))
  const point = openTestPoint({ at: now, mode: 'practice', file: inFolder('may-ban-sao.db') })
  point.actAs('head', 'Trưởng trạm')
  return attachDesk(point)
}

test('sticks', async () => {
  await stage.open(now)
  const window = stage.window()
  window.setDefaultTimeout(30_000)
  await signIn(stage.desk(), pin)
  const click = (testId: string) => window.getByTestId(testId).first().click()
  const goToSticks = async () => {
    await stage.goTo('set-up')
    await click('open-courier')
  }
  const choose = async (name: string, button = 'choose-other-stick') => {
    await answerDialogs(stick(name))
    await click(button)
    await window.getByTestId('stick-progress').waitFor({ state: 'detached' })
  }
  await stage.goTo('set-up')
  await stage.shoot('courier-set-up', 'open-courier')
  await click('open-courier')
  await stage.shoot('courier-no-key', 'open-keys')

  // Both PCs get keys, certified for one point.
  await click('open-keys')
  await click('make-key')
  await window.getByTestId('own-key').waitFor()
  await answerDialogs(inFolder('yeu-cau.json'))
  await click('save-request')
  await window.getByText('Đã lưu yeu-cau.json').waitFor()
  const other = openOther(2, 'Máy phòng tiêm')
  const third = openOther(3, 'Máy phòng chờ')
  const period = { at: other.point.ports.clock(), until: yearEnd, code: 'DS01' }
  const first = certify(openProvince(), readFileSync(inFolder('yeu-cau.json'), 'utf8'), period)
  const office = certify(first, requestOf(other.point), period)
  const text = listFile(office)
  writeFileSync(inFolder('khoa.json'), text)
  await answerDialogs(inFolder('khoa.json'))
  await click('take-key-list')
  await window.getByTestId('fingerprint').fill(officeFingerprint(office))
  await click('trust-key-list')
  await window.getByTestId('key-list-preview').waitFor({ state: 'detached' })
  other.point.done(trustKeyList, { text, fingerprint: officeFingerprint(office) })
  // The third PC was certified later, and the list that names it has not come to this PC yet.
  const later = certify(office, requestOf(third.point), period)
  const laterList = { text: listFile(later), fingerprint: officeFingerprint(office) }
  third.point.done(trustKeyList, laterList)

  await goToSticks()
  await stage.shoot('courier-nothing-chosen', 'choose-stick')
  await choose('trong', 'choose-stick')
  await stage.shoot('courier-empty-stick', 'stick-contents')
  void click('write-stick')
  await window.getByTestId('stick-progress').waitFor()
  await window.screenshot({ path: new URL('../../shots/courier-writing.png', import.meta.url).pathname })
  await window.getByTestId('stick-result').waitFor()
  await stage.shoot('courier-written', 'stick-result')

  // The other PC reads, works on and answers.
  const there = inFolder('trong')
  const taken = await other.read(there)
  expect(taken.notes).toEqual([])
  const twin = copyOf(other, 2)
  work(other, 240)
  other.point.moveClock(3_600_000)
  const [own] = other.state().receivers
  await other.write(there, { kid: own?.kid ?? '' })
  cpSync(there, stick('hong'), { recursive: true })
  cpSync(there, stick('thieu'), { recursive: true })
  cpSync(there, stick('cu'), { recursive: true })
  await click('look-again')
  await window.getByTestId('read-stick').waitFor()
  await stage.shoot('courier-new', 'read-stick')
  const lines = (name: string) => {
    const root = join(inFolder(name), 'diem-tiem-courier')
    const [mine = ''] = readdirSync(root)
      .filter(entry => entry.startsWith(own ? '' : '-'))
      .filter(entry => entry.endsWith(own?.kid.slice(0, 16) ?? ''))
    return readdirSync(join(root, mine)).map(file => join(root, mine, file))
  }
  for (const file of lines('hong')) if (!file.endsWith('card.dtc')) truncateSync(file, 400)
  for (const file of lines('thieu')) if (!file.endsWith('card.dtc')) rmSync(file)
  await choose('hong')
  await stage.shoot('courier-damaged', 'stick-folder')
  await choose('thieu')
  await stage.shoot('courier-cut-off', 'stick-folder')
  await choose('trong')
  // Called off in the middle; reading again goes on from there.
  void click('read-stick')
  await window
    .getByTestId('stick-progress')
    .filter({ hasText: /[1-9]\d*\/\d{3}/u })
    .waitFor()
  await window.screenshot({ path: new URL('../../shots/courier-reading.png', import.meta.url).pathname })
  await click('stop-stick')
  await window.getByTestId('stick-result').waitFor()
  await stage.shoot('courier-stopped', 'stick-result')
  await click('read-stick')
  await window.getByTestId('stick-result').waitFor()
  await stage.shoot('courier-taken', 'stick-result')
  other.point.moveClock(3_600_000)
  await other.write(there, { kid: own?.kid ?? '' })
  await click('look-again')
  await click('read-stick')
  await window.getByTestId('stick-result').waitFor()
  await stage.shoot('courier-receipt', 'stick-result')
  await choose('cu')
  await stage.shoot('courier-stale', 'stick-folder')
  await badSticks({ other, third, twin, kid: own?.kid ?? '', choose })
  await choose('cu')
  rmSync(inFolder('cu'), { recursive: true })
  await click('look-again')
  await window.locator('[data-error-code="courier.stick-gone"]').waitFor()
  await stage.shoot('courier-gone', 'choose-stick')
})

/** Long work: so many entries about one child. */
function work({ point }: CourierPc, entries: number): void {
  const personId = aMorning(point)
  for (let at = 0; at < entries; at++) {
    const changes = { phone: `09${String(10_000_000 + at)}` }
    point.done(correctPerson, { personId, changes, reason: 'đổi số' })
  }
}

type Setting = {
  readonly other: CourierPc
  readonly third: CourierPc
  readonly twin: CourierPc
  /** The key of the application. */
  readonly kid: string
  readonly choose: (name: string) => Promise<void>
}

/** Every other kind of stick that brings nothing, or not all. */
async function badSticks({ other, third, twin, kid, choose }: Setting): Promise<void> {
  const shootStick = async (name: string, code: string) => {
    await choose(name)
    await stage.window().locator(`[data-note="${code}"]`).waitFor()
    await stage.shoot(`stick-${name}`, 'stick-folder')
  }
  await third.write(stick('la'), { kid })
  await shootStick('la', 'courier.unknown-sender')
  const [another] = third.state().receivers.filter(each => each.kid !== kid && each.kind === 'station')
  await third.write(stick('cho-nguoi-khac'), { kid: another?.kid ?? '' })
  await shootStick('cho-nguoi-khac', 'courier.not-for-us')

  other.point.moveClock(3_600_000)
  aMorning(other.point)
  await other.write(stick('moi-hon'), { kid })
  const root = join(inFolder('moi-hon'), 'diem-tiem-courier')
  for (const each of readdirSync(root))
    for (const file of readdirSync(join(root, each))) {
      const at = join(root, each, file)
      writeFileSync(at, readFileSync(at, 'utf8').replace('diem-tiem-courier/1', 'diem-tiem-courier/2'))
    }
  await shootStick('moi-hon', 'courier.newer-version')

  // A stick in between was lost: what this one begins with is not here.
  await other.write(stick('mat-giua'), { kid })
  const head = other.point.store.courier.headOf(other.point.ports.stationId)
  if (head)
    other.point.store.courier.keepReceipt(stateHead(head, at(now), { kid, sign: () => new Uint8Array(64) }))
  aMorning(other.point)
  other.point.moveClock(3_600_000)
  await other.write(stick('ho'), { kid })
  await shootStick('ho', 'courier.gap')

  work(twin, 240)
  twin.point.moveClock(48 * 3_600_000)
  await twin.write(stick('hai-lich-su'), { kid })
  await shootStick('hai-lich-su', 'courier.forked')
}

test('no word on a button or a chip is cut', () => {
  expect(stage.cut()).toEqual([])
})
