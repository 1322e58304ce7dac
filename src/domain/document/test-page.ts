import type { Issue } from './facts'
import type { Marks } from './marks'
import { largestOffsetMm, largestPageOffsetMm, type PrinterSettings } from './printer'
import { cleanText, momentOnPaper } from './words'

/** What "In thử" prints: proves letters, symbol, width and the head of one printer. */
export type TestPage = Marks & {
  readonly kind: 'test-page'
  readonly role: PrinterSettings['role']
  /** A label may bear rulers instead of letters; a test page of an earlier build is for testing. */
  readonly purpose?: 'test' | 'calibration'
  readonly printerName: string
  readonly pointName: string
  readonly printedAt: string
  /** Every letter with marks that Vietnamese has, upper and lower case. */
  readonly alphabet: readonly string[]
  /** Digits that no person has, for the barcode. */
  readonly code: string
}

const upperRows = ['AÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬ', 'EÉÈẺẼẸÊẾỀỂỄỆ IÍÌỈĨỊ', 'OÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢ', 'UÚÙỦŨỤƯỨỪỬỮỰ YÝỲỶỸỴ Đ']
const testCode = '0000000000000097'

/** Rows of the Vietnamese alphabet with all marks: 67 capitals and their 67 small letters beside the plain vowels. */
export const vietnameseRows: readonly string[] = upperRows.flatMap(row => [row, row.toLocaleLowerCase('vi')])

/** Makes the test page of one printer. */
export function buildTestPage(facts: {
  readonly printer: Pick<PrinterSettings, 'name' | 'role'>
  readonly issue: Issue
}): TestPage {
  return {
    kind: 'test-page',
    role: facts.printer.role,
    practice: facts.issue.practice,
    reprint: null,
    printerName: cleanText(facts.printer.name),
    pointName: cleanText(facts.issue.point.name),
    printedAt: momentOnPaper(facts.issue.now),
    alphabet: vietnameseRows,
    code: testCode,
  }
}

/** The same page as one that sets a printer of labels or pages straight. */
export function asCalibration(page: TestPage): TestPage {
  return { ...page, purpose: 'calibration' }
}

/**
 * How far the lines of a calibration page stand from the left and upper edge, in millimetres: a label has no room, a page
 * printer cannot reach the edge.
 */
export const frameInsetMm: Readonly<Record<'label' | 'page', number>> = { label: 2, page: 20 }

/**
 * The offset that brings the frame where it belongs, from the white that was measured at the left and at the top, in
 * millimetres. Half steps: nobody reads a ruler better. What is set already is corrected, not replaced.
 */
export function offsetFromMeasured(
  measuredMm: { readonly left: number; readonly top: number },
  set: PrinterSettings['offsetMm'],
  role: 'label' | 'page' = 'label',
): PrinterSettings['offsetMm'] {
  const most = role === 'page' ? largestPageOffsetMm : largestOffsetMm
  const corrected = (now: number, measured: number) => {
    const half = Math.round((now + frameInsetMm[role] - measured) * 2) / 2
    return Math.max(-most, Math.min(most, half))
  }
  return { x: corrected(set.x, measuredMm.left), y: corrected(set.y, measuredMm.top) }
}
