import type {
  FamilyThread,
  ThreadBirth,
  ThreadChild,
  ThreadPregnancy,
} from '../../../src/contract/thread-calls'

/** A knot of the thread. A pregnancy that ended with a recorded birth stands with that birth. */
export type ThreadRow =
  | { readonly kind: 'pregnancy'; readonly on: string; readonly pregnancy: ThreadPregnancy }
  | {
      readonly kind: 'birth'
      readonly on: string
      readonly birth: ThreadBirth
      readonly pregnancy: ThreadPregnancy | null
      readonly born: readonly ThreadChild[]
    }
  | { readonly kind: 'child'; readonly on: string; readonly child: ThreadChild }

/** All knots, newest first: what goes on now stands on top. */
export function rowsOf(thread: FamilyThread): readonly ThreadRow[] {
  const { pregnancies, births, children } = thread
  const written = new Set(births.map(({ birthId }) => birthId))
  const rows: readonly ThreadRow[] = [
    ...pregnancies
      .filter(({ birthId }) => birthId === null || !written.has(birthId))
      .map(pregnancy => ({
        kind: 'pregnancy' as const,
        on: pregnancy.outcome === null ? '9999' : (pregnancy.endedOn ?? pregnancy.enrolledOn),
        pregnancy,
      })),
    ...births.map(birth => ({
      kind: 'birth' as const,
      on: birth.bornOn,
      birth,
      pregnancy: pregnancies.find(({ birthId }) => birthId === birth.birthId) ?? null,
      born: children.filter(({ birthId }) => birthId === birth.birthId),
    })),
    ...children
      .filter(({ birthId }) => birthId === null || !written.has(birthId))
      .map(child => ({ kind: 'child' as const, on: child.hit.birthDate, child })),
  ]
  return rows.toSorted((a, b) => (a.on < b.on ? 1 : -1))
}
