import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** One field that somebody filled in: which fact about whom, in which field of the window, with what. */
type Filled = { readonly fact: string; readonly field: string; readonly value: string }

/** Measures that are taken anew at every look may have the same value twice; names, days, phones and places may not. */
const longWords = /\p{L}{3,}|\d{6,}/u

/**
 * Fills fields for somebody who never writes a fact twice: every filled field is noted with the fact it asks for, and a fact
 * that was filled in before fails at once. Looking somebody up in the search is no fact and is not counted.
 */
export function typedFacts() {
  const filled: Filled[] = []
  const note = (fact: string, field: string, value: string) => {
    expect(
      filled.map(each => each.fact),
      `${fact} is asked for once`,
    ).not.toContain(fact)
    if (longWords.test(value)) {
      const before = filled.find(each => each.value === value)
      expect(before?.fact, `"${value}" is typed once`).toBeUndefined()
    }
    filled.push({ fact, field, value })
  }
  return {
    /** Types into a field that must be empty: what the thread knows stands there already and needs no typing. */
    async type(fact: string, field: Locator, value: string): Promise<void> {
      expect(await field.inputValue(), `${fact}: nothing stands in the field`).toBe('')
      note(fact, await nameOf(field), value)
      await field.fill(value)
    },
    /** Chooses one of the words of a field. */
    async choose(fact: string, within: Locator, word: string): Promise<void> {
      note(fact, await nameOf(within), `› ${fact} ${word}`)
      await within.getByText(word, { exact: true }).click()
    },
    /** Presses a box that stands for an answer. */
    async press(fact: string, box: Locator): Promise<void> {
      note(fact, await nameOf(box), `› ${fact}`)
      await box.click()
    },
    /** What was filled in, by the one it is about, as lines of text. */
    count: () => filled.length,
    table: () => filled.map(({ fact, field, value }) => `${fact} | ${field} | ${value}`).join('\n'),
  }
}

/** How the window names a field: by its mark for tests, or by its label. */
function nameOf(field: Locator): Promise<string> {
  return field.evaluate(element => {
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
    return (
      element.getAttribute('data-testid') ?? element.getAttribute('aria-label') ?? label ?? element.tagName
    )
  })
}
