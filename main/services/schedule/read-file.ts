import { type AssembledBook, fieldOf, type RefusedPart } from '../../../src/contract/assemble-book'
import type { ScheduleFileProblem } from '../../../src/contract/schedule-calls'
import type { PlacedJson } from '../../../src/domain/exchange/placed-json'
import type { Resources } from '../../resources/load'
import type { ServiceContext } from '../service'
import { activeFiles, bookWith, currentBook } from './current-book'
import { faultProblems, type KnownWords, placedProblems } from './file-problems'

/** A file tried on: what is wrong with it, or the book that would be in force with it. */
export type TriedFile = {
  readonly code: string
  readonly problems: readonly ScheduleFileProblem[]
  /** Null when there are problems. */
  readonly assembled: AssembledBook | null
}

type Context = Pick<ServiceContext, 'store' | 'resources' | 'readJson'>

/** How a file that is only tried on is called among the files of the book. */
export const triedId = 'tried'

/** Reads a schedule file and puts it over the book in force, without keeping anything. */
export function tryFile(context: Context, text: string): TriedFile {
  const json = context.readJson(text)
  const code = fieldOf(json.value, 'code') ?? ''
  const early = json.faults.length > 0 ? faultProblems(json.faults) : kindProblems(json)
  if (early.length > 0) return { code, problems: early, assembled: null }
  const files = activeFiles(context.store)
  const before = currentBook(context)
  const assembled = bookWith(context.resources, [...files, { id: triedId, code, text }])
  const refusal = assembled.refused.find(({ fileId }) => fileId === triedId)
  if (refusal) {
    const known = knownWords(context.resources, before, code)
    return { code, problems: placedProblems(refusal.problems, json, known), assembled: null }
  }
  const displaced = assembled.refused.find(
    ({ fileId }) => !before.refused.some(earlier => earlier.fileId === fileId),
  )
  if (!displaced) return { code, problems: [], assembled }
  const other = files.find(({ id }) => id === displaced.fileId)?.code ?? ''
  return { code, problems: [misfit(json, other)], assembled: null }
}

/** Why a file that is to be in force cannot be used any more. */
export function problemsOfRefused(
  context: Context,
  text: string,
  { problems }: RefusedPart,
  assembled: AssembledBook,
): readonly ScheduleFileProblem[] {
  const json = context.readJson(text)
  if (json.faults.length > 0) return faultProblems(json.faults)
  const code = fieldOf(json.value, 'code') ?? ''
  return placedProblems(problems, json, knownWords(context.resources, assembled, code))
}

/** Another file of the point could not be used any more beside this one. */
function misfit(json: PlacedJson, other: string): ScheduleFileProblem {
  const place = json.placeOf(['code'])
  return { code: 'schedule-file.does-not-fit', field: 'code', params: { line: place.line, other }, ...place }
}

/** A catalog, a whole schedule of the old format, or something else altogether: one sentence instead of a hundred. */
function kindProblems(json: PlacedJson): readonly ScheduleFileProblem[] {
  const { value } = json
  const [format, kind] =
    value !== null && typeof value === 'object'
      ? [Reflect.get(value, 'format'), Reflect.get(value, 'kind')]
      : [undefined, undefined]
  if (format === 2 && (kind === 'programme' || kind === 'supplement')) return []
  const path = format === 2 ? ['kind'] : ['format']
  const place = json.placeOf(path)
  const params = { line: place.line, format: String(format ?? ''), kind: String(kind ?? '') }
  return [{ code: 'schedule-file.wrong-kind', field: path.join('.'), params, ...place }]
}

function knownWords({ schedules, vaccines }: Resources, { book }: AssembledBook, code: string): KnownWords {
  return {
    code,
    fields: new Set(schedules.files.flatMap(file => [...fieldsOf(file)])),
    lists: Object.keys(schedules.catalog.vaccineLists),
    vaccines: [...vaccines.keys()],
    antigens: book.catalog.antigens.map(({ code }) => code),
    versions: new Set(book.versions.map(({ code }) => code)),
  }
}

/** Every name of a field that a file uses; names of antigens and settings are none of the format's. */
function fieldsOf(value: unknown, names = new Set<string>(), isMap = false): ReadonlySet<string> {
  if (value === null || typeof value !== 'object') return names
  for (const [name, one] of Object.entries(value)) {
    if (!isMap && !Array.isArray(value)) names.add(name)
    fieldsOf(one, names, name === 'antigens' || name === 'settings')
  }
  return names
}
