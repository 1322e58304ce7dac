import { afterEach, describe, expect, test } from 'vitest'
import { recordHistoricalDoses, voidDose } from '../../../src/contract/dose-calls'
import { getLinkStatus, joinProvince, listLinkLedger, retryUpload } from '../../../src/contract/link-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { openFhirStub } from '../../helpers/fhir-stub'
import { linkHere } from '../../helpers/link-runner'
import type { TestPoint } from '../../helpers/test-point'
import { on, openReadyPoint, register } from './ready-point'

type Stub = Awaited<ReturnType<typeof openFhirStub>>
const open: { stop: () => Promise<unknown> }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop()
})

async function openBoth(options: Parameters<typeof openFhirStub>[0] = {}) {
  const stub = await openFhirStub(options)
  const point = openReadyPoint({ runner: linkHere })
  open.push({
    stop: async () => {
      await point.ports.link.stop()
      await stub.close()
      point.close()
    },
  })
  return { stub, point }
}

async function until(what: () => boolean): Promise<void> {
  const end = Date.now() + 20_000
  while (!what()) {
    if (Date.now() > end) throw new Error('it never came to that')
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

async function join(point: TestPoint, stub: Stub, code = 'mot-lan') {
  point.done(joinProvince, { address: `${stub.url}/`, code, authorityPem: null, proxy: null })
  await until(() => point.done(getLinkStatus, {}).joining?.state !== 'running')
  return point.done(getLinkStatus, {})
}

function give(point: TestPoint, personId: string, givenOn = '2026-11-20') {
  const dose = {
    vaccineCode: 'SII_PENTA',
    givenOn: on(givenOn),
    statedNumber: 1,
    lotNumber: null,
    placeName: 'Trạm cũ',
  }
  return point.done(recordHistoricalDoses, { personId, doses: [dose] }).doseIds[0] ?? ''
}

const allSent = (point: TestPoint) => () => {
  const { waiting, refused, activity } = point.done(getLinkStatus, {})
  return waiting + refused === 0 && activity.phase === 'idle'
}
const ledger = (point: TestPoint, filter: 'all' | 'attention' = 'all') =>
  point.done(listLinkLedger, { filter, from: on('2026-11-22'), to: on('2026-11-22'), after: null }).rows

describe('joining', () => {
  test('a wrong code is said, and nothing is joined', async () => {
    const { stub, point } = await openBoth()
    const status = await join(point, stub, 'sai')
    expect(status.joining).toMatchObject({ state: 'refused', code: 'link.wrong-code' })
    expect(status.server).toBeNull()
  })
})

describe('uploading', () => {
  test('what was saved before joining and after it reaches the server once, with a receipt', async () => {
    const { stub, point } = await openBoth()
    const personId = register(point)
    const first = give(point, personId)
    expect(ledger(point)).toMatchObject([{ recordId: first, state: 'saved' }])
    expect(await join(point, stub)).toMatchObject({ server: { name: 'Tỉnh Thử Nghiệm' }, joining: null })
    await until(allSent(point))
    expect(stub.of('Patient')).toHaveLength(1)
    expect(stub.of('Immunization')).toHaveLength(1)
    const second = give(point, personId, '2026-11-21')
    await until(() => stub.of('Immunization').length === 2)
    await until(allSent(point))
    expect(ledger(point)).toMatchObject([
      { recordId: second, state: 'accepted', receipts: [{ serverId: stub.of('Immunization')[1]?.id }] },
      { recordId: first, state: 'accepted' },
    ])
  })

  test.each(['drop-before', 'drop-after', 'half', 'html', 409, 412, 422, 429, 503] as const)(
    'a fault (%s) at every other request leaves everything at the server once',
    async fault => {
      const { stub, point } = await openBoth()
      stub.setFault((_, n) => (n % 2 === 0 ? fault : 'pass'))
      const personId = register(point)
      const doseId = give(point, personId)
      await join(point, stub)
      const go = setInterval(() => {
        // What an invented fault had refused goes again, as a nurse would send it.
        if (ledger(point, 'attention').length > 0) point.done(retryUpload, { recordId: null })
        point.ports.link.tryNow()
      }, 20)
      await until(allSent(point))
      point.done(voidDose, { doseId, reason: 'ghi nhầm người' })
      await until(allSent(point))
      clearInterval(go)
      expect(stub.of('Patient')).toHaveLength(1)
      expect(stub.of('Immunization')).toMatchObject([{ status: 'entered-in-error' }])
    },
  )

  test('a record the server refuses is put aside with its words; the others go, and a correction brings it in', async () => {
    const { stub, point } = await openBoth()
    const bad = register(point, { name: 'Lò Văn Xấu' })
    const badDose = give(point, bad)
    for (let at = 0; at < 12; at++)
      give(
        point,
        register(point, {
          name: `Lò Thị Tốt ${'ABCDEFGHIKLM'[at]}`,
          birthDate: on(`2026-0${1 + (at % 8)}-1${at % 9}`),
          relatives: [],
        }),
      )
    stub.setFault(({ body }) => (body.includes('Lò Văn Xấu') ? 422 : 'pass'))
    await join(point, stub)
    await until(() => stub.of('Immunization').length === 12 && point.done(getLinkStatus, {}).refused === 2)
    const refused = ledger(point, 'attention')
    expect(refused).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          recordId: bad,
          state: 'refused',
          problem: expect.objectContaining({
            reason: 'link.refused-by-server',
            words: 'bad 422',
            fields: ['Patient.name'],
          }),
        }),
        expect.objectContaining({
          recordId: badDose,
          state: 'refused',
          problem: expect.objectContaining({ blockedBy: { noun: 'person', recordId: bad } }),
        }),
      ]),
    )
    point.done(correctPerson, { personId: bad, changes: { name: 'Lò Văn Tốt' }, reason: 'sửa tên' })
    await until(() => stub.of('Immunization').length === 13)
    await until(allSent(point))
    expect(ledger(point, 'attention')).toEqual([])
  })

  test('somebody else has changed it: nothing is overwritten, it waits to be settled', async () => {
    const { stub, point } = await openBoth()
    const personId = register(point)
    await join(point, stub)
    await until(allSent(point))
    const [patient] = stub.of('Patient')
    if (!patient) throw new Error('no patient')
    stub.stored.set(`Patient/${patient.id}`, {
      ...patient,
      extension: [],
      meta: { ...patient.meta, versionId: '9' },
    } as never)
    point.done(correctPerson, { personId, changes: { phone: '0987654321' }, reason: 'đổi số' })
    await until(() => point.done(getLinkStatus, {}).conflicts === 1)
    expect(ledger(point, 'attention')).toMatchObject([
      { state: 'conflict', problem: { reason: 'link.changed-elsewhere' } },
    ])
    point.store.link.noteVersion(`Patient/${personId}`, patient.id, '9')
    point.ports.link.wake()
    await until(() => stub.of('Patient')[0]?.meta.versionId === '10')
    expect(point.done(retryUpload, { recordId: null })).toEqual({ records: 0 })
  })
})
