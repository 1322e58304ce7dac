/** Puts an answer into a map that holds so many of the newest; the oldest goes. */
export function keepNewest<Value>(kept: Map<string, Value>, most: number, key: string, value: Value): void {
  const [oldest] = kept.keys()
  if (kept.size >= most && oldest !== undefined) kept.delete(oldest)
  kept.set(key, value)
}
