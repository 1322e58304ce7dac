import type { birthErrors as vi } from '../vi/birth-errors'

type Value = string | number | boolean | null | undefined

function on(value: Value, before: string): string {
  const date = String(value ?? '')
  return /^\d{4}-\d\d-\d\d$/u.test(date) ? `${before}${date.split('-').toReversed().join('/')}` : ''
}

function word(value: Value, before: string): string {
  return value === undefined || value === null || value === '' ? '' : `${before}${value}`
}

function between(least: Value, most: Value): string {
  return least === undefined || most === undefined ? '' : ` (from ${least} to ${most})`
}

/** Births and the visits after them: one sentence a code. */
export const birthErrors: typeof vi = {
  'birth.not-found': () => 'This birth is not there any more. Open the family page again.',
  'birth.pregnancy-not-found': () =>
    'This pregnancy of the mother was not found. Choose the pregnancy again.',
  'birth.pregnancy-ended': ({ endedOn }) =>
    `This pregnancy has ended${on(endedOn, ' on ')}, and not by a birth. Look at the pregnancy again.`,
  'birth.in-future': () => 'The time of birth lies ahead. Look at day and time again.',
  'birth.bad-time': () => 'This is no time. Write hours and minutes, such as 02:35.',
  'birth.out-of-range': ({ least, most }) =>
    `Nobody measures that${between(least, most)}. Look at the number and its unit.`,
  'birth.bad-apgar': () => 'An Apgar score is a number from 0 to 10. Look again.',
  'birth.order': () =>
    'The second child cannot be born before the first. Look at the time of birth of each child.',
  'birth.days-apart': () =>
    'The children of one birth lie too many days apart. Look at the days of birth again.',
  'birth.before-pregnancy': ({ periodOn, weeks }) =>
    `The day of birth does not fit this pregnancy${on(periodOn, ', from ')}${word(weeks, ' that is week ')}. Look at the day or at the pregnancy.`,
  'birth.gestation-impossible': ({ least, most }) =>
    `No child is born at these weeks${between(least, most)}. Look at the weeks again.`,
  'birth.gestation-mismatch': ({ weeks }) =>
    `These weeks are far from those of the record${word(weeks, ', week ')}. Look at the weeks, or correct the last period.`,
  'birth.already-recorded': ({ bornOn }) =>
    `A birth of this mother is recorded already${on(bornOn, ' on ')}. Is it a second child? Add the child to that birth.`,
  'birth.unknown-code': () => 'Something chosen is not in the list any more. Choose again.',
  'birth.child-exists': ({ displayName, birthDate }) =>
    `Somebody in the register may be this child${word(displayName, ': ')}${on(birthDate, ', born ')}. Say whether it is this child or another one.`,
  'birth.child-taken': () =>
    'This record is a child of another birth already. Choose another one or make a new one.',
  'birth.stillborn-with-record': () =>
    'A child not born alive has no record and no doses. Look at whether the child was born alive.',
  'birth.child-has-records': ({ displayName }) =>
    `The record${word(displayName, ' ')} has doses, visits or merges, so it cannot be removed along. Choose to keep the child's record.`,
  'birth.last-child': () =>
    'This is the only child of the birth. If it was a mistake, take the whole birth back.',
  'birth.nothing-changed': () => 'Nothing is different from before, so there is nothing to correct.',
  'postnatal.not-found': () => 'This visit is not there any more. Open the page again.',
  'postnatal.in-future': () => 'The visit lies ahead. Record it once it was made, or look at the day.',
  'postnatal.before-birth': ({ bornOn }) =>
    `The visit lies before the birth${on(bornOn, ' on ')}. Look at the day.`,
  'postnatal.after-death': () => 'The record says died before this visit. Look at the person and the day.',
  'postnatal.next-not-ahead': () => 'The next visit must lie after this one. Look at the day.',
  'postnatal.danger-unanswered': () =>
    'There is a danger sign. Say where they were sent, or what was advised and done, then save.',
  'postnatal.unknown-code': () => 'Something chosen is not in the list any more. Choose again.',
}
