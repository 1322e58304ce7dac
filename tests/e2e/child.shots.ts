import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { type ChildCheckFields, recordChildCheck } from '../../src/contract/child-calls'
import { getPerson, registerPerson, searchPersons } from '../../src/contract/person-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import { resize } from './shots/camera'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const stage = createStage('--practice')
afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

const nothing: ChildCheckFields = {
  ...{ checkedOn: day('2026-11-22'), placeName: null, weightKg: null, lengthHeightCm: null, position: null },
  ...{ headCm: null, armCm: null, oedema: null, feeding: [], supplements: [], signs: {}, dangerSigns: [] },
  ...{ illness: null, advice: null, referredTo: null, nextVisitOn: null },
}

let blank: Person | null = null

/** An invented child of the practice commune. */
async function aChild(name: string, birthDate: string, changes: Partial<Person> = {}): Promise<string> {
  const { ask } = stage.desk()
  if (!blank) {
    const { hits } = await ask(searchPersons, { text: 'nguyen', limit: 5 })
    const { person } = await ask(getPerson, { personId: hits[0]?.personId ?? '' })
    blank = { ...person, identifiers: [], alerts: [], note: null, birthTime: null }
  }
  const born = { birthDate: day(birthDate), birthWeightG: null, gestationWeeks: null }
  const person = { ...blank, kind: 'child' as const, name, ...born, ...changes }
  return (await ask(registerPerson, { person, notDuplicateOf: [] })).personId
}

async function checked(personId: string, checks: readonly Partial<ChildCheckFields>[]): Promise<void> {
  for (const check of checks)
    await stage
      .desk()
      .ask(recordChildCheck, { personId, check: { ...nothing, ...check }, measuredAgain: true })
}

/** Opens the growth of somebody and takes a picture. */
async function shootChild(name: string, picture: string): Promise<void> {
  const window = stage.window()
  await stage.search(name)
  await window.getByTestId('search').press('ArrowRight')
  await window.getByTestId('identity').waitFor()
  await window.getByRole('tab', { name: 'Lớn lên' }).click()
  await window.getByTestId('child-tab').waitFor()
  await window.waitForTimeout(400)
  await stage.shoot(picture, 'child-tab')
}

