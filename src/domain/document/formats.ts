import type { PrintDocument } from './document'
import { type LabelSize, type PrinterLanguage, usualLabel } from './printer'

/** What a document can be turned into: a page, the bytes of a printer language, or a picture. */
export type DocumentFormat = 'pdf' | 'png' | Exclude<PrinterLanguage, 'page'>

const page: readonly DocumentFormat[] = ['pdf', 'png']
const roll: readonly DocumentFormat[] = ['escpos', 'png']
const label: readonly DocumentFormat[] = ['tspl', 'zpl', 'epl', 'png']

const formats: Readonly<Record<Exclude<PrintDocument['kind'], 'test-page'>, readonly DocumentFormat[]>> = {
  'vaccination-record': page,
  'vaccination-certificate': page,
  'catch-up-plan': page,
  'transfer-slip': page,
  'screening-checklist': page,
  'screening-referral': page,
  'maternal-referral': page,
  'session-invitations': page,
  'session-close': page,
  'aefi-case-form': page,
  'contact-list': page,
  'stock-sheet': page,
  'upload-proof': page,
  'growth-chart': page,
  report: page,
  'indicator-sheet': page,
  'appointment-slip': roll,
  'fee-receipt': roll,
  'queue-ticket': roll,
  'person-label': label,
  'handbook-sticker': label,
  'certificate-label': label,
  'vial-label': label,
  'handbook-visit': page,
  'handbook-visit-label': label,
  'mother-child-handbook': page,
}

/** The formats of a document, the one of its usual printer first. */
export function formatsOf(kind: keyof typeof formats): readonly DocumentFormat[] {
  return formats[kind]
}

/** The paper a page is usually printed on: pages of the handbook are the size of the book. */
export function usualPaperOf(kind: PrintDocument['kind']): 'A4' | 'A5' {
  return kind === 'handbook-visit' || kind === 'mother-child-handbook' ? 'A5' : 'A4'
}

/** The label a document is made for, in millimetres; papers without a label have the usual one. */
export function labelSizeOf(kind: PrintDocument['kind']): Pick<LabelSize, 'widthMm' | 'heightMm'> {
  const { widthMm, heightMm } = usualLabel
  return kind === 'vial-label' ? { widthMm: 30, heightMm: 20 } : { widthMm, heightMm }
}
