/** A typed number, with a comma or a point; null when empty. What cannot be read is -1, which no limit lets pass. */
export function readNumber(typed: string): number | null {
  const text = typed.trim().replace(',', '.')
  if (text === '') return null
  return /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : -1
}

/** A typed time as `HH:mm`: `0235`, `2:35`, `2h35`. Null when empty; what cannot be read stays, to be refused. */
export function readTime(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  const parts = /^(\d{1,2})\s*[:h.g]\s*(\d{1,2})$/iu.exec(text) ?? /^(\d{1,2})(\d{2})$/u.exec(text)
  if (!parts) return text.slice(0, 5)
  const [, hours = '', minutes = ''] = parts
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

/** A stored number as it is typed, with a comma. */
export function asTyped(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',')
}
