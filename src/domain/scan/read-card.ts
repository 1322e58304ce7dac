import { contradictsNationalId, identifierOf, readNationalId } from '../person/identifiers'
import { nameKey } from '../person/name-key'
import type { Identifier } from '../person/person'
import { hasGarbledLetters, provesLetters } from './letters'
import { readCardDate, readCardName, readCardSex, readHexText } from './read-fields'
import type { CardField, CardLayout, CardReading, ScanLayouts, ScanReading } from './scan-types'
import { withCapsLock } from './wedge'

type Values = Readonly<Partial<Record<CardField, string>>>
type Doubtful = Extract<ScanReading, { readonly kind: 'doubtful' }>

/**
 * Reads a text of fields between `|` by the layouts we know; null when it is none of them. `lettersTrusted` is false when
 * an input method took part: then no name is taken, whatever it looks like.
 */
export function readPipedCard(
  text: string,
  layouts: ScanLayouts,
  lettersTrusted: boolean,
): CardReading | Doubtful | null {
  const said = /\|n(?:AM|Ữ)\|/u.test(text) ? withCapsLock(text) : text
  const fields = said.split('|').map(field => field.trim())
  // The longest layout that fits: a newer card has everything of an older one, and more.
  const fitting = layouts.cards
    .filter(layout => fields.length >= layout.fewestFields && opens(fields[0] ?? '', layout))
    .toSorted((a, b) => b.fewestFields - a.fewestFields)
  const [layout] = fitting
  if (layout) return fromValues(byPlace(fields, layout), layout, lettersTrusted)
  return looksLikeCard(fields) ? { kind: 'doubtful', why: 'bad-number', looksLike: 'citizen-card' } : null
}

/** Reads a paper given as JSON, by the names of its fields; null when it is no such thing. */
export function readJsonCard(
  text: string,
  layouts: ScanLayouts,
  lettersTrusted: boolean,
): CardReading | Doubtful | null {
  if (!/^\{[\s\S]*\}$/u.test(text)) return null
  const parsed = parseObject(text)
  if (parsed === null) return { kind: 'doubtful', why: 'garbled', looksLike: 'birth-certificate' }
  const given = new Map(Object.entries(parsed).map(([name, value]) => [jsonKey(name), String(value ?? '')]))
  const values: Partial<Record<CardField, string>> = {}
  for (const [field, names] of Object.entries(layouts.jsonNames)) {
    const found = names.map(jsonKey).find(name => given.has(name))
    if (found !== undefined) values[field as CardField] = given.get(found) ?? ''
  }
  const isPaper = values['birth-certificate'] !== undefined || values['national-id'] !== undefined
  if (!isPaper) return null
  const kind = values['birth-certificate'] === undefined ? 'citizen-card' : 'birth-certificate'
  return fromValues(values, { kind, confirmed: false, isHex: false }, lettersTrusted)
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function jsonKey(name: string): string {
  return nameKey(name).replace(/\s/gu, '')
}

/** Whether the first field is the number with which this layout begins. */
function opens(first: string, layout: CardLayout): boolean {
  switch (layout.fields[0]) {
    case 'national-id':
      return /^\d{12}$/u.test(first)
    case 'health-insurance':
      return /^(?:[A-Z]{2}\d{13}|\d{10})$/iu.test(first)
    case 'birth-certificate':
      return /^(?:gks\W*)?\d{1,6}\/\d{4}$/iu.test(first)
    default:
      return false
  }
}

/** Seven or more fields with a date and a sex among them were a card before something happened to its number. */
function looksLikeCard(fields: readonly string[]): boolean {
  return fields.length >= 6 && fields.some(field => readCardDate(field) !== null)
}

function byPlace(fields: readonly string[], layout: CardLayout): Values {
  const values: Partial<Record<CardField, string>> = {}
  for (const [place, field] of layout.fields.entries()) {
    const value = fields[place] ?? ''
    if (value !== '' && value !== '-' && field !== 'ignored') values[field] = value
  }
  return values
}

function fromValues(
  values: Values,
  layout: Pick<CardLayout, 'kind' | 'confirmed' | 'isHex'>,
  lettersTrusted: boolean,
): CardReading | Doubtful {
  const letters = readLetters(values, layout.isHex, lettersTrusted)
  const card: CardReading = {
    kind: layout.kind,
    identifiers: readNumbers(values),
    birthDate: readCardDate(values['birth-date'] ?? ''),
    sex: readCardSex(values.sex ?? ''),
    ...letters,
    isUnverified: !layout.confirmed,
  }
  if (card.identifiers.length === 0) return { kind: 'doubtful', why: 'bad-number', looksLike: layout.kind }
  return contradictsItself(card)
    ? { kind: 'doubtful', why: 'contradicts-itself', looksLike: layout.kind }
    : card
}

/** Name, address and parents: all of them, or none, because what damaged one letter may have damaged every other. */
function readLetters(values: Values, isHex: boolean, isTrusted: boolean) {
  const parts = [values.name, values.address, values['mother-name'], values['father-name']]
  const texts = parts.map(part => (part === undefined ? '' : isHex ? readHexText(part) : part))
  const isWhole = isHex
    ? texts.every(text => text !== null && !hasGarbledLetters(text))
    : isTrusted && provesLetters([...texts, values.sex ?? ''].join(' '))
  const [name = null, address = null, mother = null, father = null] = isWhole ? texts : []
  return {
    name: readCardName(name ?? ''),
    addressLine: address || null,
    motherName: readCardName(mother ?? ''),
    fatherName: readCardName(father ?? ''),
    lettersLost: !isWhole,
  }
}

const shapes = {
  'national-id': /^\d{12}$/u,
  'old-national-id': /^\d{9}$/u,
  'health-insurance': /^(?:\d{10}|[A-Z]{2}\d{13})$/u,
  'birth-certificate': /^\d{1,6}\/\d{4}$/u,
} as const

function readNumbers(values: Values): readonly Identifier[] {
  return Object.entries(shapes).flatMap(([system, shape]) => {
    const value = (values[system as keyof typeof shapes] ?? '')
      .trim()
      .toUpperCase()
      .replace(/^GKS\W*/u, '')
    return shape.test(value) ? [{ system: system as keyof typeof shapes, value }] : []
  })
}

/** The number of a card says birth year and sex as well: a card that does not agree with itself was misread, or is wrong. */
function contradictsItself(card: CardReading): boolean {
  const nationalId = identifierOf(card, 'national-id')
  const reading = nationalId === null ? null : readNationalId(nationalId)
  if (nationalId === null || reading === null) return false
  if (card.birthDate !== null) return contradictsNationalId(nationalId, card.sex, card.birthDate)
  return card.sex !== 'unknown' && card.sex !== reading.sex
}
