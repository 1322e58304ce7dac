import type { CalendarDay, Instant } from '../calendar/calendar-day'
import type { DocumentPoint, Issue } from './facts'
import type { Marks } from './marks'
import { pointOf } from './vaccination-record'
import { cleanText, dayOnPaper, momentOnPaper } from './words'

/** Bằng chứng gửi kịp thời: when each dose was saved here and when the province took it, with its receipt. Decision 0028. */
export type UploadProof = Marks & {
  readonly kind: 'upload-proof'
  readonly point: DocumentPoint
  readonly title: string
  readonly server: string | null
  /** Counts in words: saved, taken, within five minutes … */
  readonly sums: readonly { readonly words: string; readonly doses: number }[]
  readonly rows: readonly ProofRow[]
  /** So many more there are than the paper has room for; the sums count them. */
  readonly more: number
  readonly printedAt: string
}

export type ProofRow = {
  readonly saved: string
  readonly name: string
  readonly birthDate: string
  readonly dose: string
  readonly taken: string
  readonly after: string
  readonly receipt: string
}

/** One dose of the ledger. `takenAt` is the province's own time; null: not yet, and `state` says why. */
export type ProofFacts = {
  readonly savedAt: Instant
  readonly name: string
  readonly birthDate: CalendarDay | null
  readonly vaccine: string
  readonly givenOn: CalendarDay
  readonly takenAt: Instant | null
  readonly receipt: string | null
  readonly state: 'accepted' | 'waiting' | 'refused' | 'conflict' | 'local' | 'saved'
}

const stateWords: Readonly<Record<ProofFacts['state'], string>> = {
  accepted: 'Tỉnh đã nhận',
  waiting: 'Chờ gửi',
  refused: 'Tỉnh chưa nhận',
  conflict: 'Nơi khác đã sửa',
  local: 'Chỉ lưu tại điểm',
  saved: 'Đã lưu, chưa nối tỉnh',
}

/** Lines that the paper carries at most: some thirty pages. */
const mostRows = 1_000

/** Makes the paper of the doses saved between two days, in the order in which they were saved. */
export function buildUploadProof(facts: {
  readonly from: CalendarDay
  readonly to: CalendarDay
  readonly server: string | null
  readonly doses: readonly ProofFacts[]
  readonly issue: Issue
}): UploadProof {
  const { from, to, server, doses, issue } = facts
  const span = from === to ? dayOnPaper(from) : `${dayOnPaper(from)} – ${dayOnPaper(to)}`
  return {
    kind: 'upload-proof',
    practice: issue.practice,
    reprint: null,
    point: pointOf(issue),
    title: `Mũi tiêm lưu ${span}`,
    server: server === null ? null : cleanText(server),
    sums: sumsOf(doses),
    rows: doses.slice(0, mostRows).map(rowOf),
    more: Math.max(0, doses.length - mostRows),
    printedAt: momentOnPaper(issue.now),
  }
}

/** Minutes from saving to the province's receipt; clocks that differ a little never make it negative. */
export function minutesToReceipt(savedAt: Instant, takenAt: Instant): number {
  return Math.max(0, Math.floor((Date.parse(takenAt) - Date.parse(savedAt)) / 60_000))
}

function sumsOf(doses: readonly ProofFacts[]): UploadProof['sums'] {
  const minutes = doses.flatMap(({ savedAt, takenAt }) =>
    takenAt === null ? [] : [minutesToReceipt(savedAt, takenAt)],
  )
  const within = (most: number) => minutes.filter(each => each < most).length
  const open = doses.filter(({ takenAt, state }) => takenAt === null && state !== 'local').length
  return [
    { words: 'Đã lưu', doses: doses.length },
    { words: 'Tỉnh đã nhận', doses: minutes.length },
    { words: 'trong 5 phút', doses: within(5) },
    { words: 'trong 24 giờ', doses: within(24 * 60) },
    { words: 'Chưa nhận', doses: open },
    { words: 'Chỉ lưu tại điểm', doses: doses.filter(({ state }) => state === 'local').length },
  ]
}

function rowOf({
  savedAt,
  name,
  birthDate,
  vaccine,
  givenOn,
  takenAt,
  receipt,
  state,
}: ProofFacts): ProofRow {
  return {
    saved: momentOnPaper(savedAt),
    name: cleanText(name),
    birthDate: birthDate === null ? '' : dayOnPaper(birthDate),
    dose: `${cleanText(vaccine)}, ${dayOnPaper(givenOn)}`,
    taken: takenAt === null ? stateWords[state] : momentOnPaper(takenAt),
    after: takenAt === null ? '' : spokenMinutes(minutesToReceipt(savedAt, takenAt)),
    receipt: receipt ?? '',
  }
}

function spokenMinutes(minutes: number): string {
  if (minutes < 1) return '< 1 phút'
  if (minutes < 120) return `${minutes} phút`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`
}
