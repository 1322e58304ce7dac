import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createStage, pin } from './shots/stage'
import { ask } from './support/ask'
import { signIn } from './support/desk'

const stage = createStage('--practice')
afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

/** Born six hours before the pictures, without a name yet. */
const newbornOfToday = {
  kind: 'child',
  name: '',
  birthDate: '2026-11-23',
  birthTime: '02:10',
  sex: 'female',
  ethnicGroupCode: '01',
  nationalityCode: 'VN',
  bloodGroup: null,
  phone: null,
  identifiers: [],
  addresses: { current: { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 4', line: null } },
  relatives: [
    { relation: 'mother', name: 'Mẹ Thử Một', nationalId: null, phone: '0900012345', birthYear: 1998 },
  ],
  alerts: [],
  protectedAtBirth: null,
  gestationWeeks: 39,
  birthWeightG: 3100,
  note: null,
}

const lists = [
  'antenatal',
  'expected-births',
  'birth-dose',
  'postpartum',
  'not-weighed',
  'underweight',
  'milestones',
] as const

describe('the mother-and-child handbook in practice mode', () => {
  test('working lists, filled, narrowed and empty', async () => {
    await stage.open('2026-11-23T01:00:00.000Z')
    const window = stage.window()
    window.setDefaultTimeout(60_000)
    await signIn(stage.desk(), pin)
    await stage.goTo('handbook')
    await window.screenshot({ path: 'shots/handbook-making.png' })
    await window.getByTestId('handbook-line').first().waitFor()
    await ask(window, 'person.register', { person: newbornOfToday, notDuplicateOf: [] })
    await window.keyboard.press('r')
    await window.waitForTimeout(6_000)
    for (const [index, list] of lists.entries()) {
      await window.keyboard.press(`${index + 1}`)
      await window.waitForTimeout(500)
      await stage.shoot(`handbook-${list}`, 'handbook-made')
    }
    await window.keyboard.press('1')
    for (let press = 0; press < 3; press++) {
      await window.keyboard.press('s')
      await window.waitForTimeout(300)
    }
    await stage.shoot('handbook-late-month', 'handbook-made')
    await window.keyboard.press('s')
    await window.waitForTimeout(300)
  }, 180_000)

  test('the report: a year in pictures, the month by commune, names of a cell', async () => {
    const window = stage.window()
    await window.keyboard.press('8')
    await window.getByTestId('trend-card').first().waitFor()
    await stage.shoot('handbook-report-trend', 'trend-card')
    await window.getByTestId('trend-bar').nth(11).click()
    await window.getByTestId('report-name').first().waitFor()
    await stage.shoot('handbook-report-names', 'report-name')
    await window.keyboard.press('Escape')
    await window.keyboard.press('v')
    await window.getByTestId('report-cell').first().waitFor()
    await stage.shoot('handbook-report-communes', 'report-cell')
    expect(stage.cut()).toEqual([])
  }, 120_000)
})
