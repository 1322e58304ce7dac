import {
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
import { setUpPoint } from '../../src/contract/point-calls'
import { aMorning, attachDesk } from '../helpers/courier'
import { openProvince, requestOf, yearEnd } from '../helpers/province'
import { openTestPoint } from '../helpers/test-point'
import { pointSetUp } from '../main/services/ready-point'
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

async function answerDialogs(path: string): Promise<void> {
  await stage.desk().launched.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
  }, path)
}

/** Another PC of the same invented point. */
function openOther() {
  const point = openTestPoint({ at: now, mode: 'practice' })
  point.done(setUpPoint, { ...pointSetUp, station: { name: 'Máy phòng tiêm', number: 2 } })
  point.actAs('head', 'Trưởng trạm')
  point.done(makeCertificateKey, {})
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
  const other = openOther()
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
  for (let morning = 0; morning < 8; morning++) aMorning(other.point)
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
  rmSync(inFolder('cu'), { recursive: true })
  await click('look-again')
  await window.locator('[data-error-code="courier.stick-gone"]').waitFor()
  await stage.shoot('courier-gone', 'choose-stick')
})

test('no word on a button or a chip is cut', () => {
  expect(stage.cut()).toEqual([])
})
