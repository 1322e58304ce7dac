import { parse } from 'csv-parse/sync'
import { refuse } from '../../src/contract/errors'
import { vietnameseShare } from '../../src/domain/exchange/legacy-fonts'
import { isGarbled } from '../../src/domain/exchange/niis-values'
import type { SheetTable } from '../../src/domain/exchange/table'

const delimiters = [',', ';', '\t', '|']
const mostRows = 300_000

/**
 * Reads a text file with separators. The separator is the one that cuts the first lines into equally many parts; the
 * encoding is known by its mark, by being valid UTF-8, or by which old code page reads as Vietnamese. Text garbled before
 * it was saved is refused: what was lost cannot be guessed.
 */
export function readDelimited(bytes: Uint8Array): SheetTable {
  const { text, isOld } = decode(bytes)
  if (text.includes('\0')) return refuse('import.unreadable')
  const rows = parseRows(text, delimiterOf(text))
  if (rows.length === 0) return refuse('import.empty-file')
  if (rows.length > mostRows) return refuse('import.too-large')
  if (!isOld && rows.some(row => row.some(isGarbled))) return refuse('import.bad-encoding')
  return { name: 'CSV', rows, hiddenColumns: [], epoch1904: false }
}

function decode(bytes: Uint8Array): { readonly text: string; readonly isOld: boolean } {
  const unicode = decodeUnicode(bytes)
  return unicode === null ? { text: decodeOld(bytes), isOld: true } : { text: unicode, isOld: false }
}

function decodeUnicode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const zeros = (from: number) => countZeros(bytes, from)
  const half = Math.min(bytes.length, 2_000) / 2
  if (half > 4 && zeros(1) > half * 0.4 && zeros(0) === 0) return new TextDecoder('utf-16le').decode(bytes)
  if (half > 4 && zeros(0) > half * 0.4 && zeros(1) === 0) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function countZeros(bytes: Uint8Array, from: number): number {
  let count = 0
  for (let at = from; at < Math.min(bytes.length, 2_000); at += 2) if (bytes[at] === 0) count += 1
  return count
}

/** One byte a letter: Windows-1258 where that reads as Vietnamese, else the signs an old font is made of. */
function decodeOld(bytes: Uint8Array): string {
  const as1258 = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  const sample = as1258.slice(0, 20_000)
  return vietnameseShare(sample) >= 0.6 ? as1258 : new TextDecoder('windows-1252').decode(bytes)
}

function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/u)
    .filter(line => line !== '')
    .slice(0, 20)
  const score = (delimiter: string) => {
    const counts = lines.map(line => line.split(delimiter).length - 1)
    const most = Math.max(...counts, 0)
    return most === 0 ? 0 : counts.filter(count => count === most).length * 1_000 + most
  }
  return delimiters.toSorted((a, b) => score(b) - score(a))[0] ?? ','
}

function parseRows(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      skip_empty_lines: false,
      relax_column_count: true,
      trim: false,
    })
  } catch {
    return refuse('import.unreadable')
  }
}
