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

/** An element may be shown when each text that lies directly in it is plain, or it names a key. */
function isPlain(element: Element): boolean {
  if (element instanceof SVGElement) return isIcon(element)
  if (element.tagName === 'KBD') return true
  return ownTexts(element).every(words => isPlainText(words))
}

/** A sign beside words. Pictures made of data are larger, or have words in them. */
function isIcon(element: SVGElement): boolean {
  const whole = element.closest('svg')
  if (!whole || whole.querySelector('text')) return false
  const { width, height } = whole.getBoundingClientRect()
  return width <= largestIconPx && height <= largestIconPx
}
const largestIconPx = 32

function mark(): void {
  for (const element of document.body.querySelectorAll<HTMLElement | SVGElement>('*')) {
    if (isPlain(element)) {
      element.setAttribute(plain, '')
      element.style.setProperty('--plain-color', getComputedStyle(element).color)
    } else element.setAttribute(covered, '')
  }
  document.documentElement.setAttribute(covering, '')
}

function unmark(): void {
  document.documentElement.removeAttribute(covering)
  for (const element of document.body.querySelectorAll<HTMLElement | SVGElement>(
    `[${plain}], [${covered}]`,
  )) {
    element.removeAttribute(plain)
    element.removeAttribute(covered)
    element.style.removeProperty('--plain-color')
  }
}

/** Two frames: the first one lays out, after the second one it is seen. */
function painted(): Promise<void> {
  return new Promise(resolve =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, paintMs))),
  )
}
const paintMs = 60

/**
 * Does a piece of work while everything that may be about a person is covered. Answers null when something changed meanwhile
 * in a way that could have shown it: then there is no picture.
 */
export async function whileCovered<T>(work: () => Promise<T>): Promise<T | null> {
  mark()
  try {
    await painted()
    const result = await work()
    const shown = [...document.body.querySelectorAll(`[${plain}]`)]
    return shown.every(isPlain) ? result : null
  } finally {
    unmark()
  }
}
