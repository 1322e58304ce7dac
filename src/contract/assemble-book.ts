import type { Vaccine } from '../domain/immunization/vaccine'
import { changeDays, type ScheduleBook, scheduleOn } from '../domain/schedule/schedule-book'
import { ScheduleFileError } from './schedule-file'
import { bookOf, type ReadCatalog, type ReadVersion, readVersion } from './schedule-parts'
import { repeatedSeries, type ScheduleProblem } from './schedule-problems'

type Vaccines = ReadonlyMap<string, Vaccine>

/** The parts that ship: the catalog as read, the versions as written. */
export type ShippedParts = { readonly catalog: ReadCatalog; readonly files: readonly unknown[] }

/** A file beside what ships, as written. */
export type AddedPart = { readonly fileId: string; readonly code: string; readonly file: unknown }

/** A book, where each version in it comes from, and the added files it does without. */
export type AssembledBook = {
  readonly book: ScheduleBook
  /** By code; null: it ships. */
  readonly fileOf: ReadonlyMap<string, string | null>
  readonly refused: readonly RefusedPart[]
}
export type RefusedPart = { readonly fileId: string; readonly problems: readonly ScheduleProblem[] }

type Part = { readonly fileId: string | null; readonly code: string; readonly file: unknown }
type Attempt =
  | { readonly ok: true; readonly read: readonly ReadVersion[] }
  | ({ readonly ok: false } & Pick<Part, 'fileId' | 'code'> & {
        readonly problems: readonly ScheduleProblem[]
      })

/**
 * Puts shipped and added parts together; of several with one code the last counts. A file that cannot be used is left
 * out, and what it replaced counts again: a station always has a schedule. Throws ScheduleFileError only when what ships
 * cannot be used by itself.
 */
export function assembleBook(
  shipped: ShippedParts,
  added: readonly AddedPart[],
  vaccines: Vaccines,
): AssembledBook {
  const refused: RefusedPart[] = []
  let accepted = added
  for (;;) {
    const parts = lastOfEachCode([...shipped.files.map(shippedPart), ...accepted])
    const attempt = readAll(parts, shipped.catalog, vaccines)
    if (attempt.ok) {
      const book = bookOf(shipped.catalog, attempt.read)
      return {
        book,
        fileOf: new Map(parts.map(({ code, fileId }) => [code, fileId])),
        refused,
      }
    }
    const culprit = culpritOf(attempt, parts, accepted)
    if (culprit === null) throw new ScheduleFileError(attempt.problems)
    refused.push({ fileId: culprit, problems: attempt.problems })
    accepted = accepted.filter(({ fileId }) => fileId !== culprit)
  }
}

function shippedPart(file: unknown): Part {
  return { fileId: null, code: fieldOf(file, 'code') ?? '', file }
}

/** A text field of a file that is not read yet. */
export function fieldOf(file: unknown, field: 'code' | 'basedOn'): string | null {
  const value = file !== null && typeof file === 'object' ? Reflect.get(file, field) : null
  return typeof value === 'string' ? value : null
}

function lastOfEachCode(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part, index) => parts.findLastIndex(({ code }) => code === part.code) === index)
}

/** What is wrong with a shipped part came from the file it is based on, or else from the file added last. */
function culpritOf(
  { fileId, code }: Pick<Part, 'fileId' | 'code'>,
  parts: readonly Part[],
  accepted: readonly AddedPart[],
): string | null {
  if (fileId !== null) return fileId
  const byCode = new Map(parts.map(part => [part.code, part]))
  let part = byCode.get(code)
  for (let steps = 0; part && steps < parts.length; steps++) {
    part = byCode.get(fieldOf(part.file, 'basedOn') ?? '')
    if (part?.fileId) return part.fileId
  }
  return accepted.at(-1)?.fileId ?? null
}

/** Bases before what is based on them. */
function readAll(parts: readonly Part[], catalog: ReadCatalog, vaccines: Vaccines): Attempt {
  const read: ReadVersion[] = []
  let waiting = parts
  while (waiting.length > 0) {
    const awaited = new Set(waiting.map(({ code }) => code))
    const ready = waiting.filter(({ file }) => !awaited.has(fieldOf(file, 'basedOn') ?? ''))
    // Nobody is ready: they stand on one another in a circle, which the file added last has closed.
    const first = ready[0] ?? waiting.findLast(({ fileId }) => fileId !== null) ?? waiting[0]
    if (!first) break
    const result = readVersion(first.file, catalog, read, vaccines)
    if (!result.ok) return { ok: false, ...first, problems: result.problems }
    read.push(result.value)
    waiting = waiting.filter(part => part !== first)
  }
  return repeated(parts, bookOf(catalog, read)) ?? { ok: true, read }
}

/** A series code that two parts use at once: the record of a child could not say which is meant. */
function repeated(parts: readonly Part[], book: ScheduleBook): Attempt | null {
  for (const on of changeDays(book)) {
    const schedule = scheduleOn(book, on)
    const [code] = repeatedSeries(schedule.antigens.flatMap(({ series }) => series.map(it => it.code)))
    if (code === undefined) continue
    const owner = parts.findLast(({ fileId, file }) => fileId !== null && seriesPath(file, code) !== null)
    const path = (owner && seriesPath(owner.file, code)) ?? ['antigens']
    const { fileId, code: version } = owner ?? { fileId: null, code: schedule.code }
    return { ok: false, fileId, code: version, problems: [{ path, code: 'stands-twice', detail: code }] }
  }
  return null
}

function seriesPath(file: unknown, code: string): ScheduleProblem['path'] | null {
  const { antigens = {} } = file as {
    readonly antigens?: Readonly<
      Record<string, { readonly series: readonly { readonly code: string }[] } | null>
    >
  }
  for (const [antigen, plan] of Object.entries(antigens)) {
    const index = plan?.series.findIndex(series => series.code === code) ?? -1
    if (index >= 0) return ['antigens', antigen, 'series', index, 'code']
  }
  return null
}
