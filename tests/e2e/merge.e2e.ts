import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { getChart } from '../../src/contract/dose-calls'
import { listMerges } from '../../src/contract/merge-calls'
import { getPerson, searchPersons } from '../../src/contract/person-calls'
import { type Desk, openDesk, signIn } from './support/desk'
import { twoRecordsOfOneChild } from './support/two-records'

let folder: string
let desk: Desk
let child: Awaited<ReturnType<typeof twoRecordsOfOneChild>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-tiem-merge-'))
  desk = await openDesk(join(folder, 'data'), '2026-11-22T01:00:00.000Z', ['--practice'])
  desk.window.setDefaultTimeout(20_000)
  await signIn(desk, '2580')
  child = await twoRecordsOfOneChild(desk)
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(desk.launched.output())
})
afterAll(async () => {
  await desk.launched.close()
  rmSync(folder, { recursive: true, force: true })
})

const dosesOf = async (personId: string) =>
  (await desk.ask(getChart, { personId, on: null })).doses.map(({ vaccineCode }) => vaccineCode).sort()
const foundBy = async (text: string) =>
  (await desk.ask(searchPersons, { text, limit: 9 })).hits.map(({ personId }) => personId)

test('two records of one child are reviewed and merged with the keyboard', async () => {
  const { window, hand } = desk
  await hand.press('F2')
  await hand.type(child.first.personCode)
  await window.getByText('HOÀNG THỊ ƯỚC MƠ').or(window.getByText('Hoàng Thị Ước Mơ')).first().waitFor()
  await hand.press('ArrowRight')
  await window.getByTestId('screen-person').waitFor()
  await window.getByTestId('dose-matrix').waitFor()
  await window.getByTestId('merge-with').focus()
  await hand.press('g')
  await window.getByTestId('merge-with-search').waitFor()
  await hand.type('uoc mo')
  await window.getByTestId('merge-with-hit').first().waitFor()
  await hand.press('Enter')
  await window.getByTestId('screen-merge-review').waitFor()
  const fields = window.getByTestId('review-fields')
  await fields.getByText('Nhà cạnh đình làng').waitFor()
  await window.getByTestId('review-score').getByText('Ngày sinh').waitFor()
  await window.getByTestId('review-doses').getByText('ghi ở cả hai').first().waitFor()
  // The name of the other record, then back to our own; the hamlet of the other.
  const name = window.getByTestId('part-name').getByRole('button', { pressed: true })
  await hand.press('ArrowRight')
  await expect.poll(() => name.textContent()).toContain('Hoàng Ước Mơ')
  await hand.press('ArrowLeft')
  await expect.poll(() => name.textContent()).toContain('Hoàng Thị Ước Mơ')
  await hand.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight')
  await hand.press('Control+Enter')
  await window
    .getByRole('dialog')
    .getByText(/mã cũ vẫn quét ra người này/)
    .waitFor()
  await hand.type('Mot be dang ky hai lan')
  await hand.press('Control+Enter')
  await window.getByTestId('screen-person').waitFor()
})

test('the matrix shows the doses of both, and the old code opens the survivor', async () => {
  const { window, hand } = desk
  const matrix = window.getByTestId('dose-matrix')
  await expect.poll(async () => (await matrix.textContent()) ?? '').toMatch(/Bại liệt|OPV/)
  const both = ['BCG_IVAC', 'BCG_IVAC', 'BOPV_POLYVAC', 'SII_PENTA']
  expect(await dosesOf(child.first.personId)).toEqual(both)
  expect(await dosesOf(child.second.personId)).toEqual(both)
  const { person } = await desk.ask(getPerson, { personId: child.second.personId })
  expect(person).toMatchObject({
    name: 'Hoàng Thị Ước Mơ',
    birthWeightG: 3100,
    note: 'Nhà cạnh đình làng',
    addresses: { current: { hamlet: 'Thôn 5' } },
    alerts: [{ code: 'allergy' }],
  })
  expect(await foundBy(child.second.personCode)).toEqual([child.first.personId])
  await hand.scan(child.second.personCode)
  await window.getByTestId('screen-reception').waitFor()
  await window.getByText('Hoàng Thị Ước Mơ').or(window.getByText('HOÀNG THỊ ƯỚC MƠ')).first().waitFor()
})

test('the undo gives both records back', async () => {
  const { window, hand } = desk
  await window.getByTestId('nav-duplicates').focus()
  await hand.look()
  await hand.press('Enter')
  await window.getByTestId('screen-duplicates').waitFor()
  await window.getByRole('tab', { name: 'Đã gộp' }).focus()
  await hand.press('Enter')
  await window.getByTestId('merge-line').waitFor()
  await hand.press('u')
  await window.getByTestId('undo-told').getByText('Từ khi gộp chưa ghi thêm gì.').waitFor()
  await hand.type('Gop nham')
  await hand.press('Control+Enter')
  await window.getByTestId('merge-line').getByText('đã hoàn tác').waitFor()
  const { merges } = await desk.ask(listMerges, { personId: child.first.personId, offset: 0, limit: 9 })
  expect(merges).toMatchObject([{ state: 'undone', undone: { reason: 'Gop nham' } }])
  expect(await dosesOf(child.first.personId)).toEqual(['BCG_IVAC', 'SII_PENTA'])
  expect(await dosesOf(child.second.personId)).toEqual(['BCG_IVAC', 'BOPV_POLYVAC'])
  expect(await foundBy(child.second.personCode)).toEqual([child.second.personId])
  expect(await foundBy(child.first.personCode)).toEqual([child.first.personId])
  const { person } = await desk.ask(getPerson, { personId: child.first.personId })
  expect(person).toMatchObject({ note: null, birthWeightG: null, alerts: [] })
  expect(await desk.hand.mouseUses()).toBe(0)
})
