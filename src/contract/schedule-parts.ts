import { z } from 'zod'
import type { Vaccine } from '../domain/immunization/vaccine'
import type {
  AntigenPlan,
  ScheduleBook,
  ScheduleCatalog,
  ScheduleVersion,
} from '../domain/schedule/schedule-book'
import { ScheduleFileError } from './schedule-file'
import { expandLists, type Settings, type VaccineLists } from './schedule-lists'
import { contradictions, orderProblems } from './schedule-order'
import { catalogProblems, groupProblems, type ScheduleProblem, seriesProblems } from './schedule-problems'
import {
  antigenFacts,
  commonRules,
  localText,
  provenance,
  series,
  text,
  versionRules,
} from './schedule-schema'
import { shapeProblems, vaccineAntigensOf, withVersion } from './schedule-shape'

/*
 * Format 2: a schedule in parts. `catalog.json` says what exists; a `programme` file is one version of the national
 * schedule, a `supplement` adds series to whatever programme is in force. `schedule-book.ts` puts them together.
 */
const catalogFile = z.strictObject({
  format: z.literal(2),
  kind: z.literal('catalog'),
  ...commonRules,
  antigens: z.array(z.strictObject(antigenFacts)).min(1),
})

const plan = z.strictObject({ rollOut: z.enum(['nationwide', 'partial']), series: z.array(series).min(1) })

const versionFile = z.strictObject({
  format: z.literal(2),
  kind: z.enum(['programme', 'supplement']),
  ...provenance,
  ...versionRules,
  basedOn: text.nullable().default(null),
  name: localText,
  notes: z.array(text).nullable().default(null),
  campaignDosesCount: z.boolean().default(false),
  antigens: z.record(text, plan.nullable()),
})

/** A catalog as read, with the lists that version files may name. */
export type ReadCatalog = { readonly catalog: ScheduleCatalog; readonly vaccineLists: VaccineLists }
/** A version as read, with the settings that versions based on it take over. */
export type ReadVersion = { readonly version: ScheduleVersion; readonly settings: Settings }

/** What a file of parts came to: itself, or what is wrong with it, each problem at its place in the file. */
export type PartResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ScheduleProblem[] }

type Vaccines = ReadonlyMap<string, Vaccine>

/** Reads the catalog of a schedule in parts. */
export function readCatalog(file: unknown, vaccines: Vaccines): PartResult<ReadCatalog> {
  const { file: expanded, problems, sourcePath, vaccineLists } = expandLists(file)
  if (problems.length > 0) return { ok: false, problems }
  const parsed = catalogFile.safeParse(expanded)
  if (!parsed.success) return { ok: false, problems: shapeProblems(parsed.error.issues, sourcePath) }
  const { format: _format, kind: _kind, antigens, ...rest } = parsed.data
  const catalog: ScheduleCatalog = {
    ...rest,
    antigens: antigens.map(({ vaccines: _vaccines, ...facts }) => facts),
    vaccineAntigens: antigens.flatMap(vaccineAntigensOf),
  }
  const found = catalogProblems(catalog, vaccines)
  return found.length > 0
    ? { ok: false, problems: atSource(found, sourcePath) }
    : { ok: true, value: { catalog, vaccineLists } }
}

/** Reads one version. `others` are the versions it may be based on. */
export function readVersion(
  file: unknown,
  { catalog, vaccineLists }: ReadCatalog,
  others: readonly ReadVersion[],
  vaccines: Vaccines,
): PartResult<ReadVersion> {
  const base = baseOf(file, others)
  // With an unknown base the rest is read all the same, with any setting it may mean: all problems come together.
  const inherited = base === 'unknown' ? settingsOfAll(others) : (base?.settings ?? {})
  const early: readonly ScheduleProblem[] =
    base === 'unknown' ? [{ path: ['basedOn'], code: 'unknown-base', detail: '' }] : []
  const {
    file: expanded,
    problems,
    sourcePath,
    settings,
  } = expandLists(file, { settings: inherited, vaccineLists })
  // Nothing was put in: what follows from that would mislead.
  if (expanded === file) return { ok: false, problems: [...early, ...problems] }
  const parsed = versionFile.safeParse(expanded)
  const found = parsed.success
    ? atSource(versionProblems(parsed.data, catalog, vaccines), sourcePath)
    : shapeProblems(parsed.error.issues, sourcePath)
  const all = [...early, ...problems, ...found]
  if (base === 'unknown' || !parsed.success || all.length > 0) return { ok: false, problems: all }
  return { ok: true, value: { version: versionOf(parsed.data, base?.version ?? null), settings } }
}

function settingsOfAll(versions: readonly ReadVersion[]): Settings {
  return Object.assign({}, ...versions.map(({ settings }) => settings)) as Settings
}

