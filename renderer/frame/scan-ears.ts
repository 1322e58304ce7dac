import { isEnding, type KeyHeard, ScanBurst, type TextHeard } from '../../src/domain/scan/scan-burst'
import type { ScanArrival } from '../../src/domain/scan/scan-types'
import { groupSeparator } from '../../src/domain/stock/gs1-parts'
import { FieldMemory, isField } from './field-memory'
import { HeldKeys, isGivenBack } from './held-keys'
import { readScannerSettings } from './scanner-settings'

/** What hears every key and text before the scanner makes anything of it: the test screen. */
export type Tap = {
  readonly key: (heard: KeyHeard) => void
  readonly text: (heard: TextHeard) => void
}
const taps = new Set<Tap>()

/** Hears along until the returned function is called. */
export function tapScanner(tap: Tap): () => void {
  taps.add(tap)
  return () => void taps.delete(tap)
}

/** How many gaps of silence end a scan of a scanner that sends no key behind it. */
const gapsOfSilence = 3
/** Nobody waits less than this before answering what a scan brought up. */
const afterScanMs = 120

/** Hears one window for scans, and leaves it as it was before each. */
export class ScanEars {
  readonly #onScan: (arrival: ScanArrival) => void
  readonly #settings = readScannerSettings()
  readonly #burst = new ScanBurst(this.#settings)
  readonly #memory = new FieldMemory()
  readonly #held = new HeldKeys()
  readonly #ending = new AbortController()
  #silence: number | undefined
  #tookAtMs = Number.NEGATIVE_INFINITY

  constructor(onScan: (arrival: ScanArrival) => void) {
    this.#onScan = onScan
    const options = { capture: true, signal: this.#ending.signal }
    window.addEventListener('keydown', event => this.#hearKey(event), options)
    window.addEventListener('keypress', event => this.#hearLetter(event), options)
    window.addEventListener('beforeinput', event => this.#hearText(event), options)
    window.addEventListener('compositionend', event => this.#hearWordEnd(event), options)
  }

  /** Hears no more; keys that are still held are given back. */
  stop(): void {
    window.clearTimeout(this.#silence)
    this.#held.giveBack()
    this.#ending.abort()
  }

  #hearKey(event: KeyboardEvent): void {
    if (isGivenBack(event) || isOwn(event.target) || isModifier(event.key)) return
    // Behind a scan under way only: a hand presses F8 for something else.
    const isSeparator =
      isSeparatorKey(event) && this.#burst.size > 0 && !this.#burst.isOver({ atMs: event.timeStamp })
    if (!isSeparator && (event.ctrlKey || event.metaKey)) {
      this.#burst.forget()
      this.#held.giveBack()
      return
    }
    const heard = isSeparator ? { ...heardFrom(event), key: groupSeparator } : heardFrom(event)
    if (isSeparator) event.preventDefault()
    for (const tap of taps) tap.key(heard)
    // A scanner may send two keys behind a code; the second must not press what the scan brought up. It ends no text of its
    // own: the Enter of a scan that follows at once does, and counts.
    const isSecondEnding = isEnding(heard) && this.#burst.size === 0
    if (isSecondEnding && heard.heardMs - this.#tookAtMs < afterScanMs) swallow(event)
    else this.#takeKey(event, heard)
  }

  #takeKey(event: KeyboardEvent, heard: KeyHeard): void {
    if (this.#burst.isOver(heard)) this.#memory.remember(event.target)
    const arrival = this.#burst.hearKey(heard)
    if (arrival) {
      swallow(event)
      this.#take(arrival)
      return
    }
    this.#waitForSilence()
    const { ending, longestGapMs } = this.#settings
    const patienceMs = longestGapMs * (ending === 'silence' ? gapsOfSilence + 1 : 1)
    if (!this.#held.hold(event, patienceMs)) this.#held.giveBack()
  }

  #hearLetter(event: KeyboardEvent): void {
    if (!isOwn(event.target) && [...event.key].length === 1) this.#burst.hearLetter(event.key)
  }

  #hearText(event: InputEvent): void {
    const kind = kindOf(event.inputType)
    if (kind === null || isOwn(event.target) || !isField(event.target)) return
    const heard = { kind, text: event.data ?? '', heardMs: performance.now() }
    if (this.#burst.isTextNew(heard.heardMs)) this.#memory.remember(event.target)
    this.#hearSaid(heard)
    this.#waitForSilence()
  }

  #hearWordEnd(event: CompositionEvent): void {
    if (!isOwn(event.target)) this.#hearSaid({ kind: 'insert', text: event.data, heardMs: performance.now() })
  }

  #hearSaid(heard: TextHeard): void {
    for (const tap of taps) tap.text(heard)
    this.#burst.hearText(heard)
  }

  #waitForSilence(): void {
    window.clearTimeout(this.#silence)
    const { ending, longestGapMs } = this.#settings
    if (ending !== 'silence') return
    this.#silence = window.setTimeout(() => {
      const arrival = this.#burst.fallSilent()
      if (arrival) this.#take(arrival)
    }, longestGapMs * gapsOfSilence)
  }

  #take(arrival: ScanArrival): void {
    window.clearTimeout(this.#silence)
    this.#held.drop()
    this.#memory.restore()
    this.#tookAtMs = performance.now()
    this.#onScan(arrival)
  }
}

/** True for the keys by which scanners say FNC1, which no letter stands for: Ctrl+] and F8. */
export function isSeparatorKey({
  ctrlKey,
  code,
  key,
}: Pick<KeyboardEvent, 'ctrlKey' | 'code' | 'key'>): boolean {
  return (ctrlKey && (code === 'BracketRight' || key === ']')) || key === 'F8'
}

function heardFrom(event: KeyboardEvent): KeyHeard {
  return {
    key: event.key,
    code: event.code,
    isShifted: event.shiftKey,
    isAlt: event.altKey,
    isComposing: event.isComposing || event.keyCode === 229,
    isRepeat: event.repeat,
    atMs: event.timeStamp,
    heardMs: performance.now(),
  }
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function isOwn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.dataset.scan === 'own'
}

/** True for keys that only change what another one means. */
function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock'].includes(key)
}

function kindOf(inputType: string): TextHeard['kind'] | null {
  if (inputType === 'insertText') return 'insert'
  if (inputType === 'insertCompositionText') return 'compose'
  return inputType === 'deleteContentBackward' ? 'delete' : null
}
