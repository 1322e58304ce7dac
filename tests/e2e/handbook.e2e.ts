import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { getChildPicture, recordChildCheck } from '../../src/contract/child-calls'
import { getChart } from '../../src/contract/dose-calls'
import { getPerson, searchPersons } from '../../src/contract/person-calls'
import { listPregnancies, recordAntenatalVisit } from '../../src/contract/pregnancy-calls'
import { getFamilyThread } from '../../src/contract/thread-calls'
import { addDays, day } from '../../src/domain/calendar/calendar-day'
import { type Desk, openDesk, signIn } from './support/desk'
import { namesOn, openRecord, repeatCheck, repeatVisit, reportOf, workingList } from './support/handbook-desk'
import { handOn } from './support/hand'
import { setUpHere } from './support/import-list'
import { readPaper, seeFileSound } from './support/session-evidence'
import { typedFacts } from './support/typed-facts'

/*
 * One thread: a woman is enrolled, seen, gives birth to twins, and one of them stops growing at six months. The deciding forms
 * are filled in the window; every field is counted, and no fact is asked for twice.
 */
const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-handbook-'))
const pin = '2580'
const mother = 'Trần Thị Ước Nguyện'
const girl = 'Lê Ngọc Bịa Nhất'
const boy = 'Lê Minh Bịa Nhì'
const bornOn = day('2026-09-23')
const typed = typedFacts()
let desk: Desk
let motherId = ''
const twins = { girl: '', boy: '' }

afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(`${desk?.launched.output()}\n${typed.table()}`)
})
afterAll(async () => {
  await desk?.launched.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The point on another day, with what was written before. */
async function openOn(on: string): Promise<void> {
  await desk?.launched.close()
  desk = await openDesk(join(folder, 'data'), `${on}T02:00:00.000Z`)
  desk.window.setDefaultTimeout(10_000)
}

async function shoot(name: string): Promise<void> {
  const pictures = process.env.DIEM_TIEM_PICTURES
  if (pictures) await desk.window.screenshot({ path: join(pictures, `${name}.png`) })
}

async function openTab(words: string, name: string, tab: string): Promise<void> {
  await openRecord(desk, words, name)
  await desk.window.getByRole('tab', { name: tab }).click()
}

const picture = (personId: string) => desk.ask(getChildPicture, { personId })

describe('the handbook, from the first visit to six months', () => {
  test('a woman is registered and enrolled, and seen for the first time', async () => {
    await openOn('2026-03-30')
    await setUpHere(desk, pin)
    await desk.window.reload()
    desk = { ...desk, hand: await handOn(desk.window) }
    await signIn(desk, pin)
    const { window, ask } = desk
    await window.getByTestId('search').waitFor()
    await typed.type('mother: name and birth', window.getByTestId('search'), `${mother} 02/04/1996`)
    await window.getByTestId('register-new').click()
    await window.getByTestId('register-form').waitFor()
    expect(await window.getByLabel('Họ tên', { exact: false }).first().inputValue()).toBe(mother)
    await typed.choose('mother: sex', window.getByTestId('sex'), 'Nữ')
    await typed.type('mother: hamlet', window.getByLabel('Thôn, tổ'), 'Thôn Bịa')
    await window.locator('summary').click()
    await typed.type('mother: phone', window.getByLabel('Điện thoại riêng'), '0912000111')
    await typed.choose('mother: kind', window.getByRole('radiogroup', { name: 'Nhóm' }), 'Phụ nữ')
    await shoot('1-register')
    await window.keyboard.press('Control+s')
    await window.getByTestId('identity').waitFor()
    await window.keyboard.press('Escape')
    const { hits } = await ask(searchPersons, { text: 'uoc nguyen', limit: 5 })
    motherId = hits[0]?.personId ?? ''
    await window.getByRole('tab', { name: 'Thai kỳ' }).click()
    await window.getByTestId('enrol-pregnancy').waitFor()
    await window.keyboard.press('n')
    const form = window.getByTestId('pregnancy-form')
    await typed.type('pregnancy: last period', form.getByTestId('last-period'), '05012026')
    await typed.type('pregnancy: gravida', form.getByTestId('field-gravida'), '1')
    await typed.type('mother: height', form.getByTestId('field-heightCm'), '154')
    await typed.type('pregnancy: weight before', form.getByTestId('field-weightBeforeKg'), '47')
    await typed.choose('pregnancy: fetuses', form.getByRole('radiogroup', { name: 'Số thai' }), 'Hai')
    await typed.choose('handbook', form.getByRole('radiogroup', { name: 'Phát sổ' }), 'Sổ giấy')
    await shoot('2-enrol')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('pregnancy-head').waitFor()
    expect(await window.getByTestId('due-on').innerText()).toContain('12/10/2026')
    expect(await window.getByTestId('gestation').innerText()).toContain('12 tuần 0 ngày')
    await window.keyboard.press('k')
    const visit = window.getByTestId('visit-form')
    await typed.type('visit 1: weight', visit.getByTestId('weight'), '48,5')
    await typed.type('visit 1: pressure', visit.getByTestId('pressure'), '110/70')
    await typed.type('visit 1: haemoglobin', visit.getByTestId('haemoglobin'), '118')
    await typed.choose('visit 1: HIV', visit.getByTestId('test-hiv'), 'Âm tính')
    await typed.choose('visit 1: syphilis', visit.getByTestId('test-syphilis'), 'Âm tính')
    await typed.choose('visit 1: HBsAg', visit.getByTestId('test-hbsag'), 'Dương tính')
    await shoot('3-first-visit')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('antenatal-visit').waitFor()
    expect(await window.getByTestId('newborn-plan').innerText()).toMatch(/HBIG|kháng huyết thanh/iu)
    await shoot('4-pregnancy')
    expect(await namesOn(desk, 'antenatal')).toEqual([])
    expect(await namesOn(desk, 'expected-births')).toEqual([])
    expect(await reportOf(desk, '2026-03')).toMatchObject({ enrolled: '1', handbooks: '1', 'visit-1': '1' })
  }, 60_000)

  test('late for her visits she is called; at 36 weeks she has a danger sign and is referred', async () => {
    await openOn('2026-09-14')
    await signIn(desk, pin)
    const { window, ask } = desk
    const [late] = await workingList(desk, 'antenatal')
    expect(late).toMatchObject({ personId: motherId, line: { daysLate: expect.any(Number) } })
    const { pregnancies } = await ask(listPregnancies, { personId: motherId })
    const pregnancyId = pregnancies[0]?.pregnancyId ?? ''
    const repeats = [
      repeatVisit('2026-05-25', '2026-07-06', { weightKg: 51.5, systolic: 110, diastolic: 70 }),
      repeatVisit('2026-07-06', '2026-08-17', { weightKg: 54, systolic: 112, diastolic: 70 }),
      repeatVisit('2026-08-17', '2026-09-14', { weightKg: 57.5, systolic: 118, diastolic: 76 }),
    ]
    for (const fields of repeats)
      await ask(recordAntenatalVisit, { pregnancyId, fields, isConfirmed: true })
    expect(await workingList(desk, 'antenatal')).toMatchObject([{ personId: motherId, line: { daysLate: null } }])
    expect(await namesOn(desk, 'expected-births')).toEqual([motherId])
    await openTab('uoc nguyen', mother, 'Thai kỳ')
    await window.getByTestId('edit-pregnancy').click()
    const plan = window.getByTestId('pregnancy-form').getByLabel('Nơi định sinh')
    await typed.type('birth: place', plan, 'Bệnh viện Bịa Đặt')
    await shoot('5-plan')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('pregnancy-form').waitFor({ state: 'detached' })
    await window.keyboard.press('k')
    const visit = window.getByTestId('visit-form')
    await typed.type('visit 5: weight', visit.getByTestId('weight'), '60')
    await typed.type('visit 5: pressure', visit.getByTestId('pressure'), '150/95')
    await typed.type('visit 5: fundal height', visit.getByTestId('fundal'), '37')
    await typed.type('visit 5: fetal hearts', visit.getByTestId('fetal-heart'), '142 150')
    await typed.press('visit 5: headache', visit.getByTestId('danger-signs').getByText('Đau đầu dữ dội, nhìn mờ'))
    await typed.type('visit 5: referred to', visit.getByTestId('referred-to'), 'Bệnh viện Tuyến Trên Bịa')
    await shoot('6-danger')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('print').waitFor()
    await shoot('7-referral')
    await window.keyboard.press('Escape')
    const slip = await readPaper(desk, folder, { kind: 'maternal-referral', personId: motherId })
    for (const words of ['Bệnh viện Tuyến Trên Bịa', 'Đau đầu dữ dội', '36 tuần 0 ngày', '150/95', '12/10/2026'])
      expect(slip).toContain(words)
    expect(slip.toLowerCase()).toContain(mother.toLowerCase())
  }, 60_000)

  test('she gives birth to twins; what was written before is not asked for again', async () => {
    await openOn('2026-09-24')
    await signIn(desk, pin)
    const { window, ask } = desk
    await openTab('uoc nguyen', mother, 'Thai kỳ')
    await window.getByTestId('record-birth').click()
    const form = window.getByTestId('birth-form')
    await form.waitFor()
    expect(await form.getByTestId('birth-child').count()).toBe(2)
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
    await shoot('8-birth')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('birth-done').waitFor()
    await shoot('9-born')
    const { children, births } = await ask(getFamilyThread, { personId: motherId })
    expect(births).toHaveLength(1)
    expect(children.map(({ hit }) => hit.displayName)).toEqual([girl, boy])
    twins.girl = children[0]?.hit.personId ?? ''
    twins.boy = children[1]?.hit.personId ?? ''
    const common = {
      birthDate: bornOn,
      gestationWeeks: 37,
      relatives: [expect.objectContaining({ relation: 'mother', name: mother, phone: '0912000111', birthYear: 1996 })],
      alerts: expect.arrayContaining([expect.objectContaining({ code: 'mother-hbsag-positive' })]),
      addresses: { current: expect.objectContaining({ communeCode: '16378', hamlet: 'Thôn Bịa' }) },
    }
    const own = [
      { personId: twins.girl, birthTime: '14:35', birthWeightG: 2480, sex: 'female' },
      { personId: twins.boy, birthTime: '14:50', birthWeightG: 2300, sex: 'male' },
    ]
    for (const { personId, ...facts } of own)
      expect((await ask(getPerson, { personId })).person).toMatchObject({ ...common, ...facts })
    expect((await ask(getPerson, { personId: motherId })).person.alerts).toEqual([])
  }, 60_000)

  test('the boy gets his dose, the family is visited, and the lists follow', async () => {
    const { window, ask } = desk
    expect(await namesOn(desk, 'birth-dose')).toEqual([twins.boy])
    expect(await namesOn(desk, 'postpartum')).toEqual([motherId])
    expect(await namesOn(desk, 'expected-births')).toEqual([])
    expect(await namesOn(desk, 'antenatal')).toEqual([])
    await window.getByTestId('open-visits').click()
    await window.getByTestId('postnatal-form').waitFor()
    const [one, two] = [window.getByTestId('look-child').nth(0), window.getByTestId('look-child').nth(1)]
    await typed.type('mother, day 1: temperature', window.getByTestId('look-motherTemperatureC'), '36,8')
    await typed.press('mother, day 1: mood', window.getByTestId('box-mood-white'))
    await typed.type('girl, day 1: weight', one.getByTestId('look-newbornWeightKg'), '2,44')
    await typed.type('boy, day 1: weight', two.getByTestId('look-newbornWeightKg'), '2,25')
    await typed.press('boy, day 1: jaundice', two.getByTestId('box-jaundice-white'))
    await shoot('10-postnatal')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('visit-saved').waitFor()
    await openRecord(desk, 'bia nhi', boy)
    await window.getByTestId('add-historical').click()
    const grid = window.getByTestId('historical-grid')
    await typed.type('boy: hepatitis B', grid.getByRole('combobox', { name: 'Vắc xin' }), 'viem gan b')
    await window.keyboard.press('Enter')
    await typed.type('boy: day of the dose', grid.getByLabel('Ngày tiêm'), '24092026')
    await shoot('11-dose')
    await window.keyboard.press('Control+Enter')
    await grid.waitFor({ state: 'detached' })
    const { doses, birthDose } = await ask(getChart, { personId: twins.boy, on: null })
    expect(doses).toHaveLength(1)
    expect(birthDose).toBeNull()
    expect(await namesOn(desk, 'birth-dose')).toEqual([])
    expect(await namesOn(desk, 'postpartum')).toEqual([])
    expect(await reportOf(desk, '2026-09')).toMatchObject({
      ...{ deliveries: '1', 'births-4-visits': '1/1', 'postpartum-42': '1/1', 'live-births': '2' },
      ...{ 'birth-dose': '1/2', 'low-weight': '2/2' },
    })
    await openTab('uoc nguyen', mother, 'Gia đình')
    await window.getByTestId('open-thread').click()
    await window.getByTestId('thread-child').nth(1).waitFor()
    await shoot('12-thread')
    const thread = await window.getByTestId('family-thread').innerText()
    for (const words of [mother, girl, boy, '37 tuần 2 ngày', 'Mẹ HBsAg (+)', '23/09/2026'])
      expect(thread).toContain(words)
  }, 60_000)

  test('at six months the girl has stopped growing, her brother has not', async () => {
    await openOn('2027-03-23')
    await signIn(desk, pin)
    const { window, ask } = desk
    expect((await namesOn(desk, 'not-weighed')).toSorted()).toEqual([twins.girl, twins.boy].toSorted())
    const grown = {
      girl: [[3.3, 50.5], [4.3, 54.5], [5, 57.5], [5.4, 60], [5.5, 61.5]],
      boy: [[3.5, 51.5], [4.8, 56], [5.7, 59.5], [6.3, 62], [6.8, 64]],
    } as const
    for (const who of ['girl', 'boy'] as const)
      for (const [month, [weightKg, lengthCm]] of grown[who].entries()) {
        const check = repeatCheck(addDays(bornOn, 30 * (month + 1)), weightKg, lengthCm)
        await ask(recordChildCheck, { personId: twins[who], check, measuredAgain: true })
      }
    await openTab('bia nhat', girl, 'Lớn lên')
    await measure('girl', '5,4', '62,5')
    await window.getByTestId('measured-again').click()
    await window.getByTestId('child-findings').waitFor()
    await shoot('13-faltering')
    expect(await window.getByTestId('child-findings').innerText()).toContain('Chậm tăng cân')
    await window.keyboard.press('Control+p')
    await window.getByTestId('print').waitFor()
    await window.waitForTimeout(1_000)
    await shoot('14-chart-paper')
    await window.keyboard.press('Escape')
    await openTab('bia nhi', boy, 'Lớn lên')
    await measure('boy', '7,1', '66')
    await window.getByTestId('child-scores').waitFor()
    await shoot('15-brother')
    expect(await window.getByTestId('child-findings').count()).toBe(0)
    expect((await picture(twins.girl)).findings.map(({ kind }) => kind)).toContain('weight-fell')
    expect((await picture(twins.boy)).findings).toEqual([])
    expect(await namesOn(desk, 'not-weighed')).toEqual([])
    expect(await namesOn(desk, 'underweight')).toEqual([twins.girl])
    expect(await reportOf(desk, '2027-03')).toMatchObject({ measured: '2' })
    await openTab('uoc nguyen', mother, 'Gia đình')
    await window.getByTestId('open-thread').click()
    await window.getByTestId('thread-child').nth(1).waitFor()
    await shoot('16-thread')
    await window.getByTestId('nav-handbook').click()
    await window.getByTestId('handbook-line').first().waitFor()
    await window.keyboard.press('6')
    await window.getByTestId('handbook-line').filter({ hasText: girl }).waitFor()
    await shoot('17-lists')
    const paper = await readPaper(desk, folder, { kind: 'growth-chart', personId: twins.girl })
    for (const words of [girl, '5,4', '62,5', '23/09/2026']) expect(paper).toContain(words)
  }, 60_000)

  test('nothing was typed twice, and the file holds together', async () => {
    console.info(`${typed.count()} fields, each fact once:\n${typed.table()}`)
    expect(typed.count()).toBe(0)
    await desk.launched.close()
    await seeFileSound(join(folder, 'data', 'real', 'diem-tiem.db'))
  }, 60_000)

  async function measure(who: 'girl' | 'boy', weight: string, length: string) {
    const { window } = desk
    await window.getByTestId('child-tab').waitFor()
    await window.keyboard.press('n')
    await typed.type(`${who}, month 6: weight`, window.getByTestId('child-weight'), weight)
    await typed.type(`${who}, month 6: length`, window.getByTestId('child-length'), length)
    await shoot(`13-check-${who}`)
    await window.keyboard.press('Control+Enter')
  }
})
