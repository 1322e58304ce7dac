import { garble } from './garble'
import { type KeyHeard, type ScannerSettings, widestGapMs } from './scan-burst'
import type { ScanArrival } from './scan-types'
import { withCapsLock } from './wedge'

/**
 * The texts to scan at the test screen. The digits are a valid code of station 0, which no station has, so that nobody
 * can ever carry it; the letters are the ones that Telex and VNI change.
 */
export const testTexts = {
  digits: '1900000000000061',
  letters: 'AWS DDA LA1234 0123456789',
  marks: 'Nguyễn Thị Ánh Đường 0123456789',
} as const

/** What is wrong with a scanner, or nothing. In the order in which it should be put right. */
export type ScannerVerdict =
  | 'hand'
  | 'slow'
  | 'telex'
  | 'vni'
  | 'input-method'
  | 'layout'
  | 'caps-lock'
  | 'letters-lost'
  | 'no-end'
  | 'good'

/** A series of keys without a long pause, as the test screen heard it. */
export type ScannerTrial = {
  readonly keys: readonly KeyHeard[]
  readonly arrival: ScanArrival
  readonly hasEnd: boolean
}

/** No scanner pauses longer than this between two keys. */
export const slowestScannerMs = 150

/** Milliseconds between the keys of a trial. */
export function gapsOf(keys: readonly Pick<KeyHeard, 'atMs'>[]): readonly number[] {
  return keys.slice(1).map((key, at) => key.atMs - (keys[at]?.atMs ?? key.atMs))
}

/** The gap to set for a scanner that types like this: its longest and a half more, within what is safe. */
export function gapFor(gaps: readonly number[]): number {
  const longest = Math.max(0, ...gaps)
  return Math.min(widestGapMs, Math.max(35, Math.ceil(longest * 1.5)))
}

/** Says what a trial shows. A text that is none of ours is judged by its keys alone. */
export function judgeTrial(trial: ScannerTrial, settings: ScannerSettings): ScannerVerdict {
  const { keys, arrival, hasEnd } = trial
  const longest = Math.max(0, ...gapsOf(keys))
  if (keys.length > 1 && longest >= widestGapMs) return 'hand'
  if (keys.length > 1 && longest >= settings.longestGapMs) return 'slow'
  const inTheWay = whatIsInTheWay(arrival)
  if (inTheWay !== null) return inTheWay
  return hasEnd || settings.ending === 'silence' ? 'good' : 'no-end'
}

function whatIsInTheWay({ text, physical, touched }: ScanArrival): ScannerVerdict | null {
  const said = text.normalize('NFC').trim()
  const { letters, marks } = testTexts
  if (said === garble(letters, 'telex')) return 'telex'
  if (said === garble(letters, 'vni')) return 'vni'
  if (touched) return 'input-method'
  if (said === withCapsLock(letters) || said === withCapsLock(marks)) return 'caps-lock'
  const isAscii = /^[ -~]*$/u.test(said)
  if (physical !== null && physical !== text && isAscii) return 'layout'
  if (said !== marks && looksLikeMarks(said)) return 'letters-lost'
  return physical !== null && physical !== text ? 'layout' : null
}

/** The text with marks, after its marks were lost in one way or another. */
function looksLikeMarks(said: string): boolean {
  return /^Ngu.{0,5}n Th.{0,4} .{0,3}nh .{1,12}ng 0123456789$/u.test(said)
}
