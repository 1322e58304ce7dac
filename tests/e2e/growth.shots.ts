import { afterAll, afterEach, expect, test } from 'vitest'
import { type ChildCheckFields, recordChildCheck } from '../../src/contract/child-calls'
import { getPerson, registerPerson, searchPersons } from '../../src/contract/person-calls'
import { day } from '../../src/domain/calendar/calendar-day'
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
const looks: readonly (readonly [string, number, number, number, number | null])[] = [
  ['2026-04-20', 3.3, 50.5, 35.2, null],
  ['2026-05-22', 4.6, 54.6, 37.3, null],
  ['2026-06-22', 5.5, 58.1, 39, 12],
  ['2026-07-21', 6.1, 60.6, 40.1, 12.8],
  ['2026-09-21', 6.4, 63.6, 41.5, 13],
  ['2026-10-20', 13.4, 65, 42, 13],
  ['2026-11-20', 6.3, 66.2, 42.6, 12.8],
]

test('every chart of a girl born early, by mouse and by keyboard, as numbers and on paper', async () => {
  await stage.open('2026-11-22T01:00:00.000Z')
  const window = stage.window()
  const { ask } = stage.desk()
  window.setDefaultTimeout(30_000)
  await signIn(stage.desk(), pin)
  const { hits } = await ask(searchPersons, { text: 'nguyen', limit: 1 })
  const { person } = await ask(getPerson, { personId: hits[0]?.personId ?? '' })
  const early = { birthDate: day('2026-02-20'), birthTime: null, birthWeightG: 1900, gestationWeeks: 33 }
  const child = { ...person, kind: 'child' as const, name: 'Nguyễn Thử Đường Cong', sex: 'female' as const }
  const { personId } = await ask(registerPerson, {
    person: { ...child, ...early, identifiers: [], alerts: [], note: null },
    notDuplicateOf: [],
  })
  for (const [on, weightKg, lengthHeightCm, headCm, armCm] of looks) {
    const measured = { checkedOn: day(on), weightKg, lengthHeightCm, headCm, armCm }
    const check = { ...nothing, ...measured, position: 'lying' as const }
    await ask(recordChildCheck, { personId, check, measuredAgain: true })
  }
  await stage.search('Nguyễn Thử Đường Cong')
  await window.getByTestId('search').press('ArrowRight')
  await window.getByTestId('identity').waitFor()
  await window.getByRole('tab', { name: 'Lớn lên' }).click()
  const chart = window.getByTestId('growth-chart')
  await chart.press('End')
  expect(await window.getByTestId('growth-point-words').innerText()).toContain('bách phân vị')
  await stage.shoot('growth-point', 'child-tab')
  await window.keyboard.press('Escape')
  for (const name of ['Dài/cao', 'Cân/dài', 'BMI', 'Vòng đầu', 'Vòng tay']) {
    await window.getByRole('tab', { name }).click()
    await window.waitForTimeout(400)
    await stage.shoot(`growth-${name.replace('/', '-')}`, 'child-tab')
  }
  await window.keyboard.press('b')
  await window.getByTestId('growth-point-table').waitFor()
  await stage.shoot('growth-numbers', 'child-tab')
  await window.keyboard.press('Control+p')
  await window.getByTestId('copies').waitFor()
  await window.waitForTimeout(6000)
  await stage.shoot('growth-paper', 'copies')
}, 240_000)
