import { describe, expect, test } from 'vitest'
import {
  changeLot,
  changeProduct,
  changeRoute,
  lotsOf,
  openWarnings,
  type PlanLine,
  planAll,
  planDue,
  planExtra,
  type Shelf,
  sharesSite,
  toRequest,
  volumeOf,
} from '../../../renderer/screens/injection/plan'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { Vaccine } from '../../../src/domain/immunization/vaccine'
import type { DueDose } from '../../../src/domain/schedule/chart-types'
import type { LotOnHand } from '../../../src/domain/stock/lot'

const on = day('2026-11-22')

function vaccineOf(code: string, changes: Partial<Vaccine> = {}): Vaccine {
  return {
    code,
    shortName: code,
    tradeName: code,
    nameVi: code,
    kind: 'vaccine',
    manufacturer: null,
    country: null,
    antigens: [code],
    live: false,
    programmes: ['epi'],
    cvx: null,
    atc: null,
    dosesPerVial: 1,
    volumeMl: 0.5,
    route: 'IM',
    sites: ['LVL', 'RVL'],
    openVialRule: null,
    storage: null,
    aliases: [],
    unverified: [],
    ...changes,
  }
}

function lotOf(lotId: string, vaccineCode: string, changes: Partial<LotOnHand> = {}): LotOnHand {
  return {
    lotId,
    vaccineCode,
    number: lotId.toUpperCase(),
    expiresOn: day('2027-03-31'),
    manufacturer: null,
    programme: 'epi',
    status: 'active',
    statusReason: null,
    diluentLot: null,
    diluentExpiresOn: null,
    balance: 10,
    places: { store: 10, session: 0, quarantine: 0 },
    openDoses: 0,
    given: 0,
    ...changes,
  }
}

function dueOf(id: string, vaccineCodes: readonly string[]): DueDose {
  return {
    id,
    groupCode: id,
    rowCodes: [id],
    label: { vi: id, en: id },
    antigens: [id],
    vaccineCodes,
    doseNumber: 1,
    status: 'due',
    latestOn: null,
    isConfirmed: false,
    reasons: [],
  }
}

const shelf: Shelf = {
  on,
  bornOn: day('2025-05-22'),
  vaccines: new Map(
    [
      vaccineOf('dpt'),
      vaccineOf('ipv', { sites: ['LVL', 'RVL'] }),
      vaccineOf('mr', { route: 'SC', sites: ['LA', 'RA'] }),
      vaccineOf('opv', { route: 'PO', sites: ['MOUTH'], volumeMl: null }),
    ].map(vaccine => [vaccine.code, vaccine]),
  ),
  lots: [
    lotOf('dpt-late', 'dpt', { expiresOn: day('2027-12-31') }),
    lotOf('dpt-soon', 'dpt'),
    lotOf('dpt-expired', 'dpt', { expiresOn: day('2026-11-21') }),
    lotOf('ipv-1', 'ipv', { programme: 'fee' }),
    lotOf('mr-suspended', 'mr', { status: 'suspended' }),
    lotOf('mr-empty', 'mr', { balance: 0 }),
    lotOf('opv-1', 'opv'),
  ],
}

function planned(due: DueDose, others: readonly PlanLine[] = []): PlanLine {
  const line = planDue(due, due.id, shelf, others)
  if (!line) throw new Error('not planned')
  return line
}

