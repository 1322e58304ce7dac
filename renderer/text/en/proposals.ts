import type { proposals as vi } from '../vi/proposals'

export const proposals: typeof vi = {
  tab: 'Proposals',
  columns: {
    product: 'Vaccine, supply',
    usable: 'Usable',
    minimum: 'Minimum',
    maximum: 'Maximum',
    order: 'Ask for',
    first: 'Take this lot first',
  },
  none: 'Nothing to propose yet',
  noneHint: 'Receive the first lot, or set the levels of a product.',
  enough: 'enough',
  noLevel: 'no levels set',
  noLot: 'no usable lot left',
  firstLot: (lot, expiry) => `${lot} · ${expiry}`,
  takeOut: 'Take out for the session',
  wanted: 'How many (doses or pieces)',
  hint: 'First expired first out, in whole vials.',
  take: count => `take ${count}`,
  missing: count => `${count} are missing in the store.`,
  nothing: 'No usable lot in the store.',
  save: count => `Take ${count} out`,
  incomplete: 'Write how many',
  taken: count => `Written to the book: ${count} taken out.`,
}
