import { expect, test } from 'vitest'
import { readVialCode as readOn } from '../../../renderer/screens/stock/vial-code'
import { day } from '../../../src/domain/calendar/calendar-day'

const gs = '\u001d'
const readVialCode = (typed: string) => readOn(typed, day('2026-11-27'))
const nothing = { gtin: null, lot: null, expiresOn: null, serial: null, count: null }

test.each([
  ['raw with separators', `01089350601234561727033110DPT-0325${gs}2100001`],
  ['raw with a symbology mark', `]d201089350601234561727033110DPT-0325`],
  ['lot before expiry', `010893506012345610DPT-0325${gs}17270331`],
  ['with brackets', '(01)08935060123456(17)270331(10)DPT-0325'],
])('%s', (_, code) => {
  expect(readVialCode(code)).toMatchObject({
    gtin: '08935060123456',
    lot: 'DPT-0325',
    expiresOn: '2027-03-31',
  })
})

test('a day of 00 is the last day of the month', () => {
  expect(readVialCode('(01)08935060123456(17)280200(10)A').expiresOn).toBe('2028-02-29')
  expect(readVialCode('(01)08935060123456(17)281300(10)A').expiresOn).toBeNull()
  expect(readVialCode('(01)08935060123456(17)270231(10)A').expiresOn).toBeNull()
})

test('a code without a lot has none', () => {
  expect(readVialCode('0108935060123456')).toEqual({ ...nothing, gtin: '08935060123456' })
})

test('what is typed by hand is the lot number', () => {
  expect(readVialCode(' MR-1125 ')).toEqual({ ...nothing, lot: 'MR-1125' })
  expect(readVialCode('')).toEqual(nothing)
})
