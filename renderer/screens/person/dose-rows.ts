import type { RequestOf } from '../../../src/contract/call'
import type { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Programme } from '../../../src/domain/immunization/dose'
import { lastPossibleDay } from '../../../src/domain/immunization/dose-date'
import type { Vaccine } from '../../../src/domain/immunization/vaccine'
import { isInUse } from '../../../src/domain/immunization/vaccine'
import type { DoseDate } from '../../components/format'
import type { Choice } from '../../components/Picker'
import { text } from '../../text'

/** One line of a card as typed. */
export type DoseRow = {
  readonly key: string
  readonly vaccineCode: string | null
  readonly date: DoseDate | null
  readonly programme: Programme
  readonly statedNumber: string
  readonly lotNumber: string
  readonly placeName: string
}

/** A fresh line; the place of the line before is likely the same. */
export function emptyRow(placeName = '', programme: Programme = 'epi'): DoseRow {
  return {
    key: crypto.randomUUID(),
    vaccineCode: null,
    date: null,
    programme,
    statedNumber: '',
    lotNumber: '',
    placeName,
  }
}

/** True for a line that is not a dose; a place alone, taken over from above, is none. */
export function isEmptyRow(row: DoseRow): boolean {
  return row.vaccineCode === null && row.date === null && row.statedNumber === '' && row.lotNumber === ''
}

/** What is wrong with a line before it is sent; null when nothing is, or the line is empty. */
export function problemOfRow(row: DoseRow, bornOn: CalendarDay, today: CalendarDay): string | null {
  const { date } = row
  if (date !== null && (lastPossibleDay(date) ?? date.givenOn) < bornOn)
    return text.errors['dose.before-birth']({ bornOn })
  if (date !== null && date.givenOn > today) return text.errors['dose.in-future']({ today })
  if (isEmptyRow(row)) return null
  return row.vaccineCode === null || date === null ? text.register.rowIncomplete : null
}

/** The dose as it is sent. Throws RangeError for a line that `problemOfRow` would name. */
export function toHistorical(row: DoseRow): RequestOf<typeof recordHistoricalDoses>['doses'][number] {
  const { vaccineCode, date, programme, statedNumber, lotNumber, placeName } = row
  if (vaccineCode === null || date === null) throw new RangeError('a dose needs vaccine and date')
  return {
    vaccineCode,
    ...date,
    programme,
    statedNumber: statedNumber === '' ? null : Number(statedNumber),
    lotNumber: lotNumber.trim() === '' ? null : lotNumber.trim(),
    placeName: placeName.trim() === '' ? null : placeName.trim(),
  }
}

/** Every product a card may name: those in use first, those no longer used next, those of unknown name last. */
export function vaccineChoices(vaccines: readonly Vaccine[]): readonly Choice[] {
  const rank = (vaccine: Vaccine) => (isInUse(vaccine) ? 0 : isUnnamed(vaccine) ? 2 : 1)
  return vaccines
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ code, shortName, tradeName }) => ({
      value: code,
      label: [...new Set([shortName, tradeName])].join(' · '),
    }))
}

/** A card that says only what a vaccine was against. */
function isUnnamed({ code }: Vaccine): boolean {
  return code.startsWith('GENERIC_')
}
