import { isObject } from '../certificate/base64url'
import type { RecordState } from '../exchange/fhir/wire'
import { type Role, roles } from '../point/point'
import { isHash, isInstant, isSeq, isStationId } from './statement'

/**
 * Somebody who works at a point, as the province may know them: name and role, and the entry that says so. Entries about
 * users stay at their point, because a PIN is found from its hash; without the names no dose would say who gave it.
 */
export type Staff = Pick<RecordState<'user'>, 'id' | 'voided' | 'createdAt' | 'createdBy' | 'entry'> & {
  readonly name: string
  readonly role: Role
  readonly active: boolean
}

/** What of a user may travel. */
export function staffOf({ id, voided, createdAt, createdBy, entry, value }: RecordState<'user'>): Staff {
  const { name, role, active } = value
  return { id, voided, createdAt, createdBy, entry, name, role, active }
}

/** The same as a record again; its PIN opens nothing. */
export function userStateOf({ name, role, active, ...rest }: Staff): RecordState<'user'> {
  const pin = { algorithm: 'scrypt', salt: '', hash: '' } as const
  return { noun: 'user', ...rest, reason: null, value: { name, role, active, pin } }
}

/** Reads one of a card; null for anything else. Never throws. */
export function readStaff(value: unknown): Staff | null {
  if (!isObject(value) || !isObject(value.entry)) return null
  const { id, name, active, voided, createdAt, createdBy } = value
  const { entryId, stationId, seq, hash, at, userId } = value.entry
  const role = roles.find(each => each === value.role)
  const isMaybe = (text: unknown): text is string | null => text === null || typeof text === 'string'
  if (!isStationId(id) || typeof name !== 'string' || !role || typeof active !== 'boolean') return null
  if (typeof voided !== 'boolean' || !isInstant(createdAt) || !isMaybe(createdBy)) return null
  if (typeof entryId !== 'string' || !isStationId(stationId) || !isSeq(seq) || !isHash(hash)) return null
  if (!isInstant(at) || !isMaybe(userId)) return null
  const entry = { entryId, stationId, seq, hash, at, userId }
  return { id, name, role, active, voided, createdAt, createdBy, entry }
}
