import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../main/exchange/read-workbook'
import { writeSheet } from '../../main/exchange/write-sheet'
import { listPersons, searchPersons } from '../../src/contract/person-calls'
import { getAppState } from '../../src/contract/point-calls'
import { typeLegacy } from '../helpers/legacy-text'
import { type Desk, openDesk, signIn } from './support/desk'
import { handOn } from './support/hand'
import { setUpHere } from './support/import-list'

const pin = '2580'
const children = [
  ['Nguyễn Thị Hồng Nhung', 'Trần Thị Phượng', '0912345601', '2025-03-04'],
  ['Đặng Văn Hòa', 'Lê Thị Thủy', '0912345602', '2025-04-05'],
  ['Bùi Đức Mạnh', 'Vũ Thị Hường', '0912345603', '2025-05-06'],
  ['Lê Xuân Ngân', 'Phạm Thị Tuyết', '0912345604', '2025-06-07'],
] as const

let folder: string
let desk: Desk

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-tiem-import-'))
  desk = await openDesk(join(folder, 'data'), '2026-11-22T01:00:00.000Z')
  desk.window.setDefaultTimeout(40_000)
  await setUpHere(desk, pin)
  await desk.window.reload()
  // The count of the mouse went with the page.
  desk = { ...desk, hand: await handOn(desk.window) }
  await signIn(desk, pin)
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(desk.launched.output())
})
afterAll(async () => {
  await desk.launched.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Columns in no usual order, a title above them, names typed in .VnTime, a phone without its zero, dates by vaccine. */
function listFile(): string {
  const old = (text: string) => typeLegacy(text, 'tcvn3')
  const rows = [
    [old('Danh sách trẻ thôn 4')],
    [old('Ngày sinh'), 'BCG', old('Họ tên mẹ'), old('Giới tính'), old('Họ và tên'), 'SĐT', 'MR'],
    ...children.map(([name, mother, phone, born], at) => [
      { day: born },
      { day: born },
      old(mother),
      at % 2 === 0 ? old('Nữ') : 'Nam',
      old(name),
      Number(phone),
      at < 2 ? { day: '2026-02-10' } : null,
    ]),
  ]
  const file = join(folder, 'danh-sach-thon-4.xlsx')
  writeFileSync(file, writeSheet('xlsx', 'Thôn 4', rows))
  return file
}

async function chooseByKeyboard(file: string): Promise<void> {
  const { window, hand, launched } = desk
  await launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, file)
  await hand.tabTo(window.getByTestId('nav-set-up'))
  await hand.press('Enter')
  await hand.tabTo(window.getByTestId('open-import'))
  await hand.press('Enter')
  await window.getByTestId('choose-file').waitFor()
  await hand.press('Control+Enter')
  await window.getByTestId('import-understood').waitFor()
}

test('a shuffled list in an old font is understood and comes in, by keyboard alone', async () => {
  const { window, hand } = desk
  await chooseByKeyboard(listFile())
  const understood = await window.getByTestId('import-understood').innerText()
  for (const [name, mother, phone] of children)
    for (const word of [name, mother, phone]) expect(understood).toContain(word)
  expect(await window.getByTestId('import-columns').innerText()).toContain('TCVN3')
  await hand.press('Control+Enter')
  await window.getByTestId('run-import').filter({ hasText: 'Nhập 4 người, 6 mũi' }).waitFor()
  expect((await desk.ask(getAppState, {})).persons).toBe(0)
  await hand.press('Control+Enter')
  expect(await window.getByTestId('import-done').innerText()).toContain('Đã nhập 4 người và 6 mũi.')
  const { hits } = await desk.ask(searchPersons, { text: 'nguyen thi hong nhung', limit: 5 })
  expect(hits[0]).toMatchObject({
    name: 'Nguyễn Thị Hồng Nhung',
    birthDate: '2025-03-04',
    phone: '0912345601',
  })
  expect(await hand.mouseUses()).toBe(0)
})

test('the same file again changes nothing', async () => {
  const { window, hand } = desk
  await chooseByKeyboard(listFile())
  await hand.press('Control+Enter')
  const run = window.getByTestId('run-import')
  await run.filter({ hasText: 'đã có trong sổ' }).waitFor()
  expect(await run.isDisabled()).toBe(true)
  expect(await window.getByTestId('import-row').count()).toBe(4)
  expect((await desk.ask(getAppState, {})).persons).toBe(4)
})

test('the register goes out as a file that can be read again, with a note that it did', async () => {
  const { window, hand, launched } = desk
  const file = join(folder, 'so-nguoi.xlsx')
  await launched.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, file)
  await hand.tabTo(window.getByTestId('nav-people'))
  await hand.press('Enter')
  await hand.tabTo(window.getByTestId('export-register'))
  await hand.press('Enter')
  await window.getByText('Đã lưu so-nguoi.xlsx.').waitFor()
  const [sheet] = readWorkbook(new Uint8Array(readFileSync(file))).sheets
  const [header = [], ...rows] = sheet?.rows ?? []
  const cell = (row: readonly unknown[], name: string) => row[header.indexOf(name)]
  expect(rows.map(row => cell(row, 'Họ tên')).toSorted()).toEqual(children.map(([name]) => name).toSorted())
  const nhung = rows.find(row => cell(row, 'Họ tên') === 'Nguyễn Thị Hồng Nhung') ?? []
  expect(cell(nhung, 'Ngày sinh')).toBe('2025-03-04')
  expect(cell(nhung, 'Điện thoại')).toBe('0912345601')
  expect((await desk.ask(listPersons, { offset: 0, limit: 1 })).persons).toBe(4)
})
