import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { authorityFiles } from '../../../main/exchange/province/authority-file'
import { chooseAuthority } from '../../../src/contract/authority-calls'
import { joinProvince, leaveProvince } from '../../../src/contract/link-calls'
import { linkHere } from '../../helpers/link-runner'
import { openAuthority } from '../../helpers/private-authority'
import { openProvinceServer, type ProvinceServer } from '../../helpers/province-server/server'
import { openProxy } from '../../helpers/small-proxy'
import type { TestPoint } from '../../helpers/test-point'
import { tempFolder } from '../db/test-files'
import { give, heldBy, isAllSent, statusOf, until } from './link-setting'
import { on, openReadyPoint, register } from './ready-point'

/*
 * A province behind a certificate of its own authority, with and without a proxy before it: what is believed, and what is
 * said where it is not.
 */
const authority = openAuthority('Gốc Chứng thư Thử Nghiệm')
let server: ProvinceServer
let point: TestPoint
let codes = 0
let doses = 0

beforeAll(async () => {
  const { key, cert } = authority.certify('localhost')
  server = await openProvinceServer({ codes: [], secure: { key, cert, name: 'localhost' } })
  point = openReadyPoint({ runner: linkHere })
}, 60_000)
afterEach(() => void point.call(leaveProvince, {}))
afterAll(async () => {
  await point.ports.link.stop()
  await server.close()
  point.close()
})

type Way = {
  readonly authorityPem?: string | null
  readonly proxy?: string | null
  readonly address?: string
}

/** Joins by this way; answers why it was refused, or null. */
async function joinBy({ authorityPem = null, proxy = null, address = server.base }: Way) {
  const code = `ma-${++codes}`
  server.identity.addCode(code)
  point.done(joinProvince, { address, code, authorityPem, proxy })
  await until(() => statusOf(point).joining?.state !== 'running')
  const { joining } = statusOf(point)
  return joining?.state === 'refused' ? joining.code : null
}

/** A dose reaches the server by the way that was joined. */
async function sendsOneDose(): Promise<void> {
  const before = heldBy(server, 'Immunization').length
  const name = `Lò Thị ${'ABCDEFGH'[doses++]}`
  give(point, register(point, { name, birthDate: on(`2026-0${doses}-11`), relatives: [] }))
  await until(() => heldBy(server, 'Immunization').length === before + 1)
  await until(() => isAllSent(point))
}

async function withProxy(
  user: string | null,
  work: (address: string, tunnels: () => readonly string[]) => Promise<void>,
) {
  const proxy = await openProxy(user)
  try {
    await work(proxy.address, proxy.tunnels)
    point.call(leaveProvince, {})
  } finally {
    await proxy.close()
  }
}

describe('a certificate of a private authority', () => {
  test('is not believed by itself: nothing is sent, not even the code', async () => {
    expect(await joinBy({})).toBe('link.certificate-untrusted')
    expect(await joinBy({ authorityPem: authority.pem })).toBeNull()
  })

  test('is believed with the province’s file, and doses go', async () => {
    expect(await joinBy({ authorityPem: authority.pem })).toBeNull()
    expect(statusOf(point).server).toMatchObject({ hasOwnAuthority: true, hasProxy: false })
    await sendsOneDose()
  })

  test('of another authority does not help, and a file that is none is said to be none', async () => {
    const other = openAuthority('Gốc Chứng thư Thử Nghiệm')
    expect(await joinBy({ authorityPem: other.pem })).toBe('link.certificate-untrusted')
    expect(await joinBy({ authorityPem: 'Kính gửi điểm tiêm' })).toBe('link.certificate-unreadable')
    const cut = authority.pem.slice(0, 200) + authority.pem.slice(-30)
    expect(await joinBy({ authorityPem: cut })).toBe('link.certificate-unreadable')
  })

  test('for another name, or not valid by this PC’s date, is refused with its own sentence', async () => {
    const cases = [
      ['may-chu-khac.example', undefined, 'link.certificate-untrusted'],
      ['localhost', ['20200101000000Z', '20210101000000Z'], 'link.certificate-date'],
      ['localhost', ['20440101000000Z', '20450101000000Z'], 'link.certificate-date'],
    ] as const
    for (const [names, days, code] of cases) {
      const strange = await openProvinceServer({
        codes: [],
        secure: { ...authority.certify(names, days), name: 'localhost' },
      })
      expect(await joinBy({ authorityPem: authority.pem, address: strange.base })).toBe(code)
      await strange.close()
    }
  })
})

