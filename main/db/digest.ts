import { createHash } from 'node:crypto'

/** SHA-256 of a value as JSON, in hex: equal for values built in the same order. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
