const combiningMark = /\p{M}/u
const apostrophes = /['’‘ʼ`´]/u
const letterOrDigit = /[\p{L}\p{N}]/u

/** Folded text together with where each folded character came from, so that a hit can be marked in the original. */
export type FoldedText = {
  readonly key: string
  /** For each character of `key`, the index in the original where its source begins; a separator has that of the gap. */
  readonly starts: readonly number[]
  /** For each character of `key`, the index in the original just behind its source and the marks that follow it. */
  readonly ends: readonly number[]
}

/**
 * Folds text for searching and keeps the way back. NFC and NFD give the same key; marks go, đ becomes d, letters
 * become lower case, apostrophes vanish (H'Linh → hlinh), everything else is one space.
 */
export function foldWithOrigin(text: string): FoldedText {
  const key: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const next = at + character.length
    const folded = foldCharacter(character)
    if (folded === '' && ends.length > 0 && key.at(-1) !== ' ') ends[ends.length - 1] = next
    for (const piece of folded) {
      if (piece === ' ' && (key.length === 0 || key.at(-1) === ' ')) continue
      key.push(piece)
      starts.push(at)
      ends.push(next)
    }
    at = next
  }
  if (key.at(-1) === ' ') {
    key.pop()
    starts.pop()
    ends.pop()
  }
  return { key: key.join(''), starts, ends }
}

/** Vietnamese has some hundred letters; normalising each of them once makes searching several times faster. */
const folded = new Map<string, string>()

function foldCharacter(character: string): string {
  const known = folded.get(character)
  if (known !== undefined) return known
  const made = foldOnce(character)
  if (folded.size < 10_000) folded.set(character, made)
  return made
}

function foldOnce(character: string): string {
  if (combiningMark.test(character) || apostrophes.test(character)) return ''
  let key = ''
  for (const piece of character.normalize('NFKD').toLowerCase()) {
    if (combiningMark.test(piece)) continue
    if (piece === 'đ' || piece === 'ð') key += 'd'
    else key += letterOrDigit.test(piece) ? piece : ' '
  }
  return key
}

/** The key every search index holds: `Đặng Thị  HÒA` and `dang thi hoa` have the same. Folding twice changes nothing. */
export function nameKey(text: string): string {
  return foldWithOrigin(text).key
}

/** Key of the given name, the last word, by which people are called and looked for. Empty for an empty name. */
export function givenKey(name: string): string {
  return nameKey(name).split(' ').at(-1) ?? ''
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu

/**
 * Key that keeps diacritics but not where the tone stands: `Hòa` and `Hoà`, `Thủy` and `Thuỷ` are equal, `Hòa` and
 * `Hoa` are not. For deciding whether two written names are the same, and for preferring what was typed with marks.
 */
export function markedKey(text: string): string {
  const words = text.normalize('NFD').toLowerCase().trim().split(/\s+/u)
  return words.map(word => word.replace(tones, '') + (word.match(tones) ?? []).join('')).join(' ')
}

/**
 * Letters for the round picture of a person: the first letters of the last two words, marks kept (`Nguyễn Thị Ánh
 * Ngọc` → `ÁN`). Empty for an empty name.
 */
export function initialsOf(name: string): string {
  const words = name.normalize('NFC').trim().split(/\s+/u).filter(Boolean)
  return words
    .slice(-2)
    .map(word => (word.match(/\p{L}/u)?.[0] ?? '').toUpperCase())
    .join('')
}

/**
 * Puts a name into the form it is stored in: NFC, single spaces, and capitals at the beginning of words when it was
 * typed all small or all capital. A name in mixed letters stays as the user wrote it.
 */
export function tidyName(typed: string): string {
  const name = typed.normalize('NFC').trim().replace(/\s+/gu, ' ')
  const isMixed = name !== name.toLowerCase() && name !== name.toUpperCase()
  if (isMixed) return name
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
