/** A tone as the combining mark it is written with; null is the level tone. */
export type Tone = 'acute' | 'grave' | 'hook' | 'tilde' | 'dot' | null
export type Mark = 'circumflex' | 'breve' | 'horn' | 'stroke'
/** One letter of a word being typed, its case kept in `base`. */
export type Letter = { readonly base: string; readonly mark: Mark | null }
type Word = { readonly letters: readonly Letter[]; readonly tone: Tone }

const toneSigns = {
  acute: '\u0301',
  grave: '\u0300',
  hook: '\u0309',
  tilde: '\u0303',
  dot: '\u0323',
} as const
const markSigns = { circumflex: '\u0302', breve: '\u0306', horn: '\u031b' } as const

const onsets = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?$/u
const codas = /^(?:ch|ng|nh|[cmnpt])?$/u

export function isVowel(letter: string): boolean {
  return /^[aeiouyươăâêô]$/iu.test(letter)
}

/** Where the vowels of a possible syllable begin and end; null when the letters can be no syllable (`HAB`, `XYZ`). */
function vowelsOf(letters: readonly Letter[]): { readonly from: number; readonly to: number } | null {
  const plain = letters.map(({ base }) => base.toLowerCase())
  let from = plain.findIndex(isVowel)
  if (from === -1) return null
  const next = plain[from + 1]
  const isGlide = (plain[0] === 'q' && plain[from] === 'u') || (plain[0] === 'g' && plain[from] === 'i')
  if (from === 1 && isGlide && next !== undefined && isVowel(next)) from += 1
  let to = from
  while (to < plain.length && isVowel(plain[to] ?? '')) to += 1
  const isSyllable = onsets.test(plain.slice(0, from).join('')) && codas.test(plain.slice(to).join(''))
  return isSyllable && to - from <= 3 ? { from, to } : null
}

/** Puts a tone on the word; null when it has no place for one, or has this one already. */
export function addTone(word: Word, tone: Tone): Word | null {
  if (vowelsOf(word.letters) === null) return null
  if (tone === null) return word.tone === null ? null : { ...word, tone }
  return word.tone === tone ? null : { ...word, tone }
}

/** Puts a mark on the last vowels it fits; null when there is none without it. `đ` needs a `d` in front. */
export function addMark(word: Word, mark: Mark, bases: string): Word | null {
  const { letters } = word
  if (mark === 'stroke') {
    const [first, ...rest] = letters
    if (first?.base.toLowerCase() !== 'd' || first.mark !== null) return null
    return { ...word, letters: [{ ...first, mark }, ...rest] }
  }
  const vowels = vowelsOf(letters)
  if (vowels === null) return null
  const fits = ({ base, mark: has }: Letter) =>
    bases.includes(base.toLowerCase()) && has !== mark && base.length === 1
  const places = [...letters.keys()].filter(
    at => at >= vowels.from && at < vowels.to && fits(letters[at] as Letter),
  )
  const last = places.at(-1)
  if (last === undefined) return null
  // "uo" takes the horn on both.
  const both = mark === 'horn' && letters[last]?.base.toLowerCase() === 'o' && places.includes(last - 1)
  return {
    ...word,
    letters: letters.map((letter, at) =>
      at === last || (both && at === last - 1) ? { ...letter, mark } : letter,
    ),
  }
}

/** The word as the method shows it, composed. */
export function writeWord(letters: readonly Letter[], tone: Tone): string {
  const at = tone === null ? -1 : toneAt(letters)
  const sign = tone === null ? '' : toneSigns[tone]
  return letters
    .map((letter, place) => writeLetter(letter) + (place === at ? sign : ''))
    .join('')
    .normalize('NFC')
}

function writeLetter({ base, mark }: Letter): string {
  if (mark === null) return base
  if (mark === 'stroke') return base === 'D' ? 'Đ' : 'đ'
  return base + markSigns[mark]
}

function toneAt(letters: readonly Letter[]): number {
  const vowels = vowelsOf(letters)
  if (vowels === null) return letters.findIndex(({ base }) => isVowel(base))
  const { from, to } = vowels
  const places = Array.from({ length: to - from }, (_, step) => from + step)
  const marked = places.filter(place => letters[place]?.mark !== null)
  if (marked.length > 0) return marked.at(-1) ?? from
  if (to < letters.length || places.length === 3) return places.length === 3 ? from + 1 : to - 1
  return from
}
