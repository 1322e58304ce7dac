import { PNG } from 'pngjs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Bits } from '../../../main/printing/bits'
import { type DotDocument, openDocumentRenderer } from '../../../main/printing/document-renderer'
import type { DocumentKind } from '../../../src/contract/print-calls'
import { newPrinter } from '../../../src/domain/document/printer'
import { vietnameseRows } from '../../../src/domain/document/test-page'
import { fontFolder } from '../../helpers/document-samples'
import { dotPrintersOf, readBack } from '../../helpers/dot-printers'
import { renderZpl } from '../../helpers/label-decoders'
import { readSymbols } from '../../helpers/read-symbol'
import { documentFrom, sampleData } from '../../helpers/sample-documents'
import { emptiestOf, longestOf, namedAs } from '../../helpers/worst-documents'

/*
 * Every document of a roll or a label × every language and head × the worst facts: longest name, all letters, nothing that may
 * be absent, practice and reprint. Bytes are read back; the code is read from the dots.
 */
const renderer = openDocumentRenderer(fontFolder)
const rolls = ['appointment-slip', 'fee-receipt', 'queue-ticket'] as const
const labels = [
  'person-label',
  'handbook-sticker',
  'certificate-label',
  'vial-label',
  'handbook-visit-label',
] as const

const marked = { practice: true, reprint: { number: 12, at: '2026-01-14T01:35:00.000Z' } }
const worstOf = (kind: DocumentKind) =>
  [
    { what: 'the longest name and all letters', document: longestOf(kind) },
    { what: 'nothing that may be absent', document: emptiestOf(kind) },
    {
      what: 'the marks of practice and reprint',
      document: documentFrom(kind, { ...sampleData(kind), ...marked }),
    },
    {
      what: 'the longest name under both marks',
      document: {
        ...longestOf(kind),
        ...documentFrom(kind, { ...sampleData(kind), ...marked }),
        ...nameOf(longestOf(kind)),
      },
    },
  ] as readonly { readonly what: string; readonly document: DotDocument }[]

const nameOf = (document: object) =>
  'forName' in document ? { forName: document.forName } : 'name' in document ? { name: document.name } : {}

/** What the symbol of a paper may say: a label of a certificate bears the form that fits. */
function codesOf(document: DotDocument): readonly string[] {
  if (document.kind === 'certificate-label') return [...document.cards, document.compact]
  return 'code' in document ? [document.code] : []
}

const cases = [...rolls, ...labels].flatMap(kind =>
  worstOf(kind).flatMap(({ what, document }) =>
    dotPrintersOf(kind, document).map(printer => ({
      kind,
      what,
      document,
      printer,
      on: printer.role === 'slip' ? `${printer.widthDots} dots` : `${printer.language} ${printer.dpi} dpi`,
    })),
  ),
)

beforeAll(() =>
  renderer.drawDots(namedAs('person-label', 'Lê An') as DotDocument, newPrinter('x', 'x', 'label')),
)

describe('every document in every language', () => {
  test.each(cases)('$kind with $what on $on', async ({ kind, document, printer }) => {
    const drawn = renderer.drawDots(document, printer)
    const bytes = renderer.renderBytes(document, printer, 1)
    expect(readBack(bytes, printer, drawn.width).equals(drawn)).toBe(true)
    const codes = codesOf(document)
    const isSquare = ['handbook-sticker', 'certificate-label', 'handbook-visit-label'].includes(kind)
    const symbology = isSquare ? 'QRCode' : 'Code128'
    const found = await symbolsIn(drawn)
    expect(found).toHaveLength(Math.min(codes.length, 1))
    for (const symbol of found) expect(codes.map(code => `${symbology}:${code}`)).toContain(symbol)
    expect(isBandOrWhite(drawn)).toBe(true)
  })

  test.each([...rolls, ...labels])('%s as a picture has the dots that are printed', kind => {
    const document = longestOf(kind) as DotDocument
    const [printer] = dotPrintersOf(kind, document)
    if (!printer) throw new Error('no printer')
    const drawn = renderer.drawDots(document, printer)
    const { width, height, data } = PNG.sync.read(renderer.renderPreviewPng(document, printer))
    expect([width, height]).toEqual([drawn.width, drawn.height])
    const seen = Buffer.from(Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0))
    const wanted = Uint8Array.from({ length: width * height }, (_, at) =>
      drawn.get(at % width, Math.floor(at / width)) ? 0 : 255,
    )
    expect(seen.equals(wanted)).toBe(true)
  })

  test.each(labels)('%s is printed alike by a ZPL renderer that is not ours', async kind => {
    const document = longestOf(kind) as DotDocument
    const [printer] = dotPrintersOf(kind, document).filter(({ language }) => language === 'zpl')
    if (!printer) throw new Error('no ZPL printer')
    const drawn = renderer.drawDots(document, printer)
    const seen = await renderZpl(renderer.renderBytes(document, printer, 1), drawn)
    expect(seen.equals(drawn)).toBe(true)
  })

  test.each([...rolls, ...labels])('%s prints all 134 letters, composed or not, alike', kind => {
    const [printer] = dotPrintersOf(kind, namedAs(kind, 'Lê An') as DotDocument)
    if (!printer) throw new Error('no printer')
    const pairs = [0, 2, 4, 6].map(at => vietnameseRows.slice(at, at + 2).join(' '))
    const pictures = pairs.map(letters => {
      const composed = namedAs(kind, letters) as DotDocument
      const [key] = Object.keys(nameOf(composed))
      const apart = { ...composed, [key ?? '']: letters.normalize('NFD') }
      const drawn = renderer.drawDots(composed, printer)
      expect(drawn.equals(renderer.drawDots(apart, printer))).toBe(true)
      return drawn.data.toString('base64')
    })
    expect(new Set(pictures).size).toBe(pairs.length)
  })

  test('a label too small for a bar code is refused, not printed in halves', () => {
    const small = { ...newPrinter('x', 'x', 'label'), labelMm: { widthMm: 30, heightMm: 20, gapMm: 2 } }
    for (const kind of ['person-label', 'handbook-sticker', 'certificate-label'] as const)
      expect(() => renderer.drawDots(namedAs(kind, 'Lê An') as DotDocument, small)).toThrow(
        'print.label-too-small',
      )
  })
})

/** The same dots are looked at once, in whatever language they were sent. */
const seen = new Map<string, Promise<readonly string[]>>()
function symbolsIn(bits: Bits): Promise<readonly string[]> {
  const key = bits.data.toString('base64')
  const known = seen.get(key) ?? readSymbols(bits)
  seen.set(key, known)
  return known
}

/** The outermost two dots of each side are white, or black from end to end: a band may bleed, a letter may not. */
function isBandOrWhite(bits: Bits): boolean {
  const columns = [0, 1, bits.width - 2, bits.width - 1]
  return columns.every(x => {
    const runs = Array.from({ length: bits.height }, (_, y) => bits.get(x, y))
    const black = runs.filter(Boolean).length
    const edges = runs.filter((dot, y) => y > 0 && dot !== runs[y - 1]).length
    return black === 0 || edges <= 4
  })
}
