import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImmunizationChart } from '../../src/domain/schedule/chart-types'
import { type LaunchedApp, launchApp } from '../helpers/electron-app'
import { decodeEscpos } from '../helpers/escpos-decoder'
import { type FakePrinter, startFakePrinter } from '../helpers/fake-printer'
import { readSymbols } from '../helpers/read-symbol'
import { decodeTspl } from '../helpers/tspl-decoder'
import { ask as askIn, until } from './support/ask'
import { addPrinter, fill, pick } from './support/fields'
import { labelAfter, labelCount, lastJob, printReceipt, printSyringeLabel } from './support/papers-by-hand'

const child = 'Đặng Nguyễn Phương Uyên'
const mother = 'Nguyễn Thị Ước'
const pin = '2468'

let folder: string
let slips: FakePrinter
let labels: FakePrinter
let desk: LaunchedApp

/** Starts the application at a moment in Vietnam's morning (UTC+7). */
async function openAt(startAt: string): Promise<Page> {
  desk = await launchApp({ userData: join(folder, 'data'), env: { DIEM_TIEM_START_AT: startAt } })
  desk.window.setDefaultTimeout(10_000)
  return desk.window
}

const ask = <T>(name: string, payload: unknown) => askIn<T>(desk.window, name, payload)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-tiem-main-job-'))
  slips = await startFakePrinter('normal')
  labels = await startFakePrinter('no-ack')
})
afterAll(async () => {
  await desk?.close()
  await slips.close()
  await labels.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the main job, from an empty PC to the next appointment', () => {
  test('first run: what this point is, who works here, which printers there are', async () => {
    const window = await openAt('2026-11-22T01:00:00.000Z')
    await window.getByTestId('screen-start').waitFor()
    await pick(window, 'Tỉnh, thành phố', 'thanh hoa')
    await pick(window, 'Xã, phường', 'dong son')
    await fill(window, /^Tên điểm tiêm/, 'Trạm Y tế phường Đông Sơn')
    await fill(window, /^Họ tên/, 'Trưởng trạm')
    await fill(window, /^Mã PIN/, pin)
    await fill(window, /^Gõ lại mã PIN/, pin)
    await addPrinter(window, 'slip', 'Máy in phiếu', slips.port)
    await addPrinter(window, 'label', 'Máy in nhãn', labels.port)
    await window.getByTestId('finish-start').click()
    await window.getByTestId('screen-reception').waitFor()
    const { setUp, point } = await ask<{ setUp: boolean; point: { address: { communeCode: string } } }>(
      'app.get-state',
      {},
    )
    expect(setUp).toBe(true)
    expect(point.address.communeCode).toBe('16378')
  })

  test('a child is searched for, not found, and registered', async () => {
    const { window } = desk
    await window.keyboard.press('F2')
    await window.getByTestId('search').fill('dang nguyen phuong uyen')
    await window.getByTestId('register-new').click()
    await window.getByTestId('register-form').waitFor()
    await window.getByTestId('sex').getByText('Nữ', { exact: true }).click()
    await fill(window, /^Ngày sinh/, '20072026')
    await fill(window, /^Họ tên( \*)?$/, child)
    await fill(window, /^Họ tên mẹ/, mother)
    await window.getByTestId('save-only').click()
    await window.getByTestId('historical-grid').waitFor()
  })

  test('earlier doses are copied from the card, and what is due follows from them', async () => {
    const { window } = desk
    const rows = [
      ['vgb', '20072026'],
      ['bcg', '25072026'],
      ['5 trong 1', '21092026'],
      ['bopv', '21092026'],
    ] as const
    for (const [index, [vaccine, on]] of rows.entries()) {
      const row = window.getByRole('group', { name: `Dòng ${index + 1}` })
      await pick(window, 'Vắc xin', vaccine, row)
      await row.getByLabel('Ngày tiêm').fill(on)
      if (index < rows.length - 1) await row.getByLabel('Ngày tiêm').press('Enter')
    }
    await window.getByTestId('save-historical').click()
    await window.getByTestId('historical-grid').waitFor({ state: 'detached' })
    const chart = await chartOf(child)
    expect(chart.today.map(due => due.label.vi)).toEqual(['5 trong 1 mũi 2', 'bOPV mũi 2'])
  })

  test('stock: two lots come in', async () => {
    await receive('SII_PENTA', 'PENTA-0326', 10)
    await receive('BOPV_POLYVAC', 'OPV-1126', 20)
  })

  test('reception, screening with temperature and weight, two doses from two lots', async () => {
    const { window } = desk
    await window.keyboard.press('F2')
    await window.getByTestId('search').fill('phuong uyen 2026')
    await window.getByTestId('quick-name').filter({ hasText: /uyên/i }).waitFor()
    await window.keyboard.press('Enter')
    await window.getByTestId('queued').waitFor()
    await window.keyboard.press('Alt+2')
    await fill(window, /^Thân nhiệt/, '36,8')
    await fill(window, /^Cân nặng/, '6,2')
    await window.getByTestId('all-no').click()
    await window.keyboard.press('Control+Enter')
    await window.keyboard.press('Alt+3')
    await window.getByTestId('dose-matrix').waitFor()
    await window.getByTestId('save-doses').filter({ hasText: 'Lưu 2 mũi' }).waitFor()
    await printSyringeLabel(window, labels)
    await window.getByTestId('said-name').waitFor()
    await window.keyboard.press('Alt+h')
    await window.keyboard.press('Alt+s')
    await window.getByText('Đúng trẻ: đã hỏi').waitFor()
    await window.keyboard.press('Control+Enter')
    await until(async () => {
      const board = await ask<{ observation: readonly { labels: readonly string[] }[] }>(
        'session.get-board',
        { on: null },
      )
      return board.observation.length === 1 ? board : null
    }, 'the child in observation')
    const lots = await ask<readonly { number: string; balance: number }[]>('stock.list-lots', {
      vaccineCode: null,
    })
    expect(lots.map(lot => [lot.number, lot.balance]).sort()).toEqual([
      ['OPV-1126', 19],
      ['PENTA-0326', 9],
    ])
  })

  test('observation counts down on every screen; after 30 minutes the child goes home with a slip', async () => {
    await desk.window.getByTestId('timers-chip').waitFor()
    await desk.close()
    const window = await openAt('2026-11-22T01:45:00.000Z')
    await signIn(window)
    await window.keyboard.press('Alt+4')
    await window.getByTestId('timer-card').first().waitFor()
    await printReceipt(window, slips)
    await window.getByTestId('send-home').waitFor()
    await window.keyboard.press('Control+Enter')
    await until(
      async () => ((await lastJobState('appointment-slip')) === 'confirmed' ? true : null),
      'the confirmation',
    )
    const { bits } = decodeEscpos(lastJob(slips))
    expect(bits.width).toBe(576)
    expect(bits.height).toBeGreaterThan(400)
  })

  test('the label comes out over TCP and its barcode is the code of the child', async () => {
    const { personId, personCode } = await findPerson(child)
    const before = labelCount(labels)
    await ask('document.print', documentOf('person-label', personId))
    const job = decodeTspl(await labelAfter(labels, before), 400)
    expect(await readSymbols(job.bits)).toContain(`Code128:${personCode}`)
  })

  test('the record is a PDF whose text has every mark', async () => {
    const { personId, personCode } = await findPerson(child)
    const file = join(folder, 'record.pdf')
    await desk.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
    }, file)
    await ask('document.save-pdf', { ...documentOf('vaccination-record', personId), paper: 'A4' })
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC')
    for (const words of [child, mother, 'Trạm Y tế phường Đông Sơn', 'PENTA-0326', 'OPV-1126', '22/11/2026'])
      expect(text.toLowerCase()).toContain(words.toLowerCase())
    expect(text.replaceAll(/\s/g, '')).toContain(personCode)
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Page size:.*\(A4\)/)
  })

  test('the forecast of the next day knows today’s doses', async () => {
    await desk.close()
    const window = await openAt('2026-11-23T01:00:00.000Z')
    await signIn(window)
    const chart = await chartOf(child)
    expect(chart.today).toEqual([])
    expect(chart.next?.labels.map(label => label.vi)).toEqual(
      expect.arrayContaining(['5 trong 1 mũi 3', 'bOPV mũi 3']),
    )
    expect(chart.next?.on).toBe('2026-12-22')
  })

  test('a dose recorded by mistake is voided with a reason, in the matrix', async () => {
    const { window } = desk
    await openRecord(window)
    await window.getByRole('button', { name: /^22\/11\/2026\. bOPV/ }).click()
    await window.getByText('Hủy mũi ghi nhầm', { exact: true }).click()
    await window.getByText('Ghi nhầm người', { exact: true }).click()
    await window.getByRole('button', { name: /^Hủy mũi này/ }).click()
    await window.getByRole('button', { name: /^22\/11\/2026\. bOPV/ }).waitFor({ state: 'detached' })
    expect((await chartOf(child)).today.map(due => due.label.vi)).toEqual(['bOPV mũi 2'])
    const lots = await ask<readonly { number: string; balance: number }[]>('stock.list-lots', {
      vaccineCode: 'BOPV_POLYVAC',
    })
    expect(lots.map(lot => lot.balance)).toEqual([20])
  })

  test('a dose is corrected with a reason; what it said before stays readable', async () => {
    const { window } = desk
    await window
      .getByRole('button', { name: /^22\/11\/2026\. 5 trong 1/ })
      .first()
      .click()
    await window.getByText('Sửa mũi này', { exact: true }).click()
    const dialog = window.getByRole('dialog', { name: 'Sửa mũi tiêm' })
    await dialog.getByLabel('Liều (ml)').fill('0,4')
    await dialog.getByLabel(/^Vì sao sửa/).fill('Đối chiếu lại với lọ')
    await dialog.getByRole('button', { name: /^Lưu bản sửa/ }).click()
    await dialog.waitFor({ state: 'detached' })
    const { personId } = await findPerson(child)
    const [latest] = await ask<readonly { changes: readonly unknown[] }[]>('person.get-history', { personId })
    expect(latest?.changes).toEqual([{ field: 'volumeMl', before: '0.5', after: '0.4' }])
  })

  test('an identity is corrected with a reason; the old name stays readable in the history', async () => {
    const { window } = desk
    await window.getByTestId('edit-person').click()
    await window.getByTestId('edit-form').waitFor()
    await fill(window, /^Họ tên( \*)?$/, 'Đặng Nguyễn Phương Quyên')
    await fill(window, /^Lý do/, 'Theo giấy khai sinh')
    await window.getByTestId('save-correction').click()
    await window.getByTestId('edit-form').waitFor({ state: 'detached' })
    await window.getByText('Lịch sử thay đổi').click()
    const history = window.getByTestId('screen-person')
    await history.getByText('Lý do: Theo giấy khai sinh').waitFor()
    const words = await history.innerText()
    expect(words).toContain(child)
    expect(words).toContain('Đặng Nguyễn Phương Quyên')
    expect(words).toContain('Lý do: Ghi nhầm người')
    expect((await findPerson('dang nguyen phuong quyen')).personId).toBe((await findPerson(mother)).personId)
  })
})

