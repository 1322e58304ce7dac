import { groupSeparator, looksGs1, withSeparators } from '../stock/gs1-parts'
import type { ScanArrival } from './scan-types'
import { signOnUsKeyboard } from './wedge'

/** How the scanner of this PC types; kept on this PC only. */
export type ScannerSettings = {
  /** Two keys further apart than this belong to a hand, in milliseconds. */
  readonly longestGapMs: number
  /** What follows a scan: a key, or nothing but silence. */
  readonly ending: 'key' | 'silence'
  /** Text a scanner was told to put before a code; taken off. */
  readonly prefix: string
  /** Text a scanner was told to put behind a code; taken off. */
  readonly suffix: string
  /** The sign a scanner was told to send for FNC1 between the parts of a GS1 code; empty: it sends GS itself. */
  readonly separator: string
}

/** Enter or Tab behind the scan; no hand keeps 35 ms from key to key. */
export const usualScanner: ScannerSettings = {
  longestGapMs: 35,
  ending: 'key',
  prefix: '',
  suffix: '',
  separator: '',
}

/** The widest gap that may be set: fast typists reach it for a pair of keys, never for a whole number. */
export const widestGapMs = 80
/** Fewer signs are no scan of ours; the shortest is an old identity number. */
const fewestSigns = 9

/** One key as the window hears it. */
export type KeyHeard = {
  readonly key: string
  /** The physical key; empty when a program typed. */
  readonly code: string
  readonly isShifted: boolean
  readonly isAlt: boolean
  readonly isComposing: boolean
  readonly isRepeat: boolean
  /** When it was pressed. */
  readonly atMs: number
  /** When the window heard of it, by the clock of `TextHeard`. */
  readonly heardMs: number
}

/** Text that enters a field, as `beforeinput` tells it. */
export type TextHeard = {
  readonly kind: 'insert' | 'compose' | 'delete'
  readonly text: string
  readonly heardMs: number
}

/** Text and the key behind it may be late while the window is busy; there is no other clock than the window's own. */
const lateTextMs = 250

/**
 * Collects what comes in quick succession and says what it was when it ends. Knows no window: it is told keys, texts and
 * times, so that the test screen and the tests see exactly what the window sees.
 */
export class ScanBurst {
  readonly #settings: ScannerSettings
  #lastKeyMs: number | null = null
  #lastHeardMs = Number.NEGATIVE_INFINITY
  #awaited: string | null = null
  #letters: string[] = []
  #physical: string[] = []
  #inserted: string[] = []
  #composing = ''
  #hasCode = false
  #hasNoCode = false
  #isTouched = false
  #needsInserted = false
  #isSpelling = false
  #isSpelled = false

  constructor(settings: ScannerSettings = usualScanner) {
    this.#settings = settings
  }

