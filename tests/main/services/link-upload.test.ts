import { badRequest, OperationOutcomeError } from '@medplum/core'
import { afterEach, describe, expect, test } from 'vitest'
import { voidDose } from '../../../src/contract/dose-calls'
import { leaveProvince, listLinkLedger, retryUpload } from '../../../src/contract/link-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { Fault } from '../../helpers/province-server/faults'
import type { ProvinceServerOptions } from '../../helpers/province-server/server'
import {
  dataFaults,
  give,
  heldBy,
  isAllSent,
  join,
  ledgerOf,
  openBoth,
  statusOf,
  until,
} from './link-setting'
import { on, register } from './ready-point'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function both(options: ProvinceServerOptions = {}) {
  const opened = await openBoth(options)
  ends.push(opened.end)
  return opened
}

describe('joining', () => {
  test('a wrong code is said, and nothing is joined', async () => {
    const { server, point } = await both()
    const status = await join(point, server, 'mã sai')
    expect(status.joining).toMatchObject({ state: 'refused', code: 'link.wrong-code' })
    expect(status.server).toBeNull()
  })

  test('a server that lacks what the contract asks is refused with the list', async () => {
    const { server, point } = await both({ lacks: ['conditionalCreate', 'transaction', 'history'] })
    const { joining } = await join(point, server)
    if (joining?.state !== 'refused') throw new Error('it was not refused')
    expect(joining.code).toBe('link.server-lacks')
    expect(joining.lacks.map(({ what }) => what)).toEqual(['transaction', 'conditional-create', 'history'])
    expect(joining.lacks[1]?.types).toContain('Immunization')
  })

  test('a code is used once, and the private key is kept locked', async () => {
    const { server, point } = await both()
    expect(await join(point, server)).toMatchObject({ joining: null, server: { baseUrl: server.base } })
    const kept = point.store.link.findServer()
    expect(kept?.locked).not.toMatch(/PRIVATE|MIG/u)
    expect(JSON.parse(point.ports.safe.unlock(kept?.locked ?? '') ?? '')).toMatchObject({ proxy: null })
    expect(await join(point, server)).toMatchObject({ joining: { code: 'link.wrong-code' } })
  })

  test.each([
    { address: 'http://may-chu.example/fhir', code: 'link.insecure-address' },
    { address: 'không phải địa chỉ', code: 'link.bad-address' },
  ])('$address is refused: $code', async ({ address, code }) => {
    const { server, point } = await both()
    const status = await join(point, { ...server, base: address })
    expect(status.joining).toMatchObject({ state: 'refused', code })
  })
})

