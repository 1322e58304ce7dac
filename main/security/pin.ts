import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import type { User } from '../../src/domain/point/point'

const cost = { N: 16_384, r: 8, p: 1 }

/** Salts and hashes a PIN for storage. */
function hashPin(pin: string): User['pin'] {
  const salt = randomBytes(16).toString('hex')
  return { algorithm: 'scrypt', salt, hash: scryptSync(pin, salt, 32, cost).toString('hex') }
}

/** True when this is the PIN behind the hash. */
function pinMatches(pin: string, stored: User['pin']): boolean {
  const hash = scryptSync(pin, stored.salt, 32, cost)
  return timingSafeEqual(hash, Buffer.from(stored.hash, 'hex'))
}

/** How PINs are stored and checked. */
export const pins = { hash: hashPin, matches: pinMatches }
