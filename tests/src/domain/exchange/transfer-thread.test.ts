import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../../../src/domain/calendar/calendar-day'
import { fitThread } from '../../../../src/domain/exchange/fit-thread'
import {
  decodeTransferSlip,
  encodeTransferSlip,
  type TransferNumbers,
  type TransferSlip,
} from '../../../../src/domain/exchange/transfer-slip'
import {
  memberId,
  type ThreadRecord,
  type TransferThread,
} from '../../../../src/domain/exchange/transfer-thread'
import { child } from '../person/people'
import {
  antenatalBody,
  birthBody,
  checkBody,
  motherBody,
  newbornBody,
  newbornVisitBody,
  postpartumBody,
  pregnancyBody,
} from './fhir/handbook-samples'
import { idOf } from './fhir/register'

const numbers = JSON.parse(
  readFileSync(new URL('../../../../resources/codes/transfer-numbers.json', import.meta.url), 'utf8'),
) as TransferNumbers

const alone = { byUserId: null }
const [own, mother] = [memberId(0), memberId(1)]
const check = (n: number): ThreadRecord => ({
  noun: 'child-check',
  id: idOf(500 + n),
  body: { ...checkBody, ...alone, personId: own, checkedOn: addDays(day('2026-09-01'), n * 30) },
})
const records: readonly ThreadRecord[] = [
  { noun: 'pregnancy', id: idOf(210), body: { ...pregnancyBody, ...alone, personId: mother } },
  {
    noun: 'handbook',
    id: idOf(211),
    body: {
      personId: mother,
      pregnancyId: idOf(210),
      issuedOn: day('2026-01-12'),
      kind: 'both',
      number: 'TH-1',
      byUserId: null,
      byName: null,
    },
  },
  {
    noun: 'antenatal-visit',
    id: idOf(220),
    body: { ...antenatalBody, ...alone, personId: mother, advice: 'Ăn đủ chất' },
  },
  { noun: 'birth', id: idOf(230), body: { ...birthBody, ...alone, personId: mother } },
  { noun: 'newborn', id: idOf(231), body: { ...newbornBody, ...alone, personId: own } },
  { noun: 'newborn', id: idOf(232), body: { ...newbornBody, ...alone, personId: null, alive: false } },
  { noun: 'postpartum-visit', id: idOf(240), body: { ...postpartumBody, ...alone, personId: mother } },
  { noun: 'newborn-visit', id: idOf(241), body: { ...newbornVisitBody, ...alone, personId: own } },
  check(0),
]
const { note: _note, ...motherPerson } = motherBody
const thread: TransferThread = {
  role: 'child',
  members: [{ role: 'mother', person: { ...motherPerson, note: null }, doses: [] }],
  records,
}
const slipOf = (of: TransferThread | undefined): TransferSlip => ({
  issuedOn: day('2026-11-27'),
  from: { name: 'Trạm Y tế Thử', communeCode: '16378' },
  person: child({ note: null, identifiers: [] }),
  doses: [],
  ...(of ? { thread: of } : {}),
})
const withoutCode = (slip: TransferSlip): TransferSlip => ({
  ...slip,
  ...(slip.thread && {
    thread: {
      ...slip.thread,
      members: slip.thread.members.map(member => ({
        ...member,
        person: {
          ...member.person,
          identifiers: member.person.identifiers.filter(({ system }) => system !== 'person-code'),
        },
      })),
    },
  }),
})

describe('the handbook on a slip', () => {
  test('comes back as it went, every field of every record', () => {
    const codes = encodeTransferSlip(slipOf(thread), numbers)
    expect(decodeTransferSlip(codes, numbers)).toEqual({ ok: true, value: withoutCode(slipOf(thread)) })
    expect(codes.length).toBeLessThanOrEqual(3)
  })

  test('a slip without one is written as older builds read it', () => {
    const [code = ''] = encodeTransferSlip(slipOf(undefined), numbers)
    expect(code.slice(4, 5)).toBe('1')
    expect(encodeTransferSlip(slipOf(thread), numbers)[0]?.slice(4, 5)).toBe('2')
    expect(decodeTransferSlip([code], numbers)).toEqual({ ok: true, value: slipOf(undefined) })
  })

  test('a wrong digit anywhere shows', () => {
    const [code = '', ...more] = encodeTransferSlip(slipOf(thread), numbers)
    for (let at = 12; at < code.length; at += 97) {
      const digit = String((Number(code[at]) + 3) % 10)
      const wrong = `${code.slice(0, at)}${digit}${code.slice(at + 1)}`
      expect(decodeTransferSlip([wrong, ...more], numbers)).toEqual({ ok: false, code: 'transfer.damaged' })
    }
  })

  test('a record that refers to what is not on the slip is not written, and not read', () => {
    const strange: ThreadRecord = {
      noun: 'child-check',
      id: idOf(600),
      body: { ...checkBody, byUserId: null, personId: memberId(5) },
    }
    const broken = { ...thread, records: [strange] }
    expect(() => encodeTransferSlip(slipOf(broken), numbers)).toThrow(RangeError)
    const crossed = records.map(record =>
      record.noun === 'newborn' ? { ...record, body: { ...record.body, birthId: idOf(210) } } : record,
    ) as readonly ThreadRecord[]
    const codes = encodeTransferSlip(slipOf({ ...thread, records: crossed }), numbers)
    expect(decodeTransferSlip(codes, numbers)).toEqual({ ok: false, code: 'transfer.damaged' })
  })

  test('texts with line ends and half signs come back as plain ones', () => {
    const body = { ...checkBody, byUserId: null, personId: own, advice: 'Ăn đủ\nchất \ud83d' }
    const one: ThreadRecord = { noun: 'child-check', id: idOf(601), body }
    const read = decodeTransferSlip(
      encodeTransferSlip(slipOf({ ...thread, records: [one] }), numbers),
      numbers,
    )
    expect(read).toMatchObject({
      ok: true,
      value: { thread: { records: [{ body: { advice: 'Ăn đủ chất  ' } }] } },
    })
  })
})

describe('too much for the codes', () => {
  const many = { ...thread, records: [...records, ...Array.from({ length: 40 }, (_, n) => check(n + 1))] }
  const within = (most: number) => (less: TransferThread) => {
    try {
      return encodeTransferSlip(slipOf(less), numbers).length <= most
    } catch (error) {
      if (error instanceof RangeError) return false
      throw error
    }
  }

  test('is left out step by step and said: words, signs, older checks', () => {
    expect(fitThread(many, () => true)).toEqual({ thread: many, leftOut: [] })
    const fitted = fitThread(many, within(3))
    expect(fitted.leftOut).toEqual(['words', 'signs', 'older-checks'])
    const checks = fitted.thread?.records.filter(({ noun }) => noun === 'child-check') ?? []
    expect(checks).toHaveLength(6)
    expect(checks.every(({ body }) => 'weightKg' in body && body.weightKg === checkBody.weightKg)).toBe(true)
    expect(checks.some(({ id }) => id === idOf(540))).toBe(true)
    expect(encodeTransferSlip(slipOf(fitted.thread ?? undefined), numbers).length).toBeLessThanOrEqual(3)
  })

  test('as a last step all of it stays behind, and the person goes with the doses', () => {
    expect(fitThread(many, () => false)).toEqual({ thread: null, leftOut: ['handbook'] })
  })
})
