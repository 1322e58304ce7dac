import { describe, expect, test } from 'vitest'
import { signing } from '../../../../main/security/signing'
import type { Instant } from '../../../../src/domain/calendar/calendar-day'
import { runSteps } from '../../../../src/domain/certificate/crypto-steps'
import { cardText, readCard } from '../../../../src/domain/courier/card'
import {
  type PostedFacts,
  postedHolds,
  readPosted,
  saysTheSame,
  spansOf,
  statePosted,
} from '../../../../src/domain/courier/posted'
import { readStaff, staffOf, userStateOf } from '../../../../src/domain/courier/staff'

const stationId = '01930000-0000-7000-8000-000000000001'
const recordId = '01930000-0000-7000-8000-000000000002'
const at = '2026-11-22T03:00:00.000Z' as Instant
const key = signing.makeKey()
const signer = { kid: 'khoa-tinh', sign: (bytes: Uint8Array) => signing.sign(key.privateKey, bytes) }
const park = {
  reason: 'link.refused-by-server',
  words: 'Tên sai',
  fields: ['Patient.name'],
  blockedBy: null,
} as const
const blocked = {
  ...park,
  reason: 'link.depends-on-refused',
  blockedBy: { noun: 'person', recordId },
} as const
const facts: PostedFacts = {
  ...{ stationId, seq: 12, hash: 'ab'.repeat(32), number: 3, server: 'https://tinh.example/fhir' },
  keptBack: [
    { noun: 'person', recordId, standing: 'refused', park },
    { noun: 'dose', recordId: stationId, standing: 'refused', park: blocked },
    { noun: 'screening', recordId: stationId, standing: 'local', park: null },
    { noun: 'visit', recordId: stationId, standing: 'waiting', park: null },
  ],
  without: [
    [1, 2],
    [7, 7],
  ],
}

describe('the receipt of what the province’s server has', () => {
  test('is read as it was signed, and proves itself', () => {
    const posted = statePosted(facts, at, signer)
    expect(readPosted(posted.text)).toEqual(posted)
    expect(runSteps(postedHolds(posted, key.jwk), signing.answer)).toBe(true)
    expect(runSteps(postedHolds(posted, signing.makeKey().jwk), signing.answer)).toBe(false)
  })

  test('is none when anything in it is not what it should be', () => {
    const broken: readonly object[] = [
      { seq: -1 },
      { hash: 'ab' },
      { number: '3' },
      { server: null },
      { without: [[7, 2]] },
      { keptBack: [{ noun: 'lot', recordId, standing: 'refused', park }] },
      { keptBack: [{ noun: 'person', recordId: '../x', standing: 'refused', park }] },
      { keptBack: [{ noun: 'person', recordId, standing: 'refused', park: null }] },
      {
        keptBack: [{ noun: 'person', recordId, standing: 'refused', park: { ...park, reason: 'toString' } }],
      },
      { keptBack: [{ noun: 'person', recordId, standing: 'accepted', park }] },
    ]
    for (const change of broken) {
      const { text } = statePosted({ ...facts, ...change } as PostedFacts, at, signer)
      expect(readPosted(text), JSON.stringify(change)).toBeNull()
    }
    for (const text of ['', 'a.b.c', null, 3]) expect(readPosted(text)).toBeNull()
  })

  test('goes on counting while there is nothing else to say', () => {
    expect(saysTheSame(facts, { ...facts, number: 4 })).toBe(true)
    expect(saysTheSame(facts, { ...facts, keptBack: [] })).toBe(false)
    expect(saysTheSame(facts, { ...facts, seq: 13 })).toBe(false)
  })

  test('puts numbers together to spans', () => {
    expect(spansOf([3, 4, 5, 9])).toEqual([
      [3, 5],
      [9, 9],
    ])
    expect(spansOf([])).toEqual([])
  })
})

describe('a card', () => {
  const posted = statePosted(facts, at, signer)
  const state = {
    noun: 'user',
    id: recordId,
    value: {
      name: 'Lò Thị Thử',
      role: 'head',
      active: true,
      pin: { algorithm: 'scrypt', salt: 'a', hash: 'b' },
    },
    voided: false,
    reason: null,
    createdAt: at,
    createdBy: null,
    entry: { entryId: 'e', stationId, seq: 2, hash: 'cd'.repeat(32), at, userId: null },
  } as const
  const empty = { name: 'Máy 1', stationId, heads: [], carried: [], parts: [] } as const

  test('carries receipts, and who works there without anything that opens something', () => {
    const card = { ...empty, posted: [posted], staff: [staffOf(state)] }
    expect(readCard(cardText(card))).toEqual(card)
    expect(cardText(card)).not.toContain('scrypt')
    expect(userStateOf(staffOf(state))).toMatchObject({ id: recordId, value: { name: 'Lò Thị Thử' } })
    expect(readStaff({ ...staffOf(state), role: 'chief' })).toBeNull()
  })

  test('says that the journals are kept, and no more, when it names no receipt; earlier cards said nothing', () => {
    expect(readCard(cardText({ ...empty, posted: null, staff: [] }))?.posted).toBeNull()
    expect(readCard(JSON.stringify(empty))).toEqual({ ...empty, posted: null, staff: [] })
    expect(readCard(JSON.stringify({ ...empty, posted: ['x'] }))).toBeNull()
  })
})
