import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'

const epoch = '1900-01-01' as CalendarDay
const latest = 200_000
/** Lot numbers and passports: three of these letters in two bytes. */
const letters = ' ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/.'

/** So many values of a radix stand in one group of bytes. */
type Packing = { readonly size: number; readonly radix: number }
const pairs: Packing = { size: 2, radix: 10 }
const triples: Packing = { size: 3, radix: 40 }
const bytesFor = (values: number, radix: number) => (radix ** values > 256 ? 2 : 1)

/** Bytes that cannot have been written by us. */
export class UnreadableBytes extends Error {}

export type ByteWriter = ReturnType<typeof createByteWriter>
export type ByteReader = ReturnType<typeof createByteReader>

/** Writes small numbers in one byte, digits two in a byte, Vietnamese letters in two bytes. */
export function createByteWriter() {
  const bytes: number[] = []
  function count(value: number): void {
    let rest = value
    while (rest > 127) {
      bytes.push((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    bytes.push(rest)
  }
  /** A shorter last group takes fewer bytes. */
  function groups(values: readonly number[], { size, radix }: Packing): void {
    for (let at = 0; at < values.length; at += size) {
      const group = values.slice(at, at + size)
      const number = group.reduce((sum, value) => sum * radix + value, 0)
      for (let byte = bytesFor(group.length, radix) - 1; byte >= 0; byte--)
        bytes.push(Math.floor(number / 256 ** byte) % 256)
    }
  }
  /** Length and alphabet in one number, then the letters. Null is the empty text. */
  function text(value: string | null): void {
    const written = [...(value ?? '').normalize('NFC')]
    const mode = modeOf(written)
    count(written.length * 3 + mode)
    if (mode === 1) groups(written.map(Number), pairs)
    else if (mode === 2)
      groups(
        written.map(letter => letters.indexOf(letter)),
        triples,
      )
    else for (const letter of written) count(letter.codePointAt(0) ?? 0)
  }
  return {
    bytes: () => bytes as readonly number[],
    count,
    text,
    /** A number that may be absent. */
    maybe: (value: number | null) => count(value === null ? 0 : value + 1),
    signed: (value: number) => count(value < 0 ? -value * 2 - 1 : value * 2),
    day: (on: CalendarDay) => count(daysBetween(epoch, on)),
    /** A code of so many digits, with its zeros in front; null or another shape is absent. */
    code: (value: string | null) => count(value !== null && /^\d{1,9}$/u.test(value) ? Number(value) + 1 : 0),
  }
}

function modeOf(written: readonly string[]): 0 | 1 | 2 {
  if (written.length > 0 && written.every(letter => letter >= '0' && letter <= '9')) return 1
  return written.length > 0 && written.every(letter => letters.includes(letter)) ? 2 : 0
}

/** Reads what the writer wrote. Throws UnreadableBytes at anything else. */
export function createByteReader(bytes: readonly number[]) {
  const { count, groups, isAtEnd } = createNumberReader(bytes)
  function text(longest: number): string {
    const head = count(longest * 3 + 2)
    const length = Math.floor(head / 3)
    if (head % 3 === 1) return groups(length, pairs).join('')
    if (head % 3 === 2)
      return groups(length, triples)
        .map(index => letters[index] ?? '')
        .join('')
    return Array.from({ length }, () => letterOf(count(0x10ffff))).join('')
  }
  return {
    count,
    text,
    maybeText: (longest: number) => text(longest) || null,
    maybe(most: number): number | null {
      const value = count(most + 1)
      return value === 0 ? null : value - 1
    },
    signed(most: number): number {
      const value = count(most * 2)
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2
    },
    day: (): CalendarDay => addDays(epoch, count(latest)),
    code(width: number): string | null {
      const value = count(10 ** width)
      return value === 0 ? null : String(value - 1).padStart(width, '0')
    },
    end(): void {
      if (!isAtEnd()) throw new UnreadableBytes('something stands behind the end')
    },
  }
}

function createNumberReader(bytes: readonly number[]) {
  let at = 0
  function byte(): number {
    const value = bytes[at]
    if (value === undefined) throw new UnreadableBytes('the end comes too early')
    at += 1
    return value
  }
  function count(most: number): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const part = byte()
      value += (part % 128) * factor
      if (part < 128) break
      if (factor > 2 ** 35) throw new UnreadableBytes('a number is too long')
    }
    if (value > most) throw new UnreadableBytes('a number is too great')
    return value
  }
  function groups(length: number, { size, radix }: Packing): readonly number[] {
    const values: number[] = []
    while (values.length < length) {
      const inGroup = Math.min(size, length - values.length)
      let number = 0
      for (let index = 0; index < bytesFor(inGroup, radix); index++) number = number * 256 + byte()
      if (number >= radix ** inGroup) throw new UnreadableBytes('no such group')
      for (let index = inGroup - 1; index >= 0; index--)
        values.push(Math.floor(number / radix ** index) % radix)
    }
    return values
  }
  return { count, groups, isAtEnd: () => at === bytes.length }
}

function letterOf(point: number): string {
  if (point < 32 || (point >= 0xd800 && point <= 0xdfff)) throw new UnreadableBytes('no letter')
  return String.fromCodePoint(point)
}
