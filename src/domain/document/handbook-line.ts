import type { HandbookList, HandbookWords } from '../maternal/handbook-words'
import type { BoxAnswer } from '../maternal/postnatal-visit'
import { cleanOrNull, cleanText } from './words'

/** White box: as it should be. Yellow box: to be looked at in a facility. Null: nothing to judge. */
export type HandbookLine = {
  readonly caption: string
  readonly value: string
  readonly box: BoxAnswer | null
}

/** A heading of the handbook with what was written under it. */
export type HandbookSection = { readonly title: string; readonly lines: readonly HandbookLine[] }

/** What codes are called. */
export type Words = { readonly words: HandbookWords }

/** `54,2` as Vietnamese writes a decimal. */
export function decimalOnPaper(value: number): string {
  return String(value).replace('.', ',')
}

/** `26 tuần 2 ngày`. */
export function weeksOnPaper(weeks: number, days: number | null): string {
  return days === null || days === 0 ? `${weeks} tuần` : `${weeks} tuần ${days} ngày`
}

/** The words of codes in one line; none where there is no code. */
export function named(
  caption: string,
  list: HandbookList,
  codes: readonly string[],
  { words }: Words,
  box: BoxAnswer | null = null,
): readonly HandbookLine[] {
  const value = codes.map(code => cleanText(words(list, code) ?? code)).join('; ')
  return present([line(caption, value, box)])
}

/** A row; null for what was not measured or said. */
export function line(
  caption: string,
  value: string | null,
  box: BoxAnswer | null = null,
): HandbookLine | null {
  const cleaned = cleanOrNull(value)
  return cleaned === null ? null : { caption: cleanText(caption), value: cleaned, box }
}

/** Yes or no; `yellowIf`: the answer that asks for a facility. */
export function yesNo(caption: string, value: boolean | null, yellowIf?: boolean): HandbookLine | null {
  if (value === null) return null
  const box = yellowIf === undefined ? null : value === yellowIf ? 'yellow' : 'white'
  return line(caption, value ? 'Có' : 'Không', box)
}

/** A number with its unit; null for none. */
export function unit(value: number | null, of: string): string | null {
  return value === null ? null : `${decimalOnPaper(value)} ${of}`
}

/** Parts that are there, joined. */
export function joined(parts: readonly (string | null)[]): string {
  return parts.flatMap(part => cleanOrNull(part) ?? []).join(', ')
}

/** Rows that say something. */
export function present(lines: readonly (HandbookLine | null)[]): readonly HandbookLine[] {
  return lines.filter(each => each !== null)
}

/** A heading with rows that may be absent. */
export type Draft = readonly [title: string, lines: readonly (HandbookLine | null)[]]

/** Headings under which something stands. */
export function sections(drafts: readonly Draft[]): readonly HandbookSection[] {
  return drafts
    .map(([title, lines]) => ({ title, lines: present(lines) }))
    .filter(({ lines }) => lines.length > 0)
}
