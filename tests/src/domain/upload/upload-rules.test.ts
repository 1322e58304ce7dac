import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backOffMs, retryAfterMs } from '../../../../src/domain/upload/back-off'
import { lacksOf, neededTypes } from '../../../../src/domain/upload/capability'
import { judgeAnswer } from '../../../../src/domain/upload/judge-answer'

const fhir = 'application/fhir+json; charset=utf-8'

describe('what an answer means', () => {
  test.each([
    { status: 200, contentType: fhir, means: { kind: 'taken' } },
    { status: 200, contentType: 'text/html', means: { kind: 'again', why: 'link.captive-portal' } },
    { status: 302, contentType: 'text/html', means: { kind: 'again', why: 'link.captive-portal' } },
    { status: 404, contentType: 'text/html', means: { kind: 'again', why: 'link.captive-portal' } },
    { status: 404, contentType: fhir, means: { kind: 'gone' } },
    { status: 401, contentType: fhir, means: { kind: 'new-token' } },
    { status: 403, contentType: fhir, means: { kind: 'again', why: 'link.not-allowed' } },
    { status: 400, contentType: fhir, means: { kind: 'split' } },
    { status: 413, contentType: 'text/html', means: { kind: 'split' } },
    { status: 422, contentType: fhir, means: { kind: 'split' } },
    { status: 409, contentType: fhir, means: { kind: 'conflict' } },
    { status: 412, contentType: fhir, means: { kind: 'conflict' } },
    { status: 429, contentType: fhir, means: { kind: 'again', why: 'link.server-busy' } },
    { status: 503, contentType: 'text/html', means: { kind: 'again', why: 'link.server-error' } },
  ])('$status as $contentType', ({ status, contentType, means }) => {
    expect(judgeAnswer({ status, contentType, body: '' })).toEqual(means)
  })
})

describe('when it is tried again', () => {
  test('the wait grows to a minute, is never nothing, and is spread', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const ms = backOffMs(failures, random, null)
          expect(ms).toBeGreaterThanOrEqual(500)
          expect(ms).toBeLessThanOrEqual(60_000)
          expect(backOffMs(failures + 1, random, null)).toBeGreaterThanOrEqual(ms)
        },
      ),
    )
    expect(backOffMs(9, 0, null)).not.toBe(backOffMs(9, 0.9, null))
  })

  test('a server that names a time is waited for, but not a day', () => {
    expect(backOffMs(1, 0, 20_000)).toBe(20_000)
    expect(backOffMs(1, 0, 86_400_000)).toBe(15 * 60_000)
    const serverMs = Date.parse('2026-11-22T01:00:00Z')
    expect(retryAfterMs('120', serverMs)).toBe(120_000)
    expect(retryAfterMs('Sun, 22 Nov 2026 01:00:30 GMT', serverMs)).toBe(30_000)
    expect(retryAfterMs('Sun, 22 Nov 2026 00:00:00 GMT', serverMs)).toBe(0)
    expect([retryAfterMs(null, serverMs), retryAfterMs('bald', serverMs)]).toEqual([null, null])
  })
})

describe('what a server lacks', () => {
  const resource = (type: string) => ({
    ...{ type, versioning: 'versioned-update', conditionalCreate: true },
    interaction: ['read', 'search-type', 'create', 'update', 'history-instance'].map(code => ({ code })),
  })
  const whole = {
    ...{ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', format: ['json'] },
    rest: [{ mode: 'server', interaction: [{ code: 'transaction' }], resource: neededTypes.map(resource) }],
  }

  test('nothing, when it keeps to the contract', () => {
    expect(lacksOf(whole)).toEqual([])
  })

  test('each thing by name, with the types it is lacking for', () => {
    const [rest] = whole.rest
    const poor = {
      ...whole,
      fhirVersion: '5.0.0',
      rest: [
        {
          ...rest,
          interaction: [],
          resource: [
            { ...resource('Patient'), conditionalCreate: false },
            { ...resource('Immunization'), versioning: 'no-version' },
            ...neededTypes
              .filter(type => !['Patient', 'Immunization', 'Provenance'].includes(type))
              .map(resource),
          ],
        },
      ],
    }
    expect(lacksOf(poor)).toEqual([
      { what: 'fhir-r4', types: [] },
      { what: 'transaction', types: [] },
      { what: 'type', types: ['Provenance'] },
      { what: 'conditional-create', types: ['Patient'] },
      { what: 'versions', types: ['Immunization'] },
    ])
    expect(lacksOf(null).map(({ what }) => what)).toEqual(['fhir-r4', 'json', 'transaction', 'type'])
  })
})