describe('through a proxy', () => {
  test('a sealed line, which the proxy cannot read: with the authority’s file doses go, without it nothing does', () =>
    withProxy(null, async (proxy, tunnels) => {
      expect(await joinBy({ proxy })).toBe('link.certificate-untrusted')
      // As people write it: without the scheme.
      expect(await joinBy({ proxy, authorityPem: authority.pem })).toBeNull()
      expect(statusOf(point).server).toMatchObject({ hasOwnAuthority: true, hasProxy: true })
      await sendsOneDose()
      expect(new Set(tunnels())).toEqual(new Set([`localhost:${server.port}`]))
    }))

  test('user and password are told to a proxy that asks, and a wrong password is said', () =>
    withProxy('tram:mat-khau', async proxy => {
      const way = { authorityPem: authority.pem }
      expect(await joinBy({ ...way, proxy: `http://${proxy}` })).toBe('link.proxy-refused')
      expect(await joinBy({ ...way, proxy: `http://tram:sai@${proxy}` })).toBe('link.proxy-refused')
      expect(await joinBy({ ...way, proxy: `http://tram:mat-khau@${proxy}` })).toBeNull()
      await sendsOneDose()
    }))

  test('a proxy that is not there, or is no proxy, or reaches nobody is told from a server that is not there', async () => {
    const way = { authorityPem: authority.pem }
    expect(await joinBy({ ...way, proxy: '127.0.0.1:1' })).toBe('link.proxy-unreachable')
    const plain = await openProvinceServer()
    expect(await joinBy({ ...way, proxy: `127.0.0.1:${plain.port}` })).toBe('link.proxy-unreachable')
    await plain.close()
    await withProxy(null, async proxy =>
      expect(await joinBy({ ...way, proxy, address: 'https://localhost:1/fhir' })).toBe('link.no-connection'),
    )
  })

  test.each(['socks5://proxy.example:1080', 'http://', 'không phải'])('%s is no address of one', proxy => {
    const order = { address: server.base, code: 'ma', authorityPem: null, proxy }
    expect(point.call(joinProvince, order)).toMatchObject({ error: { code: 'link.bad-address' } })
  })
})

describe('the authority’s file', () => {
  const choose = (file: string | null) =>
    authorityFiles(async () => ({ canceled: file === null, filePaths: file === null ? [] : [file] })).get(
      chooseAuthority.name,
    )?.()

  test('is read as text and as bytes, with whose it is and its print', async () => {
    const file = join(tempFolder(), 'ca.pem')
    writeFileSync(file, authority.pem)
    const asText = await choose(file)
    expect(asText).toMatchObject({
      ok: true,
      value: {
        fileName: 'ca.pem',
        authorities: [
          { name: 'Gốc Chứng thư Thử Nghiệm', fingerprint: expect.stringMatching(/^[0-9A-F:]{95}$/u) },
        ],
      },
    })
    const bytes = join(tempFolder(), 'ca.cer')
    const body = authority.pem.replace(/-----[^-]+-----|\s/gu, '')
    writeFileSync(bytes, Buffer.from(body, 'base64'))
    const asBytes = await choose(bytes)
    expect(asBytes).toMatchObject({ ok: true, value: { fileName: 'ca.cer' } })
    const pemOf = (answer: unknown) => (answer as { value: { pem: string } }).value.pem
    expect(await joinBy({ authorityPem: pemOf(asBytes) })).toBeNull()
  })

  test('that is something else, or was not chosen, is said', async () => {
    const letter = join(tempFolder(), 'thu.pem')
    writeFileSync(letter, 'Kính gửi')
    expect(await choose(letter)).toMatchObject({ error: { code: 'link.certificate-unreadable' } })
    expect(await choose(null)).toMatchObject({ error: { code: 'link.nothing-chosen' } })
  })
})
