import type { BirthDraft, ChildDraft } from './birth-draft'

/**
 * The draft with one child as it is now. The day of the first child is the day of the others, who were never said to be of
 * another one: twins are mostly born on one day, and it is typed once. Children with a record keep theirs.
 */
export function withChild(draft: BirthDraft, child: ChildDraft): BirthDraft {
  const [first] = draft.children
  const follows = (other: ChildDraft) =>
    first?.key === child.key &&
    other.newbornId === null &&
    other.personId === null &&
    (other.bornOn === null || other.bornOn === first.bornOn)
  return {
    ...draft,
    children: draft.children.map(each => {
      if (each.key === child.key) return child
      return follows(each) ? { ...each, bornOn: child.bornOn } : each
    }),
  }
}
