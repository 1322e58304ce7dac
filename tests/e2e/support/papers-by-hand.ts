import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { decodeEscpos } from '../../helpers/escpos-decoder'
import type { FakePrinter } from '../../helpers/fake-printer'
import { readSymbols } from '../../helpers/read-symbol'
import { decodeTspl } from '../../helpers/tspl-decoder'
import { until } from './ask'

/** What a printer printed last. */
export function lastJob(printer: FakePrinter): Buffer {
  const printed = printer.jobs().filter(bytes => bytes.length > 0)
  return printed.at(-1) ?? Buffer.alloc(0)
}

const labelsOf = (printer: FakePrinter) => printer.jobs().filter(bytes => bytes.includes('PRINT'))

/** How many labels have come out. */
export function labelCount(printer: FakePrinter): number {
  return labelsOf(printer).length
}

/** The label that is printed after so many others. */
export function labelAfter(printer: FakePrinter, count: number): Promise<Buffer> {
  return until(async () => labelsOf(printer)[count] ?? null, 'the label')
}

/** At the injection: the first dose is paid for, and its syringe gets a label with the child's name. */
export async function printSyringeLabel(window: Page, labels: FakePrinter): Promise<void> {
  const line = window.getByRole('region', { name: /5 trong 1/ })
  if ((await line.getByLabel('Nguồn').count()) === 0) await line.getByRole('button').first().click()
  await line.getByLabel('Nguồn').first().click()
  await window.getByRole('option', { name: 'Dịch vụ' }).filter({ visible: true }).click()
  const before = labelCount(labels)
  await window.keyboard.press('Control+b')
  await window.getByTestId('print').click()
  const { bits } = decodeTspl(await labelAfter(labels, before), 400)
  expect([bits.width, bits.height]).toEqual([400, 240])
  // A person's label has a code; that of a syringe has words.
  expect(await readSymbols(bits)).toEqual([])
  await closePreview(window)
}

/** In observation: what was paid is entered, seen as it will come out, and printed. */
export async function printReceipt(window: Page, slips: FakePrinter): Promise<void> {
  await window.getByTestId('print-receipt').click()
  await window.getByLabel(/5 trong 1/).fill('1048000')
  await window.getByTestId('show-receipt').click()
  await window.getByTestId('print').click()
  const bytes = await until(async () => (lastJob(slips).length > 0 ? lastJob(slips) : null), 'the receipt')
  expect(await readSymbols(decodeEscpos(bytes).bits)).toHaveLength(1)
  await closePreview(window)
}

async function closePreview(window: Page): Promise<void> {
  await window.keyboard.press('Escape')
  await window.getByTestId('print').waitFor({ state: 'detached' })
}
