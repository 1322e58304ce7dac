/** What was begun in this window and not saved, as the close of the day names it. */
export type Unsaved = {
  readonly key: string
  readonly kind:
    | 'screening'
    | 'injection'
    | 'doses'
    | 'edit'
    | 'register'
    | 'case'
    | 'antenatal'
    | 'birth'
    | 'postnatal'
    | 'child-check'
  /** Whose visit or record; null for somebody who is not registered yet. */
  readonly visitId: string | null
  readonly personId: string | null
  /** The severe case whose form was begun. */
  readonly caseId: string | null
  /** What the form is about beside the person: the pregnancy of a birth, the birth of a visit; null: nothing. */
  readonly aboutId: string | null
  /** The name a form already has, for somebody who is not registered yet. */
  readonly typedName: string | null
}

const id = '[0-9a-f-]{36}'
const shapes: readonly (readonly [Unsaved['kind'], RegExp])[] = [
  ['screening', new RegExp(`^screening:(?<visit>${id})`, 'u')],
  ['injection', new RegExp(`^injection:(?<visit>${id})`, 'u')],
  ['doses', new RegExp(`^doses (?<person>${id})`, 'u')],
  ['edit', new RegExp(`^edit (?<person>${id})`, 'u')],
  ['register', /^register /u],
  ['case', new RegExp(`^aefi:(?<severe>${id})`, 'u')],
  ['antenatal', new RegExp(`^antenatal (?<person>${id})`, 'u')],
  ['birth', new RegExp(`^birth (?<person>${id}) (?<about>${id})?`, 'u')],
  ['postnatal', new RegExp(`^postnatal (?<person>${id}) (?<about>${id})`, 'u')],
  ['child-check', new RegExp(`^child-check (?<person>${id})`, 'u')],
]

/** Reads the keys of drafts: those of a person, not the filter of a list. */
export function unsavedOf(drafts: readonly (readonly [string, unknown])[]): readonly Unsaved[] {
  return drafts.flatMap(([key, draft]): readonly Unsaved[] => {
    for (const [kind, shape] of shapes) {
      const found = shape.exec(key)
      if (!found) continue
      const { visit = null, person = null, severe = null, about = null } = found.groups ?? {}
      if (kind === 'case' && isEmptyCase(draft)) continue
      return [
        {
          key,
          kind,
          visitId: visit,
          personId: person,
          caseId: severe,
          aboutId: about,
          typedName: kind === 'register' ? nameIn(draft) : null,
        },
      ]
    }
    return []
  })
}

/** A case form keeps an empty draft after it was saved. */
function isEmptyCase(draft: unknown): boolean {
  const parts = typeof draft === 'object' && draft !== null ? Object.values(draft) : []
  return parts.every(part => typeof part === 'object' && part !== null && Object.keys(part).length === 0)
}

function nameIn(draft: unknown): string | null {
  const name: unknown = typeof draft === 'object' && draft !== null && 'name' in draft ? draft.name : null
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : null
}
