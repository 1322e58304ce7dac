/** What a name given before the birth is registered says: whose child, and which of several. */
export type BirthName = { readonly parentName: string; readonly order: string | null }

const nameless = /^(?:con\s+(?:bà|ba|ông|ong|mẹ|me)|cb|sơ sinh(?:\s+con\s+(?:bà|ba))?)\.?\s+(?<rest>.+)$/iu
const baby = /^(?:bé|be|em bé)\s*(?<order>\d|[ab])?$/iu
const orderBehind = /^(?<parent>.*?)\s*[-–(]?\s*(?:bé\s+|số\s+)?(?<order>\d|\b[ABC])(?:\s*\/\s*\d)?\)?$/u
const letters: Readonly<Record<string, string>> = { A: '1', B: '2', C: '3' }

/**
 * Reads "Con bà Trần Thị Phượng 2", "CB Trần Thị Phượng (B)" or "Bé 1" as the name of a newborn that has none yet; null
 * for a name of its own. The order of birth comes as a digit.
 */
export function readBirthName(name: string): BirthName | null {
  const text = name.normalize('NFC').trim()
  if (text === '') return { parentName: '', order: null }
  const isBaby = baby.exec(text)
  if (isBaby) return { parentName: '', order: orderOf(isBaby.groups?.order) }
  const rest = nameless.exec(text)?.groups?.rest
  if (rest === undefined) return null
  const ordered = orderBehind.exec(rest)?.groups
  if (!ordered) return { parentName: rest, order: null }
  return { parentName: ordered.parent ?? '', order: orderOf(ordered.order) }
}

function orderOf(order: string | undefined): string | null {
  return order === undefined ? null : (letters[order.toUpperCase()] ?? order)
}
