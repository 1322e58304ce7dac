import { afterAll, describe, expect, test } from 'vitest'
import { recordHistoricalDoses } from '../../src/contract/dose-calls'
import { linkFamily } from '../../src/contract/family-calls'
import { correctPerson, getPerson, registerPerson, searchPersons } from '../../src/contract/person-calls'
import { recordResidence } from '../../src/contract/residence-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import { resize } from './shots/camera'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const stage = createStage('--practice')
afterAll(() => stage.end())

const old = (asWritten: string) => ({
  provinceCode: null,
  communeCode: null,
  hamlet: 'Thôn 2',
  line: null,
  former: { provinceCode: null, districtCode: null, communeCode: null, asWritten },
})

describe('families, addresses and moves in practice mode', () => {
  let childId = ''

  test('a mother, two children, and their history', async () => {
    await stage.open('2026-11-22T01:00:00.000Z')
    await signIn(stage.desk(), pin)
    const { ask } = stage.desk()
    const { hits } = await ask(searchPersons, { text: 'nguyen', limit: 30 })
    const { person } = await ask(getPerson, { personId: hits[0]?.personId ?? '' })
    const current = person.addresses.current ?? old('Phường Giảng Võ, Quận Ba Đình, Thành phố Hà Nội')
    const blank = { ...person, identifiers: [], alerts: [], addresses: { current }, note: null }
    const mother = {
      relation: 'mother' as const,
      name: 'Trần Thị Ước Nguyện',
      phone: '0912000111',
      nationalId: null,
      birthYear: 1996,
    }
    const her = await ask(registerPerson, {
      person: {
        ...blank,
        kind: 'woman',
        sex: 'female',
        name: mother.name,
        birthDate: day('1996-04-02'),
        phone: mother.phone,
        relatives: [],
        birthWeightG: null,
        gestationWeeks: null,
        birthTime: null,
      },
      notDuplicateOf: [],
    })
    const add = async (name: string, birthDate: string, sex: 'male' | 'female') => {
      const child = {
        ...blank,
        kind: 'child' as const,
        name,
        birthDate: day(birthDate),
        sex,
        phone: null,
        relatives: [mother],
      }
      return (await ask(registerPerson, { person: child, notDuplicateOf: [] })).personId
    }
    childId = await add('Lê Bảo Châu Giang', '2026-03-14', 'female')
    const second = await add('Lê Minh Triết', '2023-08-01', 'male')
    await ask(linkFamily, { personId: childId, relativeId: her.personId, relation: 'mother', since: null })
    await ask(linkFamily, { personId: second, relativeId: her.personId, relation: 'mother', since: null })
    await add('Lê Thị Đoan Trang', '2020-01-15', 'female')
    await ask(recordHistoricalDoses, {
      personId: her.personId,
      doses: ['2025-09-10', '2025-11-12'].map(givenOn => ({
        vaccineCode: 'TT_IVAC',
        givenOn: day(givenOn),
        statedNumber: null,
        lotNumber: null,
        placeName: null,
      })),
    })
    const reason = 'Bổ sung thông tin'
    for (const [index, words] of [
      'Phường Giảng Võ, Quận Ba Đình, Thành phố Hà Nội',
      'Xã Mường Pồn, Huyện Điện Biên, Tỉnh Điện Biên',
      'xã cũ không rõ',
    ].entries())
      await ask(correctPerson, {
        personId: hits[index + 2]?.personId ?? '',
        changes: { addresses: { current: old(words) } },
        reason,
      })
    const gone = {
      personId: hits[1]?.personId ?? '',
      on: day('2026-11-10'),
      until: null,
      reason: 'Theo gia đình',
      otherPlace: 'Trạm Y tế xã Tam Chúc',
      note: null,
    }
    await ask(recordResidence, { ...gone, state: 'moved-out' })
  }, 60_000)

  test('the family tab, the residence dialog, the slip', async () => {
    const window = stage.window()
    await stage.search('le bao chau giang')
    await window.getByTestId('quick-name').filter({ hasText: /giang/i }).waitFor()
    await window.keyboard.press('ArrowRight')
    await window.getByRole('tab', { name: 'Gia đình' }).click()
    await window.getByTestId('family-member').first().waitFor()
    await stage.shoot('household-family', 'family-member')
    await window.getByTestId('change-residence').click()
    await stage.shoot('household-residence', 'residence-dialog')
    await window.keyboard.press('Escape')
    await window.getByTestId('print-transfer').click()
    await stage.shoot('household-transfer-paper', 'print')
    await window.keyboard.press('Escape')
    await window.getByTestId('residence-dialog').waitFor()
    await window.keyboard.press('Escape')
    await window.getByTestId('edit-person').click()
    await window.getByLabel('Thôn, tổ').first().fill('Thôn 9')
    await window.getByTestId('move-family').waitFor()
    await stage.shoot('household-move', 'move-family')
    await window.getByTestId('old-place').first().fill('phường giảng võ ba đình')
    await window.getByTestId('old-place-found').first().waitFor()
    await stage.shoot('household-old-place', 'edit-form')
    await window.keyboard.press('Escape')
  }, 60_000)

  test('registration of a child, a newborn, a woman, an adult', async () => {
    const window = stage.window()
    await stage.search('be moi')
    await window.keyboard.press('Control+n')
    await window.getByLabel(/^Họ tên mẹ/).fill('Trần Thị Ước Nguyện')
    await window
      .getByLabel(/^Điện thoại/)
      .first()
      .fill('0912000111')
    await window.getByTestId('known-relative').first().waitFor()
    await stage.shoot('household-register-child', 'register-form')
    await window.getByTestId('take-over').first().click()
    await window.getByLabel('Trẻ sơ sinh chưa đặt tên').check()
    await stage.shoot('household-register-newborn', 'register-form')
    await window.getByText('Thêm: định danh', { exact: false }).click()
    await window.getByRole('radiogroup', { name: 'Nhóm' }).getByText('Phụ nữ').click()
    await window.getByLabel('Trẻ sơ sinh chưa đặt tên').uncheck()
    await window.getByRole('radiogroup', { name: 'Quê quán' }).getByText('Nơi khác').click()
    await stage.shoot('household-register-woman', 'register-form')
    await window.getByRole('radiogroup', { name: 'Nhóm' }).getByText('Khác').click()
    await window.getByRole('radiogroup', { name: 'Nhóm' }).scrollIntoViewIfNeeded()
    await stage.shoot('household-register-adult', 'register-form')
    await window.keyboard.press('Escape')
  }, 60_000)

  test('who has moved away, at the reception', async () => {
    const window = stage.window()
    await stage.search('nguyen')
    await window.getByTestId('quick-name').waitFor()
    await window.keyboard.press('ArrowDown')
    await stage.shoot('household-moved-away', 'back-again')
  }, 30_000)

  test('old addresses, and taking a slip in', async () => {
    const window = stage.window()
    await window.getByTestId('search').fill('')
    await stage.goTo('people')
    await window.getByTestId('old-addresses').click()
    await window.getByTestId('old-address').first().waitFor()
    await stage.shoot('household-old-addresses', 'old-address')
    await stage.search('khong co ai het')
    await window.getByTestId('take-in-transfer').click()
    await stage.shoot('household-transfer-empty', 'transfer-code')
    await window.getByTestId('transfer-code').fill('7205111234567890123456789012345678901234567890')
    await window.getByTestId('read-transfer').click()
    await stage.shoot('household-transfer-damaged', 'transfer-code')
  }, 30_000)

  test('in a small window', async () => {
    await resize(stage.window(), 1093, 614)
    const window = stage.window()
    await stage.search('le bao chau giang')
    await window.getByTestId('quick-name').filter({ hasText: /giang/i }).waitFor()
    await window.keyboard.press('ArrowRight')
    await window.getByRole('tab', { name: 'Gia đình' }).click()
    await stage.shoot('household-family-small', 'family-member')
    expect(stage.cut()).toEqual([])
  }, 30_000)
})
