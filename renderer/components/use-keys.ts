import { useEffect, useRef } from 'react'

/** Who hears a key first: an emergency, an open dialog, then the screen, then the frame. */
export type KeyLevel = 'frame' | 'screen' | 'dialog' | 'emergency'

/** Key names such as `F2`, `Ctrl+Enter`, `Alt+1`, `ArrowDown`, `e`, `?`. A handler that returns false lets the key pass on. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => unknown>>

type Listener = { readonly level: KeyLevel; readonly current: { map: KeyMap } }

const order: readonly KeyLevel[] = ['emergency', 'dialog', 'screen', 'frame']
/** What is heard below an open dialog: nothing but an emergency. */
const underDialog: readonly KeyLevel[] = ['emergency', 'dialog']
const listeners = new Set<Listener>()

/** True while an input method puts a syllable together: Enter and letters then belong to it. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** True when typed letters would go into a text field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}

function keyName(event: KeyboardEvent): string {
  const digit = event.altKey ? /^Digit(\d)$/u.exec(event.code)?.[1] : null
  const key = digit ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key)
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key}`
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return
  const name = keyName(event)
  const isPlainSign = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey
  if (isPlainSign && isTyping(event.target)) return
  const isDialogOpen = [...listeners].some(({ level }) => level === 'dialog')
  for (const level of isDialogOpen ? underDialog : order) {
    for (const listener of [...listeners].reverse()) {
      const handler = listener.level === level ? listener.current.map[name] : undefined
      if (!handler || handler(event) === false) continue
      event.preventDefault()
      return
    }
  }
}

/** Hears keys while the component is shown. An open dialog keeps all keys from what lies below it, but not those of an emergency. */
export function useKeys(map: KeyMap, level: KeyLevel = 'screen', isOn = true): void {
  const current = useRef({ map })
  current.current.map = map
  useEffect(() => {
    if (!isOn) return
    if (listeners.size === 0) window.addEventListener('keydown', hear)
    const listener = { level, current: current.current }
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) window.removeEventListener('keydown', hear)
    }
  }, [level, isOn])
}
