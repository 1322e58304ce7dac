import { describe, expect, test } from 'vitest'
import { mintPersonCode } from '../../../../src/domain/person/person-code'
import { garble } from '../../../../src/domain/scan/garble'
import { readScan } from '../../../../src/domain/scan/read-scan'
import { typedByWedge, withCapsLock } from '../../../../src/domain/scan/wedge'
import { clean, healthQr, layouts, newQr, qr } from './layouts'

const code = mintPersonCode({ birthYear: 2025, stationNumber: 7, sequence: 42 })
const read = (text: string) => readScan(clean(text), layouts)

describe('a scan that arrives as it was sent', () => {
  test('our code, with and without what scanners put around it', () => {
    for (const text of [code, ` ${code}\r\n`, `]C0${code}`, `]Q3${code}`])
      expect(read(text)).toEqual({ kind: 'person-code', code })
  })

  test('a citizen card becomes a form; the raw text is not in it', () => {
    expect(read(qr)).toEqual({
      kind: 'citizen-card',
      identifiers: [
        { system: 'national-id', value: '038197012345' },
        { system: 'old-national-id', value: '173456789' },
      ],
      name: 'Trần Thị Phượng',
      birthDate: '1997-09-02',
      sex: 'female',
      addressLine: 'Thôn 4, Đông Sơn, Thanh Hóa',
      motherName: null,
      fatherName: null,
      lettersLost: false,
      isUnverified: true,
    })
    expect(JSON.stringify(read(qr))).not.toContain('|')
  })

  test('a card of the newer generation: its first seven fields, dates with slashes', () => {
    expect(read(newQr)).toMatchObject({
      kind: 'citizen-card',
      identifiers: [{ system: 'national-id', value: '038097012345' }],
      name: 'Lê Văn Bảy',
      birthDate: '1997-09-02',
      sex: 'male',
    })
  })

  test('an insurance card by its QR, by its code and by its number', () => {
    expect(read(healthQr)).toMatchObject({
      kind: 'health-card',
      identifiers: [{ system: 'health-insurance', value: 'TE1383823456789' }],
      name: 'Lò Thị Ước',
      birthDate: '2025-03-20',
      sex: 'female',
    })
    expect(read('te1383823456789')).toEqual({
      kind: 'number',
      value: 'TE1383823456789',
      systems: ['health-insurance'],
    })
    expect(read('3823456789')).toMatchObject({ kind: 'number', systems: ['health-insurance', 'niis-code'] })
  })

  test('a code of the national system and a bare personal number', () => {
    expect(read('138157920250042')).toMatchObject({ kind: 'number', systems: ['niis-code'] })
    expect(read('038197012345')).toMatchObject({ kind: 'number', systems: ['national-id', 'niis-code'] })
  })

  test('birth papers, as fields or as JSON', () => {
    const paper = { kind: 'birth-certificate', name: 'Lò Thị Ước', birthDate: '2025-03-20', sex: 'female' }
    expect(read('123/2025|LÒ THỊ ƯỚC|20032025|Nữ|038325000123|LÒ THỊ MƠ|VI VĂN ĐỨC')).toMatchObject({
      ...paper,
      motherName: 'Lò Thị Mơ',
    })
    const json = {
      soGKS: '123/2025',
      hoTen: 'Lò Thị Ước',
      ngaySinh: '20/03/2025',
      gioiTinh: 'Nữ',
      hoTenMe: 'Lò Thị Mơ',
    }
    expect(read(JSON.stringify(json))).toMatchObject(paper)
  })

  test.each(['anh ngoc', 'https://example.vn/a?b=1', '12345', 'LO2025A', 'a|b|c', ''])(
    '%j is nothing of ours',
    text => {
      expect(read(text)).toEqual({ kind: 'unknown' })
    },
  )
})

describe('a scan that was hurt on the way', () => {
  test.each([
    [
      'our code with a wrong digit',
      code.replace(/.$/u, digit => String((Number(digit) + 1) % 10)),
      'bad-check',
    ],
    ['a card whose number lost a digit', qr.replace('038197012345', '03819701234'), 'bad-number'],
    [
      'a card of another birth year than its number',
      qr.replace('02091997', '02091996'),
      'contradicts-itself',
    ],
    ['a card of another sex than its number', qr.replace('Nữ', 'Nam'), 'contradicts-itself'],
  ])('%s is doubtful', (_, text, why) => expect(read(text)).toMatchObject({ kind: 'doubtful', why }))

  test.each(['question', 'dropped', 'plain', 'low-byte', 'utf8-bytes'] as const)(
    'letters that come as %s are asked for; digits are kept',
    loss => {
      for (const card of [qr, newQr]) {
        const reading = read(typedByWedge(card, loss))
        expect(reading).toMatchObject({
          kind: 'citizen-card',
          name: null,
          addressLine: null,
          lettersLost: true,
        })
        expect(reading).toMatchObject({ birthDate: '1997-09-02', sex: card === qr ? 'female' : 'male' })
      }
    },
  )

  test('Caps Lock and decomposed letters change nothing', () => {
    expect(read(withCapsLock(qr))).toEqual(read(qr))
    expect(read(qr.normalize('NFD'))).toEqual(read(qr))
  })

  test.each(['telex', 'vni'] as const)('%s hurts no digit field of a card, and no name is taken', method => {
    for (const loss of ['plain', 'question', 'dropped', 'kept'] as const) {
      const sent = typedByWedge(qr, loss)
      const arrival = { text: garble(sent, method), physical: sent === qr ? null : sent, touched: true }
      expect(readScan(arrival, layouts)).toMatchObject({
        kind: 'citizen-card',
        name: null,
        identifiers: [{ value: '038197012345' }, { value: '173456789' }],
        birthDate: '1997-09-02',
      })
    }
  })

  test('an insurance code that VNI ate is read from its keys, or not at all', () => {
    const sent = 'TE1383823456789'
    const text = garble(sent, 'vni')
    expect(text).not.toContain('TE1')
    expect(readScan({ text, physical: sent, touched: false }, layouts)).toMatchObject({ value: sent })
    expect(readScan({ text, physical: sent, touched: true }, layouts)).toMatchObject({ kind: 'doubtful' })
    expect(readScan({ text, physical: null, touched: false }, layouts)).toMatchObject({ kind: 'doubtful' })
  })

  test('a bare number is not believed when keys may be missing; our code proves itself', () => {
    const arrival = (text: string) => readScan({ text, physical: null, touched: true }, layouts)
    expect(arrival('13815792025004')).toMatchObject({ kind: 'doubtful', why: 'garbled' })
    expect(arrival(code)).toEqual({ kind: 'person-code', code })
  })

  test('a Vietnamese keyboard layout turns digits into letters; the keys still say them', () => {
    const text = 'ăâêồ'.repeat(3)
    expect(readScan({ text, physical: code, touched: false }, layouts)).toEqual({ kind: 'person-code', code })
    expect(
      readScan({ text: '038197012345', physical: '038197012346', touched: false }, layouts),
    ).toMatchObject({
      kind: 'doubtful',
      why: 'readings-differ',
    })
  })
})