describe('uploading', () => {
  test('what was saved before joining and after it reaches the server once, with a receipt', async () => {
    const { server, point } = await both()
    const personId = register(point)
    const first = give(point, personId)
    expect(ledgerOf(point)).toMatchObject([{ recordId: first, state: 'saved' }])
    await join(point, server)
    await until(() => isAllSent(point))
    expect(heldBy(server, 'Patient')).toHaveLength(1)
    const second = give(point, personId, '2026-11-21')
    await until(() => heldBy(server, 'Immunization').length === 2)
    await until(() => isAllSent(point))
    const ids = new Set(heldBy(server, 'Immunization').map(({ id }) => id))
    const rows = ledgerOf(point)
    expect(rows).toMatchObject([
      { recordId: second, state: 'accepted' },
      { recordId: first, state: 'accepted' },
    ])
    for (const { receipts } of rows) expect(ids.has(receipts[0]?.serverId ?? '')).toBe(true)
    expect(statusOf(point).acceptedAt).not.toBeNull()
  })

  const faults: readonly Fault[] = [
    'refuse',
    'drop-before',
    'drop-after',
    'duplicate',
    'half',
    'html',
    ...[409, 412, 422, 429, 503].map(status => ({ status, retryAfterSeconds: 0 })),
  ]
  test.each(faults.map(fault => [JSON.stringify(fault), fault] as const))(
    'a fault (%s) at every other request leaves everything at the server once',
    async (_, fault) => {
      const { server, point } = await both()
      const personId = register(point)
      const doseId = give(point, personId)
      server.setFaults(dataFaults(n => (n % 2 === 0 ? fault : 'pass')))
      await join(point, server)
      const nurse = setInterval(() => {
        // What an invented fault had refused goes again, as a nurse would send it.
        if (statusOf(point).refused > 0) point.done(retryUpload, { recordId: null })
        point.ports.link.tryNow()
      }, 20)
      try {
        await until(() => isAllSent(point))
        point.done(voidDose, { doseId, reason: 'ghi nhầm người' })
        await until(() => isAllSent(point))
      } finally {
        clearInterval(nurse)
      }
      expect(heldBy(server, 'Patient')).toHaveLength(1)
      expect(heldBy(server, 'Immunization')).toMatchObject([{ status: 'entered-in-error' }])
    },
  )

  test('a record the server refuses is put aside with its words; the others go, and a correction brings it in', async () => {
    const { server, point } = await both()
    const bad = register(point, { name: 'Lò Văn Xấu' })
    const badDose = give(point, bad)
    for (let at = 1; at <= 12; at++) {
      const birthDate = on(`2026-0${1 + (at % 8)}-1${at % 9}`)
      give(point, register(point, { name: `Lò Thị Tốt ${'ABCDEFGHIKLMN'[at]}`, birthDate, relatives: [] }))
    }
    const { repository } = server
    const create = repository.createResource.bind(repository)
    repository.createResource = (resource, ...rest) => {
      if (JSON.stringify(resource).includes('Xấu'))
        throw new OperationOutcomeError(badRequest('tên không hợp lệ', 'Patient.name'))
      return create(resource, ...rest)
    }
    await join(point, server)
    await until(() => statusOf(point).refused === 2)
    await until(() => heldBy(server, 'Immunization').length === 12)
    const refused = ledgerOf(point, 'attention')
    expect(refused.find(({ recordId }) => recordId === bad)).toMatchObject({
      noun: 'person',
      state: 'refused',
      problem: { reason: 'link.refused-by-server', words: 'tên không hợp lệ' },
    })
    expect(refused.find(({ recordId }) => recordId === badDose)).toMatchObject({
      state: 'refused',
      problem: { reason: 'link.depends-on-refused', blockedBy: { noun: 'person', recordId: bad } },
    })
    point.done(correctPerson, { personId: bad, changes: { name: 'Lò Văn Tốt' }, reason: 'sửa tên' })
    await until(() => isAllSent(point))
    expect(heldBy(server, 'Immunization')).toHaveLength(13)
    expect(ledgerOf(point, 'attention')).toEqual([])
  })

  test('somebody else has changed it: nothing is overwritten, it waits until their version is known here', async () => {
    const { server, point } = await both()
    const personId = register(point)
    await join(point, server)
    await until(() => isAllSent(point))
    const [patient] = heldBy(server, 'Patient')
    if (!patient) throw new Error('the patient did not arrive')
    const theirs = { ...patient, extension: undefined, gender: 'male' }
    const changed = await server.repository.updateResource(theirs as never)
    const versionId = (changed as { meta?: { versionId?: string } }).meta?.versionId ?? ''
    point.done(correctPerson, { personId, changes: { phone: '0987654321' }, reason: 'đổi số' })
    await until(() => statusOf(point).conflicts === 1)
    expect(ledgerOf(point, 'attention')).toMatchObject([
      { state: 'conflict', problem: { reason: 'link.changed-elsewhere' } },
    ])
    expect(heldBy(server, 'Patient')).toMatchObject([{ gender: 'male' }])
    point.store.link.noteVersion(`Patient/${personId}`, patient.id, versionId)
    point.ports.link.wake()
    await until(() => isAllSent(point))
    expect(heldBy(server, 'Patient')).toMatchObject([{ gender: 'female' }])
  })

  test('people whom the police or the army manages stay here, until they are civilians', async () => {
    const { server, point } = await both()
    const personId = register(point, { managedBy: 'police' })
    const doseId = give(point, personId)
    await join(point, server)
    await until(() => isAllSent(point))
    expect(ledgerOf(point)).toMatchObject([{ recordId: doseId, state: 'local' }])
    expect(heldBy(server, 'Patient')).toEqual([])
    point.done(correctPerson, { personId, changes: { managedBy: null }, reason: 'đã xuất ngũ' })
    await until(() => heldBy(server, 'Immunization').length === 1)
    await until(() => isAllSent(point))
    expect(ledgerOf(point)).toMatchObject([{ recordId: doseId, state: 'accepted' }])
  })

  test('a server that was put back to an earlier day gets again what it has lost, once it is touched', async () => {
    const { server, point } = await both()
    const personId = register(point)
    await join(point, server)
    await until(() => isAllSent(point))
    point.db.exec("UPDATE link_resource SET server_id = 'gone-' || server_id")
    give(point, personId)
    await until(() => heldBy(server, 'Immunization').length === 1)
    await until(() => isAllSent(point))
    expect(heldBy(server, 'Patient')).toHaveLength(1)
  })

  test('a receipt that a courier brings closes the ledger up to its entry, and the server is told later all the same', async () => {
    const { server, point } = await both()
    const first = give(point, register(point))
    const seq = point.entries()
    const second = give(
      point,
      register(point, { name: 'Lò Thị Bịa', birthDate: on('2026-08-01'), relatives: [] }),
    )
    const { store } = point
    const { stationId } = point.ports
    const at = '2026-11-22T03:00:00.000Z' as Instant
    const hash = store.courier.hashAt(stationId, seq) ?? ''
    const facts = { stationId, seq, hash, number: 7, server: server.base, keptBack: [], without: [] }
    const receipt = { ...facts, at, by: 'khoa-tinh', text: '' }
    expect(store.transaction(() => store.link.acknowledge(receipt, []))).toBeGreaterThan(1)
    expect(ledgerOf(point)).toMatchObject([
      { recordId: second, state: 'saved' },
      { recordId: first, state: 'accepted', firstAcceptedAt: receipt.at, byCourier: { number: 7, at } },
    ])
    await join(point, server)
    await until(() => isAllSent(point))
    point.done(voidDose, { doseId: first, reason: 'ghi nhầm người' })
    await until(() => heldBy(server, 'Immunization').some(({ status }) => status === 'entered-in-error'))
    await until(() => isAllSent(point))
    expect(heldBy(server, 'Immunization')).toHaveLength(2)
  })

  test('after leaving nothing is sent, and the journal still holds everything', async () => {
    const { server, point } = await both()
    await join(point, server)
    await until(() => isAllSent(point))
    point.done(leaveProvince, {})
    const doseId = give(point, register(point))
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(heldBy(server, 'Immunization')).toEqual([])
    const { rows } = point.done(listLinkLedger, {
      filter: 'all',
      from: on('2026-11-22'),
      to: on('2026-11-22'),
      after: null,
    })
    expect(rows).toMatchObject([{ recordId: doseId, state: 'saved' }])
  })
})
