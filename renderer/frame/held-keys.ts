import { isTyping } from '../components/use-keys'

/** Keys given back after a scan did not come of them; they are not heard a second time. */
const givenBack = new WeakSet<Event>()

/** True for a key that was held and has been given back. */
export function isGivenBack(event: Event): boolean {
  return givenBack.has(event)
}

/**
 * Outside a text field a letter or digit is a command: `1` ticks a dose, `e` opens a form. A scan must not press any of
 * them, so such keys are held until it is clear that a hand pressed them, a few hundredths of a second later.
 */
export class HeldKeys {
  readonly #keys: { readonly event: KeyboardEvent; readonly target: EventTarget }[] = []
  #timer: number | undefined

  /** Holds the key if it could be the beginning or the middle of a scan; true when it did. */
  hold(event: KeyboardEvent, patienceMs: number): boolean {
    const isPlain = [...event.key].length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey
    // A space presses a button at once; only within a scan it is a letter.
    const isCommand = isPlain && (event.key !== ' ' || this.#keys.length > 0)
    if (!isCommand || event.target === null || isTyping(event.target)) return false
    event.preventDefault()
    event.stopImmediatePropagation()
    this.#keys.push({ event, target: event.target })
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.giveBack(), patienceMs)
    return true
  }

  /** A scan came of them: nobody hears of them again. */
  drop(): void {
    window.clearTimeout(this.#timer)
    this.#keys.length = 0
  }

  /** Presses them again, in their order. */
  giveBack(): void {
    window.clearTimeout(this.#timer)
    for (const { event, target } of this.#keys.splice(0)) {
      const { key, code, shiftKey, location } = event
      const again = new KeyboardEvent('keydown', {
        key,
        code,
        shiftKey,
        location,
        bubbles: true,
        cancelable: true,
        composed: true,
      })
      givenBack.add(again)
      target.dispatchEvent(again)
    }
  }
}
