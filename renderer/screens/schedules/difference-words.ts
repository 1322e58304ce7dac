import type { DoseDifference } from '../../../src/domain/schedule/schedule-difference'
import type { scheduleDifference } from '../../text/vi/schedule-difference'

/** "Sởi mũi 1": the label of a dose with its number in the series. */
export function doseName({ label, number }: DoseDifference, locale: 'vi' | 'en'): string {
  return label[locale].replaceAll('{n}', String(number))
}

/** Everything that differs in one dose, a sentence each. */
export function doseSentences(
  { kind, changes }: DoseDifference,
  words: typeof scheduleDifference,
  nameOf: (vaccineCode: string) => string,
): readonly string[] {
  if (kind === 'removed') return [words.doseRemoved]
  const sentences = changes.map(change => words.change(change, nameOf, kind === 'added'))
  return [...new Set(kind === 'added' ? [words.doseAdded, ...sentences] : sentences)]
}
