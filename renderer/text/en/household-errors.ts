/** Families, where people live, transfer slips. */
export const householdErrors = {
  'residence.not-found': () => 'This residence entry is no longer there. Open the record again.',
  'residence.in-future': () =>
    'The day lies in the future. Record it when it has happened, or check the day.',
  'residence.before-birth': () => 'The day lies before birth. Check the day.',
  'residence.bad-period': () =>
    'The last day is not right: only a temporary stay has one, and it cannot lie before the first. Check it.',
  'residence.dose-after-death': () =>
    'A dose was given after this day of death. Correct the dose or check the day.',
  'residence.after-death': () =>
    'A death is recorded, or something later than this day of death. Take the wrong entry back first, with the reason.',
  'residence.nothing-changed': () => 'This state is recorded already; nothing changed. Check the choice.',
  'visit.person-died': () =>
    'This record says that the person died, so no visit was opened. Check that it is the right person; take a wrong entry back with the reason.',
  'dose.after-death': () =>
    'This record says that the person had died by then. Check the person and the day.',
  'family.not-found': () => 'This family link is no longer there. Open the record again.',
  'family.same-person': () => 'Both records are the same person. Choose somebody else.',
  'family.wrong-sex': () =>
    'The sex in the relative’s record does not fit this relation. Check the person or the relation.',
  'family.too-young': () =>
    'The person chosen is not twelve years older than the child and cannot be a parent. Check the person or the birth dates.',
  'family.already-linked': () =>
    'The two are linked already, or the child has a mother or father in the register. Take the old link back first if it is wrong.',
  'family.circle': () => 'This person is the child of the open record. Check who is the parent.',
  'family.bad-period': () => 'The last day lies before the first. Check both days.',
  'transfer.not-a-slip': () => 'This code is not a transfer slip. Scan the square code on the slip again.',
  'transfer.damaged': () =>
    'Digits of the slip are missing or wrong, so nothing was taken. Scan the whole code again.',
  'transfer.newer-version': () =>
    'The slip was printed by a newer version that this PC cannot read. Update, or copy the doses from the paper.',
  'transfer.mixed-parts': () =>
    'The codes scanned belong to different slips. Start again with the codes of one slip.',
  'transfer.part-missing': () => 'This slip has several codes and some are missing. Scan the others.',
  'transfer.member-unclear': () =>
    'Somebody here is very like one of the people on this slip. Say whether it is them or somebody new.',
}
