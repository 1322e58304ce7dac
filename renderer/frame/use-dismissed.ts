import { useState } from 'react'

/** What somebody said they know, kept while this window lives: through screens and users, not through a restart. */
export function useDismissed(name: string): {
  readonly has: (key: string) => boolean
  readonly add: (keys: readonly string[]) => void
} {
  const [known, setKnown] = useState(() => read(name))
  return {
    has: key => known.has(key),
    add(keys) {
      const next = new Set([...read(name), ...keys])
      sessionStorage.setItem(name, JSON.stringify([...next].slice(-500)))
      setKnown(next)
    },
  }
}

function read(name: string): ReadonlySet<string> {
  const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]')
  return new Set(Array.isArray(kept) ? kept.map(String) : [])
}
