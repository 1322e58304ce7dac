import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Answer } from '../../src/contract/call'
import {
  judgeStick,
  makeStickCard,
  planStick,
  type StickTaken,
  takeStickCard,
  takeStickPart,
} from '../../src/contract/courier-calls'
import { Trouble } from '../../src/contract/errors'
import { instantOf, vietnamDayOf } from '../../src/domain/calendar/calendar-day'
import { keyListIn } from '../../src/domain/certificate/key-list'
import { correspondentsIn } from '../../src/domain/courier/correspondent'
import { canonicalJson } from '../../src/domain/journal/canonical-json'
import { createStore } from '../db'
import { describeTrouble } from '../db/describe-trouble'
import type { Database } from '../db/driver'
import { openDatabase } from '../db/open'
import { readStationId } from '../db/station-id'
import { judgeAll, readFrom } from '../exchange/courier/read-stick'
import type { Ask, StickWork } from '../exchange/courier/stick-work'
import { writeTo } from '../exchange/courier/write-stick'
import { NoAnswer } from '../exchange/province/http-client'
import { JoinProblem } from '../exchange/province/join-server'
import { newId } from '../ids'
import { postJournals, wordsOf } from '../reception-post'
import { joinReception, type ReceptionServer, serverFor } from '../reception-server'
import { loadResources } from '../resources/load'
import { unlockOfficeKey } from '../security/office-key'
import { OfficeProblem } from '../security/province-office'
import { sealedBox } from '../security/sealed-box'
import { signing } from '../security/signing'
import { judgeFound } from '../services/link/courier/look'
import { postedFor } from '../services/link/courier/posted'
import type { CourierSide } from '../services/link/courier/side'
import { takeCard, takePart } from '../services/link/courier/take'
import { makeCard, planStickFor } from '../services/link/courier/write'

/*
 * `npm run -s courier -- look | take | post | join | show | unpack --folder F [--stick S] [--server A]`: the province's
 * reception of courier sticks. F holds `khoa.json` (the list of keys) and `reception.json` (the key that opens sticks, from
 * `npm run -s keys -- reception`, passphrase in DIEM_TIEM_RECEPTION_PASSPHRASE). `take` verifies the stick, keeps the entries
 * in `F/tiep-nhan.db`, posts them to the province's FHIR server, and writes the receipt onto the stick; without a server the
 * receipt says that the journals are kept and no more. `join --server A --code C` makes the server known to the reception, as
 * a point joins; `--server A` alone is for one that lets everybody in. `post` tries again what waits. `unpack` writes
 * `F/nhat-ky/<station>.jsonl`. Ends with 0 when all was taken, 1 when something was left out (each with its code), 2 when
 * it could not begin.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string' },
    stick: { type: 'string' },
    server: { type: 'string' },
    code: { type: 'string' },
    authority: { type: 'string' },
  },
})

function needed(option: keyof typeof values): string {
  const value = values[option]
  if (!value) throw new OfficeProblem(`--${option} is missing`)
  return value
}
const fileOf = (name: string) => path.join(needed('folder'), name)
const say = (line: string) => process.stdout.write(`${line}\n`)

const passphrase = process.env.DIEM_TIEM_RECEPTION_PASSPHRASE ?? ''

type KeyFile = { readonly keys: readonly { readonly kid: string; readonly locked: string }[] }

/** The keys that open sticks, newest first. */
function receptionKeys() {
  if (!existsSync(fileOf('reception.json')))
    throw new OfficeProblem('there is no reception here: npm run -s keys -- reception')
  const { keys } = JSON.parse(readFileSync(fileOf('reception.json'), 'utf8')) as KeyFile
  return keys.map(({ kid, locked }) => ({ kid, privateKey: unlockOfficeKey(locked, passphrase) }))
}

