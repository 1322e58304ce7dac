import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPageDocument, renderPageHtml } from '../../main/printing/page/render-page'
import { headlessFontBase, type PageJob, runPages } from '../../main/printing/page/run-pages'
import { type DocumentKind, documentKinds } from '../../src/contract/print-calls'
import type { PrintDocument } from '../../src/domain/document/document'
import { formatsOf } from '../../src/domain/document/formats'
import { fontFolder } from '../helpers/document-samples'
import { readPicture, readSymbols } from '../helpers/read-symbol'
import { documentFrom, sampleData } from '../helpers/sample-documents'
import { decodeTspl } from '../helpers/tspl-decoder'
import { alphabet, emptiestOf, longestName, longestOf } from '../helpers/worst-documents'

/*
 * Every document that has pages × A4 and A5 × the worst facts, by the same program as `npm run print`, read back from the PDF:
 * size, text with every mark, bar codes from the picture, nothing in the margins a printer cannot reach.
 */
const run = promisify(execFile)
const root = new URL('../..', import.meta.url).pathname
const cli = join(root, '.vite/build/cli')
const runtime = JSON.parse(readFileSync(join(root, 'node_modules/.diem-tiem/runtime.json'), 'utf8')) as {
  readonly electronExecutable: string
  readonly node: string
}
const pageKinds = documentKinds.filter(kind => formatsOf(kind).includes('pdf'))
const papers = ['A4', 'A5'] as const
/** What a printer of pages leaves white, in millimetres. */
const unreachableMm = 4.2

/** As long as one signed card may be. */
const card = `shc:/${'5676290952432060346029243740446031222959532654603460292540772804336028702864716745222809286041'.repeat(26).slice(0, 2390)}`
const signature = {
  cards: [card],
  pointName: 'Trạm Y tế xã Vĩnh Mẫu',
  authorityName: 'Sở Y tế tỉnh Thử Nghiệm',
}

type Variant = 'full' | 'empty' | 'bilingual'
let folder: string

function variantOf(kind: DocumentKind, variant: Variant): PrintDocument {
  if (variant === 'empty') return emptiestOf(kind)
  const full = longestOf(kind)
  return full.kind === 'vaccination-certificate' ? { ...full, signature } : full
}

const variantsOf = (kind: DocumentKind): readonly Variant[] =>
  kind === 'vaccination-record' || kind === 'vaccination-certificate'
    ? ['full', 'empty', 'bilingual']
    : ['full', 'empty']

const cases = pageKinds.flatMap(kind =>
  papers.flatMap(paper =>
    variantsOf(kind)
      .filter(variant => paper === 'A4' || variant !== 'empty')
      .map(variant => ({ kind, paper, variant })),
  ),
)
const fileOf = (kind: DocumentKind, paper: string, variant: Variant) =>
  join(folder, `${kind}-${paper}-${variant}.pdf`)

async function jobOf({ kind, paper, variant }: (typeof cases)[number]): Promise<PageJob> {
  const document = variantOf(kind, variant)
  if (!isPageDocument(document)) throw new Error(`${kind} is no page`)
  const options = { paper, bilingual: variant === 'bilingual', fontBase: headlessFontBase }
  return {
    html: await renderPageHtml(document, options),
    paper,
    format: 'pdf',
    out: fileOf(kind, paper, variant),
  }
}

/** The same page as a picture: the third format a page has. */
async function pictureJob(kind: DocumentKind): Promise<PageJob> {
  const job = await jobOf({ kind, paper: 'A4', variant: 'full' })
  return { ...job, format: 'png', out: join(folder, `${kind}.png`) }
}

/** One page twice: straight, and for a printer that draws its paper in askew. */
const askewMm = { x: 3, y: -2 }
const askewFile = (name: string) => join(folder, `${name}.pdf`)

