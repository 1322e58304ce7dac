import type { Colour } from '../../src/domain/supervision/cover-proof'
import { text } from '../text'

/*
 * Covers everything on the screen that may be about a person, for a picture of it. Safe by default: `cover.css` makes all
 * text invisible; what is shown again are only sentences of the catalogs, which are the same at every point. Decision 0046.
 */

const covering = 'data-covering'
const plain = 'data-plain'
const covered = 'data-covered'

let known: ReadonlySet<string> | null = null

/** Every sentence of the catalogs that is always the same. Those with values in them are made by functions, and stay covered. */
function catalogWords(): ReadonlySet<string> {
  known ??= new Set(sentencesIn(text))
  return known
}

function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.trim()]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(sentencesIn)
}

/** True for words that say nothing about anybody: of a catalog, or signs without a letter or a digit. */
export function isPlainText(words: string, catalog: ReadonlySet<string> = catalogWords()): boolean {
  const said = words.trim()
  return catalog.has(said) || /^[^\p{L}\p{N}]*$/u.test(said)
}

function ownTexts(element: Element): readonly string[] {
  return [...element.childNodes]
    .filter(node => node.nodeType === Node.TEXT_NODE)
    .map(node => node.textContent ?? '')
    .filter(words => words.trim() !== '')
}

/** An element may be shown when it has words of its own and all of them are plain, or when it names a key. */
function isPlain(element: Element): boolean {
  if (element instanceof SVGElement) return isIcon(element)
  if (element.matches(fields)) return false
  if (element.tagName === 'KBD') return true
  const words = ownTexts(element)
  return words.length > 0 && words.every(said => isPlainText(said))
}

/** What somebody typed or chose is never shown. */
const fields = 'input, textarea, select, option, [contenteditable]'

/** A sign beside words. Pictures made of data are larger, or have words in them. */
function isIcon(element: SVGElement): boolean {
  const whole = element.closest('svg')
  if (!whole || whole.querySelector('text')) return false
  const { width, height } = whole.getBoundingClientRect()
  return width <= largestIconPx && height <= largestIconPx
}
const largestIconPx = 32

function mark(colour: Colour): void {
  for (const element of document.body.querySelectorAll<HTMLElement | SVGElement>('*')) {
    if (isPlain(element)) {
      element.setAttribute(plain, '')
      element.style.setProperty('--plain-color', getComputedStyle(element).color)
    } else if (ownTexts(element).length > 0) element.setAttribute(covered, '')
  }
  document.documentElement.style.setProperty('--cover-colour', `rgb(${colour.join(' ')})`)
  document.documentElement.setAttribute(covering, '')
}

function unmark(): void {
  document.documentElement.removeAttribute(covering)
  document.documentElement.style.removeProperty('--cover-colour')
  for (const element of document.body.querySelectorAll<HTMLElement | SVGElement>(
    `[${plain}], [${covered}]`,
  )) {
    element.removeAttribute(plain)
    element.removeAttribute(covered)
    element.style.removeProperty('--plain-color')
  }
}

/** A colour by lot, so that the border of an earlier picture proves nothing about this one. */
function colourByLot(): Colour {
  const [red = 0, green = 0, blue = 0] = crypto.getRandomValues(new Uint8Array(3))
  return [red, green, blue]
}

/**
 * Does a piece of work while everything that may be about a person is covered, and tells it the colour of the border that is
 * drawn with the cover: whoever takes a picture looks for it. Answers null when something changed meanwhile in a way that
 * could have shown somebody: then there is no picture.
 */
export async function whileCovered<T>(work: (colour: Colour) => Promise<T>): Promise<T | null> {
  const colour = colourByLot()
  mark(colour)
  try {
    const result = await work(colour)
    const shown = [...document.body.querySelectorAll(`[${plain}]`)]
    return shown.every(isPlain) ? result : null
  } finally {
    unmark()
  }
}
