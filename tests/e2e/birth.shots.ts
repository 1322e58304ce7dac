import { afterAll, describe, expect, test } from 'vitest'
import { getBirthForm, recordBirth } from '../../src/contract/birth-calls'
import { linkFamily } from '../../src/contract/family-calls'
import { registerPerson } from '../../src/contract/person-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import { resize } from './shots/camera'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const stage = createStage('--practice')
afterAll(() => stage.end())

const current = { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 7', line: null }
const blank: Omit<Person, 'kind' | 'name' | 'birthDate' | 'sex' | 'relatives'> = {
  birthTime: null,
  ethnicGroupCode: '01',
  nationalityCode: 'VN',
  bloodGroup: null,
  phone: null,
  identifiers: [],
  addresses: { current },
  alerts: [],
  protectedAtBirth: null,
  gestationWeeks: null,
  birthWeightG: null,
  note: null,
}
const motherName = 'Trần Thị Ước Nguyện'

describe('a birth, the weeks after it, and the family on one thread', () => {
  let motherId = ''

  test('a mother with an older child and an earlier birth', async () => {
    await stage.open('2026-11-22T03:00:00.000Z')
    await signIn(stage.desk(), pin)
    const { ask } = stage.desk()
    const her = await ask(registerPerson, {
      person: {
        ...blank,
        kind: 'woman',
        name: motherName,
        birthDate: day('1996-04-02'),
        sex: 'female',
        phone: '0912000111',
        relatives: [],
      },
      notDuplicateOf: [],
    })
    motherId = her.personId
    const relatives = [
      {
        relation: 'mother' as const,
        name: motherName,
        nationalId: null,
        phone: '0912000111',
        birthYear: 1996,
      },
      {
        relation: 'father' as const,
        name: 'Lê Văn Ước',
        nationalId: null,
        phone: '0987000222',
        birthYear: 1994,
      },
    ]
    const older = await ask(registerPerson, {
      person: {
        ...blank,
        kind: 'child',
        name: 'Lê Minh Triết Nguyện',
        birthDate: day('2021-05-05'),
        sex: 'male',
        relatives,
      },
      notDuplicateOf: [],
    })
    await ask(linkFamily, { personId: older.personId, relativeId: motherId, relation: 'mother', since: null })
    const { mother } = await ask(getBirthForm, { motherId })
    expect(mother.displayName).toBe(motherName)
    const born = {
      ...{ bornOn: day('2024-04-25'), bornAt: '10:20', alive: true, sex: 'female' as const },
      ...{ name: 'Lê Bảo Châu Nguyện', weightG: 3050, lengthCm: 49, headCm: 34, apgar1: 8, apgar5: 9 },
      ...{ apgar10: null, criedAtOnce: true, skinToSkin: true, breastfedWithinHour: true, vitaminK: true },
      ...{ eyeCare: null, defects: null, screenings: {}, note: null, personId: null, notDuplicateOf: [] },
      doses: [],
    }
    await ask(recordBirth, {
      motherId,
      pregnancyId: null,
      ...{ place: 'hospital', placeName: 'Bệnh viện Phụ sản', mode: 'vaginal', attendant: 'midwife' },
      ...{ attendantName: null, gestationWeeks: 39, gestationDays: 2, bloodLossMl: 200, complications: [] },
      ...{ motherState: 'well', note: null, motherAlerts: [], children: [born] },
    })
  }, 60_000)

  test('the form: empty, refused, filled with twins', async () => {
    const window = stage.window()
    await toFamilyTab()
    await window.getByTestId('record-birth').click()
    await window.getByTestId('birth-form').waitFor()
    await stage.shoot('birth-empty', 'birth-form')
    await window.keyboard.press('Control+Enter')
    await stage.shoot('birth-missing', 'birth-form')
    await window.getByTestId('born-on').fill('22112026')
    await window.getByTestId('born-at').fill('0235')
    await window.getByTestId('born-sex').getByText('Nữ').click()
    await window.getByTestId('born-weightG').fill('31')
    await window.getByTestId('birth-weeks').fill('38')
    await window.keyboard.press('Control+Enter')
    await window.getByText('Số đo này không thể có', { exact: false }).first().waitFor()
    await stage.shoot('birth-refused', 'birth-form')
    await window.getByTestId('born-weightG').fill('2480')
    await window.getByTestId('birth-dose-HepB').getByText('Đã tiêm').click()
    await window.getByTestId('dose-at-HepB').fill('0410')
    await window.keyboard.press('Control+b')
    await window.getByTestId('born-at').nth(1).fill('0255')
    await window.getByTestId('born-sex').nth(1).getByText('Nam').click()
    await window.getByTestId('born-weightG').nth(1).fill('2300')
    await window.getByTestId('birth-dose-HepB').nth(1).getByText('Chưa').click()
    await stage.shoot('birth-twins', 'birth-form')
    await window.getByTestId('born-alive').nth(1).getByText('Không còn sống').click()
    await stage.shoot('birth-stillborn', 'birth-form')
    await window.getByTestId('born-alive').nth(1).getByText('Sống', { exact: true }).click()
    await window.getByTestId('birth-weeks').scrollIntoViewIfNeeded()
    await stage.shoot('birth-twins-below', 'birth-form')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('birth-done').waitFor()
    await stage.shoot('birth-done', 'birth-done')
  }, 60_000)

  test('visits after the birth', async () => {
    const window = stage.window()
    await window.getByTestId('open-visits').click()
    await window.getByTestId('postnatal-form').waitFor()
    await window.getByTestId('look-motherTemperatureC').fill('36,8')
    await window.getByTestId('look-systolic').fill('150')
    await window.getByTestId('box-uterus-white').click()
    await window.getByTestId('box-mood-yellow').click()
    await window.getByTestId('look-newbornWeightKg').first().fill('2,44')
    await window.getByTestId('box-jaundice-yellow').first().click()
    await stage.shoot('postnatal-form', 'postnatal-form')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('postnatal-row').first().waitFor()
    await stage.shoot('postnatal-rows', 'postnatal-form')
  }, 60_000)

  test('the family on one thread', async () => {
    const window = stage.window()
    await toFamilyTab()
    await window.getByTestId('open-thread').click()
    await window.getByTestId('thread-child').first().waitFor()
    await stage.shoot('family-thread', 'family-thread')
    await window.getByTestId('thread-correct').first().click()
    await window.getByTestId('birth-correction').waitFor()
    await stage.shoot('birth-correction', 'birth-correction')
    await window.keyboard.press('Escape')
    await window.getByTestId('thread-child').first().waitFor()
    await resize(window, 1093, 614)
    await stage.shoot('family-thread-small', 'family-thread')
    await window.keyboard.press('b')
    await window.getByTestId('birth-form').waitFor()
    await stage.shoot('birth-small', 'birth-form')
    expect(stage.cut()).toEqual([])
  }, 60_000)

  async function toFamilyTab() {
    const window = stage.window()
    await stage.search('uoc nguyen')
    await window.getByTestId('quick-name').filter({ hasText: motherName }).waitFor()
    await window.keyboard.press('ArrowRight')
    await window.getByRole('tab', { name: 'Gia đình' }).click()
    await window.getByTestId('open-thread').waitFor()
  }
})
