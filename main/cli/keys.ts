import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { instantOf } from '../../src/domain/calendar/calendar-day'
import type { IssuerKey, KeyList } from '../../src/domain/certificate/issuer-key'
import { revocationReasons } from '../../src/domain/certificate/issuer-key'
import { withKeyLists } from '../exchange/verifier-page'
import { lockOfficeKey, unlockOfficeKey } from '../security/office-key'
import {
  certify,
  keySets,
  listFile,
  type Office,
  OfficeProblem,
  officeFingerprint,
  openOffice,
  openReception,
  revoke,
  revokeCards,
  rotate,
} from '../security/province-office'

/*
 * `npm run -s keys -- open | certify | revoke | revoke-cards | reception | rotate | verifier | show`: the office of the province that certifies the
 * keys of points. Its folder holds `office.json` (the list and the private key, locked by the passphrase in the
 * environment variable DIEM_TIEM_KEY_PASSPHRASE) and `khoa.json`, the file for the points. `reception` makes a
 * key for whoever opens courier sticks, in `reception.json`, locked by a passphrase of its own in
 * DIEM_TIEM_RECEPTION_PASSPHRASE: `npm run -s courier`.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string' },
    name: { type: 'string' },
    base: { type: 'string' },
    request: { type: 'string' },
    until: { type: 'string' },
    code: { type: 'string' },
    kid: { type: 'string' },
    why: { type: 'string' },
    out: { type: 'string' },
  },
})

function needed(option: keyof typeof values): string {
  const value = values[option]
  if (!value) throw new OfficeProblem(`--${option} is missing`)
  return value
}

function passphraseIn(variable: string): string {
  const given = process.env[variable] ?? ''
  if (given.length < 12) throw new OfficeProblem(`${variable} must hold the passphrase, twelve signs or more`)
  return given
}
const passphrase = () => passphraseIn('DIEM_TIEM_KEY_PASSPHRASE')
const now = () => instantOf(Math.floor(Date.now() / 60_000) * 60_000)
const fileOf = (name: string) => path.join(needed('folder'), name)

function read(): Office {
  const file = fileOf('office.json')
  if (!existsSync(file)) throw new OfficeProblem(`there is no office in ${needed('folder')}`)
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { base: string; list: KeyList; locked: string }
  return { base: kept.base, list: kept.list, privateKey: unlockOfficeKey(kept.locked, passphrase()) }
}

/** Whole or not at all: a list that is lost cannot be made again with its serial. */
function writeWhole(name: string, text: string): void {
  const part = `${fileOf(name)}.part`
  writeFileSync(part, text, { mode: 0o600 })
  renameSync(part, fileOf(name))
}

function keep(office: Office): void {
  mkdirSync(needed('folder'), { recursive: true })
  const { base, list, privateKey } = office
  const locked = lockOfficeKey(privateKey, passphrase())
  writeWhole('office.json', `${JSON.stringify({ base, list, locked }, null, 2)}\n`)
  writeWhole('khoa.json', listFile(office))
  for (const [iss, keys] of keySets(office)) {
    const folder = path.join(needed('folder'), 'jwks', iss.slice(iss.lastIndexOf('/') + 1), '.well-known')
    mkdirSync(folder, { recursive: true })
    const file = path.join(folder, 'jwks.json')
    if (keys.keys.length === 0) rmSync(file, { force: true })
    else writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`)
  }
  process.stdout.write(`list ${list.serial}, ${list.keys.length} keys: ${fileOf('khoa.json')}\n`)
}

/** The end of a day in Vietnam. */
function endOf(day: string) {
  const at = Date.parse(`${day}T23:59:59.999+07:00`)
  if (Number.isNaN(at)) throw new OfficeProblem('--until must be a day, YYYY-MM-DD')
  return instantOf(at)
}

function lineOf({ kid, pointName, notAfter, revoked }: IssuerKey): string {
  return `${kid.slice(0, 12)}  ${revoked ? `revoked ${revoked.at} (${revoked.why})` : `until ${notAfter}`}  ${pointName}\n`
}

const commands: Readonly<Record<string, () => void>> = {
  open() {
    if (existsSync(fileOf('office.json'))) throw new OfficeProblem('this folder has an office already')
    const office = openOffice(needed('name'), needed('base'), now())
    keep(office)
    process.stdout.write(`fingerprint for the letter to the points: ${officeFingerprint(office)}\n`)
  },
  certify() {
    const period = { at: now(), until: endOf(needed('until')), code: values.code ?? null }
    keep(certify(read(), readFileSync(needed('request'), 'utf8'), period))
  },
  revoke() {
    const why = revocationReasons.find(reason => reason === values.why)
    if (!why) throw new OfficeProblem(`--why must be one of ${revocationReasons.join(', ')}`)
    keep(revoke(read(), needed('kid'), now(), why))
  },
  'revoke-cards'() {
    keep(revokeCards(read(), readFileSync(needed('request'), 'utf8'), now()))
  },
  reception() {
    const { office, kid, privateKey } = openReception(read(), now())
    const before = existsSync(fileOf('reception.json'))
      ? (JSON.parse(readFileSync(fileOf('reception.json'), 'utf8')) as { keys: object[] }).keys
      : []
    const word = passphraseIn('DIEM_TIEM_RECEPTION_PASSPHRASE')
    // The key first: a list that names a key nobody has would have points write sticks that cannot be opened.
    writeWhole(
      'reception.json',
      `${JSON.stringify({ keys: [{ kid, locked: lockOfficeKey(privateKey, word) }, ...before] }, null, 2)}\n`,
    )
    keep(office)
  },
  rotate() {
    const office = rotate(read(), now())
    keep(office)
    process.stdout.write(`fingerprint for points that join from now on: ${officeFingerprint(office)}\n`)
  },
  verifier() {
    const page = path.join(process.env.DIEM_TIEM_RESOURCES ?? 'resources', 'verifier', 'verify.html')
    writeFileSync(needed('out'), withKeyLists(readFileSync(page, 'utf8'), [listFile(read())]))
  },
  show() {
    const office = read()
    process.stdout.write(`${office.list.authority.name}, list ${office.list.serial}\n`)
    process.stdout.write(`fingerprint: ${officeFingerprint(office)}\n`)
    for (const key of office.list.keys) process.stdout.write(lineOf(key))
    for (const { card, at, why } of office.list.cards ?? [])
      process.stdout.write(`card ${card}  taken back ${at} (${why})\n`)
  },
}

try {
  const command = commands[positionals[0] ?? '']
  if (!command) throw new OfficeProblem(`say one of: ${Object.keys(commands).join(', ')}`)
  command()
} catch (error) {
  if (!(error instanceof OfficeProblem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
