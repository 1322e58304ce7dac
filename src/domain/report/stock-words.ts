import type { StockEntry } from './stock-use'

/** What happened in an entry of the ledger, in the words of the store book; empty for doses moved between places. */
export function entryWords({ kind, from, to }: Pick<StockEntry, 'kind' | 'from' | 'to'>): string {
  if (kind === 'reversed') return 'hủy bút toán'
  if (to === 'given') return 'tiêm'
  if (to === 'used') return 'sử dụng'
  if (to === 'wasted') return 'hủy'
  if (from === 'count' || to === 'count') return 'kiểm kê'
  if (from === 'supplier' || to === 'supplier') return 'nhận'
  if (to === 'province') return 'trả tuyến trên'
  if (to === 'elsewhere') return 'xuất cho nơi khác'
  return from === 'elsewhere' || from === 'province' ? 'nhận từ nơi khác' : 'chuyển chỗ'
}
