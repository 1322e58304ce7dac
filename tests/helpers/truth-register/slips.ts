import { addDays, type CalendarDay, isCalendarDay } from '../../../src/domain/calendar/calendar-day'
import { between, chance, pick, type Random } from '../../../src/domain/exchange/random'
import { slips } from './rates'

const neighbours: Readonly<Record<string, string>> = {
  a: 'sqz',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  g: 'fh',
  h: 'gj',
  i: 'uo',
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
  x: 'zc',
  y: 'tu',
}
const telexTone: Readonly<Record<string, string>> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
}
const tones = Object.keys(telexTone)

/** A name as somebody wrote it, with the errors of a hurried hand. `marksToo` false: the whole record has no marks. */
export function slipName(random: Random, name: string, isWithoutMarks: boolean): string {
  let text = name
  if (chance(random, slips.letter)) text = letterSlip(random, text)
  if (chance(random, slips.telex)) text = changeWord(random, text, telexWord)
  if (chance(random, slips.oneMarkLost)) text = changeWord(random, text, withoutMarks)
  if (chance(random, slips.otherMark)) text = changeWord(random, text, word => otherTone(random, word))
  if (chance(random, slips.middleMissing)) text = withoutMiddle(random, text)
  if (chance(random, slips.wordsChangedOver)) text = changedOver(text)
  return isWithoutMarks ? withoutMarks(text) : text
}

export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

export function withoutMiddle(random: Random, name: string): string {
  const words = name.split(' ')
  if (words.length < 3) return name
  const at = between(random, 1, words.length - 2)
  return words.filter((_, index) => index !== at).join(' ')
}

function changedOver(name: string): string {
  const words = name.split(' ')
  return words.length < 3 ? name : [...words.slice(1), words[0]].join(' ')
}

function changeWord(random: Random, name: string, change: (word: string) => string): string {
  const words = name.split(' ')
  const at = between(random, 0, words.length - 1)
  return words.map((word, index) => (index === at ? change(word) : word)).join(' ')
}

function letterSlip(random: Random, name: string): string {
  const at = between(random, 1, Math.max(1, name.length - 1))
  const letter = name[at] ?? ''
  const kind = random()
  if (kind < 0.3) return name.slice(0, at) + name.slice(at + 1)
  if (kind < 0.5) return name.slice(0, at) + letter + name.slice(at)
  if (kind < 0.65 && at + 1 < name.length)
    return name.slice(0, at) + (name[at + 1] ?? '') + letter + name.slice(at + 2)
  const near = neighbours[withoutMarks(letter).toLowerCase()]
  return near ? name.slice(0, at) + pick(random, [...near]) + name.slice(at + 1) : name
}

/** The keystrokes of a word typed with the input method off: `Ngọc` → `Ngocj`. */
function telexWord(word: string): string {
  const apart = word.normalize('NFD')
  const tone = tones.find(mark => apart.includes(mark))
  const circumflex = /[aeo]\u0302/u.exec(apart)?.[0]?.[0] ?? ''
  const plain = withoutMarks(word)
  const doubled = circumflex ? plain.replace(circumflex, circumflex + circumflex) : plain
  return tone ? doubled + telexTone[tone] : doubled
}

function otherTone(random: Random, word: string): string {
  const apart = word.normalize('NFD')
  const tone = tones.find(mark => apart.includes(mark))
  return tone ? apart.replace(tone, pick(random, tones)).normalize('NFC') : word
}

/** A birth date as somebody wrote it: a real day, never after `latest`. */
export function slipDate(random: Random, on: CalendarDay, latest: CalendarDay): CalendarDay {
  const [year = '', month = '', day = ''] = on.split('-')
  const kind = random()
  let edge = 0
  const isKind = (share: number) => {
    edge += share
    return kind < edge
  }
  let made: string = on
  if (isKind(slips.dateSwapped)) made = `${year}-${day}-${month}`
  else if (isKind(slips.dateDigit)) made = otherDigit(random, on)
  else if (isKind(slips.dateNear)) made = addDays(on, pick(random, [-3, -2, -1, 1, 2, 3]))
  else if (isKind(slips.datePart))
    made = chance(random, 0.5)
      ? `${year}-${two(between(random, 1, 12))}-${day}`
      : `${Number(year) - 1}-${month}-${day}`
  return isCalendarDay(made) && made <= latest ? made : on
}

/** One digit is another; a personal number, a phone or a date. */
export function otherDigit(random: Random, text: string): string {
  const places = [...text].flatMap((letter, at) => (at > 1 && /\d/u.test(letter) ? [at] : []))
  const at = pick(random, places)
  const digit = String((Number(text[at]) + between(random, 1, 9)) % 10)
  return text.slice(0, at) + digit + text.slice(at + 1)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
