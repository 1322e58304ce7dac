import type { ChildHandbook } from '../../../src/domain/child/child-handbook'
import type { JournalEntry } from '../../../src/domain/journal/entry'
import { wordsOf } from './child-picture'

/** The fields of a child's check as a history reads them: codes in the words of the handbook's lists. */
export function readableCheck(handbook: ChildHandbook, fields: JournalEntry['body']): JournalEntry['body'] {
  const words = wordsOf(handbook)
  const said = (code: string) => words[code]?.vi ?? code
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      if (Array.isArray(value)) return [field, value.map(code => said(String(code))).join('; ') || null]
      if (field === 'signs') return [field, signsIn(value, said)]
      return [field, value]
    }),
  )
}

function signsIn(value: unknown, said: (code: string) => string): string | null {
  if (typeof value !== 'object' || value === null) return null
  const signs = Object.entries(value).map(([code, answer]) => `${answer === 'yes' ? '✓' : '▲'} ${said(code)}`)
  return signs.length === 0 ? null : signs.join('; ')
}
