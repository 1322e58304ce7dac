type Field = HTMLInputElement | HTMLTextAreaElement
type Remembered = {
  readonly field: Field
  readonly value: string
  readonly from: number | null
  readonly to: number | null
}

/** What stood in a text field before something was typed that may turn out to be a scan. */
export class FieldMemory {
  #held: Remembered | null = null

  /** Remembers the field as it is now; nothing when the cursor is not in one. */
  remember(target: EventTarget | null): void {
    if (!isField(target)) {
      this.#held = null
      return
    }
    const { value, selectionStart, selectionEnd } = target
    this.#held = { field: target, value, from: selectionStart, to: selectionEnd }
  }

  /**
   * Puts the field back as it was, cursor included; a word that an input method still holds is ended first. Once more a
   * moment later, because an input method may let go of its word only then.
   */
  restore(): void {
    const held = this.#held
    this.#held = null
    if (!held) return
    put(held)
    window.setTimeout(() => put(held), 0)
  }
}

export function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

/** Sets the value the way a user would, so that React hears of it. */
function put({ field, value, from, to }: Remembered): void {
  if (field.value === value) return
  const shape = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(shape, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (from !== null) field.setSelectionRange(from, to)
}
