import { type CalendarDay, vietnamDayOf } from '../calendar/calendar-day'
import { type LotOnHand, usableDoses } from '../stock/lot'
import type { DocumentPoint, Issue } from './facts'
import type { Marks } from './marks'
import { pointOf } from './vaccination-record'
import { cleanText, dayOnPaper, momentOnPaper } from './words'

/** Bảng kê tồn kho: what the book says lies on the shelves, with an empty column for what is counted by hand. */
export type StockSheet = Marks & {
  readonly kind: 'stock-sheet'
  readonly point: DocumentPoint
  readonly title: string
  readonly rows: readonly StockRow[]
  /** Usable doses of each vaccine, all lots together. */
  readonly totals: readonly { readonly vaccine: string; readonly doses: number }[]
  readonly printedAt: string
}

/** One lot. What stands against its use is said in words; null: nothing does. */
export type StockRow = {
  readonly vaccine: string
  readonly lot: string
  readonly expires: string
  readonly programme: string
  readonly balance: number
  readonly store: number
  readonly session: number
  readonly quarantine: number
  readonly open: number
  readonly trouble: string | null
}

const stateWords = { active: null, suspended: 'tạm dừng', quarantined: 'biệt trữ' } as const

/** Makes the sheet of the lots that are here; a lot of which nothing is left is no line of it. */
export function buildStockSheet(facts: {
  readonly lots: readonly LotOnHand[]
  readonly nameOf: (code: string) => string
  readonly issue: Issue
}): StockSheet {
  const { lots, nameOf, issue } = facts
  const today = vietnamDayOf(issue.now)
  const here = lots.filter(({ balance }) => balance !== 0)
  const totals = new Map<string, number>()
  for (const lot of here) {
    const usable = troubleOf(lot, today) === null ? usableDoses(lot) : 0
    totals.set(lot.vaccineCode, (totals.get(lot.vaccineCode) ?? 0) + usable)
  }
  return {
    kind: 'stock-sheet',
    practice: issue.practice,
    reprint: null,
    point: pointOf(issue),
    title: `Tồn kho ngày ${dayOnPaper(today)}`,
    rows: here.map(lot => ({
      vaccine: cleanText(nameOf(lot.vaccineCode)),
      lot: cleanText(lot.number),
      expires: dayOnPaper(lot.expiresOn),
      programme: lot.programme === 'fee' ? 'Dịch vụ' : 'TCMR',
      balance: lot.balance,
      store: lot.places.store,
      session: lot.places.session,
      quarantine: lot.places.quarantine,
      open: lot.openDoses,
      trouble: troubleOf(lot, today),
    })),
    totals: [...totals].map(([code, doses]) => ({ vaccine: cleanText(nameOf(code)), doses })),
    printedAt: momentOnPaper(issue.now),
  }
}

function troubleOf(lot: LotOnHand, today: CalendarDay): string | null {
  const words = [lot.expiresOn < today ? 'hết hạn' : null, stateWords[lot.status]].filter(it => it !== null)
  return words.length === 0 ? null : words.join(', ')
}