describe('planning the doses of a visit', () => {
  test('takes the usable lot that expires first, and lists unusable lots last', () => {
    expect(planned(dueOf('dpt', ['dpt'])).lotId).toBe('dpt-soon')
    expect(lotsOf(shelf, 'dpt').map(lot => lot.lotId)).toEqual(['dpt-soon', 'dpt-late', 'dpt-expired'])
  })

  test('prefers a product that is on the shelf over a better one that is not', () => {
    const line = planned(dueOf('measles', ['mr', 'dpt']))
    expect(line.vaccineCode).toBe('dpt')
    expect(line.vaccineCodes).toEqual(['mr', 'dpt'])
  })

  test('a second injection goes to another site, a third shares one and says so', () => {
    const first = planned(dueOf('a', ['dpt']))
    const second = planned(dueOf('b', ['ipv']), [first])
    const third = planned(dueOf('c', ['dpt']), [first, second])
    expect([first.site, second.site, third.site]).toEqual(['LVL', 'RVL', 'LVL'])
    expect(sharesSite(second, [first, second])).toBe(false)
    expect(sharesSite(third, [first, second, third])).toBe(true)
  })

  test('two doses by mouth never share a site', () => {
    const line = planned(dueOf('a', ['opv']))
    expect(sharesSite(line, [line, { ...line, key: 'b' }])).toBe(false)
  })

  test('ticks what can be given; without a usable lot a dose stays unticked', () => {
    const today = [dueOf('dpt', ['dpt']), dueOf('mr', ['mr']), dueOf('unknown', ['x'])]
    expect(planAll(today, due => due.id, shelf).map(line => line.key)).toEqual(['dpt'])
    expect(planned(dueOf('mr', ['mr'])).lotId).toBeNull()
  })

  test('the supply follows the lot, but a campaign chosen by hand stays', () => {
    const line = planned(dueOf('a', ['dpt']))
    const fee = lotOf('x', 'dpt', { programme: 'fee' })
    expect(planned(dueOf('ipv', ['ipv'])).programme).toBe('fee')
    expect(changeLot(line, fee).programme).toBe('fee')
    expect(changeLot({ ...line, programme: 'campaign' }, fee).programme).toBe('campaign')
  })

  test('another product brings its own lot, route and site', () => {
    const line = planned(dueOf('a', ['dpt', 'opv']))
    const changed = changeProduct(line, 'opv', shelf, [line])
    expect(changed).toMatchObject({
      vaccineCode: 'opv',
      lotId: 'opv-1',
      route: 'PO',
      site: 'MOUTH',
      volume: '',
    })
    expect(changeProduct(line, 'nothing', shelf, [line])).toBe(line)
  })

  test('a vaccine added by hand has no due dose behind it', () => {
    const vaccine = shelf.vaccines.get('ipv')
    if (!vaccine) throw new Error('no ipv')
    expect(planExtra(vaccine, shelf, [])).toMatchObject({ key: 'extra:ipv', dueId: null, lotId: 'ipv-1' })
  })
})

describe('what is sent', () => {
  const line = planned(dueOf('a', ['dpt']))

  test.each([
    ['0,5', 0.5],
    ['0.05', 0.05],
    ['', null],
    ['0', null],
    ['11', null],
    ['1,5,2', null],
  ])('volume "%s" is %s ml', (volume, ml) => {
    expect(volumeOf({ ...line, volume })).toBe(ml)
  })

  test('nothing is sent while lot, route or volume is missing', () => {
    expect(toRequest({ ...line, lotId: null }, [])).toBeNull()
    expect(toRequest({ ...line, route: null }, [])).toBeNull()
    expect(toRequest({ ...line, volume: 'x' }, [])).toBeNull()
  })

  test('only reasons of warnings that stand are sent, trimmed', () => {
    const warning = { code: 'dose.not-needed', antigens: ['dpt'] } as const
    const reasoned = { ...line, overrides: { 'dose.not-needed': ' bác sĩ ', 'dose.not-due': 'x' } }
    expect(toRequest(reasoned, [warning])?.overrides).toEqual([{ code: 'dose.not-needed', reason: 'bác sĩ' }])
    expect(openWarnings(reasoned, [warning])).toEqual([])
    expect(openWarnings({ ...line, overrides: { 'dose.not-needed': ' ' } }, [warning])).toEqual([warning])
  })
})

describe('the volume of a line', () => {
  const rule = { fromMonths: null, beforeMonths: null, route: null, drops: null, isConfirmed: false }
  const byAge = vaccineOf('je', {
    volumes: [
      { ...rule, beforeMonths: 36, volumeMl: 0.5 },
      { ...rule, fromMonths: 36, volumeMl: 1 },
    ],
  })
  const byRoute = vaccineOf('rabies', {
    volumes: [
      { ...rule, route: 'IM', volumeMl: 0.5 },
      { ...rule, route: 'ID', volumeMl: 0.1 },
    ],
  })
  const withRules = (bornOn: string): Shelf => ({ ...shelf, bornOn: day(bornOn) })

  test('is the one of the age, and of none where the data has none for it', () => {
    const volumeFor = (bornOn: string) => planExtra(byAge, catalogueOf(withRules(bornOn)), []).volume
    expect(['2023-11-23', '2023-11-22'].map(volumeFor)).toEqual(['0,5', '1'])
    const onlyOlder = { ...byAge, volumes: (byAge.volumes ?? []).slice(1) }
    expect(planExtra(onlyOlder, catalogueOf(withRules('2026-01-01'), onlyOlder), []).volume).toBe('')
  })

  test('goes with the route, unless somebody typed another', () => {
    const here = catalogueOf(shelf)
    const line = planExtra(byRoute, here, [])
    expect(changeRoute(line, 'ID', here)).toMatchObject({ route: 'ID', volume: '0,1' })
    expect(changeRoute({ ...line, volume: '0,2' }, 'ID', here)).toMatchObject({ route: 'ID', volume: '0,2' })
  })

  function catalogueOf(it: Shelf, je = byAge): Shelf {
    return { ...it, vaccines: new Map([je, byRoute].map(vaccine => [vaccine.code, vaccine])) }
  }
})