function baseOf(file: unknown, others: readonly ReadVersion[]): ReadVersion | null | 'unknown' {
  const named = z.looseObject({ basedOn: z.string() }).safeParse(file)
  if (!named.success) return null
  return others.find(({ version }) => version.code === named.data.basedOn) ?? 'unknown'
}

function versionOf(
  { format: _format, antigens, notes, ...rest }: z.output<typeof versionFile>,
  base: ScheduleVersion | null,
): ScheduleVersion {
  const plans = new Map<string, AntigenPlan>(base?.antigens)
  for (const [code, own] of Object.entries(antigens)) {
    if (own) plans.set(code, { ...own, series: own.series.map(it => withVersion(it, rest.code)) })
    else plans.delete(code)
  }
  return { ...rest, notes: notes ?? base?.notes ?? [], antigens: plans }
}

function versionProblems(
  version: z.output<typeof versionFile>,
  catalog: ScheduleCatalog,
  vaccines: Vaccines,
): readonly ScheduleProblem[] {
  const { antigens, campaigns, confirmation, confirmedBy } = version
  const known = new Set(catalog.antigens.map(({ code }) => code))
  const unknown = (code: string, path: ScheduleProblem['path']): readonly ScheduleProblem[] =>
    known.has(code) ? [] : [{ path, code: 'unknown-antigen', detail: code }]
  return [
    ...contradictions(version, []),
    ...campaigns.flatMap((campaign, index) => [
      ...contradictions(campaign, ['campaigns', index]),
      ...campaign.antigens.flatMap((code, at) => unknown(code, ['campaigns', index, 'antigens', at])),
    ]),
    ...(confirmation === 'confirmed' && confirmedBy === null
      ? [{ path: ['confirmedBy'], code: 'confirmed-by-nobody', detail: '' } as const]
      : []),
    ...Object.entries(antigens).flatMap(([code, own]) => [
      ...unknown(code, ['antigens', code]),
      ...(own && known.has(code) ? planProblems(code, own, version.kind, { ...catalog, vaccines }) : []),
    ]),
    ...sharedCodes(antigens),
  ]
}

function planProblems(
  antigen: string,
  own: z.output<typeof plan>,
  kind: ScheduleVersion['kind'],
  known: ScheduleCatalog & { readonly vaccines: Vaccines },
): readonly ScheduleProblem[] {
  const all = own.series.map(it => withVersion(it, ''))
  const path = ['antigens', antigen, 'series']
  const groups = new Set(all.map(({ group }) => group))
  return [
    ...seriesProblems(antigen, all, known, path),
    ...orderProblems(all, path),
    // A supplement may wait for a group that the programme has.
    ...(kind === 'programme' ? groupProblems(all, groups, path) : []),
  ]
}

/** Series of two antigens under one code; within one antigen `seriesProblems` sees it. */
function sharedCodes(antigens: z.output<typeof versionFile>['antigens']): readonly ScheduleProblem[] {
  const all = Object.entries(antigens).flatMap(([antigen, own]) =>
    (own?.series ?? []).map(({ code }, index) => ({ antigen, code, index })),
  )
  return all.flatMap(({ antigen, code, index }, place) =>
    all.slice(0, place).some(earlier => earlier.code === code && earlier.antigen !== antigen)
      ? [
          {
            path: ['antigens', antigen, 'series', index, 'code'],
            code: 'stands-twice',
            detail: code,
          } as const,
        ]
      : [],
  )
}

function atSource(
  problems: readonly ScheduleProblem[],
  sourcePath: (path: ScheduleProblem['path']) => ScheduleProblem['path'],
): readonly ScheduleProblem[] {
  return problems.map(problem => ({ ...problem, path: sourcePath(problem.path) }))
}

/** The versions of a catalog, each after the one it is based on. Throws ScheduleFileError. */
export function readVersions(
  catalog: ReadCatalog,
  files: readonly unknown[],
  vaccines: Vaccines,
): readonly ReadVersion[] {
  const read: ReadVersion[] = []
  let waiting = files
  while (waiting.length > 0) {
    const ready = waiting.filter(file => baseOf(file, read) !== 'unknown')
    if (ready.length === 0)
      throw new ScheduleFileError([{ path: ['basedOn'], code: 'unknown-base', detail: '' }])
    for (const file of ready) {
      const result = readVersion(file, catalog, read, vaccines)
      if (!result.ok) throw new ScheduleFileError(result.problems)
      read.push(result.value)
    }
    waiting = waiting.filter(file => !ready.includes(file))
  }
  return read
}

/** A book of versions; of two programmes with one code the later in the list counts. */
export function bookOf({ catalog }: ReadCatalog, all: readonly ReadVersion[]): ScheduleBook {
  const versions = all.map(({ version }) => version)
  const last = versions.filter(
    (it, index) => versions.findLastIndex(({ code }) => code === it.code) === index,
  )
  return { catalog, versions: last.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)) }
}
