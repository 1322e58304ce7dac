import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { writeSheet } from '../../main/exchange/write-sheet'
import { typeLegacy } from '../helpers/legacy-text'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'
import { setUpHere } from './support/import-list'

const stage = createStage()
const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-shots-'))

afterAll(async () => {
  await stage.end()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

/** Rows of every kind: new, twice in the file, a bad date, a vaccine nobody knows. */
function listFile(name: string, extra: readonly (readonly (string | number | null)[])[]): string {
  const old = (text: string) => typeLegacy(text, 'vni')
  const header = [
    'STT',
    'Ngày sinh',
    'Họ và tên',
    'Giới tính',
    'Họ tên mẹ',
    'SĐT',
    'Vắc xin',
    'Ngày tiêm',
    'Ghi chú',
  ]
  const people = Array.from({ length: 40 }, (_, at) => [
    at + 1,
    `${String((at % 27) + 1).padStart(2, '0')}/03/2025`,
    old(
      `Nguyễn Thị ${['Hồng', 'Ánh', 'Tuyết', 'Hường'][at % 4]} ${['Nhung', 'Đào', 'Mỹ', 'Thảo', 'Vũ'][at % 5]}`,
    ),
    at % 2 === 0 ? 'Nam' : old('Nữ'),
    old(`Trần Thị Phượng ${at % 7}`),
    912_345_600 + at,
    'BCG',
    '28/03/2025',
    null,
  ])
  const file = join(folder, name)
  writeFileSync(file, writeSheet('xlsx', 'Danh sách', [header, ...people, ...extra]))
  return file
}

async function choose(file: string): Promise<void> {
  await stage.desk().launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, file)
  await stage.window().getByTestId('choose-file').click()
}

describe('the import, step by step', () => {
  test('file and columns', async () => {
    await stage.open('2026-11-22T00:45:00.000Z')
    await setUpHere(stage.desk(), pin)
    await stage.window().reload()
    await signIn(stage.desk(), pin)
    await stage.goTo('set-up')
    await stage.window().getByTestId('open-import').click()
    await stage.shoot('import-1-file', 'choose-file')
    const bad = join(folder, 'khong-phai-bang.xlsx')
    writeFileSync(bad, new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))
    await choose(bad)
    await stage.window().getByRole('alert').waitFor()
    await stage.shoot('import-1-bad-file', 'choose-file')
    await choose(
      listFile('thon-4.xlsx', [
        [41, '31/02/2025', 'Lê Văn Sai', 'Nam', 'Vũ Thị Lan', '0912000001', 'BCG', '28/03/2025', null],
        [42, '02/03/2025', 'Lê Thị Lạ', 'Nữ', 'Vũ Thị Mai', '0912000002', 'Vắc xin lạ', '28/03/2025', null],
        [43, '01/03/2025', 'Nguyễn Thị Hồng Nhung', 'Nam', null, null, 'MR', '28/02/2026', null],
      ]),
    )
    await stage.shoot('import-2-columns', 'import-understood')
  })

  test('the check, a decision, the writing and the end', async () => {
    await stage.window().getByTestId('check-import').click()
    await stage.shoot('import-3-refused', 'run-import')
    await stage
      .window()
      .getByRole('tab', { name: /Có thể trùng/u })
      .click()
    await stage.shoot('import-3-possible', 'run-import')
    await stage
      .window()
      .getByRole('tab', { name: /Tất cả/u })
      .click()
    await stage.shoot('import-3-all', 'run-import')
    await stage.window().getByTestId('leave-out').check()
    await stage.window().getByTestId('run-import').click()
    await stage.shoot('import-5-done', 'import-done')
    await stage.shootPlace('people', 'people-export')
  })

  test('no word on a button or a chip is cut', () => {
    expect(stage.cut()).toEqual([])
  })
})
