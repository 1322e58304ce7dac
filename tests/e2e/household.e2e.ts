import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, describe, expect, test } from 'vitest'
import { getChart, recordHistoricalDoses } from '../../src/contract/dose-calls'
import { getFamily, linkFamily } from '../../src/contract/family-calls'
import { getPerson, registerPerson, searchPersons } from '../../src/contract/person-calls'
import { previewDocument } from '../../src/contract/print-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import { readPicture } from '../helpers/read-symbol'
import { type Desk, openDesk, signIn } from './support/desk'

const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-household-'))
const pin = '2580'
const desks: Desk[] = []

afterAll(async () => {
  for (const { launched } of desks) await launched.close()
  rmSync(folder, { recursive: true, force: true })
})

async function practicePoint(name: string): Promise<Desk> {
  const desk = await openDesk(join(folder, name), '2026-11-22T01:00:00.000Z', ['--practice'])
  desks.push(desk)
  desk.window.setDefaultTimeout(20_000)
  await signIn(desk, pin)
  return desk
}

/** A family of three who live together. */
async function family({
  ask,
}: Desk): Promise<{ readonly her: string; readonly an: string; readonly binh: string }> {
  const { hits } = await ask(searchPersons, { text: 'nguyen', limit: 5 })
  const { person } = await ask(getPerson, { personId: hits[0]?.personId ?? '' })
  const mother = {
    relation: 'mother' as const,
    name: 'Trần Thị Ước Nguyện',
    phone: '0912000111',
    nationalId: null,
    birthYear: 1996,
  }
  const blank: Person = { ...person, identifiers: [], alerts: [], note: null, birthTime: null, phone: null }
  const add = async (changes: Partial<Person>) =>
    (await ask(registerPerson, { person: { ...blank, ...changes }, notDuplicateOf: [] })).personId
  const her = await add({
    kind: 'woman',
    sex: 'female',
    name: mother.name,
    birthDate: day('1996-04-02'),
    phone: mother.phone,
    relatives: [],
    birthWeightG: null,
    gestationWeeks: null,
  })
  const an = await add({
    kind: 'child',
    sex: 'female',
    name: 'Lê Bảo Châu Giang',
    birthDate: day('2026-03-14'),
    relatives: [mother],
  })
  const binh = await add({
    kind: 'child',
    sex: 'male',
    name: 'Lê Minh Triết',
    birthDate: day('2023-08-01'),
    relatives: [mother],
  })
  for (const personId of [an, binh])
    await ask(linkFamily, { personId, relativeId: her, relation: 'mother', since: null })
  return { her, an, binh }
}

async function openRecord({ window }: Desk, words: string): Promise<void> {
  await window.getByTestId('nav-reception').click()
  await window.getByTestId('search').fill(words)
  await window
    .getByTestId('quick-name')
    .filter({ hasText: new RegExp(words.split(' ').at(-1) ?? '', 'iu') })
    .waitFor()
  await window.keyboard.press('ArrowRight')
  await window.getByTestId('screen-person').waitFor()
}

