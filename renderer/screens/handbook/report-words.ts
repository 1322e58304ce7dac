import type { CellCount } from '../../../src/contract/handbook-list-calls'
import type { Month } from '../../../src/domain/report/count-programme'
import { formatCount } from '../../components/format'
import { text } from '../../text'

/** `11/2026` */
export function monthWords(month: Month): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}

/** A cell as it is read: `3`, or `3 / 4`. */
export function cellWords({ counted, of }: CellCount): string {
  return of === null ? formatCount(counted) : text.handbook.share(formatCount(counted), formatCount(of))
}

/** The share in whole percent; null where there is none, or nobody of whom it could be one. */
export function percentWords({ counted, of }: CellCount): string | null {
  if (of === null || of === 0) return null
  return text.handbook.percent(formatCount(Math.round((counted / of) * 100)))
}
