import { execFile, execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { type ConcernedLine, recallLot } from '../../../src/contract/contact-calls'
import { type DocumentRequest, savePdf } from '../../../src/contract/print-calls'
import type { Desk } from './desk'

/** The text of a paper, read back from the PDF it is saved as. */
export async function readPaper(
  desk: Desk,
  folder: string,
  request: Partial<DocumentRequest> & Pick<DocumentRequest, 'kind'>,
): Promise<string> {
  const file = join(folder, `${request.kind}.pdf`)
  await desk.launched.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, file)
  await desk.ask(savePdf, { personId: null, visitId: null, paper: 'A4', bilingual: false, ...request })
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC')
}

/** Everybody a recall names. */
export async function recalled(desk: Desk, lotId: string): Promise<readonly ConcernedLine[]> {
  const lines: ConcernedLine[] = []
  for (;;) {
    const page = await desk.ask(recallLot, { lotId, offset: lines.length, limit: 200 })
    lines.push(...page.lines)
    if (page.lines.length === 0 || lines.length >= page.counts.lines) return lines
  }
}

/** The commands of the project find nothing wrong in the file: the journal holds together, and a rebuild gives the same. */
export async function seeFileSound(file: string): Promise<void> {
  const root = join(import.meta.dirname, '../../..')
  const command = (name: string, ...more: string[]) =>
    promisify(execFile)(process.execPath, [join(root, '.vite/build/cli', `${name}.cjs`), file, ...more], {
      maxBuffer: 2 ** 26,
    })
  const report = JSON.parse((await command('verify-journal', '--json')).stdout) as {
    readonly faults: unknown[]
  }
  expect(report.faults).toEqual([])
  expect((await command('rebuild')).stdout).toContain('OK')
}

/** Throws: somebody should have come. */
export function seenNobody(): never {
  throw new Error('nobody has come')
}
