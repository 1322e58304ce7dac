import type { Address } from '../person/person'

/** COSO_PHAN_LOAI of the national system, as people say it. */
export type PointKind = 'commune-station' | 'hospital' | 'private-clinic' | 'other'

/** The vaccination point (điểm tiêm) whose staff use this workstation. */
export type Point = {
  readonly name: string
  /** Code of the facility in the national system; null until known. */
  readonly code: string | null
  readonly kind: PointKind
  readonly address: Address
  readonly phone: string | null
  /** Antigens of staged programmes (rotavirus, pneumococcal, HPV) that this point offers to everybody. */
  readonly offeredAntigens: readonly string[]
  /** Minutes of waiting after which the queue says so; null or absent until the point has chosen. */
  readonly waitLimitMinutes?: number | null
}

/** One PC of a point. Its number is part of the person codes it mints, so two PCs never mint the same. */
export type Station = { readonly name: string; readonly number: number }

export const roles = [
  'receptionist',
  'screener',
  'vaccinator',
  'store-keeper',
  'head',
  'admin',
  'supervisor',
] as const
export type Role = (typeof roles)[number]

/** Roles that may add users, so that a point is never set up by somebody who cannot let the others in. */
export const firstUserRoles = ['head', 'admin'] as const satisfies readonly Role[]

/** Somebody who works here. The PIN is kept only as a salted hash. */
export type User = {
  readonly name: string
  readonly role: Role
  readonly pin: { readonly algorithm: 'scrypt'; readonly salt: string; readonly hash: string }
  readonly active: boolean
}
