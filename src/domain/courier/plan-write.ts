import type { FoundPart } from './judge-folder'
import { cutParts, type PartLimits } from './part'

/** A file to be written: entries of a station after a number, up to another. */
export type PlannedPart = { readonly stationId: string; readonly after: number; readonly upTo: number }

/** What a station's journal holds after a number: the length of each entry in order, and where it may be cut. */
export type Waiting = {
  readonly stationId: string
  readonly after: number
  /** In characters, one for each entry. */
  readonly lengths: readonly number[]
  /**
   * Where files may end: null, anywhere (this PC seals its own entries); else only at these numbers, which their station
   * has sealed.
   */
  readonly sealedAt: readonly number[] | null
}

export type WritePlan = {
  readonly write: readonly PlannedPart[]
  /** Files that lie on the stick already and are still wanted. */
  readonly keep: readonly FoundPart[]
  /** Files of this sender to this receiver that nobody needs any more. */
  readonly drop: readonly FoundPart[]
  /** In all files, kept ones as well. */
  readonly entries: number
}

/**
 * Plans a stick: what the receiver lacks, less what lies there already from an earlier or interrupted writing. Pure of
 * contents: cuts at whole entries only.
 */
export function planWrite(
  waiting: readonly Waiting[],
  found: readonly FoundPart[],
  limits?: PartLimits,
): WritePlan {
  const kept: FoundPart[] = []
  const write: PlannedPart[] = []
  let entries = 0
  for (const each of waiting) {
    const mine = found.filter(({ head }) => head.stationId === each.stationId)
    const { keep, end } = keepable(mine, each)
    kept.push(...keep)
    const parts = each.sealedAt ? sealedParts(each, end) : ownParts(each, end, limits)
    write.push(...parts)
    entries += (parts.at(-1)?.upTo ?? end) - each.after
  }
  return { write, keep: kept, drop: found.filter(part => !kept.includes(part)), entries }
}

/** The files that lead on from what the receiver has, as far as they reach. */
function keepable(found: readonly FoundPart[], { after, lengths }: Waiting) {
  const last = after + lengths.length
  const keep: FoundPart[] = []
  let end = after
  const inOrder = [...found].sort((one, other) => one.head.after - other.head.after)
  for (const part of inOrder) {
    const { head } = part
    if (head.after > end || head.upTo <= end || head.upTo > last) continue
    keep.push(part)
    end = head.upTo
  }
  return { keep, end }
}

function ownParts({ stationId, after, lengths }: Waiting, end: number, limits?: PartLimits) {
  let at = end
  return cutParts(lengths.slice(end - after), limits).map(count => {
    const part = { stationId, after: at, upTo: at + count }
    at = part.upTo
    return part
  })
}

function sealedParts({ stationId, sealedAt, after, lengths }: Waiting, end: number): readonly PlannedPart[] {
  let at = end
  const last = after + lengths.length
  return (sealedAt ?? [])
    .filter(seq => seq > end && seq <= last)
    .sort((one, other) => one - other)
    .map(upTo => {
      const part = { stationId, after: at, upTo }
      at = upTo
      return part
    })
}
