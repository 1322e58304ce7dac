/** How many of those invited came, for one hamlet and age group. */
export type AttendanceCount = {
  readonly hamlet: string
  readonly ageGroup: AgeGroup
  readonly invited: number
  readonly came: number
}

export const ageGroups = ['under-1', 'under-2', 'under-6', 'older'] as const
export type AgeGroup = (typeof ageGroups)[number]

/** The group that shares habits of coming: the second year already comes less often. */
export function ageGroupOf(ageMonths: number): AgeGroup {
  if (ageMonths < 12) return 'under-1'
  if (ageMonths < 24) return 'under-2'
  return ageMonths < 72 ? 'under-6' : 'older'
}

/** The stated default without history, and after how many invitations experience weighs as much as it. */
export type AttendanceRule = { readonly usualShare: number; readonly strength: number }

/** What the point has seen, ready to answer for any hamlet and age. */
export type Attendance = {
  readonly invited: number
  readonly came: number
  /** The share of all who came, pulled towards the default while there is little history. */
  readonly overall: number
  /** 0.05 to 0.98. */
  readonly chanceOf: (hamlet: string, ageGroup: AgeGroup) => number
}

/**
 * Shares with shrinkage: few invitations say little, so each share is pulled towards the wider one, the point's towards the
 * default, a hamlet's and an age group's towards the point's, and one hamlet's age group towards what those two say.
 */
export function attendanceOf(counts: readonly AttendanceCount[], rule: AttendanceRule): Attendance {
  const sum = (some: readonly AttendanceCount[]) => ({
    invited: some.reduce((total, { invited }) => total + invited, 0),
    came: some.reduce((total, { came }) => total + came, 0),
  })
  const pulled = (some: readonly AttendanceCount[], towards: number) => {
    const { invited, came } = sum(some)
    return (came + rule.strength * towards) / (invited + rule.strength)
  }
  const overall = pulled(counts, rule.usualShare)
  return {
    ...sum(counts),
    overall,
    chanceOf(hamlet, ageGroup) {
      const ofHamlet = counts.filter(count => count.hamlet === hamlet)
      const ofAge = counts.filter(count => count.ageGroup === ageGroup)
      const both = ofHamlet.filter(count => count.ageGroup === ageGroup)
      const joined = pulled(ofHamlet, overall) + pulled(ofAge, overall) - overall
      return bounded(pulled(both, bounded(joined)))
    },
  }
}

const bounded = (share: number) => Math.min(0.98, Math.max(0.05, share))
