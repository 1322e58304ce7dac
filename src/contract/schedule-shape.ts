import type { z } from 'zod'
import type { Series, SeriesDose, VaccineAntigen } from '../domain/schedule/schedule-types'
import type { ScheduleProblem } from './schedule-problems'
import type { antigenVaccines, series } from './schedule-schema'

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string; readonly code?: string }

/** Issues of the shape as problems at their place in the file as it was written. */
export function shapeProblems(
  issues: readonly Issue[],
  sourcePath: (path: ScheduleProblem['path']) => ScheduleProblem['path'],
): readonly ScheduleProblem[] {
  return issues.map(({ path, message, code }) => ({
    path: sourcePath(path.map(step => (typeof step === 'symbol' ? step.toString() : step))),
    code: code !== 'custom' ? 'shape' : message.startsWith('not an offset') ? 'not-an-offset' : 'not-a-day',
    detail: message,
  }))
}

/** The rows of a series, signed with the version they stand in. */
export function withVersion({ doses, ...rest }: z.output<typeof series>, version: string): Series {
  return { ...rest, doses: doses.map((dose): SeriesDose => ({ ...dose, version, formerly: [] })) }
}

/** The products of one antigen as rows of the association. */
export function vaccineAntigensOf(antigen: {
  readonly code: string
  readonly vaccines: z.output<typeof antigenVaccines>
}): readonly VaccineAntigen[] {
  return antigen.vaccines.map(row =>
    typeof row === 'string'
      ? { vaccine: row, antigen: antigen.code, beginAge: null, endAge: null }
      : { ...row, antigen: antigen.code },
  )
}
