import type { ProblemParams } from '../../../src/contract/errors'

/** Troubles of the stock ledger and of open vials. */
export const stockErrors = {
  'lot.quarantined': () =>
    'This lot is quarantined: its cold chain is in doubt. Choose another and wait for the head to decide.',
  'stock.unknown-reason': () => 'This reason for waste is not in the list. Choose another.',
  'vial.not-found': () => 'No such open vial. Look at the list of open vials again.',
  'vial.closed': () => 'This vial is closed. Draw nothing more from it; open another.',
  'vial.empty': () => 'Not enough doses left in this vial. Open another.',
  'vial.over-hours': () =>
    'The open vial of this lot is over its hours. Throw it away (Stock, Open vials), then open a new one.',
  'vial.vvm-discarded': () =>
    'The vial monitor has reached its discard point. Do not open or give it; take another vial.',
  'vial.wrong-lot': () =>
    'This open vial is not of the lot chosen. Scan the vial again or choose the lot again.',
  'vial.not-untouched': () =>
    'Doses were drawn from this vial, so it cannot be called opened in error. Close it with a reason for waste.',
  'vial.size-unknown': () =>
    'It is not known how many doses a vial of this lot has. Write the number on its label.',
  'stock.no-such-way': () => 'Doses cannot go this way. Choose again where from and where to.',
  'stock.not-enough': ({ there }: ProblemParams) =>
    `Only ${there ?? 0} unopened doses are there. Check the number, or count if the shelf says otherwise.`,
  'stock.bad-level': () => 'The maximum must be above the minimum. Check both numbers.',
  'movement.not-found': () => 'No such entry in the ledger. Open the lot again.',
  'movement.already-reversed': () => 'This entry was taken back already.',
  'movement.not-reversible': () => 'A counter-entry cannot be taken back. Write a new entry that is right.',
}
