import { describe, expect, test } from 'vitest'
import { openDocumentRenderer } from '../../../main/printing/document-renderer'
import { renderCertificateHtml } from '../../../main/printing/page/certificate-html'
import { certificateShape } from '../../../src/domain/document/certificate-shape'
import { newPrinter } from '../../../src/domain/document/printer'
import type { PaperTemplate } from '../../../src/domain/document/template'
import type { VaccinationCertificate } from '../../../src/domain/document/vaccination-certificate'
import { fontFolder } from '../../helpers/document-samples'
import { documentFrom, sampleData } from '../../helpers/sample-documents'

const plain = documentFrom(
  'vaccination-certificate',
  sampleData('vaccination-certificate'),
) as VaccinationCertificate
const options = { paper: 'A4', bilingual: false, fontBase: 'https://print.invalid/fonts/' } as const
const signature = { cards: ['shc:/567629'], pointName: 'Trạm <A>', authorityName: 'Sở Y tế' }
const template = (change: Partial<PaperTemplate>): PaperTemplate => ({
  kind: 'vaccination-certificate',
  version: '1',
  confirmation: 'unverified',
  source: 'thử',
  texts: {},
  parts: null,
  columns: null,
  ...change,
})

describe('renderCertificateHtml', () => {
  test('every dose stands there with its lot, date and place, and the number of rows below them', () => {
    const page = renderCertificateHtml(plain, options)
    for (const { vaccine, lot, givenOn, place } of plain.doses)
      for (const fact of [vaccine, lot, givenOn, place]) expect(page).toContain(fact)
    expect(page).toContain('Bảng có: <b>7</b> mũi')
  })

  test('English stands beside Vietnamese only when asked for', () => {
    expect(renderCertificateHtml(plain, options)).not.toContain('VACCINATION CERTIFICATE')
    const both = renderCertificateHtml(plain, { ...options, bilingual: true })
    for (const words of ['VACCINATION CERTIFICATE', 'Full name', 'Tuberculosis', 'Female'])
      expect(both).toContain(words)
  })

  test('without a signature the paper says so, with one it shows a code and who vouches for it', () => {
    const unsigned = renderCertificateHtml(plain, options)
    expect(unsigned).toContain('KHÔNG có chữ ký số')
    const signed = renderCertificateHtml({ ...plain, signature }, options)
    expect(signed).not.toContain('KHÔNG có chữ ký số')
    expect(signed).toContain('<b>Trạm &lt;A&gt;</b>')
    expect(signed.match(/<svg/gu)).toHaveLength(2)
  })

  test('a template changes words, order and columns; what it does not name stays', () => {
    const columns = certificateShape.columns
      .filter(({ column }) => column !== 'order' && column !== 'reaction')
      .map(({ column, widthPercent }) => ({ column, widthPercent: column === 'vaccine' ? 34 : widthPercent }))
    const parts = ['title', 'head', 'identity', 'doses', 'signature', 'code']
    const texts = { title: { vi: 'GIẤY CHỨNG NHẬN', en: 'CERTIFICATE' } }
    const page = renderCertificateHtml({ ...plain, template: template({ columns, parts, texts }) }, options)
    expect(page).toContain('<h1>GIẤY CHỨNG NHẬN</h1>')
    expect(page).not.toContain('<th>STT</th>')
    expect(page.indexOf('<h1>')).toBeLessThan(page.indexOf('class="head"'))
    expect(page).toContain('Họ và tên')
  })

  test('words of a slip change too, in dots', () => {
    const renderer = openDocumentRenderer(fontFolder)
    const ticket = documentFrom('queue-ticket', sampleData('queue-ticket'))
    if (ticket.kind !== 'queue-ticket') throw new Error('another paper')
    const texts = { title: { vi: 'SỐ CHỜ', en: 'NUMBER' } }
    const other = { ...ticket, template: { ...template({ texts }), kind: 'queue-ticket' } }
    const printer = newPrinter('x', 'x', 'slip')
    expect(renderer.drawDots(other, printer).equals(renderer.drawDots(ticket, printer))).toBe(false)
  })
})
