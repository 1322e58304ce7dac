import type { ErrorCode, ProblemParams } from '../../../src/contract/errors'
import type { ScheduleFileProblem } from '../../../src/contract/schedule-calls'
import type { ScheduleProblem } from '../../../src/contract/schedule-problems'
import { nearestWord } from '../../../src/domain/exchange/nearest-word'
import type { JsonFault, PlacedJson } from '../../../src/domain/exchange/placed-json'

/** Words that a misspelt one may have meant. */
export type KnownWords = {
  /** The file's own version. */
  readonly code: string
  readonly fields: ReadonlySet<string>
  readonly lists: readonly string[]
  readonly vaccines: readonly string[]
  readonly antigens: readonly string[]
  readonly versions: ReadonlySet<string>
}

type Wording = { readonly code: ErrorCode; readonly params: ProblemParams }
type Wordings = {
  readonly [Code in ScheduleProblem['code']]: (found: Found, known: KnownWords) => Wording
}
/** A problem with what stands in the file at its place. */
type Found = {
  readonly path: ScheduleProblem['path']
  readonly detail: string
  readonly value: string
  readonly sibling: (field: string) => string
}

const wordings: Wordings = {
  'unknown-field': ({ detail: name }, { fields }) => ({
    code: 'schedule-file.unknown-field',
    params: { name, suggestion: nearestWord(name, fields) },
  }),
  'missing-field': ({ detail: name }) => ({ code: 'schedule-file.missing-field', params: { name } }),
  'wrong-type': ({ path, detail, value }) => ({
    code: 'schedule-file.wrong-type',
    params: { name: nameOf(path), expected: path.at(-1) === 'from' ? 'from' : detail, value },
  }),
  'bad-choice': ({ path, detail, value }) => ({
    code: 'schedule-file.bad-choice',
    params: { name: nameOf(path), value, choices: detail },
  }),
  'out-of-range': ({ path, detail, value }) => ({
    code: 'schedule-file.bad-number',
    params: { name: nameOf(path), value, lowest: detail },
  }),
  empty: ({ path }) => ({ code: 'schedule-file.empty', params: { name: nameOf(path) } }),
  'not-an-offset': ({ value }) => ({ code: 'schedule-file.bad-span', params: { value } }),
  'not-a-day': ({ value }) => ({ code: 'schedule-file.bad-day', params: { value } }),
  'stray-brace': ({ value }) => ({ code: 'schedule-file.stray-brace', params: { value } }),
  'not-an-alternative': ({ path, value, sibling }) => ({
    code: 'schedule-file.bad-setting',
    params: { name: String(path[1] ?? ''), value, choices: sibling('alternatives') },
  }),
  'unknown-list': ({ detail: value }, { lists }) => ({
    code: 'schedule-file.unknown-list',
    params: { value, suggestion: nearestWord(value, lists) },
  }),
  'unknown-vaccine': ({ detail: value }, { vaccines }) => ({
    code: 'schedule-file.unknown-vaccine',
    params: { value, suggestion: nearestWord(value, vaccines) },
  }),
  'unknown-antigen': ({ detail: value }, { antigens }) => ({
    code: 'schedule-file.unknown-antigen',
    params: { value, suggestion: nearestWord(value, antigens) },
  }),
  'unknown-base': ({ value }, { code, versions }): Wording =>
    value === code || versions.has(value)
      ? { code: 'schedule-file.based-on-itself', params: { value } }
      : {
          code: 'schedule-file.unknown-version',
          params: { value, suggestion: nearestWord(value, versions), choices: [...versions].join(', ') },
        },
  'unknown-group': ({ detail: value }) => ({ code: 'schedule-file.unknown-group', params: { value } }),
  'stands-twice': ({ detail: value }) => ({ code: 'schedule-file.code-taken', params: { value } }),
  'not-counted': ({ detail: value }) => ({ code: 'schedule-file.unknown-vaccine', params: { value } }),
  'not-contained': ({ path, detail: value }) => ({
    code: 'schedule-file.vaccine-lacks-antigen',
    params: { value, antigen: String(path[1] ?? '') },
  }),
  'interval-target': ({ path, detail: target }) => ({
    code: 'schedule-file.interval-from-later',
    params: { target, dose: Number(path[path.indexOf('doses') + 1]) + 1 },
  }),
  'risk-without-indication': ({ detail: value }) => ({
    code: 'schedule-file.risk-without-indication',
    params: { value },
  }),
  'confirmed-by-nobody': () => ({ code: 'schedule-file.confirmed-by-nobody', params: {} }),
  order: ({ detail, value: laterValue, sibling }) => {
    const [earlier = '', later = ''] = detail.split(' > ')
    return {
      code: 'schedule-file.out-of-order',
      params: { earlier, earlierValue: sibling(earlier), later, laterValue },
    }
  },
}

/** What the reader found, each with its line and a sentence's code; in the order of the file. */
export function placedProblems(
  problems: readonly ScheduleProblem[],
  json: PlacedJson,
  known: KnownWords,
): readonly ScheduleFileProblem[] {
  return problems
    .map(({ path, code, detail }): ScheduleFileProblem => {
      const value = (at: ScheduleProblem['path']) => asText(valueAt(json.value, at))
      const sibling = (field: string) => value([...path.slice(0, -1), field])
      const { code: errorCode, params } = wordings[code]({ path, detail, value: value(path), sibling }, known)
      const isAtName = code === 'unknown-field' || (code === 'unknown-antigen' && path[0] === 'antigens')
      const place = json.placeOf(path, isAtName ? 'name' : 'value')
      return { code: errorCode, field: path.join('.'), params: { ...params, line: place.line }, ...place }
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
}

/** Why a text is no JSON. */
export function faultProblems(faults: readonly JsonFault[]): readonly ScheduleFileProblem[] {
  return faults.map(fault => {
    const { place, found } = fault
    const at = { field: null, ...place }
    if (fault.kind === 'name-twice') {
      const params = { line: place.line, name: found, firstLine: fault.firstLine }
      return { code: 'schedule-file.name-twice', params, ...at }
    }
    const params = { line: place.line, expected: fault.kind, found, openedOnLine: fault.openedOnLine }
    return { code: 'schedule-file.bad-syntax', params, ...at }
  })
}

/** The field that a path leads to; of an entry of a list the list. */
function nameOf(path: ScheduleProblem['path']): string {
  return String(path.findLast(step => typeof step === 'string') ?? '')
}

function valueAt(value: unknown, path: ScheduleProblem['path']): unknown {
  return path.reduce<unknown>(
    (here, step) => (here !== null && typeof here === 'object' ? Reflect.get(here, step) : undefined),
    value,
  )
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(', ')
  if (value === undefined || value === null) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
