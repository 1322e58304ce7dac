import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readDocument } from '../../src/contract/document-files'
import { type DocumentKind, documentKinds } from '../../src/contract/print-calls'
import { readTemplate, shippedTemplate } from '../../src/contract/template-file'
import { type PrintDocument, roleOf } from '../../src/domain/document/document'
import { type DocumentFormat, formatsOf, labelSizeOf, usualPaperOf } from '../../src/domain/document/formats'
import { newPrinter, type PrinterSettings } from '../../src/domain/document/printer'
import { isTemplateKind } from '../../src/domain/document/template-shapes'
import { openDocumentRenderer } from '../printing/document-renderer'
import { isPageDocument, type PageDocument, renderPageHtml } from '../printing/page/render-page'
import { headlessFontBase, runPages } from '../printing/page/run-pages'
import { PrintError } from '../printing/print-error'

/*
 * `npm run -s print -- DOCUMENT --data FILE.json --as pdf|escpos|tspl|zpl|epl|png --out FILE`: prints any document into a file,
 * with no printer and no window. `--list` names the documents and their formats, `--sample` prints data to start from.
 */
const usage = `npm run -s print -- DOCUMENT --data FILE.json --as pdf|escpos|tspl|zpl|epl|png --out FILE
  [--paper A4|A5] [--bilingual]      pages; the usual size of the document without it
  [--width 80|58]                    rolls, in millimetres; 80 without it
  [--dpi 203|300] [--label 50x30]    labels; the usual size of the document without it
  [--copies N]                       labels and rolls; 1 without it
  [--template FILE.json]             a template to try; the paper is as it ships without it
npm run -s print -- --list           every document with its formats
npm run -s print -- DOCUMENT --sample    data of an invented person, to start from
npm run -s print -- DOCUMENT --show-template   the template that ships, to start from`

