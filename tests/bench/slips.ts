import { isCalendarDay } from '../../src/domain/calendar/calendar-day'
import { between, pick, type Random } from '../../src/domain/exchange/random'
import { nameKey } from '../../src/domain/person/name-key'

/** What goes wrong between a finger and a key. */
export type Slip =
  | 'wrong letter'
  | 'missing letter'
  | 'extra letter'
  | 'swapped letters'
  | 'telex keys'
  | 'missing space'
  | 'swapped day and month'
  | 'wrong digit'

const neighbours: Readonly<Record<string, string>> = {
  a: 'sqz',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
}
const toneKeys: Readonly<Record<string, string>> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
}

/** A name typed without marks, with one slip in one of its words where asked. */
export function slipName(
  random: Random,
  name: string,
  isSlipped: boolean,
): { readonly text: string; readonly slip: Slip | 'none' } {
  const typed = nameKey(name)
  if (!isSlipped) return { text: typed, slip: 'none' }
  const words = typed.split(' ')
  const long = words.flatMap((word, at) => (word.length >= 3 ? [at] : []))
  if (long.length === 0) return { text: typed, slip: 'none' }
  const at = pick(random, long)
  const kind = pick(random, [
    'wrong letter',
    'missing letter',
    'extra letter',
    'swapped letters',
    'telex keys',
    'missing space',
  ] as const)
  if (kind === 'missing space' && words.length > 2)
    return { text: [words.slice(0, -2).join(' '), words.slice(-2).join('')].join(' '), slip: kind }
  if (kind === 'telex keys') {
    const text = name.split(/\s+/u).map(telex).join(' ')
    return text === typed ? { text: typed, slip: 'none' } : { text, slip: kind }
  }
  const slipped = words.with(at, slipWord(random, words[at] ?? '', kind))
  return { text: slipped.join(' '), slip: kind === 'missing space' ? 'wrong letter' : kind }
}

function slipWord(random: Random, word: string, kind: Slip): string {
  const at = between(random, 1, word.length - 1)
  const letter = word[at] ?? ''
  if (kind === 'missing letter') return word.slice(0, at) + word.slice(at + 1)
  if (kind === 'extra letter') return word.slice(0, at) + letter + word.slice(at)
  if (kind === 'swapped letters')
    return word.slice(0, at - 1) + letter + (word[at - 1] ?? '') + word.slice(at + 1)
  return word.slice(0, at) + pick(random, [...(neighbours[letter] ?? 'x')]) + word.slice(at + 1)
}

/** What reaches the box when the input method is off: `Nguyễn` → `nguyeenx`. */
function telex(word: string): string {
  let tone = ''
  let keys = ''
  for (const letter of word.normalize('NFD').toLowerCase()) {
    if (letter in toneKeys) tone = toneKeys[letter] ?? ''
    else if (letter === '\u0302') keys += keys.at(-1) ?? ''
    else if (letter === '\u031b' || letter === '\u0306') keys += 'w'
    else keys += letter === 'đ' ? 'dd' : letter
  }
  return keys + tone
}

export function slipDate(
  random: Random,
  date: string,
): { readonly date: string; readonly slip: Slip } | null {
  const [year, month, day] = date.split('-')
  const swapped = `${year}-${day}-${month}`
  if (swapped !== date && isCalendarDay(swapped)) return { date: swapped, slip: 'swapped day and month' }
  for (let tries = 0; tries < 50; tries += 1) {
    const at = pick(random, [3, 6, 8, 9])
    const other = date.slice(0, at) + String(between(random, 0, 9)) + date.slice(at + 1)
    if (other !== date && isCalendarDay(other) && other <= '2026-11-22')
      return { date: other, slip: 'wrong digit' }
  }
  return null
}

export function slipDigits(random: Random, digits: string): { readonly text: string; readonly slip: Slip } {
  const at = between(random, 4, digits.length - 1)
  const other = String((Number(digits[at]) + between(random, 1, 9)) % 10)
  return { text: digits.slice(0, at) + other + digits.slice(at + 1), slip: 'wrong digit' }
}
