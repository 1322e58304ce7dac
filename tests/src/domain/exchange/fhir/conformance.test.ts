import { readFileSync } from 'node:fs'
import type { Bundle, Resource, ValueSet } from '@medplum/fhirtypes'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { transactionOf } from '../../../../../src/domain/exchange/fhir/transaction'
import { type RecordState, wireNouns } from '../../../../../src/domain/exchange/fhir/wire'
import { wireOf } from '../../../../../src/domain/exchange/fhir/wire-of'
import { fhirCheck } from '../../../../helpers/fhir-check'
import { randomRegister } from './random-register'
import { contextOf, resources } from './register'
import { oneOfEach } from './samples'

const check = fhirCheck()

type Sent = Omit<Bundle, 'entry'> & { readonly entry: readonly { readonly resource: Resource }[] }

/** The bundle a server gets of a register, with references as they go over the line. */
function bundleOf(records: readonly RecordState[]): Sent {
  const knows = contextOf(records)
  const wires = records.flatMap(state => wireOf(state, knows))
  const whole = { entries: 200, bytes: 1_000_000 }
  const transaction = transactionOf(wires, () => null, resources.provinceCodes, whole)
  expect(transaction?.rest).toEqual([])
  return JSON.parse(transaction?.body ?? '') as Sent
}

const sent = (records: readonly RecordState[]) => bundleOf(records).entry.map(({ resource }) => resource)

test('one record of each noun that travels is among the samples', () => {
  expect(new Set(oneOfEach.map(({ noun }) => noun))).toEqual(new Set(wireNouns))
})

test.each(sent(oneOfEach).map(resource => [resource.resourceType, resource] as const))(
  '%s keeps to R4, IPS and VN Core',
  (_, resource) => {
    expect(check(resource)).toEqual([])
  },
)

test('the transaction itself keeps to R4', () => {
  const bundle = bundleOf(oneOfEach)
  expect(check(bundle as Bundle)).toEqual([])
  expect(check({ ...bundle, type: 'parcel' } as unknown as Bundle).join()).toContain('Bundle.type parcel')
})

test('the check finds what is wrong: shape, profile and required code', () => {
  const [, , , patient] = sent(oneOfEach)
  const { name: _, ...nameless } = patient as Resource & { name: unknown }
  expect(check({ ...patient, birthDate: 'hôm qua' } as unknown as Resource)[0]).toMatch(/^R4/u)
  expect(check(nameless as Resource).some(each => each.startsWith('Patient-uv-ips'))).toBe(true)
  expect(check({ ...patient, gender: 'nữ' } as unknown as Resource)[0]).toContain(
    'Patient.gender nữ is not of',
  )
  const language = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0443', code: 'nobody' }] }
  expect(check({ ...patient, maritalStatus: language } as unknown as Resource)[0]).toContain(
    'nobody is not of',
  )
  const address = { text: '' }
  expect(
    check({ ...patient, address: [address] } as unknown as Resource).some(each =>
      each.startsWith('vn-core-address'),
    ),
  ).toBe(true)
})

test('whatever a register holds, what is sent keeps to R4, IPS and VN Core, and every reference leads somewhere', () => {
  fc.assert(
    fc.property(randomRegister, records => {
      const bundle = bundleOf(records)
      const all = bundle.entry.map(({ resource }) => resource)
      expect([bundle as Bundle, ...all].flatMap(check)).toEqual([])
      const text = JSON.stringify(all)
      expect(text).not.toMatch(/"reference":"wire:/u)
      expect(text).not.toContain('scrypt')
    }),
    { numRuns: 15 },
  )
})

test('products have the codes that VN Core lists, but for those newer than its list of 2020', () => {
  const listed = codesIn('vn-core/ValueSet-vaccine-code.json')
  const used = [...resources.vaccines.values()].flatMap(({ cvx }) => cvx ?? [])
  const strange = used.filter(cvx => !listed.has(cvx))
  expect([...new Set(strange)].toSorted()).toEqual([
    '146',
    '198',
    '203',
    '215',
    '216',
    '303',
    '305',
    '314',
    '330',
  ])
})

test('every disease code is of the set that IPS names, which may be used without a licence', () => {
  const listed = codesIn('ips/ValueSet-target-diseases-uv-ips.json')
  const used = Object.values(resources.provinceCodes.diseases).map(({ code }) => code)
  expect(used.filter(code => !listed.has(code))).toEqual([])
})

/** Codes that a value set of the fixtures lists. */
function codesIn(file: string): ReadonlySet<string> {
  const path = new URL(`../../../../fixtures/fhir/${file}`, import.meta.url)
  const set = JSON.parse(readFileSync(path, 'utf8')) as ValueSet
  return new Set(
    set.compose?.include?.flatMap(({ concept }) => concept?.flatMap(({ code }) => code ?? []) ?? []),
  )
}
