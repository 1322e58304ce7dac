import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { storedForm } from '../../../../src/domain/person/correct-person'
import {
  type FormerUnitsFile,
  findFormerCommunes,
  formerPlaceOf,
  loadFormerUnits,
  proposeCommune,
  type UnitChangesFile,
  unitNameKey,
  unitNameOn,
} from '../../../../src/domain/person/former-units'
import {
  addressLine,
  type CommunesFile,
  loadUnits,
  type ProvincesFile,
} from '../../../../src/domain/person/units'
import { child as somebody } from './people'

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../resources/units/${file}`, import.meta.url), 'utf8'))
const units = loadUnits(read('provinces.json') as ProvincesFile, read('communes.json') as CommunesFile)
const former = loadFormerUnits(read('before-2025-07.json') as FormerUnitsFile)
const changes = read('changes.json') as UnitChangesFile

describe('the shipped units of before July 2025', () => {
  const proposals = [...former.communeByCode.keys()].map(code => proposeCommune(former, units, code))

  test('are 10,035 communes in 696 districts and 63 provinces, each with a way to today', () => {
    expect(former.communeByCode.size).toBe(10_035)
    expect(former.districtNames.size).toBe(696)
    expect(former.provinceNames.size).toBe(63)
    expect(proposals.filter(found => found === null)).toEqual([])
  })

  test('440 were split; for 58 the table names where the people went, the other 382 are asked about', () => {
    const split = [...former.communeByCode.values()].filter(({ target }) => typeof target !== 'string')
    const decided = split.filter(({ code }) => proposeCommune(former, units, code)?.kind === 'certain')
    expect([split.length, decided.length]).toEqual([440, 58])
    const asked = proposals.flatMap(found => (found?.kind === 'split' ? [found.choices.length] : []))
    expect(asked).toHaveLength(382)
    expect([Math.min(...asked), Math.max(...asked)]).toEqual([2, 5])
  })

  test('no way leads to a commune that does not exist, and every new commune is reached', () => {
    const reached = new Set(
      [...former.communeByCode.values()].flatMap(({ target }) =>
        typeof target === 'string' ? [target] : target.map(([code]) => code),
      ),
    )
    expect([...reached].filter(code => !units.communeByCode.has(code))).toEqual([])
    const notReached = [...units.communeByCode.keys()].filter(code => !reached.has(code))
    // Five island districts had no commune at all.
    expect(notReached.map(code => units.communeByCode.get(code)?.name).sort()).toEqual(
      ['Bạch Long Vĩ', 'Côn Đảo', 'Cồn Cỏ', 'Hoàng Sa', 'Lý Sơn'].sort(),
    )
  })
})

describe('an old commune', () => {
  test('that went whole has one proposal; its own code means another place today', () => {
    expect(former.communeByCode.get('00004')?.fullName).toBe('Phường Trúc Bạch')
    expect(units.communeByCode.get('00004')?.fullName).toBe('Phường Ba Đình')
    expect(formerPlaceOf(former, '00004')).toEqual({
      communeCode: '00004',
      districtCode: '001',
      provinceCode: '01',
      asWritten: 'Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội',
    })
  })

  test('whose people all went one way has one proposal, and one that was torn apart asks with the remark', () => {
    const decided = proposeCommune(former, units, '00112')
    expect(decided).toMatchObject({ kind: 'certain', commune: { code: '00103' } })
    const asked = proposeCommune(former, units, '00136')
    expect(asked?.kind === 'split' && asked.choices.map(({ commune, note }) => [commune.code, note])).toEqual(
      [
        ['00127', 'Nhập một phần diện tích'],
        ['00136', null],
      ],
    )
    expect(proposeCommune(former, units, '99999')).toBeNull()
  })

  test.each([
    ['xã Mường Pồn huyện Điện Biên', 'Xã Mường Pồn, Huyện Điện Biên, Tỉnh Điện Biên'],
    ['truc bach, ba dinh', 'Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội'],
    ['P. Trúc Bạch, Q. Ba Đình, Hà Nội', 'Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội'],
    ['Phường Trúc Bạch quận Ba Đình TP Hà Nội', 'Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội'],
  ])('%j is found first', (typed, words) => {
    const [first] = findFormerCommunes(former, typed)
    expect(first && formerPlaceOf(former, first.code)?.asWritten).toBe(words)
  })

  test('nothing typed, or nonsense, finds nothing', () => {
    expect(findFormerCommunes(former, ' x ')).toEqual([])
    expect(findFormerCommunes(former, 'zzz qqq')).toEqual([])
  })
})

describe('names', () => {
  test.each([
    ['Hòa Bình', 'Hoà Bình', true],
    ['Ea H’leo', "Ea H'leo", true],
    ['Thủy', 'Thuỷ', true],
    ['Hòa', 'Hoa', false],
  ])('%s and %s are the same name: %s', (a, b, same) => expect(unitNameKey(a) === unitNameKey(b)).toBe(same))

  test('of a day before a change are those of the papers of then', () => {
    const dongNai = { level: 'province' as const, code: '75', fullName: 'Thành phố Đồng Nai' }
    expect(unitNameOn(changes, dongNai, day('2026-04-29'))).toBe('Tỉnh Đồng Nai')
    expect(unitNameOn(changes, dongNai, day('2026-04-30'))).toBe('Thành phố Đồng Nai')
    expect(changes.changes).toHaveLength(11)
  })

  test('Ba Chẽ is stored by its official code, whichever of the two was read', () => {
    const at = { provinceCode: '22', communeCode: '06978', hamlet: null, line: null }
    expect(storedForm(somebody({ addresses: { current: at } })).addresses.current?.communeCode).toBe('06970')
    expect(units.communeByCode.get('06970')?.name).toBe('Ba Chẽ')
  })

  test('a place known only in the old units is said in the words of then', () => {
    const place = { provinceCode: '01', communeCode: null, hamlet: null, line: 'Số 5' }
    const address = { ...place, former: formerPlaceOf(former, '00004') }
    expect(addressLine(units, address)).toBe(
      'Số 5, Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội (trước 01/07/2025)',
    )
    expect(
      storedForm(somebody({ addresses: { current: { ...place, former: null } } })).addresses.current,
    ).toEqual(place)
  })
})
