/** Troubles of the plan of a session. */
export const planErrors = {
  'plan.not-found': () => 'This day has no saved plan. Make and save it before printing.',
  'plan.no-slot': () => 'The plan has no time slot. Add at least one, then save again.',
  'plan.bad-slot': () =>
    'A time slot is wrong: each needs its own time and takes 1 to 500 people. Check the slots.',
  'plan.past-day': () => 'This day is over and cannot be planned. Choose today or a later day.',
  'plan.bad-next-session': () => 'The next session must be after this one. Choose another day.',
  'plan.changed': () =>
    'The plan of this day has just been saved elsewhere. Nothing was written; open it again and go on.',
  'plan.person-twice': () => 'Somebody stands in the plan twice. Remove one line, then save again.',
  'plan.person-not-followed': () =>
    'This person is no longer followed here (died or moved away) and is not invited. Remove them from the plan.',
  'plan.already-here': () =>
    'This person has come that day and cannot be taken out of the plan. Leave the line as it is.',
  'plan.cannot-wait': () =>
    'This person cannot wait for the next session: too old by then, or sent home once before. Open the vial today.',
}
