import {
  certify,
  listFile,
  type Office,
  officeFingerprint,
  openOffice,
} from '../../main/security/province-office'
import { makeCertificateKey, makeKeyRequest, trustKeyList } from '../../src/contract/certificate-calls'
import type { Instant } from '../../src/domain/calendar/calendar-day'
import type { TestPoint } from './test-point'

export const at = (text: string) => text as Instant
export const yearEnd = at('2027-12-31T16:59:59.999Z')

/** The office of an invented province. */
export const openProvince = () =>
  openOffice('Tỉnh Thử Nghiệm', 'https://khoa.thu-nghiem.example/diem', at('2026-11-01T00:00:00.000Z'))

/** What a point sends to the province. */
export function requestOf(point: TestPoint): string {
  return new TextDecoder().decode(point.done(makeKeyRequest, {}).bytes)
}

/** Gives a point the file of an office, with its fingerprint from the letter. */
export function deliver(point: TestPoint, office: Office, fingerprint: string | null = null): void {
  point.done(trustKeyList, { text: listFile(office), fingerprint })
}

/** Makes a key at a point, has it certified, and brings the file back. */
export function makeReadyToSign(
  point: TestPoint,
  office = openProvince(),
  until = yearEnd,
  code: string | null = null,
): Office {
  point.done(makeCertificateKey, {})
  const certified = certify(office, requestOf(point), { at: point.ports.clock(), until, code })
  deliver(point, certified, officeFingerprint(office))
  return certified
}