  /** Signs of the burst so far; 0 before anything came quickly. */
  get size(): number {
    return Math.max(this.#letters.length, this.#inserted.length + this.#composing.length)
  }

  /** True when a key pressed now begins anew. */
  isOver({ atMs }: Pick<KeyHeard, 'atMs'>): boolean {
    if (this.#lastKeyMs !== null) return !(atMs - this.#lastKeyMs < this.#settings.longestGapMs)
    return !(atMs - this.#lastHeardMs < lateTextMs)
  }

  /** True when text that is heard now belongs to nothing before it. */
  isTextNew(heardMs: number): boolean {
    const patience = this.#lastKeyMs === null ? this.#settings.longestGapMs : lateTextMs
    return !(heardMs - this.#lastHeardMs < patience)
  }

  /** Takes one key. Gives the arrival when this key ends a scan. */
  hearKey(heard: KeyHeard): ScanArrival | null {
    const wasQuick = !this.isOver(heard)
    if (!wasQuick || heard.isRepeat || isCommand(heard)) this.forget()
    if (isCommand(heard)) return null
    this.#lastKeyMs = heard.atMs
    this.#lastHeardMs = heard.heardMs
    if (isEnding(heard)) return wasQuick ? this.#finish() : null
    this.#takeKey(heard)
    return null
  }

  /** Takes a letter that came without a key of its own: spelled by Alt and the number block. */
  hearLetter(letter: string): void {
    if (letter === this.#awaited) {
      this.#awaited = null
      return
    }
    if (!this.#isSpelling) return
    this.#letters.push(letter)
    this.#isSpelled = true
  }

  /** Takes text that enters a field, with or without a key. Pasted text never comes here. */
  hearText({ kind, text, heardMs }: TextHeard): void {
    if (this.isTextNew(heardMs)) this.forget()
    this.#lastHeardMs = heardMs
    if (kind === 'compose') {
      this.#composing = text
      this.#isTouched = true
      this.#needsInserted = true
    } else if (kind === 'delete') {
      this.#inserted.pop()
    } else {
      this.#composing = ''
      this.#inserted.push(...text)
      if (this.#lastKeyMs !== null) return
      this.#isTouched = true
      this.#needsInserted = true
    }
  }

  /** What a scanner without an ending key has sent, once it fell silent; null when it was no scan. */
  fallSilent(): ScanArrival | null {
    return this.#settings.ending === 'silence' ? this.#finish() : null
  }

  #takeKey({ key, code, isShifted, isAlt, isComposing }: KeyHeard): void {
    // Digits of the number block with Alt held spell one letter, which comes by itself.
    this.#isSpelling = isAlt
    if (isAlt) return
    if (key === 'Backspace') {
      this.#letters.pop()
      this.#physical.pop()
      this.#isTouched = true
      return
    }
    const isSwallowed = key === 'Process' || key === 'Unidentified' || isComposing
    const sign = [...key].length === 1 ? key : null
    this.#awaited = sign
    if (sign === null && !isSwallowed) return
    if (isSwallowed) {
      this.#isTouched = true
      this.#needsInserted = true
    }
    // FNC1 has no key of its own: whichever key said it, both readings have the sign.
    const physical = key === groupSeparator ? key : signOnUsKeyboard(code, isShifted)
    if (physical === null) this.#hasNoCode = true
    else this.#hasCode = true
    this.#letters.push(sign ?? '')
    this.#physical.push(physical ?? '')
  }

  /** Everything heard so far, whatever it is, and begins anew: for the test screen. */
  takeAll(): ScanArrival {
    const { raw, ...arrival } = this.#arrive()
    return { ...arrival, text: raw }
  }

  #finish(): ScanArrival | null {
    const { raw, ...arrival } = this.#arrive()
    const hasPrefix = this.#settings.prefix !== '' && raw.startsWith(this.#settings.prefix)
    return hasPrefix || hasScanShape(arrival) ? arrival : null
  }

  #arrive(): ScanArrival & { readonly raw: string } {
    const inserted = [...this.#inserted, ...this.#composing].join('')
    const typed = this.#letters.join('')
    const raw = this.#needsInserted && inserted !== '' ? inserted : typed
    const touched = this.#isTouched || (this.#hasCode && this.#hasNoCode)
    const isKeyless = this.#hasNoCode || this.#isSpelled || this.#physical.length === 0
    const physical = isKeyless ? null : this.#strip(this.#physical.join(''))
    this.forget()
    return { raw, text: this.#strip(raw), physical, touched }
  }

  #strip(text: string): string {
    const { prefix, suffix, separator } = this.#settings
    const begun = prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text
    const whole = suffix !== '' && begun.endsWith(suffix) ? begun.slice(0, -suffix.length) : begun
    // A sign that a card has between its fields means those there: only a GS1 code has separators.
    return separator !== '' && looksGs1(whole) ? withSeparators(whole, separator) : whole
  }

  /** Begins anew. */
  forget(): void {
    this.#lastKeyMs = null
    this.#lastHeardMs = Number.NEGATIVE_INFINITY
    this.#awaited = null
    this.#isSpelling = false
    this.#isSpelled = false
    this.#letters = []
    this.#physical = []
    this.#inserted = []
    this.#composing = ''
    this.#hasCode = false
    this.#hasNoCode = false
    this.#isTouched = false
    this.#needsInserted = false
  }
}

/** True for keys that no scanner presses within a code: F2, arrows, Escape. */
function isCommand({ key, code, isAlt }: KeyHeard): boolean {
  const isSaid = [...key].length === 1 || ['Process', 'Unidentified', 'Backspace'].includes(key)
  return !isSaid && !isAlt && !isEnding({ key, code })
}

/** True for the keys that scanners send behind a code. */
export function isEnding({ key, code }: Pick<KeyHeard, 'key' | 'code'>): boolean {
  return key === 'Enter' || key === 'Tab' || code === 'Enter' || code === 'NumpadEnter' || code === 'Tab'
}

/** True for texts that only a scanner sends so fast: a long number, fields of a card, an insurance code, a paper's data. */
export function hasScanShape({ text, physical }: Pick<ScanArrival, 'text' | 'physical'>): boolean {
  return [text, physical ?? ''].some(
    said =>
      said.length >= fewestSigns &&
      (/\d{9}/u.test(said) ||
        (said.match(/\|/gu)?.length ?? 0) >= 2 ||
        /^[A-Z]{2}\d{13}$/iu.test(said) ||
        /^\{.*\}$/su.test(said)),
  )
}