async function openRecord(window: Page) {
  await window.keyboard.press('F2')
  await window.getByTestId('search').fill('phuong uyen 2026')
  await window.getByTestId('quick-name').filter({ hasText: /uyên/i }).waitFor()
  await window.getByRole('button', { name: /Mở hồ sơ/ }).click()
  await window.getByTestId('dose-matrix').waitFor()
}

async function signIn(window: Page) {
  await window.getByTestId('pin').fill(pin)
  await window.keyboard.press('Enter')
  await window.getByTestId('screen-reception').waitFor()
}

async function findPerson(text: string): Promise<{ personId: string; personCode: string }> {
  const { hits } = await ask<{ hits: readonly { personId: string; personCode: string }[] }>('person.search', {
    text,
    limit: 5,
  })
  const [hit] = hits
  if (!hit) throw new Error(`nobody is called ${text}`)
  return hit
}

async function chartOf(name: string): Promise<ImmunizationChart> {
  const { personId } = await findPerson(name)
  return (await ask<{ chart: ImmunizationChart }>('immunization.get-chart', { personId, on: null })).chart
}

async function receive(vaccineCode: string, number: string, doses: number) {
  const lot = { vaccineCode, number, doses, expiresOn: '2027-10-31', programme: 'epi' }
  await ask('stock.receive-lot', {
    ...lot,
    manufacturer: null,
    diluentLot: null,
    diluentExpiresOn: null,
    note: null,
  })
}

async function lastJobState(kind: string): Promise<string | null> {
  const jobs = await ask<readonly { kind: string; state: string }[]>('print.list-jobs', { limit: 20 })
  return jobs.find(job => job.kind === kind)?.state ?? null
}

function documentOf(kind: 'person-label' | 'vaccination-record', personId: string) {
  return { kind, personId, visitId: null, paper: null, bilingual: false }
}
