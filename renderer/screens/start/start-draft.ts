import type { PointKind, Role } from '../../../src/domain/point/point'
import { text } from '../../text'

/** What the first run has asked so far. */
export type StartDraft = {
  readonly point: {
    readonly provinceCode: string | null
    readonly communeCode: string | null
    readonly name: string
    readonly code: string
    readonly kind: PointKind
    readonly phone: string
    readonly hamlet: string
    readonly stationName: string
    readonly stationNumber: number
  }
  readonly user: UserDraft
}

/** Somebody who will work here, with the PIN typed twice. */
export type UserDraft = {
  readonly name: string
  readonly role: Role
  readonly pin: string
  readonly pinAgain: string
}

/** The first user may do everything: somebody has to add the others. */
export const emptyUser: UserDraft = { name: '', role: 'head', pin: '', pinAgain: '' }

export function emptyStart(): StartDraft {
  return {
    point: {
      provinceCode: null,
      communeCode: null,
      name: '',
      code: '',
      kind: 'commune-station',
      phone: '',
      hamlet: '',
      stationName: text.start.stationDefault,
      stationNumber: 1,
    },
    user: emptyUser,
  }
}

/** What must still be given, in the order of the page. */
export function missingOf({ point, user }: StartDraft): readonly (keyof typeof text.start.needs)[] {
  const checks = {
    province: point.provinceCode !== null,
    commune: point.communeCode !== null,
    pointName: point.name.trim() !== '',
    userName: user.name.trim() !== '',
    pin: /^\d{4,12}$/u.test(user.pin),
  }
  const needs = ['province', 'commune', 'pointName', 'userName', 'pin'] as const
  return needs.filter(need => !checks[need])
}
