import type { CalendarDay } from '../calendar/calendar-day'
import type { Programme } from '../immunization/dose'
import type { DateAccuracy } from '../immunization/dose-date'
import { type DateReading, readDoseDate } from './cell-values'
import type { RowCell, RowCells } from './import-person'
import { type ImportProblem, problem } from './import-problems'
import { readNiisProgramme } from './niis-values'
import { type Cell, cellText } from './table'
import type { VaccineNameLookup } from './vaccine-names'

/** One dose of a list. */
export type ImportedDose = {
  readonly row: number
  readonly vaccineCode: string
  readonly vaccineText: string
  readonly givenOn: CalendarDay
  /** Null: the day is known. */
  readonly givenOnAccuracy: DateAccuracy
  readonly programme: Programme
  readonly statedNumber: number | null
  readonly lotNumber: string | null
  readonly placeName: string | null
}

export type DoseReading = {
  readonly today: CalendarDay
  readonly findVaccine: VaccineNameLookup
  readonly dates: DateReading
  /** Columns of dates, one a vaccine. */
  readonly wide: readonly {
    readonly index: number
    readonly vaccineCode: string
    readonly header: string
    readonly dates: DateReading
  }[]
}

type Read = { readonly doses: readonly ImportedDose[]; readonly problems: readonly ImportProblem[] }

/** The doses of one row: the one it names, and those in columns of dates. A cell that says "no" is none. */
export function readRowDoses(
  cells: RowCells,
  cellAt: (column: number) => Cell,
  bornOn: CalendarDay,
  reading: DoseReading,
): Read {
  const problems: ImportProblem[] = []
  const doses: ImportedDose[] = []
  const common = commonOf(cells, problems)
  const vaccine = cells('vaccine')
  const date = cells('givenOn')
  if (vaccine.text !== '' || date.text !== '') {
    const when = readDate(date, reading.dates, bornOn, reading.today, problems)
    const code = reading.findVaccine(vaccine.text, when?.givenOn ?? null)
    if (code === null) problems.push(problem('import.unknown-vaccine', vaccine))
    if (code !== null && when)
      doses.push({ ...common, ...when, row: date.row, vaccineCode: code, vaccineText: vaccine.text })
  }
  for (const { index, vaccineCode, header, dates } of reading.wide) {
    const cell = cellAt(index)
    const place: RowCell = { row: vaccine.row, column: header, text: cellText(cell), cell }
    if (isNone(place.text)) continue
    for (const one of datesIn(place)) {
      const when = readDate(one, dates, bornOn, reading.today, problems)
      // The lot of the row is about the dose it names, not about these.
      const own = { ...common, lotNumber: null, statedNumber: null }
      if (when) doses.push({ ...own, ...when, row: place.row, vaccineCode, vaccineText: header })
    }
  }
  return { doses, problems }
}

/** "Not given" as lists write it; a mark without a date (`x`) is no dose whose day is known, and is refused as a date. */
function isNone(text: string): boolean {
  return /^(?:|[-–—_.0]+|không|khong|chưa|chua|ko|k|chưa tiêm|không tiêm)$/iu.test(text)
}

/** Several dates in one cell, one below the other or behind semicolons. */
function datesIn(place: RowCell): readonly RowCell[] {
  if (typeof place.cell !== 'string') return [place]
  const parts = place.text.split(/\s*[\n;,]\s*/u).filter(part => part !== '')
  return parts.map(text => ({ ...place, text, cell: text }))
}

function readDate(
  place: RowCell,
  dates: DateReading,
  bornOn: CalendarDay,
  today: CalendarDay,
  problems: ImportProblem[],
): Pick<ImportedDose, 'givenOn' | 'givenOnAccuracy'> | null {
  const read = readDoseDate(place.cell, dates, bornOn)
  if (read === null) problems.push(problem('import.bad-date', place))
  else if (read.givenOn > today) problems.push(problem('import.dose-in-future', place))
  else if (read.givenOn < bornOn) problems.push(problem('import.dose-before-birth', place))
  else return read
  return null
}

function commonOf(cells: RowCells, problems: ImportProblem[]) {
  const programme = cells('programme')
  const read = readNiisProgramme(programme.text)
  if (read === null && programme.text !== '') problems.push(problem('import.unknown-programme', programme))
  const number = /^(?:mũi\s*)?(\d{1,2})$/iu.exec(cells('doseNumber').text)?.[1]
  return {
    programme: read ?? ('epi' as const),
    statedNumber: number === undefined || number === '0' ? null : Number(number),
    lotNumber: cells('lotNumber').text.slice(0, 60) || null,
    placeName: cells('placeName').text.slice(0, 200) || null,
  }
}
