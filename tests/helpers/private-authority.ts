import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/*
 * A certificate authority that is on nobody's list, made when it is needed (X.509 v3, ECDSA with SHA-256): Node can read
 * certificates and not make them.
 */
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const length =
    body.length < 128
      ? Buffer.from([body.length])
      : body.length < 256
        ? Buffer.from([0x81, body.length])
        : Buffer.from([0x82, body.length >> 8, body.length & 255])
  return Buffer.concat([Buffer.from([tag]), length, body])
}
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const utf8 = (text: string) => der(0x0c, Buffer.from(text))
const time = (text: string) => der(0x18, Buffer.from(text))
const bits = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes)

const ecdsaSha256 = sequence(oid('2a8648ce3d040302'))
const named = (name: string) => sequence(der(0x31, sequence(oid('550403'), utf8(name))))
const extension = (id: string, value: Buffer) => sequence(oid(id), der(0x04, value))
/** basicConstraints: an authority. */
const isAuthority = extension('551d13', sequence(der(0x01, Buffer.from([0xff]))))
const forNames = (names: readonly string[]) =>
  extension('551d11', sequence(...names.map(name => der(0x82, Buffer.from(name)))))

type Draft = {
  readonly subject: string
  readonly days: readonly [string, string]
  readonly extension: Buffer
  readonly publicKey: KeyObject
}

function certificate({ subject, days, extension, publicKey }: Draft, issuer: string, key: KeyObject): string {
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([subject === issuer ? 1 : 2])),
    ecdsaSha256,
    named(issuer),
    sequence(...days.map(time)),
    named(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension)),
  )
  const whole = sequence(body, ecdsaSha256, bits(sign('sha256', body, key)))
  const lines = (whole.toString('base64').match(/.{1,64}/gu) ?? []).join('\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

const always = ['20200101000000Z', '20450101000000Z'] as const

/** An authority with a name, and the certificates it signs. */
export function openAuthority(name: string) {
  const own = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const root = { subject: name, days: always, extension: isAuthority, publicKey: own.publicKey }
  return {
    pem: certificate(root, name, own.privateKey),
    /** A server's certificate for a host name, good between two moments (`20260101000000Z`). */
    certify(host: string, days: readonly [string, string] = always) {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
      const draft = { subject: 'may chu thu', days, extension: forNames([host]), publicKey }
      return {
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        cert: certificate(draft, name, own.privateKey),
      }
    },
  }
}
