import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import QRCode from 'qrcode'
import { afterAll, afterEach, expect, test } from 'vitest'
import { withKeyLists } from '../../main/exchange/verifier-page'
import { verifierFile } from '../../scripts/verifier.mjs'
import { instantOf } from '../../src/domain/calendar/calendar-day'
import { sampleCertificates } from '../helpers/sample-certificates'
import { cameraOn, resize } from './shots/camera'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'
import { openVerifier } from './support/verifier-window'
import { wedgeOn } from './support/wedge'

const stage = createStage('--practice')
const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-certificates-'))
const cut: string[] = []

afterAll(async () => {
  await stage.end()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

async function answerDialogs(file: string): Promise<void> {
  await stage.desk().launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: `${path}.out` })
  }, file)
}

test('certificates', async () => {
  const now = '2026-11-22T01:00:00.000Z'
  const samples = sampleCertificates(instantOf(Date.parse(now)))
  await stage.open(now)
  const window = stage.window()
  window.setDefaultTimeout(30_000)
  await signIn(stage.desk(), pin)
  const wedge = await wedgeOn(window)
  await stage.shootPlace('verify', 'verify-waiting')
  await stage.goTo('set-up')
  await stage.shoot('set-up-certificate', 'open-certificate-keys')
  await window.getByTestId('open-certificate-keys').click()
  await window.getByTestId('signing-state').waitFor()
  await stage.shoot('keys-none', 'signing-state')
  await window.getByTestId('make-key').click()
  await window.getByTestId('own-key').waitFor()
  await window.getByTestId('make-key').click()
  await stage.shoot('keys-waiting', 'own-key')
  const list = join(folder, 'khoa.json')
  writeFileSync(list, samples.before)
  await answerDialogs(list)
  await window.getByTestId('take-key-list').click()
  await window.getByTestId('fingerprint').waitFor()
  await stage.shoot('keys-first', 'key-list-preview')
  await window.getByTestId('fingerprint').fill(samples.fingerprint)
  await window.getByTestId('trust-key-list').click()
  await window.getByTestId('authority').waitFor()
  writeFileSync(list, samples.current)
  await window.getByTestId('take-key-list').click()
  await stage.shoot('keys-revoked', 'key-list-preview')
  await window.getByTestId('trust-key-list').click()
  await window.getByTestId('key-list-preview').waitFor({ state: 'detached' })
  for (const [state, code] of Object.entries({ ...samples.states, 'not-a-card': null })) {
    if (code === null) {
      await window.getByTestId('certificate-code').fill('xin chào')
      await window.getByTestId('check-code').click()
    } else await wedge.scan(code)
    await window.locator(`[data-testid="verdict"][data-state="${state}"]`).waitFor()
    await stage.shoot(`verify-${state}`, 'verdict')
  }
  const picture = join(folder, 'anh.png')
  writeFileSync(picture, await QRCode.toBuffer('https://example.org', { scale: 4 }))
  await answerDialogs(picture)
  await window.getByTestId('choose-image').click()
  await window.getByTestId('verdict').waitFor()
  await stage.shoot('verify-image-other', 'verdict')
})

test('the page on a stick', async () => {
  const samples = sampleCertificates(instantOf(Date.now()))
  const file = join(folder, 'kiem-tra.html')
  const page = readFileSync(verifierFile, 'utf8')
  writeFileSync(file, withKeyLists(page, [samples.current]))
  const verifier = await openVerifier(file)
  const { window } = verifier
  await resize(window, 960, 1000)
  const camera = cameraOn(window)
  await window.getByTestId('check').waitFor()
  await camera.shoot('page-waiting', 'check')
  for (const [state, code] of Object.entries({ ...samples.states, 'not-a-card': 'xin chào' })) {
    await window.locator('#code').fill(code)
    await window.getByTestId('check').click()
    await window.locator(`[data-state="${state}"]`).waitFor()
    await camera.shoot(`page-${state}`, 'verdict')
  }
  await window.getByRole('button', { name: 'English' }).click()
  await camera.shoot('page-english', 'verdict')
  await verifier.close()
  writeFileSync(file, page)
  const bare = await openVerifier(file)
  await resize(bare.window, 960, 1000)
  writeFileSync(join(folder, 'khoa.json'), samples.current)
  await bare.window.getByTestId('key-file').setInputFiles(join(folder, 'khoa.json'))
  await bare.window.getByTestId('fingerprint').waitFor()
  await cameraOn(bare.window).shoot('page-first', 'fingerprint')
  await bare.close()
})

test('no word on a button or a chip is cut', () => {
  expect([...stage.cut(), ...cut]).toEqual([])
})
