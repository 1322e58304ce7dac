import type { FormColumn, FormSection } from './report-form'

/**
 * Whether the number of a cell is made of records, so that it opens to names that add up to it. What was entered, a share, and
 * what a plan works out from its targets are made of other numbers.
 */
export function opensToNames(section: FormSection, columnId: string): boolean {
  if (section.kind === 'list') return true
  if (section.kind === 'answers') return section.questions.some(({ from }) => from !== null)
  const column = section.columns.find(({ id }) => id === columnId)
  return column !== undefined && isMadeOfRecords(section, column)
}

type Measured = Extract<
  FormSection,
  { readonly columns: readonly FormColumn[]; readonly kind: 'table' | 'by' }
>

function isMadeOfRecords(section: Measured, { measure }: FormColumn): boolean {
  if (measure.kind === 'count') return true
  if (measure.kind !== 'given') return false
  if (section.kind === 'by' && section.by === 'need') return measure.field === 'on-hand'
  return !wordsAndFactors.has(measure.field)
}

/** What a row of the stock says beside its numbers. */
const wordsAndFactors: ReadonlySet<string> = new Set([
  'maker',
  'lot-number',
  'expires-on',
  'waste-reasons',
  'factor',
])
