import type { CalendarDay } from '../calendar/calendar-day'
import type { Programme } from '../immunization/dose'
import { type DateAccuracy, partialDate } from '../immunization/dose-date'
import type { Person } from '../person/person'
import { type ImportCell, type ImportProblem, isBlockingProblem, problem } from './import-problems'
import { mandatoryNiisFields, matchColumns, type NiisField, type NiisProfile } from './niis-columns'
import { type EthnicGroupLookup, personsDiffer, readNiisPerson } from './niis-person'
import { isGarbled, readNiisDoseDate, readNiisProgramme } from './niis-values'
import type { PlaceLookup } from './place-names'
import type { VaccineNameLookup } from './vaccine-names'

/** A file as parsed from CSV: the header line, and each row by header. */
export type ExtractTable = {
  readonly headers: readonly string[]
  readonly records: readonly Readonly<Record<string, string>>[]
}

/** What the reading needs to know; everything is data of the point. */
export type NiisImportContext = {
  readonly today: CalendarDay
  readonly profile: NiisProfile
  readonly findVaccine: VaccineNameLookup
  readonly findPlace: PlaceLookup
  readonly findEthnicGroup: EthnicGroupLookup
}

/** One dose of an extract. `vaccineCode` is null only beside the problem `import.unknown-vaccine`. */
export type ImportedDose = {
  readonly row: number
  readonly vaccineCode: string | null
  readonly vaccineText: string
  readonly givenOn: CalendarDay
  /** Null: the day is known. */
  readonly givenOnAccuracy: DateAccuracy
  readonly programme: Programme
  readonly lotNumber: string | null
  readonly placeName: string | null
}

/** A person of an extract with all doses, oldest first. `sourceCode` is the mã đối tượng. */
export type ImportedPerson = {
  readonly sourceCode: string
  readonly row: number
  readonly person: Person
  readonly doses: readonly ImportedDose[]
}

/** What an import would do. Shown before anything is written; nothing is written unless `isAcceptable`. */
export type NiisImportReport = {
  readonly isAcceptable: boolean
  readonly rowCount: number
  readonly doseCount: number
  readonly persons: readonly ImportedPerson[]
  readonly problems: readonly ImportProblem[]
  /** Names that mean no product, with how often they occur, most frequent first: to be added to the aliases. */
  readonly unknownVaccines: readonly { readonly text: string; readonly count: number }[]
}

type Draft = {
  readonly row: number
  readonly person: Person
  readonly doses: ImportedDose[]
  readonly seen: Set<string>
}

/**
 * Reads an extract of the national system, one row a dose, rows of one mã đối tượng together. All or nothing: a single
 * blocking problem makes the whole file unacceptable, so that a half-read history never looks complete. A row without
 * vaccine and date brings a person without doses. Row numbers are those of the spreadsheet (the header is row 1).
 */
export function readNiisExtract(table: ExtractTable, context: NiisImportContext): NiisImportReport {
  const columns = matchColumns(table.headers, context.profile)
  const fileProblems = problemsOfFile(table, columns, context.profile)
  if (fileProblems.length > 0) return report(table, new Map(), fileProblems)
  const problems: ImportProblem[] = []
  const drafts = new Map<string, Draft>()
  for (const [index, record] of table.records.entries()) {
    const cell: ImportCell = field => {
      const column = columns.get(field) ?? context.profile[field]
      return { row: index + 2, column, text: (record[column] ?? '').normalize('NFC').trim() }
    }
    readRow(cell, drafts, problems, context)
  }
  return report(table, drafts, problems)
}

