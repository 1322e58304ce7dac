import { addMark, addTone, type Letter, type Tone, writeWord } from './vietnamese-word'

/** The two ways of typing Vietnamese that are in use. */
export type InputMethod = 'telex' | 'vni'

/** One key, and what the input method makes of it: so many signs taken back, then this typed. */
export type TypedStep = { readonly key: string; readonly back: number; readonly insert: string }

const telexTones: Readonly<Record<string, Tone>> = {
  s: 'acute',
  f: 'grave',
  r: 'hook',
  x: 'tilde',
  j: 'dot',
  z: null,
}
const vniTones: Readonly<Record<string, Tone>> = {
  '1': 'acute',
  '2': 'grave',
  '3': 'hook',
  '4': 'tilde',
  '5': 'dot',
  '0': null,
}

/**
 * What Unikey and its like make of a text that a scanner types, key by key: `AWS DDA LA1234` becomes `Ắ ĐA LA1234` with
 * Telex and `AWS DDA LÃ` with VNI (measured: printing.md §9). A model, to test the defence and to name the culprit on the test screen;
 * nothing is ever repaired by it.
 */
export function garbleSteps(text: string, method: InputMethod): readonly TypedStep[] {
  let word: Word = emptyWord
  const steps: TypedStep[] = []
  for (const key of text) {
    const before = writeWord(word.letters, word.tone)
    const next = method === 'telex' ? takeTelex(word, key) : takeVni(word, key)
    if (next === null) {
      steps.push({ key, back: 0, insert: key })
      word = emptyWord
      continue
    }
    const after = writeWord(next.letters, next.tone)
    const kept = sharedStart(before, after)
    steps.push({ key, back: [...before].length - kept, insert: [...after].slice(kept).join('') })
    word = next
  }
  return steps
}

/** The text as it stands in a field afterwards. */
export function garble(text: string, method: InputMethod): string {
  const out: string[] = []
  for (const { back, insert } of garbleSteps(text, method)) {
    out.splice(out.length - back, back)
    out.push(...insert)
  }
  return out.join('')
}

/** What an input method holds of the word being typed. */
type Word = { readonly letters: readonly Letter[]; readonly tone: Tone }
const emptyWord: Word = { letters: [], tone: null }

function sharedStart(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  const differs = left.findIndex((sign, at) => sign !== right[at])
  return differs === -1 ? left.length : differs
}

function append({ letters, tone }: Word, key: string): Word {
  return { letters: [...letters, { base: key, mark: null }], tone }
}

/** Null when the key ends the word. */
function takeTelex(word: Word, key: string): Word | null {
  if (!/[a-z]/iu.test(key)) return null
  const low = key.toLowerCase()
  const tone = telexTones[low]
  if (tone !== undefined) return addTone(word, tone) ?? append(untoned(word, tone), key)
  if (low === 'w') {
    const marked = addMark(word, 'horn', 'uo') ?? addMark(word, 'breve', 'a')
    // A lone w is short for ư.
    return marked ?? append(word, key === 'W' ? 'Ư' : 'ư')
  }
  if (low === 'd') return addMark(word, 'stroke', 'd') ?? append(word, key)
  if ('aeo'.includes(low)) return addMark(word, 'circumflex', low) ?? append(word, key)
  return append(word, key)
}

function takeVni(word: Word, key: string): Word | null {
  if (/[a-z]/iu.test(key)) return append(word, key)
  const tone = vniTones[key]
  if (tone !== undefined)
    return addTone(word, tone) ?? (isTonedSo(word, tone) ? append(untoned(word, tone), key) : null)
  if (key === '6') return addMark(word, 'circumflex', 'aeo')
  if (key === '7') return addMark(word, 'horn', 'uo')
  if (key === '8') return addMark(word, 'breve', 'a')
  return key === '9' ? addMark(word, 'stroke', 'd') : null
}

/** The same tone typed again takes it off and leaves the key. */
function untoned(word: Word, tone: Tone): Word {
  return isTonedSo(word, tone) ? { ...word, tone: null } : word
}

function isTonedSo(word: Word, tone: Tone): boolean {
  return tone !== null && word.tone === tone
}
