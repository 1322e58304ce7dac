import type { CDPSession, Page } from 'playwright-core'
import { garble, garbleSteps, type InputMethod } from '../../../src/domain/scan/garble'
import { usKeyOf } from '../../../src/domain/scan/wedge'

/**
 * How a scan reaches the window. `clean`: as it was typed. `layout`: the keys are true, what they mean was changed by the
 * method. `hook`: the method takes letters back and types others, as Unikey does on Windows. `composed`: no key is heard, the
 * changed text arrives by itself.
 */
export type Way =
  | { readonly how: 'clean' }
  | { readonly how: 'layout' | 'hook' | 'composed'; readonly method: InputMethod }

/** One key as the window hears it. */
type Stroke = {
  readonly key: string
  readonly code: string
  readonly isShifted: boolean
  readonly text: string
}

/** A keyboard scanner at a window. */
export type Wedge = { readonly scan: (text: string, way?: Way) => Promise<void> }

/** Plugs a scanner in: a millisecond from key to key, then Enter. */
export async function wedgeOn(page: Page): Promise<Wedge> {
  const devTools = await page.context().newCDPSession(page)
  return {
    async scan(text, way = { how: 'clean' }) {
      if (way.how === 'composed') {
        const inserted = devTools.send('Input.insertText', { text: garble(text, way.method) })
        await strike(devTools, [enter])
        await inserted
        return
      }
      await strike(devTools, [...strokesOf(text, way), enter])
    },
  }
}

const enter: Stroke = { key: 'Enter', code: 'Enter', isShifted: false, text: '\r' }

function strokesOf(text: string, way: Exclude<Way, { readonly how: 'composed' }>): readonly Stroke[] {
  if (way.how === 'clean') return [...text].map(sign => strokeOf(sign, sign))
  const steps = garbleSteps(text, way.method)
  if (way.how === 'layout') return steps.map(({ key, insert }) => strokeOf(key, insert.at(-1) ?? key))
  return steps.flatMap(({ key, back, insert }) => [
    ...Array.from({ length: back }, () => backspace),
    ...[...insert].map(sign => (sign === key ? strokeOf(key, key) : typedByProgram(sign))),
  ])
}

const backspace: Stroke = { key: 'Backspace', code: '', isShifted: false, text: '' }

/** Signs that no key has come without one, as a program types them. */
function strokeOf(sign: string, said: string): Stroke {
  const key = usKeyOf(sign)
  return { key: said, code: key?.code ?? '', isShifted: key?.isShifted ?? false, text: said }
}

function typedByProgram(sign: string): Stroke {
  return { key: sign, code: '', isShifted: false, text: sign }
}

async function strike(devTools: CDPSession, strokes: readonly Stroke[]): Promise<void> {
  const beganAt = Date.now()
  const events = strokes.flatMap(({ key, code, isShifted, text }, at) => {
    const timestamp = (beganAt + at) / 1000
    const modifiers = isShifted ? 8 : 0
    const windowsVirtualKeyCode = key === 'Enter' ? 13 : key === 'Backspace' ? 8 : 0
    const shared = { key, code, modifiers, timestamp, windowsVirtualKeyCode }
    const down = text === '' ? { type: 'rawKeyDown' as const } : { type: 'keyDown' as const, text }
    return [
      { ...shared, ...down },
      { ...shared, type: 'keyUp' as const },
    ]
  })
  // Sent without waiting for each other: a scanner does not wait either.
  await Promise.all(events.map(event => devTools.send('Input.dispatchKeyEvent', event)))
}
