import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import { firstUserRoles, type Point, type Role, type Station } from '../domain/point/point'
import type { LocalText } from '../domain/schedule/schedule-types'
import { defineCall, typed } from './call'
import { address, filledLine, line, pin, role } from './values'

/** What the window must know before anything else. */
export type AppState = {
  readonly mode: 'real' | 'practice'
  readonly setUp: boolean
  readonly version: string
  /** Vietnam's day by this PC's clock. */
  readonly today: CalendarDay
  readonly stationId: string
  readonly station: Station | null
  readonly pointId: string | null
  readonly point: Point | null
  readonly users: readonly UserItem[]
  readonly signedIn: { readonly userId: string; readonly name: string; readonly role: Role } | null
  readonly persons: number
  /** Everybody's PIN in practice mode, shown at sign-in; null with real data. */
  readonly practicePin: string | null
  readonly backupAt: string | null
}
export type UserItem = {
  readonly userId: string
  readonly name: string
  readonly role: Role
  readonly active: boolean
}

export const getAppState = defineCall({
  name: 'app.get-state',
  kind: 'read',
  servedBy: 'engine',
  audience: 'anyone',
  request: z.strictObject({}),
  response: typed<AppState>(),
  errors: [],
})

const pointFields = z.strictObject({
  name: filledLine(),
  code: line(30).nullable(),
  kind: z.enum(['commune-station', 'hospital', 'private-clinic', 'other']),
  address,
  phone: line(20).nullable(),
  offeredAntigens: z.array(z.string().max(40)).max(20).readonly(),
})

/** First run: what this point is, who works here first. Done once. */
export const setUpPoint = defineCall({
  name: 'point.set-up',
  kind: 'write',
  servedBy: 'engine',
  audience: 'anyone',
  request: z.strictObject({
    point: pointFields,
    station: z.strictObject({ name: filledLine(60), number: z.int().min(1).max(99) }),
    /** Somebody who may add the others. */
    user: z.strictObject({ name: filledLine(100), role: z.enum(firstUserRoles), pin }),
  }),
  response: z.strictObject({ pointId: z.uuid(), userId: z.uuid() }),
  errors: ['point.already-set-up', 'unit.unknown', 'user.weak-pin', 'person.bad-phone'],
})

/** Changes what is known of this point. */
export const updatePoint = defineCall({
  name: 'point.update',
  kind: 'write',
  servedBy: 'engine',
  audience: ['admin', 'head'],
  request: z.strictObject({ point: pointFields }),
  response: z.strictObject({}),
  errors: ['unit.unknown', 'person.bad-phone'],
})

/** Antigens of staged programmes, which a point offers or not. */
export const listStagedAntigens = defineCall({
  name: 'point.list-staged-antigens',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<readonly { readonly code: string; readonly name: LocalText }[]>(),
  errors: [],
})

/** Opens the other database: practice or real. The window reloads; the two files never meet. */
export const switchMode = defineCall({
  name: 'app.switch-mode',
  kind: 'read',
  servedBy: 'main',
  audience: 'anyone',
  request: z.strictObject({ mode: z.enum(['real', 'practice']) }),
  response: z.strictObject({}),
  errors: [],
})

export const signIn = defineCall({
  name: 'user.sign-in',
  kind: 'read',
  servedBy: 'engine',
  audience: 'anyone',
  request: z.strictObject({ userId: z.uuid(), pin: z.string().max(20) }),
  response: typed<{ readonly userId: string; readonly name: string; readonly role: Role }>(),
  errors: ['user.wrong-pin', 'user.locked-out'],
})

export const signOut = defineCall({
  name: 'user.sign-out',
  kind: 'read',
  servedBy: 'main',
  audience: 'anyone',
  request: z.strictObject({}),
  response: z.strictObject({}),
  errors: [],
})

export const addUser = defineCall({
  name: 'user.add',
  kind: 'write',
  servedBy: 'engine',
  audience: ['admin', 'head'],
  request: z.strictObject({ name: filledLine(100), role, pin }),
  response: z.strictObject({ userId: z.uuid() }),
  errors: ['user.name-taken', 'user.weak-pin'],
})

export const setUserActive = defineCall({
  name: 'user.set-active',
  kind: 'write',
  servedBy: 'engine',
  audience: ['admin', 'head'],
  request: z.strictObject({ userId: z.uuid(), active: z.boolean() }),
  response: z.strictObject({}),
  errors: [],
})

export const listProvinces = defineCall({
  name: 'unit.list-provinces',
  kind: 'read',
  servedBy: 'engine',
  audience: 'anyone',
  request: z.strictObject({}),
  response: typed<readonly { readonly code: string; readonly name: string }[]>(),
  errors: [],
})

export const listCommunes = defineCall({
  name: 'unit.list-communes',
  kind: 'read',
  servedBy: 'engine',
  audience: 'anyone',
  request: z.strictObject({ provinceCode: z.string().max(2) }),
  response: typed<readonly { readonly code: string; readonly name: string }[]>(),
  errors: ['unit.unknown'],
})

export const listEthnicGroups = defineCall({
  name: 'code.list-ethnic-groups',
  kind: 'read',
  servedBy: 'engine',
  audience: 'anyone',
  request: z.strictObject({}),
  response: typed<readonly { readonly code: string; readonly name: string }[]>(),
  errors: [],
})
