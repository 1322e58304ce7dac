import { describe, expect, test } from 'vitest'
import {
  isDevicePath,
  isTcpAddress,
  newPrinter,
  problemsOfPrinter,
} from '../../../../src/domain/document/printer'

describe('isTcpAddress', () => {
  test.each([
    '192.168.1.50',
    '10.0.0.1',
    '::1',
    'fe80::1',
    '1:2:3:4:5:6:7:8',
    'may-in',
    'printer.local',
    '1a.lan',
  ])('%s is an address', host => expect(isTcpAddress(host, 9100)).toBe(true))

  const wrong = [
    '',
    ' ',
    '10.0.0',
    '10.0.0.256',
    '010.0.0.1',
    '1.2.3.4/x',
    '[::1]',
    '1:2:3',
    ':::',
    'a b',
    '-x.lan',
  ]
  test.each([...wrong, '10.0.0.5:9100', 'tcp://10.0.0.5', 'tcp:/10.0.0.5', 'x'.repeat(64), '1::2::3'])(
    '%j is none',
    host => expect(isTcpAddress(host, 9100)).toBe(false),
  )

  test.each([0, -1, 65_536, 91.5, Number.NaN])('port %f is none', port => {
    expect(isTcpAddress('10.0.0.1', port)).toBe(false)
  })
})

describe('isDevicePath', () => {
  test('devices of Linux and Windows, nothing else', () => {
    expect(['/dev/usb/lp0', '\\\\.\\LPT1', '\\\\may-1\\tem'].map(isDevicePath)).toEqual([true, true, true])
    expect(['/etc/passwd', '/dev/../etc/x', 'lp0', 'C:\\x', ''].some(isDevicePath)).toBe(false)
  })
})

describe('problemsOfPrinter', () => {
  test('a new printer of each role has none', () => {
    for (const role of ['page', 'slip', 'label'] as const) {
      expect(problemsOfPrinter(newPrinter('1', 'Máy in', role))).toEqual([])
    }
  })

  test('all problems come together', () => {
    const printer = {
      ...newPrinter('1', 'Máy in', 'label'),
      connection: { kind: 'tcp', host: 'x y', port: 9100 },
      language: 'escpos',
      labelMm: { widthMm: 15, heightMm: 30, gapMm: 2 },
    } as const
    expect(problemsOfPrinter(printer)).toEqual([
      'printer.bad-address',
      'printer.bad-language',
      'printer.bad-label-size',
    ])
  })
})
