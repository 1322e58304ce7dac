import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DotDocument } from '../../main/printing/document-renderer'
import { openDocumentRenderer } from '../../main/printing/document-renderer'
import { isPageDocument, renderPageHtml } from '../../main/printing/page/render-page'
import { headlessFontBase, type PageJob, runPages } from '../../main/printing/page/run-pages'
import { previewPng } from '../../main/printing/preview-png'
import { type DocumentKind, documentKinds } from '../../src/contract/print-calls'
import type { PrintDocument } from '../../src/domain/document/document'
import { formatsOf } from '../../src/domain/document/formats'
import { fontFolder } from '../helpers/document-samples'
import { dotPrintersOf, readBack } from '../helpers/dot-printers'
import { documentFrom, sampleData } from '../helpers/sample-documents'
import { emptiestOf, longestOf } from '../helpers/worst-documents'

/*
 * Every document in every format it has, as pictures to look at (`npm run shots -- papers`, then the folder `shots/papers`):
 * usual, longest and emptiest facts, and both marks. Rolls and labels are what a strict printer read out of the bytes.
 */
const folder = new URL('../../shots/papers/', import.meta.url).pathname
const root = new URL('../..', import.meta.url).pathname
const marks = { practice: true, reprint: { number: 12, at: '2026-01-14T01:35:00.000Z' } }
const variants: Readonly<Record<string, (kind: DocumentKind) => PrintDocument>> = {
  usual: kind => documentFrom(kind, sampleData(kind)),
  longest: longestOf,
  emptiest: emptiestOf,
  marked: kind => documentFrom(kind, { ...sampleData(kind), ...marks }),
}
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const kindsAs = (format: 'pdf' | 'png') =>
  documentKinds.filter(kind => formatsOf(kind).includes('pdf') === (format === 'pdf'))

test('rolls and labels', () => {
  const renderer = openDocumentRenderer(fontFolder)
  for (const kind of kindsAs('png')) {
    for (const [variant, documentOf] of Object.entries(variants)) {
      const document = documentOf(kind) as DotDocument
      for (const printer of dotPrintersOf(kind, document)) {
        const drawn = renderer.drawDots(document, printer)
        const read = readBack(renderer.renderBytes(document, printer, 1), printer, drawn.width)
        const head = printer.role === 'slip' ? printer.widthDots : printer.dpi
        writeFileSync(`${folder}${kind}-${printer.language}-${head}-${variant}.png`, previewPng(read))
        expect(read.equals(drawn), `${kind} ${printer.language}`).toBe(true)
      }
    }
  }
}, 120_000)

test('pages', async () => {
  const { electronExecutable } = JSON.parse(
    readFileSync(join(root, 'node_modules/.diem-tiem/runtime.json'), 'utf8'),
  ) as { readonly electronExecutable: string }
  const jobs = (await Promise.all(kindsAs('pdf').map(pageJobs))).flat()
  const script = join(root, '.vite/build/cli/print-pages.cjs')
  await runPages({ electron: electronExecutable, script, fontFolder, jobs })
  for (const { out } of jobs) execFileSync('pdftoppm', ['-r', '80', '-png', out, out.replace(/\.pdf$/u, '')])
  expect(jobs.length).toBeGreaterThan(0)
}, 240_000)

async function pageJobs(kind: DocumentKind): Promise<readonly PageJob[]> {
  const jobs: PageJob[] = []
  for (const [variant, documentOf] of Object.entries(variants)) {
    for (const paper of ['A4', 'A5'] as const) {
      for (const bilingual of variant === 'usual' ? [false, true] : [false]) {
        const document = documentOf(kind)
        if (!isPageDocument(document)) throw new Error(`${kind} is no page`)
        const html = await renderPageHtml(document, { paper, bilingual, fontBase: headlessFontBase })
        const out = `${folder}${kind}-${paper}-${variant}${bilingual ? '-bilingual' : ''}.pdf`
        jobs.push({ html, paper, format: 'pdf', out })
      }
    }
  }
  return jobs
}