async function askewJobs(): Promise<readonly PageJob[]> {
  const sheet = documentFrom('stock-sheet', sampleData('stock-sheet'))
  if (!isPageDocument(sheet)) throw new Error('no page')
  const options = { paper: 'A5', bilingual: false, fontBase: headlessFontBase } as const
  const job = (html: string, name: string) =>
    ({ html, paper: 'A5', format: 'pdf', out: askewFile(name) }) as const
  return [
    job(await renderPageHtml(sheet, options), 'straight'),
    job(await renderPageHtml(sheet, { ...options, offsetMm: askewMm }), 'askew'),
  ]
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-tiem-matrix-'))
  await runPages({
    electron: runtime.electronExecutable,
    script: join(cli, 'print-pages.cjs'),
    fontFolder,
    jobs: [
      ...(await Promise.all(cases.map(jobOf))),
      ...(await Promise.all(pageKinds.map(pictureJob))),
      ...(await askewJobs()),
    ],
  })
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Text without its white space: a name may be broken into lines, its letters may not. */
const bare = (text: string) => text.normalize('NFC').replaceAll(/\s/gu, '')

async function textOf(file: string): Promise<string> {
  return bare((await run('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })).stdout)
}

/** A grey picture, one byte a pixel. */
type Grey = { readonly width: number; readonly height: number; readonly data: Buffer }

async function picturesOf(file: string, dpi: number): Promise<readonly Grey[]> {
  const { stdout } = await run('pdftoppm', ['-r', String(dpi), '-gray', file], {
    encoding: 'buffer',
    maxBuffer: 200_000_000,
  })
  const sheets: Grey[] = []
  for (let at = 0; at < stdout.length; ) {
    const [head, width, height] =
      /^P5\s(\d+) (\d+)\s255\s/u.exec(stdout.toString('latin1', at, at + 40)) ?? []
    if (head === undefined) throw new Error('no grey picture')
    const [start, size] = [at + head.length, Number(width) * Number(height)]
    sheets.push({ width: Number(width), height: Number(height), data: stdout.subarray(start, start + size) })
    at = start + size
  }
  return sheets
}

/** Whether the edge of a sheet is white as far in as a printer cannot reach. */
function hasWhiteEdge({ data, width, height }: Grey, dpi: number): boolean {
  const edge = Math.floor((unreachableMm / 25.4) * dpi)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isInside = x >= edge && y >= edge && x < width - edge && y < height - edge
      if (!isInside && (data[y * width + x] ?? 0) < 250) return false
    }
  }
  return true
}

/** Where the first dark dot stands from the left and from the top. */
function cornerOf({ data, width, height }: Grey): { readonly x: number; readonly y: number } {
  let [x, top] = [width, height]
  for (let y = 0; y < height; y++) {
    for (let at = 0; at < x; at++) {
      if ((data[y * width + at] ?? 255) >= 100) continue
      x = at
      top = Math.min(top, y)
    }
  }
  return { x, y: top }
}

async function symbolsOn({ data, width, height }: Grey): Promise<readonly string[]> {
  const colours = new Uint8Array(width * height * 4).fill(255)
  for (const [at, grey] of data.entries()) colours.fill(grey, at * 4, at * 4 + 3)
  return readPicture({ data: colours, width, height }, ['Code128', 'QRCode'])
}

function codesOf(document: PrintDocument): readonly string[] {
  const bars = 'person' in document && document.kind !== 'aefi-case-form' ? [document.person.code] : []
  if (document.kind === 'transfer-slip') return [...bars, ...document.codes]
  if (document.kind === 'vaccination-certificate') return [...bars, ...(document.signature?.cards ?? [])]
  return bars
}

/** Papers about a point, on which no person stands. */
const nameless: ReadonlySet<DocumentKind> = new Set(['stock-sheet', 'report', 'indicator-sheet'])
/** Sheets that lie across: a form of many columns. */
const across: ReadonlySet<DocumentKind> = new Set(['report'])

describe('every document with pages', () => {
  test.each(cases)('$kind on $paper, $variant', async ({ kind, paper, variant }) => {
    const file = fileOf(kind, paper, variant)
    const [text, info, pictures] = await Promise.all([
      textOf(file),
      run('pdfinfo', [file]),
      picturesOf(file, 50),
    ])
    expect(info.stdout).toMatch(new RegExp(`Page size:.*\\(${paper}\\)`))
    expect(pictures.every(picture => hasWhiteEdge(picture, 50))).toBe(true)
    if (variant === 'empty') return
    if (!nameless.has(kind)) expect(text).toContain(bare(longestName))
    expect(text).toContain(bare(alphabet))
  })

  test.each(pageKinds)('%s as a picture shows whole sheets of the same width', kind => {
    const { width, height, data } = PNG.sync.read(readFileSync(join(folder, `${kind}.png`)))
    const [wide, down] = across.has(kind) ? [1123, 794] : [794, 1122]
    expect(width).toBe(wide)
    expect(height).toBeGreaterThanOrEqual(down)
    const isDark = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 100
    const rows = Array.from({ length: height }, (_, y) => y)
    const columns = Array.from({ length: width }, (_, x) => x)
    expect(rows.some(y => isDark(16, y) || isDark(width - 17, y))).toBe(false)
    expect(columns.some(x => rows.some(y => isDark(x, y)))).toBe(true)
  })

  test.each(pageKinds)('%s: its codes are read off the sheet', async kind => {
    const wanted = codesOf(variantOf(kind, 'full'))
    const sheets = wanted.length === 0 ? [] : await picturesOf(fileOf(kind, 'A4', 'full'), 203)
    const read = (await Promise.all(sheets.map(symbolsOn))).flat()
    expect([...new Set(read)].toSorted()).toEqual([...wanted].toSorted())
  })

  test('a page for a printer that draws its paper in askew is the same page, moved', async () => {
    const [straight, askew] = await Promise.all(
      ['straight', 'askew'].map(async name => (await picturesOf(askewFile(name), 127))[0]),
    )
    if (!straight || !askew) throw new Error('no picture')
    const [from, to] = [cornerOf(straight), cornerOf(askew)]
    // Five dots a millimetre; Chromium rounds a margin to its pixel, a quarter of a millimetre.
    expect(Math.abs(to.x - from.x - askewMm.x * 5)).toBeLessThanOrEqual(2)
    expect(Math.abs(to.y - from.y - askewMm.y * 5)).toBeLessThanOrEqual(2)
  })

  test.each(pageKinds)('%s: its fonts are ours and embedded', kind => {
    const fonts = execFileSync('pdffonts', [fileOf(kind, 'A4', 'full')], { encoding: 'utf8' })
    const lines = fonts.trim().split('\n').slice(2)
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/NotoSans.*\byes\b/u)
  })
})

describe('npm run print', () => {
  const command = (...args: readonly string[]) => {
    const env = {
      ...process.env,
      DIEM_TIEM_ELECTRON: runtime.electronExecutable,
      DIEM_TIEM_RESOURCES: join(root, 'resources'),
    }
    return run(runtime.node, [join(cli, 'print.cjs'), ...args], { env, encoding: 'utf8' })
  }
  const dataFile = (kind: DocumentKind, change: object = {}) => {
    const file = join(folder, `${kind}.json`)
    writeFileSync(file, JSON.stringify({ ...sampleData(kind), ...change }))
    return file
  }

  test('makes a PDF, a label and a picture of a data file', async () => {
    const out = join(folder, 'out')
    await command(
      'vaccination-certificate',
      '--data',
      dataFile('vaccination-certificate'),
      '--as',
      'pdf',
      '--out',
      out,
    )
    expect(await textOf(out)).toContain('GIẤYXÁCNHẬNTIÊMCHỦNG')
    await command('person-label', '--data', dataFile('person-label'), '--as', 'tspl', '--out', out)
    expect(await readSymbols(decodeTspl(readFileSync(out), 400).bits)).toEqual(['Code128:2025000700004205'])
    await command(
      'queue-ticket',
      '--data',
      dataFile('queue-ticket'),
      '--as',
      'png',
      '--width',
      '58',
      '--out',
      out,
    )
    expect(PNG.sync.read(readFileSync(out)).width).toBe(384)
  })

  test('says what is wrong with a data file and writes nothing', async () => {
    const out = join(folder, 'none')
    const wrong = dataFile('person-label', { code: '12A' })
    await expect(command('person-label', '--data', wrong, '--as', 'zpl', '--out', out)).rejects.toMatchObject(
      {
        code: 1,
        stderr: expect.stringContaining('code: is no code of 8 to 20 digits'),
      },
    )
    await expect(command('person-label', '--data', wrong, '--as', 'pdf', '--out', out)).rejects.toMatchObject(
      { code: 2 },
    )
    expect(readdirSync(folder)).not.toContain('none')
  })

  test('lists every document, and gives data to start from', async () => {
    const { stdout } = await command('--list')
    expect(stdout.trim().split('\n')).toHaveLength(documentKinds.length)
    const sample = await command('vial-label', '--sample')
    expect(documentFrom('vial-label', JSON.parse(sample.stdout)).kind).toBe('vial-label')
  })
})
