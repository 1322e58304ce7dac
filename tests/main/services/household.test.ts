import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { motherOf } from '../../../main/services/family/links'
import { recordDoses, recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { countDue, listDue } from '../../../src/contract/due-calls'
import {
  findRelative,
  getFamily,
  linkFamily,
  moveFamily,
  unlinkFamily,
} from '../../../src/contract/family-calls'
import { getPerson, getPersonHistory, searchPersons } from '../../../src/contract/person-calls'
import { listResidences, recordResidence, voidResidence } from '../../../src/contract/residence-calls'
import { getBoard, openVisit } from '../../../src/contract/visit-calls'
import { seededRandom } from '../../../src/domain/exchange/random'
import {
  home,
  mother,
  on,
  openReadyPoint,
  planned,
  readyForInjection,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

const filter = {
  status: 'due',
  until: null,
  rowCode: null,
  place: null,
  bornFrom: null,
  bornTo: null,
  text: '',
} as const
const page = { filter, order: 'oldest', offset: 0, limit: 50 } as const
const moved = (personId: string, changes: object = {}) => ({
  personId,
  state: 'moved-out' as const,
  on: on('2026-11-20'),
  until: null,
  reason: 'Theo gia đình',
  otherPlace: 'Trạm Y tế Xã Tam Chúc',
  note: null,
  ...changes,
})

/** The mother as a registered woman, and two of her children. */
function family() {
  const point = openReadyPoint()
  const her = register(point, {
    kind: 'woman',
    name: 'Trần Thị Phượng',
    birthDate: on('1997-03-02'),
    phone: '0912345678',
    relatives: [],
  })
  const ngoc = register(point)
  const khoi = register(point, { name: 'Nguyễn Minh Khôi', sex: 'male', birthDate: on('2024-02-10') })
  return { point, her, ngoc, khoi }
}

describe('where people live', () => {
  test('who moved away is neither listed as due nor counted, is marked, and is due again when back', () => {
    const point = openReadyPoint()
    const personId = register(point)
    const due = () => [point.done(listDue, page).total, point.done(countDue, { filter }).total]
    expect(due()).toEqual([1, 1])
    const { residenceId } = point.done(recordResidence, moved(personId))
    expect(due()).toEqual([0, 0])
    const [hit] = point.done(searchPersons, { text: 'anh ngoc', limit: 5 }).hits
    expect(hit?.residence).toMatchObject({ state: 'moved-out', isFollowed: false })
    expect(point.done(getPerson, { personId }).residence?.otherPlace).toBe('Trạm Y tế Xã Tam Chúc')
    point.done(
      recordResidence,
      moved(personId, { state: 'resident', on: on('2026-11-22'), otherPlace: null }),
    )
    expect(due()).toEqual([1, 1])
    point.done(voidResidence, { residenceId, reason: 'ghi nhầm người' })
    const { entries, mark } = point.done(listResidences, { personId })
    expect(mark).toBeNull()
    expect(entries.map(({ state, voided, voidReason }) => [state, voided, voidReason])).toEqual([
      ['resident', false, null],
      ['moved-out', true, 'ghi nhầm người'],
    ])
    expect(point.done(getPersonHistory, { personId }).map(({ noun }) => noun)).toContain('residence')
  })

  test('a temporary stay ends by itself at midnight', () => {
    const point = openReadyPoint()
    const personId = register(point)
    point.done(recordResidence, moved(personId, { state: 'temporary', until: on('2026-11-23') }))
    const total = () => point.done(listDue, page).total
    expect(total()).toBe(1)
    point.moveClock(2 * 86_400_000)
    expect(total()).toBe(0)
  })

  test('the dead are not checked in, get no doses, and have had none since', () => {
    const point = openReadyPoint()
    const personId = register(point)
    const line = {
      vaccineCode: 'BCG_IVAC',
      givenOn: on('2026-10-01'),
      statedNumber: null,
      lotNumber: null,
      placeName: null,
    }
    point.done(recordHistoricalDoses, { personId, doses: [line] })
    const died = moved(personId, { state: 'died', on: on('2026-09-30'), otherPlace: null })
    expect(refusedCodes(point, recordResidence, died)).toEqual(['residence.dose-after-death'])
    const lot = stockLot(point, { vaccineCode: 'SII_PENTA' })
    const visitId = readyForInjection(point, personId)
    point.done(recordResidence, { ...died, on: on('2026-11-21') })
    const doses = [planned('SII_PENTA', lot)]
    expect(refusedCodes(point, recordDoses, { visitId, doses })).toEqual(['dose.after-death'])
    const late = [{ ...line, givenOn: on('2026-11-22') }]
    expect(refusedCodes(point, recordHistoricalDoses, { personId, doses: late })).toContain(
      'dose.after-death',
    )
    expect(refusedCodes(point, recordResidence, moved(personId, { on: on('2026-11-22') }))).toEqual([
      'residence.after-death',
    ])
    const other = register(point, {
      name: 'Lê Thị Ước',
      birthDate: on('2026-01-05'),
      relatives: [mother({ name: 'Đỗ Thị Ý', phone: '0987654321' })],
    })
    point.done(recordResidence, moved(other, { state: 'died', on: on('2026-11-22') }))
    expect(refusedCodes(point, openVisit, { personId: other })).toEqual(['visit.person-died'])
    expect(point.done(getBoard, { on: null }).expected).toEqual([])
  })

  test('a taken-back entry of nobody is refused', () => {
    const { point, ngoc } = family()
    const unknown = { residenceId: ngoc, reason: 'ghi nhầm' }
    expect(refusedCodes(point, voidResidence, unknown)).toEqual(['residence.not-found'])
  })
})

describe('the family', () => {
  test('is proposed from what the records say, linked, and seen from everybody', () => {
    const { point, her, ngoc, khoi } = family()
    const proposed = point.done(getFamily, { personId: ngoc }).suggestions
    expect(proposed.map(({ hit, relation }) => [hit.personId, relation])).toEqual([
      [her, 'mother'],
      [khoi, 'sibling'],
    ])
    for (const personId of [ngoc, khoi])
      point.done(linkFamily, { personId, relativeId: her, relation: 'mother', since: null })
    const seen = point.done(getFamily, { personId: ngoc })
    expect(seen.members.map(({ hit, relation }) => [hit.personId, relation])).toEqual([
      [her, 'mother'],
      [khoi, 'sibling'],
    ])
    expect(seen.suggestions).toEqual([])
    expect(motherOf(point.ports, ngoc, on('2026-11-22'))).toBe(her)
    const again = { personId: ngoc, relativeId: her, relation: 'mother' as const, since: null }
    expect(refusedCodes(point, linkFamily, again)).toEqual(['family.already-linked'])
    expect(refusedCodes(point, linkFamily, { ...again, personId: her, relativeId: ngoc })).toContain(
      'family.circle',
    )
    const [member] = seen.members
    const end = { linkId: member?.linkId ?? '', until: null, reason: 'nối nhầm' }
    point.done(unlinkFamily, end)
    expect(motherOf(point.ports, ngoc, on('2026-11-22'))).toBeNull()
    expect(refusedCodes(point, unlinkFamily, end)).toEqual(['family.not-found'])
  })

  test('a new child takes a known mother over by what is typed of her', () => {
    const { point, her } = family()
    const typed = {
      relation: 'mother' as const,
      name: 'tran thi phuong',
      nationalId: null,
      phone: '0912 345 678',
      birthYear: null,
    }
    const [found] = point.done(findRelative, typed)
    expect(found?.hit.personId).toBe(her)
    expect(found?.address).toMatchObject(home)
    expect(point.done(findRelative, { ...typed, phone: null })).toEqual([])
  })

  test('moves together: one transaction, or nothing', () => {
    const { point, her, ngoc, khoi } = family()
    for (const personId of [ngoc, khoi])
      point.done(linkFamily, { personId, relativeId: her, relation: 'mother', since: null })
    const current = { ...home, hamlet: 'Thôn 7' }
    const move = {
      personId: ngoc,
      changes: { addresses: { current } },
      reason: 'Chuyển nhà',
      alsoMove: [her, khoi],
    }
    const nobody = { ...move, alsoMove: [her, '00000000-0000-4000-8000-000000000000'] }
    expect(refusedCodes(point, moveFamily, nobody)).toEqual(['person.not-found'])
    expect(point.done(moveFamily, move)).toEqual({ moved: 3 })
    for (const personId of [her, ngoc, khoi])
      expect(point.done(getPerson, { personId }).person.addresses.current).toEqual(current)
    expect(point.done(getFamily, { personId: ngoc }).members.every(({ livesHere }) => livesHere)).toBe(true)
  })

  test('the doses of a linked mother say whether the child was protected at birth', () => {
    const { point, her, ngoc } = family()
    point.done(linkFamily, { personId: ngoc, relativeId: her, relation: 'mother', since: null })
    expect(point.done(getFamily, { personId: ngoc }).protection).toBeNull()
    const [vaccine] = [...point.ports.resources.vaccines.values()].filter(
      ({ antigens }) => antigens.join() === 'Tetanus',
    )
    const doses = ['2026-04-01', '2026-06-01'].map(givenOn => ({
      vaccineCode: vaccine?.code ?? '',
      givenOn: on(givenOn),
      statedNumber: null,
      lotNumber: null,
      placeName: null,
    }))
    point.done(recordHistoricalDoses, { personId: her, doses })
    const { protection } = point.done(getFamily, { personId: ngoc })
    expect(protection).toMatchObject({
      isProtected: true,
      motherName: 'Trần Thị Phượng',
      reason: { code: 'protected', doses: 2 },
    })
  })

  test('families and moves are what the journal adds up to, in any order', () => {
    const { point, her, ngoc, khoi } = family()
    point.done(linkFamily, { personId: ngoc, relativeId: her, relation: 'mother', since: null })
    const { linkId } = point.done(linkFamily, {
      personId: khoi,
      relativeId: her,
      relation: 'guardian',
      since: on('2026-01-01'),
    })
    point.done(unlinkFamily, { linkId, until: on('2026-06-30'), reason: 'Về với cha' })
    const { residenceId } = point.done(recordResidence, moved(khoi))
    point.done(voidResidence, { residenceId, reason: 'ghi nhầm' })
    point.done(recordResidence, moved(ngoc))
    expect(compareRebuild(point.db, seededRandom(11))).toEqual([])
  })
})
