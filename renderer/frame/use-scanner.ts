import { useEffect, useRef } from 'react'

/** A scanner types faster than any hand: at most this many milliseconds lie between two of its keys. */
const fastestHandMs = 35

/** What our scanners read: nine or more digits in a row (any code of ours or of the state), or an identity card's QR. */
const scannedShape = /\d{9}|\d\|/u

/** Collects keys and says when a burst of them ended with Enter. Pure but for the times it is told. */
export class ScanBurst {
  #typed = ''
  #lastMs = Number.NEGATIVE_INFINITY

  /** Takes one key; gives the scanned text when this key is the Enter behind a burst. */
  take(key: string, atMs: number): string | null {
    const isFast = atMs - this.#lastMs < fastestHandMs
    this.#lastMs = atMs
    if (key === 'Enter') {
      const scanned = this.#typed
      this.#typed = ''
      return isFast && scannedShape.test(scanned) ? scanned : null
    }
    if ([...key].length !== 1) return null
    this.#typed = isFast ? this.#typed + key : key
    return null
  }

  /** True for the first key of what may become a burst. */
  get isFirst(): boolean {
    return [...this.#typed].length === 1
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement
type Held = { readonly field: Field; readonly value: string } | null

/**
 * Takes a scan from anywhere, gives it to `onScan` and puts the field back as it was. A field with `data-scan="own"`
 * (a lot number, an identity card) keeps what is scanned into it.
 */
export function useScanner(onScan: (text: string) => void): void {
  const current = useRef(onScan)
  current.current = onScan
  useEffect(() => {
    const burst = new ScanBurst()
    let held: Held = null
    function hear(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const field = isField(event.target) ? event.target : null
      if (field?.dataset.scan === 'own') return
      const value = field?.value ?? ''
      const scanned = burst.take(event.key, event.timeStamp)
      if (burst.isFirst && event.key.length === 1) held = field ? { field, value } : null
      if (scanned === null) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (held) restore(held.field, held.value)
      current.current(scanned)
    }
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [])
}

function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

/** Sets the value the way a user would, so that React hears of it. */
function restore(field: Field, value: string): void {
  const shape = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(shape, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
