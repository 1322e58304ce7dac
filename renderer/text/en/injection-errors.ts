import type { ProblemParams } from '../../../src/contract/errors'

type Value = ProblemParams[string] | undefined
const said = (value: Value): value is string | number =>
  typeof value === 'string' || typeof value === 'number'
const of = (value: Value, before = ' ') => (said(value) && value !== '' ? `${before}${value}` : '')
const on = (value: Value, before: string) =>
  typeof value === 'string' ? `${before}${value.split('-').toReversed().join('/')}` : ''

/** The right child and the right vial: why nothing was ticked or saved, and what to do. */
export const injectionErrors = {
  'identity.not-confirmed': () =>
    'It is not settled that this is the right child, so nothing was saved. Scan the code, or ask name and birth date.',
  'identity.other-since': ({ name, ticket }: ProblemParams) =>
    `Since this child you identified${of(name) || ' another one'}${of(ticket, ' (no. ')}${said(ticket) ? ')' : ''}, so nothing was saved. See who sits in front of you and identify again.`,
  'identity.other-person': ({ name, open, ticket }: ProblemParams) =>
    `The scanned code is that of${of(name) || ' another child'}${of(ticket, ' (no. ')}${said(ticket) ? ')' : ''}, not of${of(open) || ' the open one'}. Nothing was written; open the right child.`,
  'identity.unknown-code': ({ name }: ProblemParams) =>
    `Nobody here has the scanned code, so${of(name) || ' the child'} is not identified. Ask name and birth date.`,
  'identity.code-of-relative': ({ name }: ProblemParams) =>
    `The scanned code is not${of(name) || ' the child'}'s alone (a parent's card, or a shared number). Ask the child's name and birth date.`,
  'identity.card-contradicts': ({ name }: ProblemParams) =>
    `The scanned card says something else than the record${of(name, ' of ')}. Compare name and birth date.`,
  'identity.alike-not-seen': ({ name, ticket }: ProblemParams) =>
    `Somebody easily taken for this child is here${of(name, ': ')}${of(ticket, ', no. ')}. Read the difference, press "Told apart", then identify.`,
  'vial.damaged': () =>
    'The code on the vial could not be read whole, so it is not used. Scan again, or type the lot number.',
  'vial.foreign-label': () =>
    'This label is of no lot in stock. Read the lot number on the vial and type it.',
  'vial.no-lot': () =>
    'The scanned code has a product number only, no lot. Scan the square code of the vial, or type the lot.',
  'vial.not-here': ({ lot }: ProblemParams) =>
    `There is no lot${of(lot) || ' of this number'} in stock. Nothing was ticked; look at the vial again, or receive the lot.`,
  'vial.several': ({ lot }: ProblemParams) =>
    `Several vaccines carry lot${of(lot) || ' this number'}. Read the name on the vial and choose.`,
  'vial.expiry-differs': ({ lot, label, book }: ProblemParams) =>
    `The expiry on the vial${on(label, ' (')}${label ? ')' : ''} is not that of lot${of(lot) || ' this number'} in stock${on(book, ' (')}${book ? ')' : ''}. Do not give it; read the vial again.`,
  'vial.product-differs': ({ lot, label, book }: ProblemParams) =>
    `The product number of the vial${of(label, ' is ')} does not fit lot${of(lot) || ' this number'}${of(book, ' of ')} in stock. Do not give it; read the name on the vial.`,
  'vial.not-planned': ({ vaccine, lot }: ProblemParams) =>
    `${of(vaccine, '') || 'This vaccine'} is not among this child's doses of today${of(lot, ' (lot ')}${said(lot) ? ')' : ''}. Put the vial down; look at vial and child again.`,
  'vial.other-lot': ({ lot, planned }: ProblemParams) =>
    `The scanned label is lot${of(lot) || ' another one'}, but the dose says lot${of(planned) || ' another one'}. Scan the vial in your hand again.`,
  'dose.wrong-route': ({ vaccine }: ProblemParams) =>
    `This is no route for${of(vaccine) || ' this vaccine'}. Choose the route again; read the leaflet.`,
  'dose.held-back': ({ vaccine, reason, until }: ProblemParams) =>
    `The screening holds${of(vaccine) || ' this vaccine'} back today${of(reason, ': ')}${on(until, ', not before ')}. To decide otherwise the screener signs again, with a reason.`,
  'lot.bad-gtin': () =>
    'The product number (GTIN) has a wrong check digit, so nothing was received. Scan the box again, or leave it empty.',
  'lot.gtin-of-other': ({ vaccine }: ProblemParams) =>
    `This product number has been that of${of(vaccine) || ' another vaccine'} so far. Read the box; confirm if two vaccines share it.`,
  'not-given.no-reason': ({ label }: ProblemParams) =>
    `It is not written why${of(label) || ' a dose'} is not given. Choose or type a reason.`,
  'not-given.no-date': ({ label }: ProblemParams) => `Deferring${of(label) || ' a dose'} needs a new date.`,
  'not-given.date-not-ahead': ({ label }: ProblemParams) =>
    `The new date${of(label, ' of ')} must be after today.`,
  'not-given.date-not-wanted': ({ label }: ProblemParams) =>
    `Only a deferral has a new date${of(label, ': ')}. Clear the date, or choose deferred.`,
  'not-given.missing': ({ label }: ProblemParams) =>
    `A dose is due, not given, and has no reason${of(label, ': ')}. Write the reason, then save.`,
  'not-given.not-due': () =>
    'There is a reason for a dose that is not due today, or was given. Open this child again, then save.',
}
