import type { CalendarDay } from '../calendar/calendar-day'
import type { Person, PersonKind } from '../person/person'

/** What a check is about: one page of the screen each. */
export const findingKinds = ['dates', 'doses', 'lots', 'numbers', 'twins', 'weights', 'record'] as const
export type FindingKind = (typeof findingKinds)[number]

/** wrong: cannot be so. look: may be right, and somebody has to say so. */
export type FindingSeverity = 'wrong' | 'look'

/** Every check, what it is about, and how sure it is. */
export const checks = {
  'birth-impossible': { kind: 'dates', severity: 'wrong' },
  'dose-before-birth': { kind: 'dates', severity: 'wrong' },
  'dose-in-future': { kind: 'dates', severity: 'wrong' },
  'dose-after-death': { kind: 'dates', severity: 'wrong' },
  'weighed-impossible': { kind: 'dates', severity: 'wrong' },
  'dose-twice': { kind: 'doses', severity: 'wrong' },
  'dose-for-adults': { kind: 'doses', severity: 'look' },
  'dose-unknown-vaccine': { kind: 'doses', severity: 'look' },
  'lot-expired': { kind: 'lots', severity: 'wrong' },
  'lot-never-received': { kind: 'lots', severity: 'wrong' },
  'lot-received-later': { kind: 'lots', severity: 'look' },
  'lot-other-vaccine': { kind: 'lots', severity: 'wrong' },
  'lot-missing': { kind: 'lots', severity: 'look' },
  'number-shared': { kind: 'numbers', severity: 'wrong' },
  'number-contradicts': { kind: 'numbers', severity: 'look' },
  'phone-shared': { kind: 'numbers', severity: 'look' },
  'twins-numbers': { kind: 'twins', severity: 'wrong' },
  'twins-doses': { kind: 'twins', severity: 'look' },
  'twins-weights': { kind: 'twins', severity: 'look' },
  'weight-odd': { kind: 'weights', severity: 'look' },
  'birth-weight-odd': { kind: 'weights', severity: 'look' },
  'no-commune': { kind: 'record', severity: 'look' },
  'no-name': { kind: 'record', severity: 'look' },
  'kind-mismatch': { kind: 'record', severity: 'look' },
  'record-odd': { kind: 'record', severity: 'look' },
} as const satisfies Readonly<Record<string, { kind: FindingKind; severity: FindingSeverity }>>
export type FindingCode = keyof typeof checks

/** Checks over several people: they are made anew by what the people share, not by one record. */
const sharedChecks: readonly FindingCode[] = [
  'number-shared',
  'phone-shared',
  'twins-numbers',
  'twins-doses',
  'twins-weights',
]

/** A write that would put it right, ready to be sent with a reason; each is a call that checks it once more. */
export type Repair =
  | { readonly kind: 'correct-dose'; readonly doseId: string; readonly givenOn: CalendarDay }
  | { readonly kind: 'void-dose'; readonly doseId: string }
  | { readonly kind: 'correct-birth'; readonly birthDate: CalendarDay }
  | { readonly kind: 'correct-kind'; readonly personKind: PersonKind }
  | { readonly kind: 'take-address'; readonly addresses: Person['addresses'] }
  | { readonly kind: 'correct-check'; readonly checkId: string; readonly weightKg: number }
  | { readonly kind: 'swap-numbers'; readonly otherId: string }

/** The form where it is put right by hand, and the field to begin with. */
export type FindingForm =
  | { readonly form: 'person'; readonly field: string }
  | { readonly form: 'dose'; readonly doseId: string }
  | { readonly form: 'child' }
  | { readonly form: 'compare'; readonly otherId: string }

/** Something about a record that cannot be right, or probably is not. */
export type Finding = {
  readonly code: FindingCode
  readonly personId: string
  /** The dose or measurement it is about; null: the record of the person. */
  readonly recordId: string | null
  /** Other people it is about. */
  readonly otherIds: readonly string[]
  /** What the sentence says: days, numbers, codes. What is said once to be right stays so while these are the same. */
  readonly facts: Readonly<Record<string, string | number | null>>
  /** The likeliest first. */
  readonly repairs: readonly Repair[]
  readonly form: FindingForm
}

/** "It is right", with the reason: the same finding is not shown again while its facts are the same. */
export type FindingDecision = {
  readonly personId: string
  readonly code: FindingCode
  /** `findingKey` of what was decided. */
  readonly key: string
  readonly reason: string
  readonly byUserId: string
  readonly byName: string
}

/** What makes two findings the same one. */
export function findingKey({ code, personId, recordId, otherIds, facts }: Finding): string {
  const said = Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([code, personId, recordId, otherIds, said])
}

/** Whether the check looks at several people together. */
export function isShared(code: FindingCode): boolean {
  return sharedChecks.includes(code)
}