describe('a household', () => {
  let here: Desk
  let people: Awaited<ReturnType<typeof family>>
  let codes: readonly string[] = []

  test('moves with one edit of the address', async () => {
    here = await practicePoint('here')
    people = await family(here)
    const { window, ask } = here
    await openRecord(here, 'Lê Bảo Châu Giang')
    await window.getByTestId('edit-person').click()
    await window.getByLabel('Thôn, tổ').first().fill('Thôn 9')
    const move = window.getByTestId('move-family')
    await move.waitFor()
    expect(await move.getByRole('checkbox', { checked: true }).count()).toBe(2)
    await window.getByRole('button', { name: 'Gia đình báo lại' }).click()
    await window.getByTestId('save-correction').click()
    await window.getByTestId('edit-form').waitFor({ state: 'detached' })
    for (const personId of Object.values(people)) {
      const { person } = await ask(getPerson, { personId })
      expect(person.addresses.current?.hamlet).toBe('Thôn 9')
    }
    expect((await ask(getFamily, { personId: people.an })).members.map(({ relation }) => relation)).toEqual([
      'mother',
      'sibling',
    ])
  }, 120_000)

  test('an old commune that was split asks which part, and keeps the words of then', async () => {
    const { window, ask } = here
    await openRecord(here, 'Lê Bảo Châu Giang')
    await window.getByTestId('edit-person').click()
    await window.getByTestId('old-place').first().fill('Phường Ngọc Hà quận Ba Đình')
    await window.getByTestId('old-place-found').getByRole('button').first().click()
    const parts = window.getByTestId('split-parts').getByRole('button')
    await parts.first().waitFor()
    expect(await parts.count()).toBeGreaterThan(1)
    await parts.nth(1).click()
    await window.getByRole('button', { name: 'Gia đình báo lại' }).click()
    await window.getByTestId('save-correction').click()
    await window.getByTestId('edit-form').waitFor({ state: 'detached' })
    const { person } = await ask(getPerson, { personId: people.an })
    expect(person.addresses.current).toMatchObject({
      provinceCode: '01',
      former: { asWritten: 'Phường Ngọc Hà, Quận Ba Đình, Thành phố Hà Nội' },
    })
    expect(person.addresses.current?.communeCode).not.toBeNull()
  }, 60_000)

  test('the slip that is printed can be scanned from its own picture', async () => {
    const { ask } = here
    await ask(recordHistoricalDoses, {
      personId: people.an,
      doses: [
        ['BCG_IVAC', '2026-03-15'],
        ['SII_PENTA', '2026-05-20'],
      ].map(([vaccineCode = '', givenOn = '']) => ({
        vaccineCode,
        givenOn: day(givenOn),
        statedNumber: null,
        lotNumber: 'LO-26/01',
        placeName: null,
      })),
    })
    const { dataUrl } = await ask(previewDocument, {
      kind: 'transfer-slip',
      personId: people.an,
      visitId: null,
      paper: 'A4',
      bilingual: false,
    })
    expect(dataUrl).toMatch(/^data:image.png;base64,/u)
    const picture = PNG.sync.read(Buffer.from(dataUrl.split(',')[1] ?? '', 'base64'))
    codes = (await readPicture(picture)).filter(text => text.length > 40)
    expect(codes).toHaveLength(1)
  }, 60_000)

  test('and another point, with data of its own, takes the child in', async () => {
    const there = await practicePoint('there')
    const { window, ask } = there
    await window.getByTestId('search').fill('khong co ai het')
    await window.getByTestId('take-in-transfer').click()
    await window.getByTestId('transfer-code').fill(codes[0] ?? '')
    await window.getByTestId('read-transfer').click()
    await window.getByTestId('transfer-slip').getByText('Lê Bảo Châu Giang').waitFor()
    await window.getByLabel('Thôn, tổ').first().fill('Thôn 3')
    await window.getByTestId('accept-transfer').click()
    await window.getByTestId('identity').getByText('LÊ BẢO CHÂU GIANG').waitFor()
    const { hits } = await ask(searchPersons, { text: 'le bao chau giang', limit: 5 })
    expect(hits).toHaveLength(1)
    const personId = hits[0]?.personId ?? ''
    const { doses } = await ask(getChart, { personId, on: null })
    expect(doses.map(({ vaccineCode, givenOn, kind }) => [vaccineCode, givenOn, kind])).toEqual([
      ['BCG_IVAC', '2026-03-15', 'historical'],
      ['SII_PENTA', '2026-05-20', 'historical'],
    ])
    const view = await ask(getPerson, { personId })
    expect(view.person.addresses.current?.hamlet).toBe('Thôn 3')
    expect(view.residence).toMatchObject({ state: 'moved-in', isFollowed: true })
  }, 120_000)
})
