import { dongInWords, dongOnPaper } from './amount-words'
import type { DocumentDose, DocumentPerson, Issue } from './facts'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import { pointOf } from './vaccination-record'
import { cleanOrNull, cleanText, dayOnPaper, momentOnPaper } from './words'

/**
 * Phiếu thu of doses a family paid for. It is no invoice, and says so. Where no price is known the line is left open, to be
 * written by hand, and no sum is printed: a sum of some of the lines would be wrong.
 */
export type FeeReceipt = Marks & {
  readonly kind: 'fee-receipt'
  readonly pointName: string
  readonly pointAddress: string | null
  readonly pointPhone: string | null
  readonly ticket: number | null
  readonly name: string
  readonly birthDate: string
  readonly code: string
  readonly lines: readonly {
    readonly vaccine: string
    readonly detail: string
    readonly amount: string | null
  }[]
  readonly total: { readonly amount: string; readonly words: string } | null
  readonly cashier: string | null
  readonly printedAt: string
}

/** Makes a receipt; amounts are whole đồng. Throws DocumentRefusal without a name or with a code that cannot be printed. */
export function buildFeeReceipt(facts: {
  readonly person: Pick<DocumentPerson, 'name' | 'birthDate' | 'code'>
  readonly ticket: number | null
  readonly doses: readonly (Pick<DocumentDose, 'vaccine' | 'number' | 'lotNumber'> & {
    readonly dong: number | null
  })[]
  readonly cashier: string | null
  readonly issue: Issue
}): FeeReceipt {
  const { person, doses, issue } = facts
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(person.code)
  const point = pointOf(issue)
  const amounts = doses.flatMap(({ dong }) => (dong === null ? [] : [dong]))
  const sum = amounts.reduce((total, dong) => total + dong, 0)
  const isWhole = doses.length > 0 && amounts.length === doses.length
  return {
    kind: 'fee-receipt',
    practice: issue.practice,
    reprint: null,
    pointName: point.name,
    pointAddress: point.address,
    pointPhone: point.phone,
    ticket: facts.ticket,
    name,
    birthDate: dayOnPaper(person.birthDate),
    code: person.code,
    lines: doses.map(dose => ({
      vaccine: cleanText(dose.vaccine),
      detail: doseDetail(dose),
      amount: dose.dong === null ? null : dongOnPaper(dose.dong),
    })),
    total: isWhole ? { amount: dongOnPaper(sum), words: dongInWords(sum) } : null,
    cashier: cleanOrNull(facts.cashier),
    printedAt: momentOnPaper(issue.now),
  }
}

/** `mũi 2 · lô AB12`. */
function doseDetail({ number, lotNumber }: Pick<DocumentDose, 'number' | 'lotNumber'>): string {
  const lot = cleanOrNull(lotNumber)
  return [number === null ? null : `mũi ${number}`, lot && `lô ${lot}`]
    .filter(part => part !== null)
    .join(' · ')
}
