import { afterAll, describe, expect, test } from 'vitest'
import { recordHistoricalDoses } from '../../src/contract/dose-calls'
import { getPerson, registerPerson, searchPersons } from '../../src/contract/person-calls'
import { endPregnancy, enrolPregnancy, recordAntenatalVisit } from '../../src/contract/pregnancy-calls'
import { addDays, type CalendarDay, day } from '../../src/domain/calendar/calendar-day'
import type { PregnancyFields } from '../../src/domain/maternal/pregnancy-checks'
import type { VisitFields } from '../../src/domain/maternal/visit-checks'
import type { Person } from '../../src/domain/person/person'
import { plainPregnancy, plainVisit } from '../helpers/pregnancies'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const stage = createStage('--practice')
afterAll(() => stage.end())

const today = day('2026-11-22')
const ago = (weeks: number, days = 0): CalendarDay => addDays(today, -(weeks * 7 + days))

function fields(changes: Partial<PregnancyFields>): PregnancyFields {
  const { personId: _p, outcome: _o, endedOn: _e, byUserId: _u, byName: _n, ...plain } = plainPregnancy
  return { ...plain, enrolledOn: today, lastPeriodSure: true, ...changes }
}

async function enrol(personId: string, changes: Partial<PregnancyFields>): Promise<string> {
  const handbook = { kind: 'paper', number: '004217' } as const
  const request = { personId, fields: fields(changes), handbook, isConfirmed: false }
  return (await stage.desk().ask(enrolPregnancy, request)).pregnancyId
}

async function see(pregnancyId: string, changes: Partial<VisitFields>): Promise<void> {
  const { personId: _p, pregnancyId: _g, byUserId: _u, byName: _n, ...plain } = plainVisit
  const request = { pregnancyId, fields: { ...plain, visitedOn: today, ...changes }, isConfirmed: true }
  await stage.desk().ask(recordAntenatalVisit, request)
}

async function show(name: string): Promise<void> {
  const window = stage.window()
  await stage.search(name)
  await window
    .getByTestId('quick-name')
    .filter({ hasText: new RegExp(name.split(' ').at(-1) ?? '', 'iu') })
    .waitFor()
  await window.keyboard.press('ArrowRight')
  await window.getByRole('tab', { name: 'Thai kỳ' }).click()
}

let blank: Person | null = null

async function woman(name: string, birthDate: string): Promise<string> {
  if (!blank) throw new Error('nobody to take the commune from')
  const person = { ...blank, kind: 'woman' as const, sex: 'female' as const, name, birthDate: day(birthDate) }
  return (await stage.desk().ask(registerPerson, { person, notDuplicateOf: [] })).personId
}