/** The reception as a reader of sticks. Call `close` at the end. */
function openSide(): {
  readonly db: Database
  readonly side: () => CourierSide
  readonly store: ReturnType<typeof createStore>
  readonly close: () => void
} {
  const own = receptionKeys()
  const list = keyListIn(readFileSync(fileOf('khoa.json'), 'utf8'))
  const [newest] = own
  if (!list || !newest) throw new OfficeProblem('khoa.json or reception.json cannot be read')
  const db = openDatabase(fileOf('tiep-nhan.db'), 'real', { nativeBinding: null, keyHex: null })
  const stationId = readStationId(db, newId)
  const store = createStore(db, { stationId, newId })
  const side = (): CourierSide => ({
    store,
    answer: signing.answer,
    box: sealedBox,
    here: { iss: null, practice: false, kind: 'province' },
    stationId,
    name: list.authority.name,
    at: instantOf(Date.now()),
    signer: { kid: newest.kid, sign: bytes => signing.sign(newest.privateKey, bytes) },
    own,
    others: correspondentsIn([list]),
    excluded: () => new Set(),
  })
  return { db, side, store, close: () => void db.close() }
}

type Opened = ReturnType<typeof openSide>

/** Answers what reading and writing ask, in place of an engine. */
function createAsk({ side, store }: Opened, server: ReceptionServer | null): Ask {
  const works: Readonly<Record<string, (payload: never) => unknown>> = {
    [judgeStick.name]: ({ folders }: { folders: Parameters<typeof judgeFound>[1][] }) => ({
      folders: folders.map(folder => judgeFound(side(), folder)),
    }),
    [planStick.name]: ({ to, found }: { to: string; found: [] }) => planStickFor(side(), to, found),
    [makeStickCard.name]: ({ to }: { to: string }) =>
      makeCard(side(), to, [], postedFor(side(), to, server?.baseUrl ?? null)),
    [takeStickCard.name]: ({ text }: { text: string }) => takeCard(side(), text),
    [takeStickPart.name]: ({ text }: { text: string }) =>
      takePart(side(), text, entries => {
        for (const entry of entries) store.journal.receive(entry)
      }),
  }
  return async (call, payload) => {
    const work = works[call.name]
    if (!work) throw new Error(`the reception is not asked ${call.name}`)
    try {
      return { ok: true, value: store.transaction(() => work(payload as never)) } as Answer<never>
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      const code = error.problems[0]?.code ?? 'engine.internal'
      return { ok: false, error: { code, problems: error.problems, reference: null } }
    }
  }
}

/** The server to post to, or null; a server that cannot be asked now is the one to post to all the same. */
function findServer(): Promise<ReceptionServer | null> {
  const { server: address = null, authority } = values
  const caPem = authority === undefined ? null : readFileSync(authority, 'utf8')
  return serverFor({ folder: needed('folder'), address, caPem, passphrase })
}

/** Posts what waits of all stations, and says it. Answers whether everything was looked at and taken. */
async function postAll({ db, side, store }: Opened, server: ReceptionServer): Promise<boolean> {
  const resourcesFolder = process.env.DIEM_TIEM_RESOURCES ?? path.join(process.cwd(), 'resources')
  const resources = loadResources(resourcesFolder, vietnamDayOf(instantOf(Date.now())))
  const log = (line: string) => void process.stderr.write(`${line}\n`)
  const { others } = side()
  const posted = await postJournals({ db, store, others, resources, server, now: Date.now, log })
  for (const line of posted.flatMap(station => wordsOf(station))) say(line)
  return posted.every(({ trouble, open }) => trouble === null && open.length === 0)
}

function workOn(ask: Ask): StickWork {
  return {
    stick: needed('stick'),
    ask,
    progress: () => undefined,
    changed: () => undefined,
    isStopped: () => false,
  }
}

function doneOr<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new OfficeProblem(answer.error.code)
}

