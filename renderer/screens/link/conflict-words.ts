import type { ConflictView } from '../../../src/contract/arrival-calls'
import { type Instant, isCalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { TravellingDoseField } from '../../../src/domain/immunization/travelling-dose'
import type { ConflictValue } from '../../../src/domain/journal/arrival-records'
import type { MergePart } from '../../../src/domain/person/merge-record'
import type { Sex } from '../../../src/domain/person/person'
import { formatDay, formatMoment } from '../../components/format'
import { text } from '../../text'
import { codes } from '../../text/codes'

/** What a question is about, in words: a field, or the vaccines of two doses. */
export function fieldWords({ kind, field, doses }: ConflictView): string {
  if (kind === 'person-field') return text.duplicates.parts[field as MergePart]
  if (kind === 'dose-field') {
    const words = text.conflicts.doseFields[field as TravellingDoseField]
    return [doses[0]?.vaccineName, words].filter(Boolean).join(' · ')
  }
  return [...new Set(doses.map(({ vaccineName }) => vaccineName))].join(' / ')
}

/** A value of a field as people read it. */
export function valueWords(conflict: ConflictView, value: ConflictValue): string {
  const survivor = conflict.survivors.find(({ personId }) => personId === value)
  if (conflict.kind === 'merge' && survivor) return survivor.displayName
  return plainWords(conflict.field, value)
}

/** Codes that people read as words. */
const namesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  site: codes.sites,
  route: codes.routes,
  programme: text.common.programme,
}

/** A value of any field of a person or a dose. */
export function plainWords(field: string | null, value: ConflictValue): string {
  if (value === null || value === '') return text.conflicts.nothing
  if (field === 'sex') return text.common.sex[value as Sex]
  const named = field === null ? undefined : namesOf[field]?.[String(value)]
  if (named !== undefined) return named
  const written = String(value)
  if (isCalendarDay(written)) return formatDay(written)
  return /^\d{4}-\d\d-\d\dT/u.test(written) ? formatMoment(written as Instant) : written
}
