import { type CalendarDay, type Instant, instantOf, isCalendarDay } from '../calendar/calendar-day'
import type { TemperaturePoint } from './fridge'

/** Which columns of a logger's file say when and how warm; `time` null: the moment stands in one cell. */
export type LoggerColumns = {
  readonly date: number
  readonly time: number | null
  readonly temperature: number
  readonly unit: 'C' | 'F'
  /** True for 25/12, false for 12/25. */
  readonly isDayFirst: boolean
}

export type LoggerFile = {
  readonly header: readonly string[]
  readonly columns: LoggerColumns
  readonly points: readonly TemperaturePoint[]
  /** Lines that could not be read, as counted in the file from 1; the first few. */
  readonly unread: readonly number[]
  readonly unreadCount: number
  /** Nothing in the file says whether day or month comes first: Vietnam's order was taken. */
  readonly isOrderGuessed: boolean
}

export type LoggerFault = 'fridge-log.no-rows' | 'fridge-log.no-time' | 'fridge-log.no-temperature'

const mostUnreadShown = 10
/** Colder or warmer is no fridge for vaccines but a broken sensor or another column. */
const lowestC = -60
const highestC = 60
const hourMs = 3_600_000

/**
 * Reads the file of a temperature logger: any of `;`, `,` and tab between cells, decimal comma or point, day or month first,
 * °C or °F, lines of other text before the table. Times are Vietnam's, unless they end in Z.
 */
export function readLoggerCsv(text: string): LoggerFile | LoggerFault {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u)
  const separator = separatorOf(lines)
  const rows = lines.map(line => cellsOf(line, separator))
  const firstAt = rows.findIndex(row => row.some(cell => momentParts(cell) !== null))
  if (firstAt < 0) return rows.some(row => row.length > 1) ? 'fridge-log.no-time' : 'fridge-log.no-rows'
  const header = firstAt > 0 ? (rows[firstAt - 1] ?? []) : []
  const body = rows.slice(firstAt).map((cells, index) => ({ cells, line: firstAt + index + 1 }))
  const filled = body.filter(({ cells }) => cells.some(cell => cell !== ''))
  const guess = guessColumns(
    header,
    filled.map(({ cells }) => cells),
  )
  return typeof guess === 'string' ? guess : { header, ...readRows(filled, guess) }
}

function separatorOf(lines: readonly string[]): string {
  const sample = lines.slice(0, 40)
  const count = (sign: string) => sample.reduce((all, line) => all + line.split(sign).length - 1, 0)
  // A comma may be the decimal sign: another separator goes before it.
  if (count('\t') >= sample.length / 2) return '\t'
  return count(';') >= sample.length / 2 ? ';' : ','
}

function cellsOf(line: string, separator: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}

type Moment = { readonly numbers: readonly [number, number, number]; readonly rest: string }

/** The three numbers of a date at the beginning of a cell, and what follows. */
function momentParts(cell: string): Moment | null {
  const match = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[T ,]+(.*))?$/u.exec(cell)
  if (!match) return null
  const [, a = '', b = '', c = '', rest = ''] = match
  if (a.length > 2 === c.length > 2) return null
  return { numbers: [Number(a), Number(b), Number(c)], rest }
}

