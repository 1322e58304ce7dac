import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type DotDocument, openDocumentRenderer } from '../../../main/printing/document-renderer'
import { isPageDocument, renderPageHtml } from '../../../main/printing/page/render-page'
import { documentKinds } from '../../../src/contract/print-calls'
import { roleOf } from '../../../src/domain/document/document'
import { formatsOf, labelSizeOf } from '../../../src/domain/document/formats'
import { newPrinter, usualLabel } from '../../../src/domain/document/printer'
import { fontFolder } from '../../helpers/document-samples'
import { differingDots } from '../../helpers/golden-bits'
import { documentFrom, sampleData } from '../../helpers/sample-documents'

/*
 * Every document of the samples as it was when somebody last looked at it: dots as a picture, pages as their markup without
 * the style. UPDATE_GOLDEN=1 writes them anew; look at the paper (`npm run -s print`) before they are committed.
 */
const renderer = openDocumentRenderer(fontFolder)
const pages = new URL('../../fixtures/printing/pages/', import.meta.url)
const pageKinds = documentKinds.filter(kind => formatsOf(kind).includes('pdf'))
const dotKinds = documentKinds.filter(kind => !formatsOf(kind).includes('pdf'))

describe('golden previews', () => {
  test.each(dotKinds)('%s has the dots it had', kind => {
    const document = documentFrom(kind, sampleData(kind)) as DotDocument
    const printer = newPrinter('golden', 'golden', roleOf(document))
    const drawn = renderer.drawDots(document, {
      ...printer,
      labelMm: { ...usualLabel, ...labelSizeOf(kind) },
    })
    expect(differingDots(`document-${kind}`, drawn)).toBe(0)
  })

  test.each(pageKinds)('%s has the markup it had, in both languages where it has two', async kind => {
    const document = documentFrom(kind, sampleData(kind))
    if (!isPageDocument(document)) throw new Error(`${kind} is no page`)
    const page = await renderPageHtml(document, { paper: 'A4', bilingual: true, fontBase: 'fonts/' })
    const body = page.slice(page.indexOf('<body>')).replaceAll(/<style>[\s\S]*?<\/style>/gu, '')
    const file = new URL(`${kind}.html`, pages)
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(pages, { recursive: true })
      writeFileSync(file, `${body}\n`)
    }
    expect(existsSync(file), `no golden page ${kind}`).toBe(true)
    expect(body).toBe(readFileSync(file, 'utf8').slice(0, -1))
  })
})
