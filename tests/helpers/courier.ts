import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createCourierDesk } from '../../main/exchange/courier/courier-desk'
import { newId } from '../../main/ids'
import {
  certify,
  listFile,
  type Office,
  officeFingerprint,
  openReception,
} from '../../main/security/province-office'
import type { Answer, Call, RequestOf, ResponseOf } from '../../src/contract/call'
import { makeCertificateKey, trustKeyList } from '../../src/contract/certificate-calls'
import {
  chooseStick,
  getCourierState,
  readStick,
  type Stick,
  type StickTaken,
  type StickWritten,
  writeStick,
} from '../../src/contract/courier-calls'
import { recordHistoricalDoses } from '../../src/contract/dose-calls'
import type { AppEvent } from '../../src/contract/events'
import { setUpPoint } from '../../src/contract/point-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import { given } from '../main/services/certificate-setting'
import { pointSetUp, register } from '../main/services/ready-point'
import { openProvince, requestOf, yearEnd } from './province'
import { openTestPoint, type TestPoint } from './test-point'

/** A PC with main's part of courier sticks: real files, the real engine. */
export type CourierPc = ReturnType<typeof attachDesk>

export function attachDesk(point: TestPoint) {
  const events: AppEvent[] = []
  let chosen: string | null = null
  let beforeAsk: (name: string) => void = () => undefined
  async function ask<C extends Call>(call: C, payload: RequestOf<C>): Promise<Answer<ResponseOf<C>>> {
    beforeAsk(call.name)
    return point.call(call, payload)
  }
  const calls = createCourierDesk({
    ask,
    showOpenDialog: async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }),
    tell: event => void events.push(event),
  })
  async function desk<T>(call: Call, payload: unknown = {}): Promise<T> {
    const answer = await calls.get(call.name)?.(payload)
    if (!answer?.ok) throw new Error(answer?.error.code ?? 'no such call')
    return answer.value as T
  }
  return {
    point,
    events,
    desk,
    /** Is called before every question to the engine. */
    onAsk: (hook: (name: string) => void) => {
      beforeAsk = hook
    },
    async look(stick: string | null): Promise<Stick> {
      chosen = stick
      return desk<Stick>(chooseStick)
    },
    async write(stick: string, to: { readonly kid: string }): Promise<StickWritten> {
      chosen = stick
      await desk(chooseStick)
      return desk<StickWritten>(writeStick, { to: to.kid })
    },
    async read(stick: string): Promise<StickTaken> {
      chosen = stick
      await desk(chooseStick)
      return desk<StickTaken>(readStick)
    },
    state: () => point.done(getCourierState, {}),
  }
}

export const codesOf = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code)

/** Two PCs of one invented point with certified keys, and the province that certified them. */
export function openTwoPcs(code = 'DS01', numbers: readonly [number, number] = [1, 2]) {
  const province = openReception(openProvince(), openProvince().list.issuedAt)
  const first = openTestPoint()
  const second = openTestPoint()
  for (const [at, point] of [first, second].entries()) {
    point.done(setUpPoint, { ...pointSetUp, station: { name: `Máy ${at + 1}`, number: numbers[at] ?? 0 } })
    point.actAs('head', 'Trưởng trạm')
  }
  const office = certifyAll(province.office, [first, second], code)
  return { office, reception: province, a: attachDesk(first), b: attachDesk(second) }
}

/** Makes a key at each of these PCs, certifies them all for one point, and brings the list to each. */
export function certifyAll(office: Office, points: readonly TestPoint[], code: string): Office {
  let certified = office
  for (const point of points) {
    point.done(makeCertificateKey, {})
    certified = certify(certified, requestOf(point), { at: point.ports.clock(), until: yearEnd, code })
  }
  for (const point of points) bring(point, certified)
  return certified
}

/** Brings the province's list to a PC. */
export function bring(point: TestPoint, office: Office): void {
  point.done(trustKeyList, { text: listFile(office), fingerprint: officeFingerprint(office) })
}

/** The one other PC of the point, or the province, as a receiver. */
export function receiverAt(pc: CourierPc, kind: 'station' | 'province' = 'station') {
  const receiver = pc.state().receivers.find(each => each.kind === kind)
  if (!receiver) throw new Error(`no ${kind} to write to`)
  return receiver
}

/** Everything that is written meanwhile is undone, so that one setting serves many tests. */
export async function undone(pcs: readonly CourierPc[], work: () => Promise<void>): Promise<void> {
  for (const { point } of pcs) point.db.exec('BEGIN IMMEDIATE')
  try {
    await work()
  } finally {
    for (const { point } of pcs) point.db.exec('ROLLBACK')
  }
}

/** The work of a morning: one more invented child with two doses from a card. */
export function aMorning(point: TestPoint, changes: Partial<Person> = {}): string {
  const number = point.store.records.list('person', {}, 'created_stamp').length
  const birthDate = day(`2026-0${1 + (number % 8)}-1${Math.floor(number / 8) % 10}`)
  const name = `Bé Thử ${['An', 'Bình', 'Châu', 'Dung', 'Giang', 'Hà', 'Lan', 'Minh'][number % 8]}`
  const personId = register(point, {
    name: `${name} ${point.ports.stationId.slice(-4)}`,
    birthDate,
    ...changes,
  })
  const doses = [given('GENEHBVAX_05', '2026-11-02'), given('BCG_IVAC', '2026-11-02')]
  point.done(recordHistoricalDoses, { personId, doses })
  return personId
}

/** An empty folder that stands for a stick; `clear` takes it away. */
export function emptyStick() {
  const stick = mkdtempSync(path.join(tmpdir(), `stick-${newId().slice(-6)}-`))
  return { stick, clear: () => rmSync(stick, { recursive: true, force: true }) }
}
