import { useState } from 'react'

const drafts = new Map<string, unknown>()

/**
 * State that outlives its screen: Esc, another lane or another user loses nothing. Kept in this window only, until
 * `clear`, so that a draft never becomes a record by accident.
 */
export function useDraft<T>(
  key: string,
  initial: () => T,
): { readonly draft: T; readonly setDraft: (next: T) => void; readonly clear: () => void } {
  const [draft, setState] = useState<T>(() => (drafts.has(key) ? (drafts.get(key) as T) : initial()))
  return {
    draft,
    setDraft(next) {
      drafts.set(key, next)
      setState(next)
    },
    clear() {
      drafts.delete(key)
    },
  }
}

/** True when something was begun under this key. */
export function hasDraft(key: string): boolean {
  return drafts.has(key)
}

/** Everything that was begun in this window and neither saved nor dropped, by key. */
export function listDrafts(): readonly (readonly [string, unknown])[] {
  return [...drafts]
}

/** Forgets what was begun under this key. */
export function dropDraft(key: string): void {
  drafts.delete(key)
}