const timeShape = /^(\d{1,2})[:h](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(AM|PM|SA|CH)?(Z)?$/iu

function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): (LoggerColumns & { readonly isOrderGuessed: boolean }) | LoggerFault {
  const sample = rows.slice(0, 200)
  const width = Math.max(...sample.map(row => row.length))
  const columns = Array.from({ length: width }, (_, at) => at)
  const share = (at: number, fits: (cell: string) => boolean) =>
    sample.filter(row => fits(row[at] ?? '')).length / sample.length
  const date = columns.find(at => share(at, cell => momentParts(cell) !== null) > 0.8)
  if (date === undefined) return 'fridge-log.no-time'
  const hasTime = share(date, cell => timeShape.test(momentParts(cell)?.rest ?? '')) > 0.8
  const time = hasTime ? null : (columns.find(at => share(at, cell => timeShape.test(cell)) > 0.8) ?? null)
  if (!hasTime && time === null) return 'fridge-log.no-time'
  const numeric = columns.filter(at => at !== date && at !== time && share(at, isTemperature) > 0.8)
  const named = numeric.find(at => /temp|nhi[ệe]t|°|celsius|fahrenheit|\bch ?1\b/iu.test(header[at] ?? ''))
  const marked = numeric.find(at => share(at, cell => /[°CF]$/u.test(cell)) > 0.8)
  const plain = numeric.find(at => !isCounter(sample, at))
  const temperature = named ?? marked ?? plain
  if (temperature === undefined) return 'fridge-log.no-temperature'
  const words = `${header[temperature] ?? ''} ${sample[0]?.[temperature] ?? ''}`
  const unit = /°\s*F|fahrenheit|[\d(]\s*F\b/iu.test(words) ? 'F' : 'C'
  return { date, time, temperature, unit, ...orderOf(rows, date) }
}

/** Which comes first, by the first value above twelve; Vietnam's order where there is none. */
function orderOf(rows: readonly (readonly string[])[], date: number) {
  const dates = rows.flatMap(row => momentParts(row[date] ?? '')?.numbers ?? [])
  const triples = Array.from({ length: dates.length / 3 }, (_, at) => dates.slice(at * 3, at * 3 + 3))
  const isYearFirst = triples.some(([a = 0]) => a > 31)
  const isDayFirst = !triples.some(([, b = 0]) => b > 12)
  const isSure = isYearFirst || triples.some(([a = 0, b = 0]) => a > 12 || b > 12)
  return { isDayFirst, isOrderGuessed: !isSure }
}

/** A running number is no temperature. */
function isCounter(rows: readonly (readonly string[])[], at: number): boolean {
  const values = rows.map(row => Number(row[at]))
  return (
    values.length > 2 && values.every((value, index) => index === 0 || value === (values[index - 1] ?? 0) + 1)
  )
}

function numberIn(cell: string): number | null {
  const match = /^([+\-−]?\d{1,3}(?:[.,]\d{1,3})?)\s*(?:°?\s*[CF])?$/iu.exec(cell)
  return match ? Number(match[1]?.replace(',', '.').replace('−', '-')) : null
}

const isTemperature = (cell: string) => numberIn(cell) !== null

function readRows(
  rows: readonly { readonly cells: readonly string[]; readonly line: number }[],
  { isOrderGuessed, ...columns }: LoggerColumns & { readonly isOrderGuessed: boolean },
): Omit<LoggerFile, 'header'> {
  const points = new Map<Instant, number>()
  const unread: number[] = []
  for (const { cells, line } of rows) {
    const at = momentOf(cells, columns)
    const said = numberIn(cells[columns.temperature] ?? '')
    const celsius = said === null ? null : columns.unit === 'F' ? ((said - 32) * 5) / 9 : said
    if (at === null || celsius === null || celsius < lowestC || celsius > highestC) unread.push(line)
    else points.set(at, Math.round(celsius * 10) / 10)
  }
  const sorted = [...points].map(([at, temperatureC]) => ({ at, temperatureC }))
  return {
    columns,
    points: sorted.toSorted((a, b) => a.at.localeCompare(b.at)),
    unread: unread.slice(0, mostUnreadShown),
    unreadCount: unread.length,
    isOrderGuessed,
  }
}

function momentOf(cells: readonly string[], { date, time, isDayFirst }: LoggerColumns): Instant | null {
  const parts = momentParts(cells[date] ?? '')
  const clock = timeShape.exec(time === null ? (parts?.rest ?? '') : (cells[time] ?? ''))
  const on = parts && dayOf(parts.numbers, isDayFirst)
  if (!on || !clock) return null
  const [, hours = '', minutes = '', seconds = '0', half = '', zone] = clock
  const isAfternoon = /PM|CH/iu.test(half)
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const ms = hour * hourMs + Number(minutes) * 60_000 + Number(seconds) * 1000
  return instantOf(Date.parse(`${on}T00:00:00.000Z`) + ms - (zone ? 0 : 7 * hourMs))
}

function dayOf([a, b, c]: Moment['numbers'], isDayFirst: boolean): CalendarDay | null {
  const [year, month, date] = a > 31 ? [a, b, c] : isDayFirst ? [c, b, a] : [c, a, b]
  const two = (value: number) => String(value).padStart(2, '0')
  const text = `${year < 100 ? 2000 + year : year}-${two(month)}-${two(date)}`
  return isCalendarDay(text) ? text : null
}
