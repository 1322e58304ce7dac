/** The vial question in words a nurse says: what to do, and why. */
export const vials = {
  title: 'Open a vial or wait?',
  action: {
    nothing: () => 'No need to open',
    'use-open': () => 'Use the open vial',
    'open-now': (count: number) => (count > 1 ? `Open ${count} vials now` : 'Open a vial now'),
    wait: (needed: number) => `Wait for ${needed} children`,
    call: () => 'Call more children',
    'next-session': () => 'Give the next session',
  },
  reason: {
    nobody: 'No child needs it yet.',
    inOpenVial: (left: number) => `The open vial has enough; ${left} doses are left afterwards.`,
    cannotWait: (names: string) =>
      `${names} cannot wait for the next session: too old by then, or sent home once before.`,
    noNextSession: 'Nobody knows the day of the next session, so no child is sent home.',
    enough: (present: number, needed: number) =>
      `${present} children are waiting. From ${needed} on, opening costs less than sending them home.`,
    sure: (percent: number) =>
      `With ${percent} % a vial has to be opened today anyway, so nobody is kept waiting.`,
    more: (present: number, needed: number, percent: number) =>
      `Only ${present} children so far; wait for ${needed}. With ${percent} % they come before the last call.`,
    calls: (needed: number) => `Not ${needed} children yet. Calling these families may be enough.`,
    tooFew: (expected: string, needed: number, next: string) =>
      `About ${expected} children today, fewer than ${needed}. They are in time until ${next}; together fewer doses are thrown away.`,
  },
  waste: (waste: string, size: number) => `If opened: about ${waste} doses thrown away (vial of ${size}).`,
  present: (count: number) => `${count} waiting`,
  openDoses: (count: number) => `${count} doses in the open vial`,
  toCall: 'Call, to use up the vial',
  noPhone: 'no phone',
  giveNext: (count: number, day: string) => `Give ${count} children ${day}`,
  given: (count: number) => `${count} children have an appointment.`,
  more: (count: number) => `and ${count} more`,
  hold: {
    hold: (next: string) => `Better on ${next}`,
    invite: () => 'Invite this time',
    isHeld: (next: string) => `Held for ${next}`,
    holdIt: 'Hold for next session',
    inviteIt: 'Invite this time',
    cannotWait: (count: number) => `${count} children cannot wait any longer, so a vial is opened this time.`,
    used: (expected: string, waste: string) =>
      `About ${expected} children come, ${waste} doses are thrown away.`,
    together: (expected: string, saved: string, next: string) =>
      `Only about ${expected} children come. Together with ${next} ${saved} doses are saved; all stay in time, even if they miss one session.`,
    noNext: 'Choose the next session to see whether to wait.',
  },
}
