import type { ProblemParams } from '../../../src/contract/errors'
import type { childErrors as shape } from '../vi/child-errors'

type Value = ProblemParams[string] | undefined

function on(value: Value, before = ''): string {
  const date = String(value ?? '')
  return /^\d{4}-\d\d-\d\d$/u.test(date) ? `${before}${date.split('-').toReversed().join('/')}` : ''
}

function range({ lowest, highest }: ProblemParams, unit: string): string {
  return lowest === undefined ? '' : ` (${lowest}–${highest} ${unit})`
}

function usual({ usualFromKg, usualToKg }: ProblemParams): string {
  return usualFromKg === undefined ? '' : ` (usually ${usualFromKg}–${usualToKg} kg)`
}

function beside(value: Value, unit: string, day: Value): string {
  return value === undefined || value === null ? '' : ` (${value} ${unit}${on(day, ', ')})`
}

const word = (value: Value, otherwise: string) => (value ? String(value) : otherwise)

/** What stands between a check of a child and its record. */
export const childErrors: typeof shape = {
  'child-check.not-found': () => 'This check is not there, or was taken back. Open the record again.',
  'child-check.before-birth': ({ bornOn }) =>
    `The check lies before the birth${on(bornOn, ' on ')}. Look at the day again.`,
  'child-check.in-future': () => 'The check lies after today. Look at the day again.',
  'child-check.after-death': ({ diedOn }) =>
    `The register says that this person died${on(diedOn, ' on ')}. Look at person and day again.`,
  'child-check.grown-up': ({ years }) =>
    `This person was ${word(years, '19')} years old on that day: growth is not followed any more.`,
  'child-check.empty': () => 'Nothing was measured or noted. Fill in one field at least.',
  'child-check.nothing-changed': () => 'Nothing is different from what was written.',
  'child-check.bad-weight': params =>
    `No child of this age has this weight${range(params, 'kg')}. Weigh and type again.`,
  'child-check.bad-length': params => `This length cannot be${range(params, 'cm')}. Measure and type again.`,
  'child-check.bad-head': params =>
    `This head circumference cannot be${range(params, 'cm')}. Measure and type again.`,
  'child-check.bad-arm': params =>
    `This arm circumference cannot be${range(params, 'cm')}. Measure and type again.`,
  'child-check.unknown-code': () => 'Something chosen is no longer on the list. Open the form again.',
  'child-check.feeding-contradicts': ({ one, other }) =>
    `Both cannot be true: ${word(one, 'this')} and ${word(other, 'that')}. Choose again.`,
  'child-check.supplement-age': ({ dose }) =>
    `${word(dose, 'This dose')} is not for this age. Choose another one.`,
  'child-check.supplement-twice': () => 'Two doses of one kind are chosen. Choose one.',
  'child-check.supplement-too-soon': ({ lastOn, days }) =>
    `Too soon: the last dose was given${on(lastOn, ' on ')}, at least ${word(days, '120')} days must lie between.`,
  'child-check.next-not-after': () => 'The next visit must lie after the check.',
  'child-check.again-length': ({ lastCm, on: day }) =>
    `Shorter than last time${beside(lastCm, 'cm', day)}. Measure again.`,
  'child-check.again-head': ({ lastCm, on: day }) =>
    `A smaller head than last time${beside(lastCm, 'cm', day)}. Measure again.`,
  'child-check.again-score': ({ z }) =>
    `Very far from children of this age${z === undefined ? '' : ` (${z} SD)`}. Measure again.`,
  'child-check.again-weight-low': params => `Much lighter than this age${usual(params)}. Weigh again.`,
  'child-check.again-weight-high': params => `Much heavier than this age${usual(params)}. Weigh again.`,
  'child-check.again-weight-lost': ({ lastKg, on: day }) =>
    `Much weight lost since last time${beside(lastKg, 'kg', day)}. Weigh again.`,
  'child-check.again-weight-gained': ({ lastKg, on: day }) =>
    `Weight gained too quickly since last time${beside(lastKg, 'kg', day)}. Weigh again.`,
}