describe('pictures of pregnancies', () => {
  test('nobody is pregnant yet; enrolment by keyboard', async () => {
    await stage.open('2026-11-22T01:00:00.000Z')
    await signIn(stage.desk(), pin)
    const { ask } = stage.desk()
    const { hits } = await ask(searchPersons, { text: 'nguyen', limit: 30 })
    const { person } = await ask(getPerson, { personId: hits[0]?.personId ?? '' })
    blank = {
      ...person,
      identifiers: [],
      alerts: [],
      relatives: [],
      phone: '0912000111',
      note: null,
      birthTime: null,
      birthWeightG: null,
      gestationWeeks: null,
      protectedAtBirth: null,
    }
    await woman('Trần Thị Thử Nhất', '1999-04-02')
    await show('Thử Nhất')
    const window = stage.window()
    await stage.shoot('pregnancy-empty', 'enrol-pregnancy')
    await window.keyboard.press('n')
    await window.getByTestId('last-period').fill('18062026')
    await window.getByTestId('scan-on').fill('20082026')
    await window.getByTestId('scan-age').fill('7+4')
    await stage.shoot('pregnancy-enrol', 'computed-due')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('pregnancy-head').waitFor()
    await stage.shoot('pregnancy-enrolled', 'pregnancy-head')
    await window.keyboard.press('k')
    await stage.shoot('pregnancy-visit-empty', 'visit-form')
    await window.getByTestId('weight').fill('52,5')
    await window.getByTestId('pressure').fill('11070')
    await window.getByTestId('fundal').fill('21')
    await window.getByTestId('fetal-heart').fill('142')
    await window.getByTestId('haemoglobin').fill('11,2')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('visit-form').getByRole('alert').waitFor()
    await stage.shoot('pregnancy-visit-refused', 'visit-form')
    await window.getByTestId('haemoglobin').fill('112')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('antenatal-visit').waitFor()
    await stage.shoot('pregnancy-first-visit', 'antenatal-visit')
  }, 90_000)

  test('twins, high risk with danger signs, and the slip', async () => {
    const personId = await woman('Lê Thị Thử Hai', '1989-02-11')
    const pregnancyId = await enrol(personId, {
      enrolledOn: ago(24),
      lastPeriodOn: ago(34, 2),
      scan: { on: ago(23), weeks: 11, days: 1 },
      gravida: 4,
      para: { term: 2, preterm: 1, lost: 0, living: 3 },
      heightCm: 151,
      weightBeforeKg: 47.5,
      fetuses: 2,
      riskCodes: ['earlier-caesarean'],
      birthPlan: {
        place: 'Bệnh viện Phụ sản',
        transport: 'Xe cấp cứu',
        companion: 'Chồng',
        bloodDonor: null,
      },
    })
    const tests = [
      { code: 'hiv', result: 'negative' as const, note: null },
      { code: 'syphilis', result: 'negative' as const, note: null },
      { code: 'hbsag', result: 'positive' as const, note: null },
    ]
    await see(pregnancyId, {
      visitedOn: ago(23),
      weightKg: 48.5,
      systolic: 112,
      diastolic: 70,
      oedema: false,
      haemoglobin: 108,
      tests,
      ironFolateTablets: 30,
      nextVisitOn: ago(14),
    })
    await see(pregnancyId, {
      visitedOn: ago(14),
      weightKg: 53,
      systolic: 118,
      diastolic: 76,
      oedema: false,
      fundalHeightCm: 23,
      fetalHeartRates: [144, 150],
      urineProtein: 'none',
      haemoglobin: 112,
      ironFolateTablets: 60,
    })
    await see(pregnancyId, {
      visitedOn: ago(6),
      weightKg: 58.5,
      systolic: 136,
      diastolic: 86,
      oedema: true,
      fundalHeightCm: 32,
      fetalHeartRates: [140, 152],
      presentation: 'breech',
      urineProtein: 'trace',
      placeName: 'Bệnh viện huyện',
      ironFolateTablets: 60,
    })
    await see(pregnancyId, {
      weightKg: 63.5,
      systolic: 165,
      diastolic: 110,
      oedema: true,
      fundalHeightCm: 36,
      fetalHeartRates: [142, 150],
      presentation: 'breech',
      urineProtein: '2+',
      haemoglobin: 112,
      dangerSigns: ['headache-vision', 'swelling'],
      diagnosis: 'Theo dõi tiền sản giật',
      advice: 'Giải thích cho gia đình',
      referredTo: 'Bệnh viện Phụ sản',
    })
    const give = { statedNumber: null, lotNumber: null, placeName: null, vaccineCode: 'TT_IVAC' }
    const doses = [ago(20), ago(15)].map(givenOn => ({ ...give, givenOn }))
    await stage.desk().ask(recordHistoricalDoses, { personId, doses })
    await show('Thử Hai')
    await stage.shoot('pregnancy-high-risk', 'antenatal-visit')
    await stage.window().getByTestId('handbooks').scrollIntoViewIfNeeded()
    await stage.shoot('pregnancy-charts', 'handbooks')
    await stage.window().keyboard.press('Control+p')
    await stage.shoot('pregnancy-referral', 'print')
    await stage.window().keyboard.press('Escape')
    await stage.window().keyboard.press('k')
    await stage.window().getByTestId('danger-signs').getByText('Ra nước ối').click()
    await stage.shoot('pregnancy-visit-danger', 'visit-form')
    await stage.window().keyboard.press('Escape')
  }, 90_000)

  test('a late visit, one that ended, and the history', async () => {
    const late = await woman('Phạm Thị Thử Ba', '2009-01-15')
    const lateId = await enrol(late, {
      enrolledOn: ago(12),
      lastPeriodOn: ago(22),
      gravida: 1,
      para: { term: 0, preterm: 0, lost: 0, living: 0 },
      heightCm: 143,
    })
    await see(lateId, { visitedOn: ago(12), weightKg: 44, systolic: 100, diastolic: 60 })
    await show('Thử Ba')
    await stage.shoot('pregnancy-late', 'antenatal-visit')
    const ended = await woman('Hoàng Thị Thử Tư', '1995-01-15')
    const endedId = await enrol(ended, { enrolledOn: ago(30), lastPeriodOn: ago(38), gravida: 2 })
    await see(endedId, { visitedOn: ago(30), weightKg: 50, systolic: 104, diastolic: 62 })
    await stage
      .desk()
      .ask(endPregnancy, { pregnancyId: endedId, outcome: 'miscarriage', endedOn: ago(27), note: null })
    await show('Thử Tư')
    await stage.shoot('pregnancy-ended', 'antenatal-visit')
    await stage.window().getByRole('tab', { name: 'Lịch sử thay đổi' }).click()
    await stage.shoot('pregnancy-history', 'screen-person')
    expect(stage.cut()).toEqual([])
  }, 90_000)
})
