import { groupSeparator } from './gs1-parts'
import { isLotLabel } from './lot-label'

/**
 * True for a scan that is of a vial and not of somebody: our own lot label, or a GS1 code that says more than a product.
 * Bare digits are left to people: numbers of the national system have no published form.
 */
export function isVialScan(text: string): boolean {
  const code = text.trim()
  if (isLotLabel(code)) return true
  if (/^\](?:d2|C1|Q3)/iu.test(code) || /^\(\d{2,4}\)/u.test(code)) return true
  if (code.includes(groupSeparator)) return true
  return /^01\d{14}(?:1[0-7]|2[0-2]|30|37|7003).+$/u.test(code) && code.length > 20
}
