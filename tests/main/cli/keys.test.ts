import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRevocations, revokeCard } from '../../../src/contract/card-revocation-calls'
import { makeCertificateKey, trustKeyList, verifyCertificate } from '../../../src/contract/certificate-calls'
import { type BuiltScript, buildScript } from '../../helpers/build-worker'
import { requestOf } from '../../helpers/province'
import { childWithDoses, signedAt } from '../services/certificate-setting'
import { openReadyPoint } from '../services/ready-point'

/*
 * `npm run -s keys` as the office of a province runs it: a process of its own, with files in and out and a passphrase in the
 * environment, and a point that goes by what it writes.
 */
const run = promisify(execFile)
const passphrase = 'mot cau mat khau dai'
const resources = new URL('../../../resources', import.meta.url).pathname
let built: BuiltScript
let folder: string
const inFolder = (name: string) => path.join(folder, name)

beforeAll(async () => {
  built = await buildScript('main/cli/keys.ts')
  folder = mkdtempSync(path.join(tmpdir(), 'office-'))
}, 60_000)
afterAll(() => {
  built.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** Exit code, and what was said on both ways out. */
async function keys(args: readonly string[], secret: string | null = passphrase) {
  const { DIEM_TIEM_KEY_PASSPHRASE: _none, ...rest } = process.env
  const env = {
    ...rest,
    DIEM_TIEM_RESOURCES: resources,
    ...(secret === null ? {} : { DIEM_TIEM_KEY_PASSPHRASE: secret }),
  }
  const where = args[0] === 'open' || args.includes('--folder') ? [] : ['--folder', folder]
  return run(process.execPath, [built.script, ...args, ...where], { env, encoding: 'utf8' }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
}

describe('npm run keys', () => {
  const open = ['open', '--name', 'Sở Y tế Tỉnh Thử Nghiệm', '--base', 'https://khoa.example/diem']

  test('refuses without a passphrase, without a command and without an office, and writes nothing', async () => {
    const lone = [...open, '--folder', inFolder('lone')]
    expect(await keys(lone, null)).toMatchObject({ code: 2, stderr: expect.stringContaining('PASSPHRASE') })
    expect(await keys(lone, 'ngan')).toMatchObject({ code: 2 })
    expect(await keys([])).toMatchObject({ code: 2, stderr: expect.stringContaining('say one of: open') })
    expect(await keys(['show'])).toMatchObject({ code: 2, stderr: expect.stringContaining('no office') })
    expect(() => statSync(inFolder('lone/office.json'))).toThrow('ENOENT')
  })

  test('opens an office, certifies a point, takes back its card, then its key, and a point goes by each file', async () => {
    const opened = await keys([...open, '--folder', folder])
    expect(opened).toMatchObject({ code: 0, stderr: '' })
    const fingerprint = /letter to the points: ([\d ]+)/u.exec(opened.stdout)?.[1] ?? ''
    expect(fingerprint.replaceAll(' ', '')).toMatch(/^\d{30}$/u)
    expect(statSync(inFolder('office.json')).mode & 0o077).toBe(0)
    expect(await keys([...open, '--folder', folder])).toMatchObject({ code: 2 })

    const point = openReadyPoint({ at: new Date(Date.now() + 120_000).toISOString() })
    const personId = childWithDoses(point)
    point.done(makeCertificateKey, {})
    writeFileSync(inFolder('yeu-cau.json'), requestOf(point))
    const certified = await keys(['certify', '--request', inFolder('yeu-cau.json'), '--until', '2099-12-31'])
    expect(certified).toMatchObject({ code: 0, stdout: expect.stringContaining('list 2, 1 keys') })
    const take = (digits: string | null) =>
      point.done(trustKeyList, { text: readFileSync(inFolder('khoa.json'), 'utf8'), fingerprint: digits })
    take(fingerprint)
    const { shc, kid } = signedAt(point, personId)
    const [card = ''] = shc
    const stateNow = () => point.done(verifyCertificate, { text: card }).state
    expect(stateNow()).toBe('valid')

    point.done(revokeCard, { text: card, why: 'replaced', note: null })
    writeFileSync(inFolder('thu-hoi.json'), point.done(makeRevocations, {}).bytes)
    expect(await keys(['revoke-cards', '--request', inFolder('thu-hoi.json')])).toMatchObject({ code: 0 })
    take(null)
    const elsewhere = openReadyPoint({ at: point.ports.clock() })
    const current = readFileSync(inFolder('khoa.json'), 'utf8')
    elsewhere.done(trustKeyList, { text: current, fingerprint })
    expect(elsewhere.done(verifyCertificate, { text: card }).state).toBe('revoked-card')
    expect(await keys(['revoke-cards', '--request', inFolder('khoa.json')])).toMatchObject({ code: 2 })

    expect(await keys(['revoke', '--kid', kid.slice(0, 10), '--why', 'sleepy'])).toMatchObject({ code: 2 })
    expect(await keys(['revoke', '--kid', kid.slice(0, 10), '--why', 'lost'])).toMatchObject({ code: 0 })
    take(null)
    expect(stateNow()).toBe('revoked')
  }, 60_000)

  test('hands over to a new key, shows what there is, makes the page, and opens with no other passphrase', async () => {
    expect(await keys(['rotate'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('join from now on'),
    })
    const { stdout } = await keys(['show'])
    expect(stdout).toContain('Sở Y tế Tỉnh Thử Nghiệm')
    expect(stdout).toMatch(/revoked .* \(lost\)/u)
    expect(stdout).toMatch(/card [\w-]{22} {2}taken back .* \(replaced\)/u)
    expect(await keys(['verifier', '--out', inFolder('kiem-tra.html')])).toMatchObject({ code: 0 })
    expect(readFileSync(inFolder('kiem-tra.html'), 'utf8')).toContain('diem-tiem-keys/1')
    const wrong = await keys(['show'], 'mot mat khau khac han')
    expect(wrong.code).not.toBe(0)
    expect(wrong.stdout).toBe('')
  }, 60_000)
})
