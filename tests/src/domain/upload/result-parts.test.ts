import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../../src/domain/calendar/calendar-day'
import { partsOf } from '../../../../src/domain/upload/result-parts'
import type { UploadResults, WaitingRecord } from '../../../../src/domain/upload/upload-results'

const at = '2026-11-22T01:00:00.000Z' as Instant
const record = (seq: number): WaitingRecord => ({
  ...{ noun: 'dose', recordId: `dose-${seq}`, personId: 'person' },
  ...{ seq, savedAt: at, stamp: `s-${seq}` },
})
const receipt = (seq: number) => ({
  key: `Immunization/dose-${seq}`,
  ...{ serverId: String(seq), versionId: '1', storedAt: at },
})
const seqs = Array.from({ length: 205 }, (_, index) => index + 1)
const park = { reason: 'link.refused-by-server', words: null, fields: [], blockedBy: null } as const
const results: UploadResults = {
  accepted: seqs.map(seq => ({ record: record(seq), receipts: [receipt(seq)] })),
  parked: [{ record: record(301), standing: 'refused', park }],
  local: [record(401)],
  known: seqs.map(receipt),
  forgotten: ['Patient/gone'],
  settledSeq: 401,
  derived: { seq: 401, people: [{ personId: 'person', said: {} }] },
  ...{ at, offsetMs: 7 },
}
const plain = { at, offsetMs: 7, settledSeq: null }

describe('what the upload found out, in parts', () => {
  test('is all of it, once and in order, each part small', () => {
    const parts = partsOf(results)
    for (const name of ['accepted', 'parked', 'local', 'known', 'forgotten'] as const)
      expect(parts.flatMap(part => [...part[name]])).toEqual(results[name])
    for (const part of parts) {
      const count = part.accepted.length + part.parked.length + part.local.length
      expect(count).toBeLessThanOrEqual(30)
      expect(part.known.length + part.forgotten.length).toBeLessThanOrEqual(80)
    }
  })
  test('says what the server holds before which records that settles, and the end of the queue last', () => {
    const parts = partsOf(results)
    const lastKnown = parts.findLastIndex(({ known }) => known.length > 0)
    const firstAccepted = parts.findIndex(({ accepted }) => accepted.length > 0)
    expect(lastKnown).toBeLessThan(firstAccepted)
    expect(parts.slice(0, -1).map(({ settledSeq, derived }) => [settledSeq, derived])).toEqual(
      parts.slice(1).map(() => [null, undefined]),
    )
    expect(parts.at(-1)).toMatchObject({ settledSeq: 401, derived: { seq: 401 } })
  })
  test('of one record is one part, and of nothing is none', () => {
    const nothing = { accepted: [], parked: [], local: [], known: [], forgotten: [] }
    expect(partsOf({ ...nothing, ...plain })).toEqual([])
    expect(partsOf({ ...nothing, ...plain, local: [record(1)] })).toEqual([
      { ...nothing, ...plain, local: [record(1)] },
    ])
  })
})