const options = {
  data: { type: 'string' },
  as: { type: 'string' },
  out: { type: 'string' },
  paper: { type: 'string' },
  bilingual: { type: 'boolean', default: false },
  width: { type: 'string', default: '80' },
  dpi: { type: 'string', default: '203' },
  label: { type: 'string' },
  copies: { type: 'string', default: '1' },
  list: { type: 'boolean', default: false },
  sample: { type: 'boolean', default: false },
  template: { type: 'string' },
  'show-template': { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof readArguments>['values']

/** What was typed makes no job; the sentence says why. */
class UsageError extends Error {}

const resources = process.env.DIEM_TIEM_RESOURCES ?? path.join(process.cwd(), 'resources')

function readArguments() {
  return parseArgs({ options, allowPositionals: true })
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments()
  if (values.list) {
    for (const kind of documentKinds) console.log(`${kind.padEnd(26)}${formatsOf(kind).join(' ')}`)
    return 0
  }
  const kind = documentKinds.find(known => known === positionals[0])
  if (!kind) throw new UsageError(`there is no document "${positionals[0] ?? ''}"`)
  if (values.sample) {
    process.stdout.write(readFileSync(path.join(resources, 'documents/samples', `${kind}.json`), 'utf8'))
    return 0
  }
  if (values['show-template']) {
    if (!isTemplateKind(kind)) throw new UsageError(`${kind} has no template`)
    process.stdout.write(shippedTemplate(kind))
    return 0
  }
  if (!values.data || !values.out) throw new UsageError('--data and --out are needed')
  const format = formatsOf(kind).find(known => known === values.as)
  if (!format) throw new UsageError(`${kind} is printed as ${formatsOf(kind).join(', ')}`)
  const reading = readDocument(kind, JSON.parse(readFileSync(values.data, 'utf8')))
  if (!reading.ok) {
    for (const problem of reading.problems) console.error(`${values.data}: ${problem}`)
    return 1
  }
  const document = withTemplate(reading.document, values.template)
  if (isPageDocument(document)) return printPage(document, format, values, values.out)
  writeFileSync(values.out, bytesOf(document, format, printerFor(kind, document, format, values), values))
  return 0
}

/** The paper with the template of a file; throws UsageError with everything that is wrong with it. */
function withTemplate(document: PrintDocument, file: string | undefined): PrintDocument {
  if (file === undefined) return document
  const reading = readTemplate(readFileSync(file, 'utf8'))
  if (!reading.ok)
    throw new UsageError(
      reading.problems.map(({ code, params }) => `${file}: ${code} ${params.detail}`).join('\n'),
    )
  if (reading.kind !== document.kind) throw new UsageError(`${file} is a template of ${reading.kind}`)
  return { ...document, template: reading.template }
}

/** A printer of the size asked for, connected to nothing. */
function printerFor(
  kind: DocumentKind,
  document: PrintDocument,
  format: DocumentFormat,
  values: Values,
): PrinterSettings {
  const printer = newPrinter('print', 'print', roleOf(document))
  const size = values.label === undefined ? labelSizeOf(kind) : labelSizeIn(values.label)
  return {
    ...printer,
    language: format === 'png' || format === 'pdf' ? printer.language : format,
    widthDots: oneOf(values.width, { '80': 576, '58': 384 } as const, '--width'),
    dpi: oneOf(values.dpi, { '203': 203, '300': 300 } as const, '--dpi'),
    labelMm: { ...printer.labelMm, ...size },
  }
}

function labelSizeIn(typed: string) {
  const [, widthMm, heightMm] = /^(\d{2,3})x(\d{2,3})$/u.exec(typed) ?? []
  if (!widthMm || !heightMm) throw new UsageError('--label is like 50x30, in millimetres')
  return { widthMm: Number(widthMm), heightMm: Number(heightMm) }
}

function bytesOf(
  document: Exclude<PrintDocument, PageDocument>,
  format: DocumentFormat,
  printer: PrinterSettings,
  values: Values,
): Buffer {
  const renderer = openDocumentRenderer(path.join(resources, 'fonts'))
  const copies = Number(values.copies)
  if (!Number.isInteger(copies) || copies < 1 || copies > 99) throw new UsageError('--copies is 1 to 99')
  return format === 'png'
    ? renderer.renderPreviewPng(document, printer)
    : renderer.renderBytes(document, printer, copies)
}

/** Pages are laid out by Chromium: Electron runs beside this command, in a window nobody sees. */
async function printPage(
  document: PageDocument,
  format: DocumentFormat,
  values: Values,
  out: string,
): Promise<number> {
  const electron = process.env.DIEM_TIEM_ELECTRON
  if (!electron) throw new UsageError('pages need Electron: start this with npm run print')
  const paper = oneOf(values.paper ?? usualPaperOf(document.kind), { A4: 'A4', A5: 'A5' } as const, '--paper')
  if (format !== 'pdf' && format !== 'png') throw new UsageError('a page is printed as pdf or png')
  const options = { paper, bilingual: values.bilingual, fontBase: headlessFontBase }
  const html = await renderPageHtml(document, options)
  await runPages({
    electron,
    script: path.join(__dirname, 'print-pages.cjs'),
    fontFolder: path.join(resources, 'fonts'),
    jobs: [{ html, paper, format, out: path.resolve(out) }],
  })
  return 0
}

function oneOf<Value>(typed: string, known: Readonly<Record<string, Value>>, option: string): Value {
  const value = known[typed]
  if (value === undefined) throw new UsageError(`${option} is ${Object.keys(known).join(' or ')}`)
  return value
}

main().then(
  code => {
    process.exitCode = code
  },
  (error: unknown) => {
    const isOurs = error instanceof UsageError || error instanceof PrintError
    console.error(isOurs ? error.message : error)
    if (error instanceof UsageError) console.error(usage)
    process.exitCode = error instanceof UsageError ? 2 : 1
  },
)
