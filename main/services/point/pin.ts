import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import type { User } from '../../../src/domain/point/point'

const cost = { N: 16_384, r: 8, p: 1 }

/** Salts and hashes a PIN for storage. */
export function hashPin(pin: string): User['pin'] {
  const salt = randomBytes(16).toString('hex')
  return { algorithm: 'scrypt', salt, hash: scryptSync(pin, salt, 32, cost).toString('hex') }
}

/** True when this is the PIN behind the hash. */
export function pinMatches(pin: string, stored: User['pin']): boolean {
  const hash = scryptSync(pin, stored.salt, 32, cost)
  return timingSafeEqual(hash, Buffer.from(stored.hash, 'hex'))
}

/** A PIN anybody would try first: one digit repeated, or digits in a row. */
export function isWeakPin(pin: string): boolean {
  const digits = [...pin].map(Number)
  const steps = new Set(digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0)))
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1
}
