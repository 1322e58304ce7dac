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
import { handOn } from './support/hand'
import { openRecord, repeatCheck, repeatVisits, reportOf, workingLists } from './support/handbook-desk'
import {
  fillBirth,
  fillCheck,
  fillDangerVisit,
  fillEnrolment,
  fillFirstVisit,
  fillPostnatal,
  fillRegister,
} from './support/handbook-forms'
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

/** The family page, from the record that is open. */
async function openThread(): Promise<void> {
  await desk.window.getByRole('tab', { name: 'Gia đình' }).click()
  await desk.window.getByTestId('open-thread').click()
  await desk.window.getByTestId('thread-child').nth(1).waitFor()
}

/** The paper stands in the window as it will come out. */
const previewed = () => desk.window.getByRole('dialog').locator('img').first().waitFor()

describe('the handbook, from the first visit to six months', () => {
  test('a woman is registered and enrolled, and seen for the first time', async () => {
    await openOn('2026-03-30')
    await setUpHere(desk, pin)
    await desk.window.reload()
    desk = { ...desk, hand: await handOn(desk.window) }
    await signIn(desk, pin)
    const { window, ask } = desk
    await window.getByTestId('search').waitFor()
    await fillRegister(window, typed, mother)
    await shoot('1-register')
    await window.keyboard.press('Control+s')
    await window.getByTestId('identity').waitFor()
    await window.keyboard.press('Escape')
    const { hits } = await ask(searchPersons, { text: 'uoc nguyen', limit: 5 })
    motherId = hits[0]?.personId ?? ''
    await window.getByRole('tab', { name: 'Thai kỳ' }).click()
    await window.getByTestId('enrol-pregnancy').waitFor()
    await window.keyboard.press('n')
    await fillEnrolment(window, typed)
    await shoot('2-enrol')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('pregnancy-head').waitFor()
    expect(await window.getByTestId('due-on').innerText()).toContain('12/10/2026')
    expect(await window.getByTestId('gestation').innerText()).toContain('12 tuần 0 ngày')
    await window.keyboard.press('k')
    await fillFirstVisit(window, typed)
    await shoot('3-first-visit')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('antenatal-visit').waitFor()
    expect(await window.getByTestId('newborn-plan').innerText()).toMatch(/HBIG|kháng huyết thanh/iu)
    await shoot('4-pregnancy')
    expect(await workingLists(desk)).toMatchObject({ antenatal: [], 'expected-births': [] })
    expect(await reportOf(desk, '2026-03')).toMatchObject({ enrolled: '1', handbooks: '1', 'visit-1': '1' })
  }, 120_000)

  test('late for her visits she is called; at 36 weeks she has a danger sign and is referred', async () => {
    await openOn('2026-09-14')
    await signIn(desk, pin)
    const { window, ask } = desk
    // Her second visit was agreed for 25 May.
    expect(await workingLists(desk)).toMatchObject({
      antenatal: [{ personId: motherId, daysLate: expect.any(Number) }],
    })
    const { pregnancies } = await ask(listPregnancies, { personId: motherId })
    const pregnancyId = pregnancies[0]?.pregnancyId ?? ''
    for (const fields of repeatVisits)
      await ask(recordAntenatalVisit, { pregnancyId, fields, isConfirmed: true })
    expect(await workingLists(desk)).toMatchObject({
      antenatal: [{ personId: motherId, daysLate: null }],
      'expected-births': [{ personId: motherId, daysLate: null }],
    })
    await openTab('uoc nguyen', mother, 'Thai kỳ')
    await window.getByTestId('edit-pregnancy').click()
    const plan = window.getByTestId('pregnancy-form').getByLabel('Nơi định sinh')
    await typed.type('birth: place', plan, 'Bệnh viện Bịa Đặt')
    await shoot('5-plan')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('pregnancy-form').waitFor({ state: 'detached' })
    await window.keyboard.press('k')
    await fillDangerVisit(window, typed)
    await shoot('6-danger')
    await window.keyboard.press('Control+Enter')
    await previewed()
    await shoot('7-referral')
    await window.keyboard.press('Escape')
    const slip = await readPaper(desk, folder, { kind: 'maternal-referral', personId: motherId })
    for (const words of [
      'Bệnh viện Tuyến Trên Bịa',
      'Đau đầu dữ dội',
      '36 tuần 0 ngày',
      '150/95',
      '12/10/2026',
    ])
      expect(slip).toContain(words)
    expect(slip.toLowerCase()).toContain(mother.toLowerCase())
  }, 120_000)

  test('she gives birth to twins; what was written before is not asked for again', async () => {
    await openOn('2026-09-24')
    await signIn(desk, pin)
    const { window, ask } = desk
    await openTab('uoc nguyen', mother, 'Thai kỳ')
    await window.getByTestId('record-birth').click()
    const form = window.getByTestId('birth-form')
    await form.waitFor()
    expect(await form.getByTestId('birth-child').count()).toBe(2)
    await fillBirth(window, typed, girl, boy)
    await shoot('8-birth')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('birth-done').waitFor()
    await shoot('9-born')
    const { children, births } = await ask(getFamilyThread, { personId: motherId })
    expect(births.map(birth => birth.children.length)).toEqual([2])
    expect(children.map(({ hit }) => hit.displayName)).toEqual([girl, boy])
    twins.girl = children[0]?.hit.personId ?? ''
    twins.boy = children[1]?.hit.personId ?? ''
    const common = {
      birthDate: bornOn,
      gestationWeeks: 37,
      relatives: [
        expect.objectContaining({ relation: 'mother', name: mother, phone: '0912000111', birthYear: 1996 }),
      ],
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
  }, 120_000)

  test('the boy gets his dose, the family is visited, and the lists follow', async () => {
    const { window, ask } = desk
    expect(await workingLists(desk)).toMatchObject({
      'birth-dose': [{ personId: twins.boy, daysLate: null }],
      postpartum: [{ personId: motherId, daysLate: null }],
      ...{ antenatal: [], 'expected-births': [] },
    })
    await window.getByTestId('open-visits').click()
    await window.getByTestId('postnatal-form').waitFor()
    await fillPostnatal(window, typed)
    await shoot('10-postnatal')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('visit-saved').waitFor()
    await openRecord(desk, 'bia nhi', boy)
    await window.getByTestId('add-historical').click()
    const grid = window.getByTestId('historical-grid')
    await typed.type('boy: hepatitis B', grid.getByRole('combobox', { name: 'Vắc xin' }), 'viem gan b')
    await window.getByRole('option', { name: 'Viêm gan B (không rõ tên)', exact: true }).click()
    await typed.type('boy: day of the dose', grid.getByLabel('Ngày tiêm'), '24092026')
    await shoot('11-dose')
    await window.keyboard.press('Control+Enter')
    await grid.waitFor({ state: 'detached' })
    const { doses, birthDose } = await ask(getChart, { personId: twins.boy, on: null })
    expect(doses).toHaveLength(1)
    expect(birthDose).toBeNull()
    expect(await workingLists(desk)).toMatchObject({ 'birth-dose': [], postpartum: [] })
    expect(await reportOf(desk, '2026-09')).toMatchObject({
      ...{ deliveries: '1', 'births-4-visits': '1/1', 'postpartum-42': '1/1', 'live-births': '2' },
      ...{ 'birth-dose': '1/2', 'low-weight': '2/2' },
    })
    await openThread()
    await shoot('12-thread')
    const thread = await window.getByTestId('family-thread').innerText()
    for (const words of [mother, girl, boy, '37 tuần 2 ngày', 'Mẹ HBsAg (+)', '23/09/2026'])
      expect(thread).toContain(words)
  }, 120_000)

  test('at six months the girl has stopped growing, her brother has not', async () => {
    await openOn('2027-03-23')
    await signIn(desk, pin)
    const { window, ask } = desk
    // Nobody has weighed them for half a year; what the boy weighed on his first day still stands.
    const before = await workingLists(desk)
    expect(before['not-weighed']?.map(({ personId }) => personId).toSorted()).toEqual(
      Object.values(twins).toSorted(),
    )
    expect(before.underweight).toMatchObject([{ personId: twins.boy }])
    const grown = {
      girl: [
        [3.3, 50.5],
        [4.3, 54.5],
        [5, 57.5],
        [5.4, 60],
        [5.5, 61.5],
      ],
      boy: [
        [3.5, 51.5],
        [4.8, 56],
        [5.7, 59.5],
        [6.3, 62],
        [6.8, 64],
      ],
    } as const
    for (const who of ['girl', 'boy'] as const)
      for (const [month, [weightKg, lengthCm]] of grown[who].entries()) {
        const check = repeatCheck(addDays(bornOn, 30 * (month + 1)), weightKg, lengthCm)
        await ask(recordChildCheck, { personId: twins[who], check, measuredAgain: true })
      }
    await openTab('bia nhat', girl, 'Lớn lên')
    await fillCheck(window, typed, 'girl', '5,4', '62,5')
    await window.getByTestId('child-findings').waitFor()
    await shoot('13-faltering')
    expect(await window.getByTestId('child-findings').innerText()).toContain('Chậm tăng cân')
    await window.keyboard.press('Control+p')
    await previewed()
    await shoot('14-chart-paper')
    await window.keyboard.press('Escape')
    await openTab('bia nhi', boy, 'Lớn lên')
    await fillCheck(window, typed, 'boy', '7,1', '66')
    await window.getByTestId('child-scores').waitFor()
    await shoot('15-brother')
    expect(await window.getByTestId('child-findings').count()).toBe(0)
    expect((await ask(getChildPicture, { personId: twins.girl })).findings.map(({ kind }) => kind)).toContain(
      'weight-fell',
    )
    expect((await ask(getChildPicture, { personId: twins.boy })).findings).toEqual([])
    expect(await workingLists(desk)).toMatchObject({
      'not-weighed': [],
      underweight: [{ personId: twins.girl, daysLate: null }],
    })
    expect(await reportOf(desk, '2027-03')).toMatchObject({ measured: '2' })
    await openThread()
    await shoot('16-thread')
    // What is typed in the search narrows the lists as well.
    await window.getByTestId('search').fill('')
    await window.getByTestId('nav-handbook').click()
    await window.getByRole('tab', { name: 'Nhẹ cân' }).click()
    await window.getByTestId('handbook-line').filter({ hasText: girl }).waitFor()
    await shoot('17-lists')
    const paper = await readPaper(desk, folder, { kind: 'growth-chart', personId: twins.girl })
    for (const words of [girl, '5,4', '62,5', '23/09/2026']) expect(paper).toContain(words)
  }, 120_000)

  test('nothing was typed twice, and the file holds together', async () => {
    console.info(`${typed.count()} fields, each fact once:\n${typed.table()}`)
    expect(typed.count()).toBe(46)
    await desk.launched.close()
    await seeFileSound(join(folder, 'data', 'real', 'diem-tiem.db'))
  }, 120_000)
})
