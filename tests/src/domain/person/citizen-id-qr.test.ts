import { describe, expect, test } from 'vitest'
import { looksLikeCitizenIdQr, readCitizenIdQr } from '../../../../src/domain/person/citizen-id-qr'

const raw = '038197012345|173456789|TRẦN THỊ PHƯỢNG|02091997|Nữ|Thôn 4, Đông Sơn, Thanh Hóa|15062022'
const read = (text: string) => {
  const answer = readCitizenIdQr(text)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.card
}

describe('readCitizenIdQr', () => {
  test('seven fields become a prefilled form', () => {
    expect(read(raw)).toEqual({
      nationalId: '038197012345',
      oldNationalId: '173456789',
      name: 'Trần Thị Phượng',
      birthDate: '1997-09-02',
      sex: 'female',
      addressLine: 'Thôn 4, Đông Sơn, Thanh Hóa',
      issuedOn: '2022-06-15',
      identifiers: [
        { system: 'national-id', value: '038197012345' },
        { system: 'old-national-id', value: '173456789' },
      ],
      warnings: [],
    })
  })

  test('an empty old number, slashes and the extra fields of newer cards are taken', () => {
    const card = read('038097012345||LÊ VĂN BẢY|02/09/1997|Nam|Thanh Hóa|15/06/2025||MẸ|BỐ|')
    expect(card).toMatchObject({ oldNationalId: null, birthDate: '1997-09-02', sex: 'male', warnings: [] })
    expect(card.identifiers).toHaveLength(1)
  })

  test.each([
    [
      'a name without its letters',
      raw.replace('TRẦN THỊ PHƯỢNG', 'TR?N TH? PH??NG'),
      'citizen-id.garbled-name',
    ],
    [
      'another birth year than in the number',
      raw.replace('02091997', '02091996'),
      'citizen-id.contradicts-itself',
    ],
    ['another sex than in the number', raw.replace('Nữ', 'Nam'), 'citizen-id.contradicts-itself'],
    ['a birth date that is none', raw.replace('02091997', '1997'), 'citizen-id.bad-birth-date'],
  ])('%s is a warning', (_, text, warning) => expect(read(text).warnings).toEqual([warning]))

  test('a garbled name and address are left out, never half right', () => {
    const card = read('038197012345||TR?N TH?|02091997|N|?????|15062022')
    expect(card).toMatchObject({ name: null, addressLine: null, sex: 'female' })
  })

  test.each([
    ['anh ngoc', 'citizen-id.not-a-card'],
    ['a|b|c', 'citizen-id.not-a-card'],
    [raw.replace('038197012345', '3819701234'), 'citizen-id.bad-number'],
  ])('%s is refused', (text, code) => expect(readCitizenIdQr(text)).toEqual({ ok: false, refusal: { code } }))

  test('the raw text is not in what is given back', () => {
    expect(JSON.stringify(readCitizenIdQr(raw))).not.toContain('|')
    expect(looksLikeCitizenIdQr(raw)).toBe(true)
    expect(looksLikeCitizenIdQr('038197012345')).toBe(false)
  })
})