describe('growing up in practice mode', () => {
  test('nobody has measured the child yet; a newborn', async () => {
    await stage.open('2026-11-22T01:00:00.000Z')
    await signIn(stage.desk(), pin)
    await aChild('Nguyễn Thử Trống', '2026-06-20', { sex: 'female' })
    await shootChild('Nguyễn Thử Trống', 'child-empty')
    await aChild('Nguyễn Thử Sơ Sinh', '2026-11-16', { sex: 'male', birthWeightG: 3100 })
    await shootChild('Nguyễn Thử Sơ Sinh', 'child-newborn')
  }, 120_000)

  test('faltering at six months, a late sign', async () => {
    const id = await aChild('Nguyễn Thử Chậm', '2026-05-20', { sex: 'female', birthWeightG: 3200 })
    const lying = { position: 'lying', oedema: false } as const
    await checked(id, [
      {
        checkedOn: day('2026-06-22'),
        weightKg: 4.2,
        lengthHeightCm: 53.6,
        headCm: 36.5,
        ...lying,
        feeding: ['exclusive'],
      },
      {
        checkedOn: day('2026-07-21'),
        weightKg: 5.1,
        lengthHeightCm: 57,
        headCm: 38.2,
        ...lying,
        feeding: ['exclusive'],
      },
      { checkedOn: day('2026-08-20'), weightKg: 5.7, lengthHeightCm: 59.6, headCm: 39.4, ...lying },
      {
        checkedOn: day('2026-09-21'),
        weightKg: 5.9,
        lengthHeightCm: 61.5,
        headCm: 40.3,
        ...lying,
        feeding: ['mixed'],
      },
      {
        ...{ checkedOn: day('2026-10-20'), weightKg: 5.9, lengthHeightCm: 62.8, headCm: 41, ...lying },
        signs: { 'rolls-over': 'not-yet', laughs: 'yes', 'turns-to-voice': 'yes' },
      },
      {
        checkedOn: day('2026-11-21'),
        weightKg: 5.75,
        lengthHeightCm: 64.2,
        headCm: 41.6,
        armCm: 12.3,
        ...lying,
        feeding: ['mixed'],
      },
    ])
    await shootChild('Nguyễn Thử Chậm', 'child-faltering')
    const window = stage.window()
    await window.getByRole('tab', { name: 'Cân/dài' }).click()
    await window.waitForTimeout(300)
    await stage.shoot('child-weight-for-length', 'growth-chart')
  }, 120_000)

  test('overweight, preterm, six years', async () => {
    const heavy = await aChild('Nguyễn Thử Nặng', '2024-09-10', { sex: 'male' })
    await checked(heavy, [
      { checkedOn: day('2026-03-12'), weightKg: 14, lengthHeightCm: 82, position: 'lying' },
      {
        checkedOn: day('2026-11-20'),
        weightKg: 17.6,
        lengthHeightCm: 90,
        position: 'standing',
        armCm: 18,
        signs: { runs: 'not-yet' },
      },
    ])
    await shootChild('Nguyễn Thử Nặng', 'child-overweight')
    const early = await aChild('Nguyễn Thử Non', '2026-05-20', {
      sex: 'male',
      birthWeightG: 1600,
      gestationWeeks: 31,
    })
    await checked(early, [
      { checkedOn: day('2026-07-22'), weightKg: 3.2, lengthHeightCm: 50, headCm: 35.5 },
      { checkedOn: day('2026-09-22'), weightKg: 5.1, lengthHeightCm: 57, headCm: 39.2 },
      { checkedOn: day('2026-11-20'), weightKg: 6.4, lengthHeightCm: 62.5, headCm: 41.8 },
    ])
    await shootChild('Nguyễn Thử Non', 'child-preterm')
    const big = await aChild('Nguyễn Thử Sáu', '2020-08-15', { sex: 'female' })
    await checked(big, [
      { checkedOn: day('2025-11-02'), weightKg: 17.2, lengthHeightCm: 107.5, position: 'standing' },
      { checkedOn: day('2026-11-20'), weightKg: 19, lengthHeightCm: 113.5, position: 'standing' },
    ])
    await shootChild('Nguyễn Thử Sáu', 'child-six-years')
  }, 120_000)

  test('the form: new, in doubt, with an error; putting right', async () => {
    const window = stage.window()
    await shootChild('Nguyễn Thử Chậm', 'child-before-form')
    await window.keyboard.press('n')
    await window.getByTestId('child-weight').waitFor()
    await stage.shoot('child-form', 'child-form')
    await window.keyboard.type('6,0')
    await window.keyboard.press('Enter')
    await window.keyboard.type('60')
    await window.keyboard.press('Enter')
    await window.keyboard.type('41')
    await window.getByTestId('feeding-solids').click()
    await window.getByTestId('sign-rolls-over-not-yet').click()
    await window.getByTestId('propose-next').click()
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('measure-again').waitFor()
    await stage.shoot('child-form-doubt', 'child-form')
    await window.getByTestId('child-weight').fill('60')
    await window.getByTestId('child-length').fill('6')
    await window.keyboard.press('Control+Enter')
    await window.getByRole('alert').first().waitFor()
    await stage.shoot('child-form-error', 'child-form')
    await window.getByTestId('child-weight').fill('6,0')
    await window.getByTestId('child-length').fill('64,6')
    await window.getByTestId('child-head').fill('41,8')
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('child-scores').waitFor()
    await stage.shoot('child-saved', 'child-tab')
    await window.getByTestId('correct-check').first().click()
    await window.getByTestId('child-weight').fill('6,1')
    await window.keyboard.press('Control+Enter')
    await window.getByRole('dialog').waitFor()
    await stage.shoot('child-correct', 'child-form')
    await window.keyboard.press('Escape')
    await resize(window, 1100, 700)
    await stage.shoot('child-small', 'child-form')
    expect(stage.cut()).toEqual([])
  }, 120_000)
})
