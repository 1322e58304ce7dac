import type { CalendarDay } from '../calendar/calendar-day'
import { type ByteReader, type ByteWriter, UnreadableBytes } from './compact-bytes'

/** Where a thread is written: texts that come again are written once, records are called by their place. */
export type ThreadOut = {
  readonly to: ByteWriter
  readonly textAt: (text: string) => number
  readonly idAt: (id: string) => number
}
export type ThreadIn = {
  readonly from: ByteReader
  readonly texts: readonly string[]
  readonly ids: readonly string[]
}

/** How one field is written and read back. */
export type Codec<T> = {
  readonly write: (out: ThreadOut, value: T) => void
  readonly read: (from: ThreadIn) => T
}

/** A day after 1900. */
export const dayField: Codec<CalendarDay> = {
  write: ({ to }, value) => to.day(value),
  read: ({ from }) => from.day(),
}

/** A field that may be null: one byte says which. */
export function orNull<T>(of: Codec<T>): Codec<T | null> {
  return {
    write(out, value) {
      out.to.count(value === null ? 0 : 1)
      if (value !== null) of.write(out, value)
    },
    read: from => (from.from.count(1) === 0 ? null : of.read(from)),
  }
}

/** A number of at most so much, with so many parts to the whole: 100 for kilograms to ten grams. */
export function numberField(most: number, parts = 1): Codec<number> {
  return {
    write: ({ to }, value) => to.count(Math.round(value * parts)),
    read: ({ from }) => from.count(most * parts) / parts,
  }
}

/** The same where it may be absent. */
export function maybeNumber(most: number, parts = 1): Codec<number | null> {
  return {
    write: ({ to }, value) => to.maybe(value === null ? null : Math.round(value * parts)),
    read({ from }) {
      const value = from.maybe(most * parts)
      return value === null ? null : value / parts
    },
  }
}

/** One of a few choices; their order never changes. */
export function choice<const T>(values: readonly T[]): Codec<T> {
  return {
    write: ({ to }, value) => to.count(Math.max(0, values.indexOf(value))),
    read({ from }) {
      const at = from.count(values.length - 1)
      if (at >= values.length) throw new UnreadableBytes('no such choice')
      return values[at] as T
    },
  }
}

export const yesNoField = choice([null, true, false] as const) as Codec<boolean | null>

/** Longer texts are cut: a code has little room, and no form of ours takes more. */
const longestText = 1_000

/** A text as a slip carries it: composed letters, no control characters, no half of a sign. */
export function plainText(text: string): string {
  const clean = text.normalize('NFC').replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
  return [...clean].slice(0, longestText).join('')
}

/** A text that comes again in other records: a code, a place, a name. */
export const textField: Codec<string> = {
  write: ({ to, textAt }, value) => to.count(textAt(plainText(value))),
  read({ from, texts }) {
    const text = texts[from.count(texts.length)]
    if (text === undefined) throw new UnreadableBytes('no such text')
    return text
  },
}
export const maybeText = orNull(textField)

/** A record of the slip, or somebody of it. */
export const idField: Codec<string> = {
  write: ({ to, idAt }, value) => to.count(idAt(value)),
  read({ from, ids }) {
    const id = ids[from.count(ids.length)]
    if (id === undefined) throw new UnreadableBytes('no such record')
    return id
  },
}
export const maybeId = orNull(idField)

/** A list of at most so many. */
export function listOf<T>(of: Codec<T>, most = 200): Codec<readonly T[]> {
  return {
    write(out, values) {
      out.to.count(values.length)
      for (const value of values) of.write(out, value)
    },
    read: from => Array.from({ length: from.from.count(most) }, () => of.read(from)),
  }
}

/** Answers by code, in the order of the codes. */
export function answersOf<T extends string>(of: Codec<T>): Codec<Readonly<Record<string, T>>> {
  const pairs = listOf<readonly [string, T]>({
    write(out, [code, answer]) {
      textField.write(out, code)
      of.write(out, answer)
    },
    read: from => [textField.read(from), of.read(from)],
  })
  return {
    write: (out, value) =>
      pairs.write(
        out,
        Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    read: from => Object.fromEntries(pairs.read(from)),
  }
}

/** A field that stays at the point: the user who wrote it. */
export const leftHere: Codec<null> = { write: () => undefined, read: () => null }

/** A record by its fields, in the order in which they stand here: a new field needs a new version. */
export function recordOf<T extends object>(fields: { readonly [K in keyof T]: Codec<T[K]> }): Codec<T> {
  const names = Object.keys(fields) as (keyof T)[]
  return {
    write(out, value) {
      for (const name of names) fields[name].write(out, value[name])
    },
    read: from => Object.fromEntries(names.map(name => [name, fields[name].read(from)])) as T,
  }
}
