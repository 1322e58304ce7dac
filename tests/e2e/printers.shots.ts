import { afterAll, afterEach, expect, test } from 'vitest'
import { newPrinter, type PrinterSettings } from '../../src/domain/document/printer'
import { type FakePrinter, freePort, startFakePrinter } from '../helpers/fake-printer'
import { createStage, pin } from './shots/stage'
import { ask, until } from './support/ask'
import { signIn } from './support/desk'

const stage = createStage('--practice')
const running: FakePrinter[] = []

afterAll(async () => {
  await stage.end()
  await Promise.all(running.map(printer => printer.close()))
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

async function add(
  name: string,
  role: 'slip' | 'label',
  port: number,
  change: Partial<PrinterSettings> = {},
) {
  const { id: _id, ...usual } = newPrinter('', name, role)
  const connection = { kind: 'tcp', host: '127.0.0.1', port } as const
  const printer = { ...usual, ...change, connection }
  const answer = await ask<{ printerId: string }>(stage.window(), 'printer.save', {
    printerId: null,
    printer,
  })
  return answer.printerId
}

test('printers and their jobs', async () => {
  for (const behaviour of ['normal', 'label-open', 'label-prints', 'no-ack'] as const)
    running.push(await startFakePrinter(behaviour))
  const [slip = 0, label = 0, vials = 0, silent = 0] = running.map(({ port }) => port)
  await stage.open('2026-11-22T01:00:00.000Z')
  const window = stage.window()
  window.setDefaultTimeout(30_000)
  await signIn(stage.desk(), pin)
  await add('Xprinter bàn đón tiếp', 'slip', slip)
  const gone = await add('Máy phiếu phòng tiêm', 'slip', await freePort())
  await add('Máy nhãn 50×30', 'label', label)
  const small = await add('Zebra tem lọ 30×20', 'label', vials, {
    language: 'tspl',
    labelMm: { widthMm: 30, heightMm: 20, gapMm: 2 },
    darkness: 9,
    speed: 3,
  })
  await add('Máy phiếu nhái', 'slip', silent)
  await ask(window, 'printer.route-paper', { kind: 'vial-label', printerId: small, tray: null })
  const { hits } = await ask<{ hits: readonly { personId: string }[] }>(window, 'person.search', {
    text: 'nguyen 2025',
    limit: 1,
  })
  const paper = { personId: hits[0]?.personId ?? '', visitId: null, paper: null, bilingual: false }
  await ask(window, 'document.print', { ...paper, kind: 'appointment-slip' })
  await ask(window, 'document.print', { ...paper, kind: 'person-label' })
  await ask(window, 'printer.route-paper', { kind: 'appointment-slip', printerId: gone, tray: null })
  await ask(window, 'document.print', { ...paper, kind: 'appointment-slip' })
  await ask(window, 'printer.test', { printerId: small })
  await until(async () => {
    const jobs = await ask<readonly { state: string }[]>(window, 'print.list-jobs', { limit: 10 })
    return jobs.every(({ state }) => state !== 'queued' && state !== 'sent') || null
  }, 'the end of every job')
  await stage.shootPlace('print-jobs', 'print-jobs')
  await stage.shootPlace('set-up', 'set-up-printers')
  await window.getByTestId('open-printers').click()
  await window.getByTestId('search-network').click()
  await window
    .getByRole('status')
    .filter({ hasText: /địa chỉ|mạng/u })
    .waitFor()
  await stage.shoot('printers', 'screen-printers')
  await window
    .getByRole('button', { name: /Sửa|Chỉnh/u })
    .nth(3)
    .click()
  await window.getByTestId('print-calibration').waitFor()
  await stage.shoot('printers-label', 'screen-printers')
  expect(stage.cut()).toEqual([])
})
