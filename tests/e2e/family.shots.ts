import { afterAll, describe, expect, test } from 'vitest'
import { recordBirth } from '../../src/contract/birth-calls'
import { linkFamily } from '../../src/contract/family-calls'
import { getPerson, registerPerson, searchPersons } from '../../src/contract/person-calls'
import { recordPostnatal } from '../../src/contract/postnatal-calls'
import { endPregnancy, enrolPregnancy } from '../../src/contract/pregnancy-calls'
import { type CalendarDay, day } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import { plainPregnancy } from '../helpers/pregnancies'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const stage = createStage('--practice')
afterAll(() => stage.end())

let plain: Person | null = null

async function register(changes: Partial<Person>): Promise<string> {
  if (!plain) throw new Error('nobody to take the commune from')
  const person = { ...plain, identifiers: [], alerts: [], relatives: [], phone: null, ...changes }
  return (await stage.desk().ask(registerPerson, { person, notDuplicateOf: [] })).personId
}

async function enrol(personId: string, enrolledOn: CalendarDay, lastPeriodOn: CalendarDay): Promise<string> {
  const { personId: _p, outcome: _o, endedOn: _e, byUserId: _u, byName: _n, ...fields } = plainPregnancy
  const request = { personId, handbook: null, isConfirmed: true }
  const told = { ...fields, enrolledOn, lastPeriodOn, lastPeriodSure: true }
  return (await stage.desk().ask(enrolPregnancy, { ...request, fields: told })).pregnancyId
}

const born = (bornAt: string, sex: 'female' | 'male', name: string, weightG: number) => ({
  ...{ bornOn: day('2026-11-10'), bornAt, alive: true, sex, name, weightG, lengthCm: 48, headCm: 33 },
  ...{ apgar1: 8, apgar5: 9, apgar10: null, criedAtOnce: true, skinToSkin: true, vitaminK: true },
  ...{ breastfedWithinHour: true, eyeCare: null, defects: null, screenings: {}, note: null },
  ...{ personId: null, notDuplicateOf: [], doses: [] },
})

/** A mother of an older child and of twins, whose first pregnancy was lost. */
async function fillFamily(): Promise<void> {
  const { ask } = stage.desk()
  const { hits } = await ask(searchPersons, { text: 'nguyen', limit: 30 })
  plain = (await ask(getPerson, { personId: hits[0]?.personId ?? '' })).person
  const motherId = await register({
    ...{ kind: 'woman', name: 'Trần Thị Sợi Chỉ', birthDate: day('1996-04-02'), sex: 'female' },
    phone: '0912000111',
  })
  const mother = { nationalId: null, phone: '0912000111', birthYear: 1996 }
  const relatives = [{ relation: 'mother' as const, name: 'Trần Thị Sợi Chỉ', ...mother }]
  const girl = { kind: 'child' as const, sex: 'female' as const, birthDate: day('2014-05-05') }
  const olderId = await register({ ...girl, name: 'Lê Thị Sợi Lớn', relatives })
  await ask(linkFamily, { personId: olderId, relativeId: motherId, relation: 'mother', since: null })
  const lostId = await enrol(motherId, day('2024-03-04'), day('2024-01-08'))
  const lost = { pregnancyId: lostId, outcome: 'miscarriage' as const, endedOn: day('2024-03-20') }
  await ask(endPregnancy, { ...lost, note: null })
  const pregnancyId = await enrol(motherId, day('2026-05-04'), day('2026-02-23'))
  const { birthId, children } = await ask(recordBirth, {
    ...{ motherId, pregnancyId, place: 'hospital', placeName: 'Bệnh viện Thử', mode: 'vaginal' },
    ...{ attendant: 'midwife', attendantName: null, gestationWeeks: 37, gestationDays: 1 },
    ...{ bloodLossMl: 200, complications: [], motherState: 'well', note: null, motherAlerts: [] },
    children: [
      born('02:35', 'female', 'Lê Thị Sợi Một', 2480),
      born('02:55', 'male', 'Lê Văn Sợi Hai', 2300),
    ],
  })
  const look = { checks: {}, advice: null, temperatureC: 38.4 }
  const place = { birthId, visitedOn: day('2026-11-17'), placeName: null, nextVisitOn: null }
  await ask(recordPostnatal, {
    ...place,
    mother: {
      ...{ ...look, pulse: 96, systolic: 150, diastolic: 95, vitaminA: null, contraception: null },
      ...{
        checks: { uterus: 'yellow', lochia: 'yellow' },
        dangerSigns: ['fever'],
        advice: 'Uống nhiều nước',
      },
      referredTo: 'Bệnh viện Phụ sản',
    },
    children: [
      {
        ...{ ...look, personId: children[1]?.personId ?? '', weightKg: 2.21, breathsPerMinute: 66 },
        ...{ checks: { jaundice: 'yellow' }, dangerSigns: ['no-feeding'], referredTo: 'Bệnh viện Nhi' },
      },
    ],
  })
}

async function show(name: string, words: RegExp): Promise<void> {
  const window = stage.window()
  await stage.search(name)
  await window.getByTestId('quick-name').filter({ hasText: words }).waitFor()
  await window.keyboard.press('ArrowRight')
  await window.getByTestId('screen-person').waitFor()
}

describe('a family and the records of its people', () => {
  test('the thread, and what it leads to', async () => {
    await stage.open('2026-11-22T03:00:00.000Z')
    stage.window().setDefaultTimeout(20_000)
    await signIn(stage.desk(), pin)
    await fillFamily()
    const window = stage.window()
    await show('tran thi soi chi', /sợi chỉ/iu)
    await stage.shoot('record-woman', 'screen-person')
    await window.getByRole('tab', { name: 'Gia đình' }).click()
    await window.getByTestId('open-thread').click()
    await window.getByTestId('thread-child').first().waitFor()
    await stage.shoot('family-thread-wide', 'family-thread')
    await window.getByTestId('thread-open-pregnancy').first().click()
    await window.getByTestId('print-referral').waitFor()
    await stage.shoot('record-pregnancy', 'screen-person')
    await window.getByRole('tab', { name: 'Gia đình' }).click()
    await window.getByTestId('open-thread').click()
    await window.getByTestId('thread-visits').click()
    await window.getByTestId('print-referral').first().click()
    await window.locator('iframe, embed, img').first().waitFor()
    await stage.shoot('referral-after-birth', 'postnatal-form')
    await window.keyboard.press('Escape')
  }, 90_000)

  test('a child with six tabs, a girl with seven', async () => {
    await show('le thi soi mot', /sợi một/iu)
    await stage.shoot('record-child', 'screen-person')
    await show('le thi soi lon', /sợi lớn/iu)
    await stage.shoot('record-girl', 'screen-person')
    const heights = await stage
      .window()
      .getByRole('tab')
      .evaluateAll(tabs => tabs.map(tab => Math.round(tab.getBoundingClientRect().top)))
    expect(new Set(heights).size).toBe(1)
    expect(stage.cut()).toEqual([])
  }, 60_000)
})
