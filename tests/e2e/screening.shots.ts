import { writeFileSync } from 'node:fs'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { registerPerson } from '../../src/contract/person-calls'
import { setUpPoint } from '../../src/contract/point-calls'
import { previewDocument } from '../../src/contract/print-calls'
import { getBoard, openVisit } from '../../src/contract/visit-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import { createStage, pin } from './shots/stage'
import { type Desk, signIn } from './support/desk'

const stage = createStage()
afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

const address = { provinceCode: '38', communeCode: '16378', hamlet: null, line: null }

/** An invented child in the queue. */
async function arrive({ ask }: Desk, name: string, birthDate: string, changes: Partial<Person> = {}) {
  const person: Person = {
    kind: 'child',
    name,
    birthDate: day(birthDate),
    birthTime: null,
    sex: 'female',
    ethnicGroupCode: '01',
    nationalityCode: 'VN',
    bloodGroup: null,
    phone: null,
    identifiers: [],
    addresses: { current: address },
    relatives: [
      {
        relation: 'mother',
        name: 'Lò Thị Mây Trắng',
        nationalId: null,
        phone: '0912000222',
        birthYear: 1997,
      },
    ],
    alerts: [],
    protectedAtBirth: null,
    gestationWeeks: null,
    birthWeightG: null,
    note: null,
    ...changes,
  }
  const { personId } = await ask(registerPerson, { person, notDuplicateOf: [] })
  await ask(openVisit, { personId })
}

describe('screening', () => {
  test('a morning with five people', async () => {
    await stage.open('2026-11-22T01:00:00.000Z')
    const desk = stage.desk()
    const point = {
      name: 'Trạm Y tế phường Đông Sơn',
      code: null,
      kind: 'commune-station' as const,
      address,
      phone: '0237 3 812 345',
      offeredAntigens: ['Rotavirus'],
    }
    const user = { name: 'Bs Hoàng Sương Mai', role: 'head' as const, pin }
    await desk.ask(setUpPoint, { point, station: { name: 'Máy 1', number: 1 }, user })
    await stage.window().reload()
    await signIn(desk, pin)
    await arrive(desk, 'Vàng Thị Sao Khuê', '2026-09-15')
    await arrive(desk, 'Giàng A Bốn Mùa', '2026-02-10', { sex: 'male' })
    await arrive(desk, 'Con bà Mây Trắng', '2026-11-20', { gestationWeeks: 33 })
    await arrive(desk, 'Đèo Thị Hoa Ban', '1998-03-02', { kind: 'woman', relatives: [] })
    await arrive(desk, 'Lường Văn Tia Nắng', '2025-05-02', { sex: 'male', relatives: [] })
    await stage.goTo('screening')
    await stage.window().getByTestId('item-1').waitFor()
  })

  test('a healthy child: two numbers, two keys', async () => {
    const { hand } = stage.desk()
    await hand.type('368')
    await hand.press('Enter')
    await hand.type('5,4')
    await hand.press('Enter', 'Control+0')
    await stage.shoot('screening-healthy', 'screen-screening')
    await hand.press('Control+Enter')
    await stage.window().getByRole('status').filter({ hasText: 'Đã ký cho Vàng' }).waitFor()
    await stage.shoot('screening-signed', 'screen-screening')
    await hand.press('Control+p')
    await stage.window().locator('img').first().waitFor({ timeout: 20_000 })
    await stage.shoot('screening-paper', 'print')
    await hand.press('Escape')
  })

  test('immunoglobulin, an odd weight, an override', async () => {
    const { hand } = stage.desk()
    const window = stage.window()
    await window.getByRole('textbox', { name: 'Thân nhiệt' }).focus()
    await hand.type('371')
    await hand.press('Enter')
    await hand.type('15,5')
    await hand.press('Enter', 'Control+0')
    await window.getByTestId('item-6').focus()
    await hand.press('c')
    await window.getByTestId('cause-immunoglobulin').check()
    await window.getByTestId('holds').waitFor()
    await stage.shoot('screening-holds', 'screen-screening')
    await window.getByTestId('override-live-after-immunoglobulin').click()
    await window.getByPlaceholder('Vì sao vẫn cho tiêm?').fill('Bác sĩ chuyên khoa đồng ý')
    await window.getByTestId('item-1').focus()
    await hand.press('c')
    await window.getByTestId('cause-component-anaphylaxis').check()
    await stage.shoot('screening-override', 'screen-screening')
    await window.getByTestId('item-1').focus()
    await hand.press('k')
    await window.getByTestId('item-2').focus()
    await hand.press('c')
    await stage.shoot('screening-refer', 'screen-screening')
    await hand.press('Control+Enter')
    await window.getByRole('status').filter({ hasText: 'Đã ký cho Giàng' }).waitFor()
    await hand.press('Control+p')
    await window.locator('img').first().waitFor({ timeout: 20_000 })
    await stage.shoot('screening-referral', 'print')
    await hand.press('Escape')
  })

  test('a newborn, a pregnant woman, and a child whose family refuses', async () => {
    const { hand } = stage.desk()
    const window = stage.window()
    await window.getByRole('textbox', { name: 'Thân nhiệt' }).focus()
    await hand.type('366')
    await hand.press('Enter')
    await hand.type('1,9')
    await window
      .getByRole('textbox', { name: 'HBsAg của mẹ' })
      .or(window.getByRole('combobox', { name: 'HBsAg của mẹ' }))
      .first()
      .click()
    await window.getByRole('option', { name: 'Âm tính' }).click()
    await hand.press('Control+0')
    await stage.shoot('screening-newborn', 'screen-screening')
    await window.getByRole('option', { name: /Hoa Ban/u }).click()
    await window.getByTestId('pregnant-form').click()
    await window.getByText('phụ nữ có thai').first().waitFor()
    await hand.type('367')
    await hand.press('Enter', 'Enter', 'Control+0')
    await stage.shoot('screening-pregnant', 'screen-screening')
    await window.getByRole('option', { name: /Tia Nắng/u }).click()
    await window.getByTestId('item-12').waitFor()
    await hand.type('367')
    await hand.press('Enter', 'Enter', 'Control+0')
    await window.getByText('Không đồng ý', { exact: true }).click()
    await stage.shoot('screening-refused', 'screen-screening')
  })

  test('the papers, whole', async () => {
    const { ask } = stage.desk()
    const { done, injection } = await ask(getBoard, { on: null })
    const papers = [
      { card: injection[0], kind: 'screening-checklist', paper: 'A4' },
      { card: injection[0], kind: 'screening-checklist', paper: 'A5' },
      { card: done[0], kind: 'screening-checklist', paper: 'A4' },
      { card: done[0], kind: 'screening-referral', paper: 'A4' },
      { card: done[0], kind: 'screening-referral', paper: 'A5' },
    ] as const
    for (const [index, { card, kind, paper }] of papers.entries()) {
      const request = { kind, personId: card?.personId ?? '', visitId: card?.visitId ?? null, paper }
      const { dataUrl } = await ask(previewDocument, { ...request, bilingual: false })
      const name = `shots/paper-${index}-${kind}-${paper}.png`
      writeFileSync(name, Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'))
    }
  })

  test('no word on a button or a chip is cut', () => {
    expect(stage.cut()).toEqual([])
  })
})
