import { afterAll, describe, test } from 'vitest'
import { importLog, recordReading, saveFridge } from '../../src/contract/cold-chain-calls'
import { getPerson, registerPerson, searchPersons } from '../../src/contract/person-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import { arriveAs, screen } from './shots/busy-morning'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const stage = createStage('--practice')
afterAll(() => stage.end())

describe('the right child, the right vial, the cold chain', () => {
  test('two children who are easily taken for one another wait', async () => {
    await stage.open('2026-11-22T01:00:00.000Z')
    await signIn(stage.desk(), pin)
    const { ask } = stage.desk()
    const { hits } = await ask(searchPersons, { text: 'nguyen', limit: 1 })
    const { person } = await ask(getPerson, { personId: hits[0]?.personId ?? '' })
    const blank = {
      ...person,
      kind: 'child' as const,
      identifiers: [],
      alerts: [],
      note: null,
      birthTime: null,
    }
    for (const [name, sex] of [
      ['Phùng Bảo Châu Giang', 'female'],
      ['Phùng Bảo Châu Minh', 'male'],
    ] as const) {
      const relatives = [
        {
          relation: 'mother' as const,
          name: 'Ngô Thị Ước Nguyện',
          phone: '0912000111',
          nationalId: null,
          birthYear: 1996,
        },
      ]
      const child = { ...blank, name, sex, birthDate: day('2026-09-15'), phone: null, relatives }
      const { personId } = await ask(registerPerson, { person: child, notDuplicateOf: [] })
      await screen(stage.desk(), await arriveAs(stage.desk(), personId))
    }
  })

  test('who sits here', async () => {
    const window = stage.window()
    await stage.goTo('injection')
    await stage.shoot('injection-who', 'said-name')
    await window.keyboard.press('Alt+p')
    await window.keyboard.press('Alt+h')
    await window.keyboard.press('Alt+s')
    await window.getByText('Đúng trẻ: đã hỏi').waitFor()
    await stage.shoot('injection-settled', 'save-doses')
  })

  test('a vial that is not hers, and a dose that is not given', async () => {
    const window = stage.window()
    await window.getByTestId('scan-vial').fill('(01)08935060123456(17)270331(10)KHONG-CO')
    await window.keyboard.press('Enter')
    await window.getByTestId('vial-stopped').waitFor()
    await stage.shoot('injection-stopped', 'vial-stopped')
    await window.getByRole('checkbox').first().click()
    await window.locator('[data-testid^="not-given-"]').last().click()
    await window.getByTestId('state-deferred').click()
    await stage.shoot('injection-not-given', 'save-doses')
  })

  test('a newborn: the hours of hepatitis B, and a volume that differs', async () => {
    const window = stage.window()
    const { ask } = stage.desk()
    const { hits } = await ask(searchPersons, { text: 'nguyen', limit: 1 })
    const { person } = await ask(getPerson, { personId: hits[0]?.personId ?? '' })
    const newborn = {
      ...person,
      kind: 'child' as const,
      name: 'Con bà Ngô Thị Ước Nguyện',
      birthDate: day('2026-11-21'),
      birthTime: '15:20',
      birthWeightG: 3200,
      gestationWeeks: 39,
      identifiers: [],
      relatives: [],
      alerts: [],
      phone: null,
      note: null,
    }
    const { personId } = await ask(registerPerson, { person: newborn, notDuplicateOf: [] })
    const seen = await arriveAs(stage.desk(), personId)
    await screen(stage.desk(), seen, { weightKg: 3.2 })
    await stage.shootPlace('board', 'injection-newborn-board')
    await stage.goTo('injection')
    await window
      .getByTestId('lane-strip')
      .getByRole('button', { name: /Ước Nguyện/u })
      .first()
      .click()
    await stage.shoot('injection-newborn', 'save-doses')
    await window.getByTestId('volume').first().fill('5')
    await window.getByText('theo dữ liệu là').waitFor()
    await stage.shoot('injection-volume', 'save-doses')
  })

  test('the cold chain, empty and full', async () => {
    const window = stage.window()
    await stage.shootPlace('cold-chain', 'cold-chain-empty')
    const { ask } = stage.desk()
    const { fridgeId } = await ask(saveFridge, {
      fridgeId: null,
      name: 'Tủ TCMR',
      vaccineCodes: null,
      isActive: true,
    })
    const points = Array.from({ length: 900 }, (_, at) => {
      const moment = new Date(Date.parse('2026-11-15T17:00:00.000Z') + at * 600_000).toISOString()
      const warm = at > 500 && at < 506 ? 5.2 : 0
      return `${moment.slice(0, 19)}Z;${(4.6 + Math.sin(at / 40) + warm).toFixed(1).replace('.', ',')}`
    })
    await ask(importLog, {
      fridgeId,
      fileName: 'tu-tcmr.csv',
      text: `Thời gian;Nhiệt độ\n${points.join('\n')}`,
    })
    await ask(recordReading, { fridgeId, at: null, temperatureC: 9.4, minC: 4.1, maxC: 11.2, note: null })
    await window.reload()
    await signInAgain()
    await stage.shootPlace('cold-chain', 'cold-chain')
    await window.getByTestId('edit-fridge').click()
    await window.getByTestId('fridge-holds-all').click()
    await stage.shoot('cold-chain-contents', 'screen-cold-chain')
    await window.getByRole('button', { name: 'Dùng tiếp' }).first().click()
    await stage.shoot('cold-chain-decide', 'screen-cold-chain')
  })
})

async function signInAgain(): Promise<void> {
  const window = stage.window()
  if (await window.getByTestId('pin').isVisible()) await signIn(stage.desk(), pin)
}
