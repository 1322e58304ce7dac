import type { Issue } from './facts'
import type { Marks } from './marks'
import type { PrinterSettings } from './printer'
import { cleanText, momentOnPaper } from './words'

/** What "In thử" prints: proves letters, symbol, width and the head of one printer. */
export type TestPage = Marks & {
  readonly kind: 'test-page'
  readonly role: PrinterSettings['role']
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