function problemsOfFile(
  table: ExtractTable,
  columns: ReadonlyMap<NiisField, string>,
  profile: NiisProfile,
): ImportProblem[] {
  const garbledHeader = table.headers.find(isGarbled)
  if (garbledHeader !== undefined)
    return [problem('import.bad-encoding', { row: 1, column: garbledHeader, text: garbledHeader })]
  const missing = mandatoryNiisFields.filter(field => !columns.has(field))
  if (missing.length > 0)
    return missing.map(field =>
      problem('import.missing-column', { row: 1, column: profile[field], text: '' }),
    )
  if (table.records.length === 0) return [problem('import.empty-file', { row: 1, column: null, text: '' })]
  for (const [index, record] of table.records.entries()) {
    const garbled = Object.entries(record).find(([, text]) => isGarbled(text))
    // One is enough: every line of such a file has them.
    if (garbled)
      return [problem('import.bad-encoding', { row: index + 2, column: garbled[0], text: garbled[1] })]
  }
  return []
}

function readRow(
  cell: ImportCell,
  drafts: Map<string, Draft>,
  problems: ImportProblem[],
  context: NiisImportContext,
): void {
  const sourceCode = cell('sourceCode')
  if (!/^\d{10,20}$/u.test(sourceCode.text)) {
    problems.push(problem('import.bad-source-code', sourceCode))
    return
  }
  const read = readNiisPerson(cell, context)
  const draft = drafts.get(sourceCode.text)
  if (!draft) problems.push(...read.problems)
  else problems.push(...read.problems.filter(isBlockingProblem))
  if (!read.person) return
  const current = draft ?? { row: sourceCode.row, person: read.person, doses: [], seen: new Set<string>() }
  if (!draft) drafts.set(sourceCode.text, current)
  const difference = personsDiffer(current.person, read.person)
  if (difference) problems.push(problem('import.person-conflict', cell(difference)))
  readDose(cell, current, problems, context)
}

function readDose(
  cell: ImportCell,
  draft: Draft,
  problems: ImportProblem[],
  context: NiisImportContext,
): void {
  const vaccine = cell('vaccine')
  const date = cell('givenOn')
  if (vaccine.text === '' && date.text === '') return
  const read = readNiisDoseDate(date.text, draft.person.birthDate)
  const vaccineCode = context.findVaccine(vaccine.text, read?.givenOn ?? null)
  if (vaccineCode === null) problems.push(problem('import.unknown-vaccine', vaccine))
  if (read === null) {
    problems.push(problem('import.bad-date', date))
    return
  }
  const { givenOn, givenOnAccuracy } = read
  if (givenOn > context.today) problems.push(problem('import.dose-in-future', date))
  if (givenOn < draft.person.birthDate) problems.push(problem('import.dose-before-birth', date))
  const key = `${vaccineCode ?? vaccine.text} ${partialDate(read)}`
  if (draft.seen.has(key)) problems.push(problem('import.duplicate-row', vaccine))
  draft.seen.add(key)
  const programme = cell('programme')
  const readProgramme = readNiisProgramme(programme.text)
  if (readProgramme === null && programme.text !== '')
    problems.push(problem('import.unknown-programme', programme))
  draft.doses.push({
    row: vaccine.row,
    vaccineCode,
    vaccineText: vaccine.text,
    givenOn,
    givenOnAccuracy,
    programme: readProgramme ?? 'epi',
    lotNumber: cell('lotNumber').text || null,
    placeName: cell('placeName').text || null,
  })
}

function report(
  table: ExtractTable,
  drafts: ReadonlyMap<string, Draft>,
  problems: readonly ImportProblem[],
): NiisImportReport {
  const persons = [...drafts].map(([sourceCode, { row, person, doses }]) => ({
    sourceCode,
    row,
    person,
    doses: [...doses].sort((a, b) => compareText(a.givenOn, b.givenOn) || a.row - b.row),
  }))
  return {
    isAcceptable: !problems.some(isBlockingProblem),
    rowCount: table.records.length,
    doseCount: persons.reduce((sum, person) => sum + person.doses.length, 0),
    persons,
    problems,
    unknownVaccines: countUnknown(problems),
  }
}

function countUnknown(problems: readonly ImportProblem[]): NiisImportReport['unknownVaccines'] {
  const counts = new Map<string, number>()
  for (const { code, value } of problems) {
    if (code === 'import.unknown-vaccine') counts.set(value ?? '', (counts.get(value ?? '') ?? 0) + 1)
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || compareText(a.text, b.text))
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
