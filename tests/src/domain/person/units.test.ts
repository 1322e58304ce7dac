import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  addressLine,
  type CommunesFile,
  communesNamed,
  communesOf,
  findCommunes,
  findProvinces,
  loadUnits,
  type ProvincesFile,
  provinceNamed,
  shortPlace,
} from '../../../../src/domain/person/units'

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../resources/units/${file}`, import.meta.url), 'utf8'))
const communeFile = read('communes.json') as CommunesFile
const units = loadUnits(read('provinces.json') as ProvincesFile, communeFile)

describe('the shipped units', () => {
  test('are the 34 provinces and 3,321 communes with the changes of April 2026', () => {
    expect(units.provinces).toHaveLength(34)
    expect(units.communeByCode.size).toBe(3321)
    expect(communesOf(units, '38')).toHaveLength(166)
    expect(units.provinceByCode.get('75')?.fullName).toBe('Thành phố Đồng Nai')
    expect(units.communeByCode.get('26368')?.fullName).toBe('Phường Long Thành')
    const ofKind = (kind: string) =>
      [...units.communeByCode.values()].filter(({ fullName }) => fullName.startsWith(`${kind} `))
    expect(['Phường', 'Xã', 'Đặc khu'].map(kind => ofKind(kind).length)).toEqual([697, 2611, 13])
  })

  test('a commune of an unknown province stops the load', () => {
    expect(() => loadUnits({ validFrom: '', changesUntil: '', provinces: [] }, communeFile)).toThrow(
      'unknown province',
    )
  })
})

describe('looking up', () => {
  test.each([
    ['dong son', 'Phường Đông Sơn'],
    ['P. Đông Sơn', 'Phường Đông Sơn'],
    ['quan son', 'Xã Quan Sơn'],
    ['Xã Quan Sơn', 'Xã Quan Sơn'],
  ])('%j in Thanh Hóa finds %s first', (typed, fullName) =>
    expect(findCommunes(units, typed, '38')[0]?.fullName).toBe(fullName),
  )

  test('all of a province when nothing is typed, up to the limit; nothing for nonsense', () => {
    expect(findCommunes(units, '', '38', 500)).toHaveLength(166)
    expect(findCommunes(units, 'zzz')).toEqual([])
    expect(findProvinces(units, '')).toHaveLength(34)
    expect(findProvinces(units, 'thanh').map(province => province.name)).toEqual(['Thanh Hóa'])
  })

  test.each([
    ['TP. Hà Nội', '01'],
    ['tinh thanh hoa', '38'],
    ['Thanh Hoá', '38'],
    ['Hà Giang', null],
  ])('province %j is %s', (text, code) => expect(provinceNamed(units, text)?.code ?? null).toBe(code))

  test('kinds tell communes of one name apart', () => {
    expect(communesNamed(units, '38', 'Phường Đông Sơn').map(commune => commune.code)).toEqual(['16378'])
    expect(communesNamed(units, '51', 'Đông Sơn').map(commune => commune.code)).toEqual(['21109'])
  })

  test('an address in one line, smallest first', () => {
    const address = { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 4', line: 'Số 5' }
    expect(addressLine(units, address)).toBe('Số 5, Thôn 4, Phường Đông Sơn, Tỉnh Thanh Hóa')
    expect(shortPlace(units, address)).toBe('Đông Sơn, Thanh Hóa')
    expect(addressLine(units, null)).toBe('')
  })
})
