import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { typedFacts } from './typed-facts'

/*
 * The forms of the handbook as they are filled in the window, each field by the fact it asks for. Whatever is not typed here
 * must stand in the form by itself.
 */
type Typed = ReturnType<typeof typedFacts>

/** Somebody nobody knows: what was typed to look for her stands in the form. */
export async function fillRegister(window: Page, typed: Typed, mother: string): Promise<void> {
  await typed.type('mother: name and birth', window.getByTestId('search'), `${mother} 02/04/1996`)
  await window.getByTestId('register-new').click()
  await window.getByTestId('register-form').waitFor()
  expect(await window.getByLabel('Họ tên', { exact: false }).first().inputValue()).toBe(mother)
  await typed.choose('mother: sex', window.getByTestId('sex'), 'Nữ')
  await typed.type('mother: hamlet', window.getByLabel('Thôn, tổ'), 'Thôn Bịa')
  await window.locator('summary').click()
  await typed.type('mother: phone', window.getByLabel('Điện thoại riêng'), '0912000111')
  await typed.choose('mother: kind', window.getByRole('radiogroup', { name: 'Nhóm' }), 'Phụ nữ')
}

/** A pregnancy with twins, and the book that is handed out. */
export async function fillEnrolment(window: Page, typed: Typed): Promise<void> {
  const form = window.getByTestId('pregnancy-form')
  await typed.type('pregnancy: last period', form.getByTestId('last-period'), '05012026')
  await typed.type('pregnancy: gravida', form.getByTestId('field-gravida'), '1')
  await typed.type('mother: height', form.getByTestId('field-heightCm'), '154')
  await typed.type('pregnancy: weight before', form.getByTestId('field-weightBeforeKg'), '47')
  await typed.choose('pregnancy: fetuses', form.getByRole('radiogroup', { name: 'Số thai' }), 'Hai')
  await typed.choose('handbook', form.getByRole('radiogroup', { name: 'Phát sổ' }), 'Sổ giấy')
}

/** The first visit, with the tests of the week; HBsAg is positive. */
export async function fillFirstVisit(window: Page, typed: Typed): Promise<void> {
  const visit = window.getByTestId('visit-form')
  await typed.type('visit 1: weight', visit.getByTestId('weight'), '48,5')
  await typed.type('visit 1: pressure', visit.getByTestId('pressure'), '110/70')
  await typed.type('visit 1: haemoglobin', visit.getByTestId('haemoglobin'), '118')
  await typed.choose('visit 1: HIV', visit.getByTestId('test-hiv'), 'Âm tính')
  await typed.choose('visit 1: syphilis', visit.getByTestId('test-syphilis'), 'Âm tính')
  await typed.choose('visit 1: HBsAg', visit.getByTestId('test-hbsag'), 'Dương tính')
}

/** A visit with a danger sign: she is sent on. */
export async function fillDangerVisit(window: Page, typed: Typed): Promise<void> {
  const visit = window.getByTestId('visit-form')
  await typed.type('visit 5: weight', visit.getByTestId('weight'), '60')
  await typed.type('visit 5: pressure', visit.getByTestId('pressure'), '150/95')
  await typed.type('visit 5: fundal height', visit.getByTestId('fundal'), '37')
  await typed.type('visit 5: fetal hearts', visit.getByTestId('fetal-heart'), '142 150')
  await typed.press(
    'visit 5: headache',
    visit.getByTestId('danger-signs').getByText('Đau đầu dữ dội, nhìn mờ'),
  )
  await typed.type('visit 5: referred to', visit.getByTestId('referred-to'), 'Bệnh viện Tuyến Trên Bịa')
}

/** Twins of one day; the girl had her dose at the hospital. */
export async function fillBirth(window: Page, typed: Typed, girl: string, boy: string): Promise<void> {
  const form = window.getByTestId('birth-form')
  const [first, second] = [form.getByTestId('birth-child').nth(0), form.getByTestId('birth-child').nth(1)]
  await typed.type('twins: born on', first.getByTestId('born-on'), '23092026')
  expect(await second.getByTestId('born-on').inputValue()).toBe('23/09/2026')
  expect(await form.getByTestId('birth-weeks').inputValue()).toBe('37')
  expect(await form.getByLabel('Tên nơi sinh').inputValue()).toBe('Bệnh viện Bịa Đặt')
  await typed.type('girl: minute of birth', first.getByTestId('born-at'), '1435')
  await typed.choose('girl: sex', first.getByTestId('born-sex'), 'Nữ')
  await typed.type('girl: name', first.getByLabel('Họ tên (nếu đã đặt)'), girl)
  await typed.type('girl: birth weight', first.getByTestId('born-weightG'), '2480')
  await typed.choose('girl: hepatitis B', first.getByTestId('birth-dose-HepB'), 'Đã tiêm')
  await typed.type('girl: minute of the dose', first.getByTestId('dose-at-HepB'), '1610')
  await typed.type('boy: minute of birth', second.getByTestId('born-at'), '1450')
  await typed.choose('boy: sex', second.getByTestId('born-sex'), 'Nam')
  await typed.type('boy: name', second.getByLabel('Họ tên (nếu đã đặt)'), boy)
  await typed.type('boy: birth weight', second.getByTestId('born-weightG'), '2300')
}

/** The day after, at home. */
export async function fillPostnatal(window: Page, typed: Typed): Promise<void> {
  const [one, two] = [window.getByTestId('look-child').nth(0), window.getByTestId('look-child').nth(1)]
  await typed.type('mother, day 1: temperature', window.getByTestId('look-motherTemperatureC'), '36,8')
  await typed.press('mother, day 1: mood', window.getByTestId('box-mood-white'))
  await typed.type('girl, day 1: weight', one.getByTestId('look-newbornWeightKg'), '2,44')
  await typed.type('boy, day 1: weight', two.getByTestId('look-newbornWeightKg'), '2,25')
  await typed.press('boy, day 1: jaundice', two.getByTestId('box-jaundice-white'))
}

/** Weight and length at six months, by keyboard. */
export async function fillCheck(
  window: Page,
  typed: Typed,
  who: 'girl' | 'boy',
  weight: string,
  length: string,
): Promise<void> {
  await window.getByTestId('child-tab').waitFor()
  await window.keyboard.press('n')
  await typed.type(`${who}, month 6: weight`, window.getByTestId('child-weight'), weight)
  await typed.type(`${who}, month 6: length`, window.getByTestId('child-length'), length)
  await window.keyboard.press('Control+Enter')
}
