import { describe, expect, test } from 'vitest'
import { getPerson } from '../../../src/contract/person-calls'
import { findFormerUnits, listOldAddresses, renewAddresses } from '../../../src/contract/unit-calls'
import type { Address } from '../../../src/domain/person/person'
import { mother, openReadyPoint, pictureOf, refusedCodes, register } from './ready-point'

const old = (asWritten: string, changes: object = {}): Address => ({
  provinceCode: null,
  communeCode: null,
  hamlet: 'Thôn 4',
  line: null,
  former: { provinceCode: null, districtCode: null, communeCode: null, asWritten, ...changes },
})
const page = { offset: 0, limit: 50 }

describe('old addresses', () => {
  test('an old commune is offered as its commune of today, a torn one as all its parts', () => {
    const point = openReadyPoint()
    const [whole] = point.done(findFormerUnits, { text: 'phường trúc bạch quận ba đình' })
    expect(whole).toMatchObject({
      former: { communeCode: '00004', districtCode: '001', provinceCode: '01' },
    })
    const split = [...point.ports.resources.formerUnits.communeByCode.values()].find(
      ({ target }) => typeof target !== 'string' && !target.some(([, people]) => people === 'all'),
    )
    const text = `${split?.fullName}, ${point.ports.resources.formerUnits.districtNames.get(split?.districtCode ?? '')}`
    const [torn] = point.done(findFormerUnits, { text })
    expect(torn?.former.communeCode).toBe(split?.code)
    expect(torn?.choices.length).toBeGreaterThan(1)
  })

  test('the certain ones are brought up to date in one go, the words of then stay; a torn one waits to be asked', () => {
    const point = openReadyPoint()
    const certain = register(point, {
      addresses: {
        current: old('Phường Giảng Võ, Quận Ba Đình, Thành phố Hà Nội'),
        origin: old('Xã Mường Pồn, Huyện Điện Biên'),
      },
    })
    const units = point.ports.resources.formerUnits
    const split = [...units.communeByCode.values()].find(
      ({ target }) => typeof target !== 'string' && !target.some(([, people]) => people === 'all'),
    )
    const torn = register(point, {
      name: 'Lê Thị Ước',
      relatives: [mother({ name: 'Đỗ Thị Ý', phone: '0987654321' })],
      addresses: {
        current: old('nơi cũ', {
          communeCode: split?.code,
          districtCode: split?.districtCode,
          provinceCode: split?.provinceCode,
        }),
      },
    })
    const before = point.done(listOldAddresses, page)
    const isWhole = before.addresses.filter(({ choices }) => choices.length === 1).length
    expect([before.total, before.certain]).toEqual([3, isWhole])
    expect(before.addresses[0]?.choices.length).toBeGreaterThan(1)
    const done = point.done(renewAddresses, { chosen: null, reason: 'Đổi sang đơn vị hành chính mới' })
    expect(done.addresses).toBe(isWhole)
    const view = point.done(getPerson, { personId: certain })
    expect(view.person.addresses.origin).toMatchObject({
      communeCode: '03202',
      hamlet: 'Thôn 4',
      former: { asWritten: 'Xã Mường Pồn, Huyện Điện Biên', provinceCode: '11' },
    })
    const [waiting] = point.done(listOldAddresses, page).addresses.filter(({ hit }) => hit.personId === torn)
    const [, second] = waiting?.choices ?? []
    const chosen = { personId: torn, use: 'current' as const, communeCode: second?.communeCode ?? '' }
    expect(
      refusedCodes(point, renewAddresses, {
        chosen: { ...chosen, communeCode: '99999' },
        reason: 'hỏi gia đình',
      }),
    ).toEqual(['unit.unknown'])
    expect(point.done(renewAddresses, { chosen, reason: 'hỏi gia đình' })).toEqual({
      persons: 1,
      addresses: 1,
    })
    expect(point.done(getPerson, { personId: torn }).person.addresses.current?.communeCode).toBe(
      second?.communeCode,
    )
    const left = point.done(listOldAddresses, page)
    expect(left.addresses.every(({ choices }) => choices.length !== 1)).toBe(true)
    const picture = pictureOf(point)
    expect(point.done(renewAddresses, { chosen: null, reason: 'lần nữa' })).toEqual({
      persons: 0,
      addresses: 0,
    })
    expect(pictureOf(point)).toEqual(picture)
  })
})
