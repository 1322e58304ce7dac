import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { recordHistoricalDoses } from '../../src/contract/dose-calls'
import { registerPerson } from '../../src/contract/person-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'
import { inventedChild } from './support/two-records'

const stage = createStage('--practice')
afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

async function aChild(name: string, changes: Partial<Person>): Promise<string> {
  const person = { ...inventedChild({ name, ...changes }) }
  return (await stage.desk().ask(registerPerson, { person, notDuplicateOf: [] })).personId
}

const mother = (name: string) => ({
  relation: 'mother' as const,
  name,
  nationalId: null,
  phone: '0900123456',
  birthYear: 1996,
})

/** What the forms let pass and the doctor asks about. */
async function oddRecords(): Promise<void> {
  const { ask } = stage.desk()
  const adult = await aChild('Trẻ Thử Hai', { relatives: [{ ...mother('Mẹ Thử Hai'), phone: null }] })
  const dose = { givenOn: day('2026-11-02'), statedNumber: 1, lotNumber: null, placeName: null }
  await ask(recordHistoricalDoses, { personId: adult, doses: [{ ...dose, vaccineCode: 'ENGERIX_1' }] })
  for (const [at, name] of ['Ba', 'Bốn', 'Năm'].entries())
    await aChild(`Trẻ Thử ${name}`, {
      relatives: [mother(`Mẹ Thử ${name}`)],
      birthDate: day(`2026-0${at + 2}-11`),
    })
  await aChild('Trẻ Thử Sáu', { addresses: {}, relatives: [{ ...mother('Mẹ Thử Sáu'), phone: null }] })
}

describe('the register doctor', () => {
  test('from an unknown register to findings, their repair and what is right', async () => {
    await stage.open('2026-11-22T01:00:00.000Z')
    const window = stage.window()
    window.setDefaultTimeout(60_000)
    await signIn(stage.desk(), pin)
    await oddRecords()
    await stage.goTo('register-doctor')
    await stage.shoot('register-doctor-never', 'screen-register-doctor')
    await window.keyboard.press('r')
    await window.getByTestId('last-check').waitFor({ timeout: 60_000 })
    for (let tab = 1; tab <= 7; tab++) {
      await window.keyboard.press(`${tab}`)
      await window.waitForTimeout(400)
      await stage.shoot(`register-doctor-${tab}`, 'screen-register-doctor')
    }
    await window.keyboard.press('2')
    await window.getByTestId('finding-line').first().waitFor()
    await window.keyboard.press('Enter')
    await window.waitForTimeout(600)
    await stage.shoot('register-doctor-dose', 'screen-register-doctor')
    await window.keyboard.press('Escape')
    await window.keyboard.press('d')
    await stage.shoot('register-doctor-right', 'screen-register-doctor')
    await window.getByRole('textbox', { name: 'Lý do' }).fill('Bác sĩ chỉ định')
    await window.keyboard.press('Control+Enter')
    await window.waitForTimeout(500)
    await window.keyboard.press('8')
    await window.getByTestId('decided-line').first().waitFor()
    await stage.shoot('register-doctor-decided', 'decided-line')
    await window.keyboard.press('7')
    await window.getByTestId('finding-line').first().waitFor()
    await window.keyboard.press('Enter')
    await window.getByTestId('edit-form').waitFor()
    await window.waitForTimeout(500)
    await stage.shoot('register-doctor-form', 'edit-form')
    await window.keyboard.press('Alt+k')
    await window.getByTestId('difficulty-dialog').waitFor()
    await stage.shoot('difficulty-dialog', 'difficulty-dialog')
    await window.getByTestId('difficulty-text').fill('Không in được nhãn từ sáng')
    await window.getByTestId('send-difficulty').click()
    await stage.goTo('difficulties')
    await window.getByTestId('difficulty-line').first().waitFor()
    await window.locator('summary').click()
    await window.waitForTimeout(800)
    await stage.shoot('difficulties', 'difficulty-panel')
    await stage.goTo('reception')
    await window.waitForTimeout(800)
    await window.keyboard.press('Alt+k')
    await window.getByTestId('difficulty-dialog').waitFor()
    await stage.shoot('difficulty-reception', 'difficulty-dialog')
    await window.keyboard.press('Escape')
    expect(stage.cut()).toEqual([])
  }, 400_000)
})
