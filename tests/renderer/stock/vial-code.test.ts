import { expect, test } from 'vitest'
import { readVialCode } from '../../../renderer/screens/stock/vial-code'

const gs = '\u001d'

test.each([
  ['raw with separators', `01089350601234561727033110DPT-0325${gs}2100001`],
  ['raw with a symbology mark', `]d201089350601234561727033110DPT-0325`],
  ['lot before expiry', `010893506012345610DPT-0325${gs}17270331`],
  ['with brackets', '(01)08935060123456(17)270331(10)DPT-0325'],
])('%s', (_, code) => {
  expect(readVialCode(code)).toEqual({ gtin: '08935060123456', lot: 'DPT-0325', expiresOn: '2027-03-31' })
})

test('a day of 00 is the last day of the month', () => {
  expect(readVialCode('(01)08935060123456(17)280200(10)A').expiresOn).toBe('2028-02-29')
  expect(readVialCode('(01)08935060123456(17)281300(10)A').expiresOn).toBeNull()
  expect(readVialCode('(01)08935060123456(17)270231(10)A').expiresOn).toBeNull()
})

test('a code without a lot has none', () => {
  expect(readVialCode('0108935060123456')).toEqual({ gtin: '08935060123456', lot: null, expiresOn: null })
})

test('what is typed by hand is the lot number', () => {
  expect(readVialCode(' MR-1125 ')).toEqual({ gtin: null, lot: 'MR-1125', expiresOn: null })
  expect(readVialCode('')).toEqual({ gtin: null, lot: null, expiresOn: null })
})
