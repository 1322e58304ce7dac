import { isObject } from './base64url'
import type { CardContent, CardDose, VaccineCoding } from './card-content'

/** Systems of codes, as FHIR names them. */
const systems: Readonly<Record<Exclude<VaccineCoding['system'], 'other'>, string>> = {
  cvx: 'http://hl7.org/fhir/sid/cvx',
  atc: 'http://www.whocc.no/atc',
  product: 'urn:diem-tiem:vaccine',
}
const types = ['https://smarthealth.cards#health-card', 'https://smarthealth.cards#immunization']

/** Who signs, since when it counts (seconds since 1970), and what is said. */
export type CardPayload = {
  readonly iss: string
  readonly nbf: number
  readonly exp: number | null
  readonly content: CardContent
}

/** The payload of a SMART Health Card: a FHIR R4 bundle of the person and the doses, by the rules of data minimisation. */
export function healthCardOf({ iss, nbf, content }: CardPayload): Readonly<Record<string, unknown>> {
  const patient = {
    resourceType: 'Patient',
    name: [nameOf(content.name)],
    birthDate: content.birthDate,
  }
  const resources = [patient, ...content.doses.map(immunizationOf)]
  const entry = resources.map((resource, at) => ({ fullUrl: `resource:${at}`, resource }))
  const fhirBundle = { resourceType: 'Bundle', type: 'collection', entry }
  return { iss, nbf, vc: { type: types, credentialSubject: { fhirVersion: '4.0.1', fhirBundle } } }
}

/** A Vietnamese name: the family's word first, the others in the order in which they are said. */
function nameOf(name: string) {
  const [family, ...given] = name.normalize('NFC').trim().split(/\s+/u)
  return given.length === 0 ? { given: [family ?? ''] } : { family, given }
}

function immunizationOf({ vaccine, givenOn, lotNumber, placeName }: CardDose) {
  const system = vaccine.system === 'other' ? systems.product : systems[vaccine.system]
  return {
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: { coding: [{ system, code: vaccine.code }] },
    patient: { reference: 'resource:0' },
    occurrenceDateTime: givenOn,
    ...(lotNumber === null ? {} : { lotNumber }),
    ...(placeName === null ? {} : { performer: [{ actor: { display: placeName } }] }),
  }
}

/** Reads the payload of any SMART Health Card with immunizations, ours or not; null when it is none. Never throws. */
export function readHealthCard(payload: Readonly<Record<string, unknown>> | null): CardPayload | null {
  const { iss, nbf, exp, vc } = payload ?? {}
  if (typeof iss !== 'string' || typeof nbf !== 'number' || !Number.isFinite(nbf)) return null
  const bundle = at(at(vc, 'credentialSubject'), 'fhirBundle')
  const resources = listOf(at(bundle, 'entry')).map(entry => at(entry, 'resource'))
  const patient = resources.find(resource => at(resource, 'resourceType') === 'Patient')
  if (patient === undefined) return null
  const doses = resources.filter(resource => at(resource, 'resourceType') === 'Immunization')
  return {
    iss,
    nbf,
    exp: typeof exp === 'number' ? exp : null,
    content: {
      name: writtenName(listOf(at(patient, 'name'))[0]),
      birthDate: textOf(at(patient, 'birthDate')) ?? '',
      doses: doses
        .map(doseOf)
        .toSorted((a, b) => (a.givenOn < b.givenOn ? -1 : a.givenOn > b.givenOn ? 1 : 0)),
    },
  }
}

function writtenName(name: unknown): string {
  const parts = [at(name, 'family'), ...listOf(at(name, 'given'))].flatMap(part => textOf(part) ?? [])
  return parts.join(' ') || (textOf(at(name, 'text')) ?? '')
}

function doseOf(resource: unknown): CardDose {
  const coding = listOf(at(at(resource, 'vaccineCode'), 'coding'))[0]
  const code = textOf(at(coding, 'code')) ?? textOf(at(at(resource, 'vaccineCode'), 'text')) ?? '?'
  const system = textOf(at(coding, 'system'))
  const known = (['cvx', 'atc', 'product'] as const).find(name => systems[name] === system)
  return {
    vaccine: { system: known ?? 'other', code },
    givenOn: textOf(at(resource, 'occurrenceDateTime')) ?? '',
    lotNumber: textOf(at(resource, 'lotNumber')),
    placeName: textOf(at(at(listOf(at(resource, 'performer'))[0], 'actor'), 'display')),
  }
}

function at(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
