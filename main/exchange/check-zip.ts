import { inflateRawSync } from 'node:zlib'
import { refuse } from '../../src/contract/errors'

/** A sheet of 300,000 rows unpacks to about this; a file that grows beyond it is none. */
const mostUnpacked = 1024 * 1024 * 1024
const mostEntries = 5_000
const endMark = 0x06054b50
const entryMark = 0x02014b50

/**
 * Unpacks each part of a zip file once, counting, before anything reads it: what its directory says of sizes may be a
 * lie, and a few kilobytes can hold terabytes. Refuses a file that is too large, damaged, or has no directory.
 */
export function refuseZipBomb(bytes: Uint8Array, most = mostUnpacked): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) refuse('import.too-large')
  let at = view.getUint32(end + 16, true)
  let left = most
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryMark) refuse('import.unreadable')
    left -= unpackedSize(bytes, view, at, left)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === endMark) return at
  return refuse('import.unreadable')
}

function unpackedSize(bytes: Uint8Array, view: DataView, entry: number, left: number): number {
  const method = view.getUint16(entry + 10, true)
  const packed = view.getUint32(entry + 20, true)
  const start = view.getUint32(entry + 42, true)
  if (start + 30 > view.byteLength) return refuse('import.unreadable')
  const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  if (method === 0) return packed <= left ? packed : refuse('import.too-large')
  if (method !== 8 || data + packed > view.byteLength) return refuse('import.unreadable')
  try {
    return inflateRawSync(bytes.subarray(data, data + packed), { maxOutputLength: Math.max(1, left) }).length
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return refuse(isTooLarge ? 'import.too-large' : 'import.unreadable')
  }
}
