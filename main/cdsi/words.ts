import { textOf, type XmlElement } from './xml'

/** A name in the words of the source, which has English only. */
export type SourceText = { readonly vi: string; readonly en: string }

/** CDC's data is English only and no schedule for users, so both languages carry the source's words. */
export function sourceText(text: string): SourceText {
  return { vi: text, en: text }
}

/** A day written `YYYYMMDD` or `MM/DD/YYYY`; null when missing. Throws on anything else. */
export function dayOf(element: XmlElement, name: string): string | null {
  const text = textOf(element, name)
  if (text === null) return null
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`
  const american = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text)
  if (american) return `${american[3]}-${american[1]}-${american[2]}`
  throw new Error(`${name}: not a date: ${text}`)
}

/** The first and the last day on which dated data applies. */
export function effectiveOf(element: XmlElement) {
  return { effectiveOn: dayOf(element, 'effectiveDate'), cessationOn: dayOf(element, 'cessationDate') }
}

/** Begin and end age, the end exclusive. */
export function agesOf(element: XmlElement) {
  return { beginAge: textOf(element, 'beginAge'), endAge: textOf(element, 'endAge') }
}

/** One of the words the engine knows, however the source spells capitals. Throws on an unknown word. */
export function wordOf<Value extends string>(
  element: XmlElement,
  name: string,
  words: Readonly<Record<string, Value>>,
): Value {
  const text = textOf(element, name) ?? ''
  const value = words[text.toLowerCase()]
  if (value === undefined) throw new Error(`${name}: unknown word ${JSON.stringify(text)}`)
  return value
}

/** Yes or No. */
export function yesOf(element: XmlElement, name: string): boolean {
  return wordOf(element, name, { yes: 'yes', no: 'no', y: 'yes', n: 'no' }) === 'yes'
}

/** A whole number. Throws on anything else. */
export function numberOf(text: string, name: string): number {
  const value = Number(text)
  if (!Number.isInteger(value)) throw new Error(`${name}: not a whole number: ${text}`)
  return value
}
