import type { ProblemParams } from '../../../src/contract/errors'

const of = (value: ProblemParams[string] | undefined, before = ' ') =>
  typeof value === 'string' || typeof value === 'number' ? `${before}${value}` : ''

/** Fridges and loggers: why nothing was kept, and why a lot is not given. */
export const coldChainErrors = {
  'fridge.not-found': () => 'This fridge is not there. Open the cold chain again.',
  'fridge.name-taken': () => 'A fridge has this name already. Give it another one.',
  'fridge.bad-range': () =>
    'The lowest must not be above, the highest not below the temperature read. Look at the three numbers.',
  'fridge.in-future': () =>
    "The time of reading lies ahead of this PC's clock. Check date and time, or the clock of the logger.",
  'fridge-log.no-rows': () =>
    'There is no line with a temperature in this file. Choose the CSV file of the logger.',
  'fridge-log.no-time': () => 'No column with date and time was found. Export it again with date and time.',
  'fridge-log.no-temperature': () =>
    'No column with temperatures was found. Export it again with the temperature.',
  'fridge-log.too-long': ({ count, most }: ProblemParams) =>
    `The file has too many lines${of(count, ' (')}${of(most, ', at most ')}${count ? ')' : ''}. Take it in month by month.`,
  'breach.not-found': () => 'This breach is not there, or the lot is not in it. Open the screen again.',
  'breach.already-decided': ({ lot }: ProblemParams) =>
    `Lot${of(lot) || ' this one'} has been decided about for this breach. Nothing changed.`,
  'lot.breach-undecided': ({ lot }: ProblemParams) =>
    `Lot${of(lot) || ' this one'} stood in a fridge outside its limits and nobody has decided. Take another lot; ask the head.`,
}