/** Takes the stick in, then writes the receipt for each sender onto it. */
async function take(): Promise<number> {
  const server = await findServer()
  const opened = openSide()
  try {
    const work = workOn(createAsk(opened, server))
    const senders = doneOr(await judgeAll(work)).flatMap(({ from, newEntries }) =>
      from !== null && newEntries !== null ? from : [],
    )
    const taken: StickTaken = doneOr(await readFrom(work))
    say(`${taken.entries} entries taken in`)
    for (const { code, params } of taken.notes) say(`${code} ${JSON.stringify(params)}`)
    const isPosted = server === null || (await postAll(opened, server))
    if (!server) say('no server: the receipt says that the journals are kept, and no more')
    for (const sender of new Set(senders)) {
      const written = await writeTo(work, sender)
      say(written.ok ? `receipt for ${sender.slice(0, 12)}` : `no receipt: ${written.error.code}`)
      if (!written.ok) return 1
    }
    const isAll = taken.notes.every(
      ({ code }) => code === 'courier.already-taken' || code === 'courier.stale',
    )
    return senders.length > 0 && isAll && isPosted ? 0 : 1
  } finally {
    opened.close()
  }
}

/** Posts again what waits, without a stick; the receipt goes with the next one. */
async function post(): Promise<number> {
  const server = await findServer()
  if (!server) throw new OfficeProblem('there is no server: --server, or join one first')
  const opened = openSide()
  try {
    return (await postAll(opened, server)) ? 0 : 1
  } finally {
    opened.close()
  }
}

async function join(): Promise<number> {
  const { authority } = values
  const caPem = authority === undefined ? null : readFileSync(authority, 'utf8')
  receptionKeys()
  const order = {
    folder: needed('folder'),
    address: needed('server'),
    code: needed('code'),
    caPem,
    passphrase,
  }
  const { serverName, baseUrl } = await joinReception({ ...order, name: 'Nơi nhận USB' })
  say(`${serverName}  ${baseUrl}`)
  return 0
}

async function look(): Promise<number> {
  const opened = openSide()
  try {
    for (const folder of doneOr(await judgeAll(workOn(createAsk(opened, null))))) {
      say(`${folder.folder}  ${folder.fromName ?? '?'}  ${folder.at ?? ''}  ${folder.newEntries ?? '-'} new`)
      for (const { code, params } of folder.notes) say(`  ${code} ${JSON.stringify(params)}`)
    }
    return 0
  } finally {
    opened.close()
  }
}

async function show(): Promise<number> {
  const { store, close } = openSide()
  for (const { stationId, seq } of store.courier.heads()) say(`${stationId}  up to ${seq}`)
  for (const { kid, name, at } of store.courier.cards()) say(`${kid.slice(0, 12)}  ${name}  ${at}`)
  close()
  return 0
}

/** Writes the journal of each station whole, one entry a line, as it was sealed. */
async function unpack(): Promise<number> {
  const { store, close } = openSide()
  mkdirSync(fileOf('nhat-ky'), { recursive: true })
  for (const { stationId, seq } of store.courier.heads()) {
    const file = fileOf(`nhat-ky/${stationId}.jsonl`)
    const lines = openSync(`${file}.part`, 'w')
    for (let after = 0; after < seq; after += 1_000)
      for (const entry of store.courier.entriesBetween(stationId, after, after + 1_000))
        writeSync(lines, `${canonicalJson(entry)}\n`)
    closeSync(lines)
    renameSync(`${file}.part`, file)
    say(`${file}  up to ${seq}`)
  }
  close()
  return 0
}

const commands: Readonly<Record<string, () => Promise<number>>> = { take, post, join, look, show, unpack }

async function main(): Promise<number> {
  const command = commands[positionals[0] ?? '']
  if (!command) throw new OfficeProblem(`say one of: ${Object.keys(commands).join(', ')}`)
  return command()
}

/** What people can do something about. */
function saidBy(error: unknown): string | null {
  if (error instanceof JoinProblem)
    return [error.code, ...error.lacks.map(({ what, types }) => `${what} ${types.join(', ')}`)].join('\n')
  return error instanceof OfficeProblem || error instanceof NoAnswer ? error.message : null
}

main().then(
  code => {
    process.exitCode = code
  },
  (error: unknown) => {
    const known = saidBy(error) ?? describeTrouble(values.folder ?? '', error)
    if (known === null) throw error
    process.stderr.write(`${known}\n`)
    process.exitCode = 2
  },
)
