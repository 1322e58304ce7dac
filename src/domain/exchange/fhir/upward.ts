import type { ProvinceCodes } from './codes'
import type { Json } from './wire'

/*
 * Names that what goes upward, and what is answered to it, is known by: reports, how a point stands, difficulties.
 */

/** What a Task of ours is about. */
export const taskKinds = ['difficulty', 'difficulty-answer', 'report-answer'] as const
export type TaskKind = (typeof taskKinds)[number]

export function taskSystem({ systems }: ProvinceCodes): string {
  return `${systems.record}:task`
}

/** The canonical of a form: `…/Measure/epi-month|draft-1`. How a point stands is `point-status`. */
export function measureOf({ systems }: ProvinceCodes, formId: string, version: string): string {
  return `${systems.record}/Measure/${formId}|${version}`
}

/** Form and version of a canonical of ours; null where it is none. */
export function formOfMeasure(
  { systems }: ProvinceCodes,
  measure: string | null,
): { readonly formId: string; readonly version: string } | null {
  const start = `${systems.record}/Measure/`
  if (!measure?.startsWith(start)) return null
  const [formId = '', version = ''] = measure.slice(start.length).split('|')
  return formId === '' ? null : { formId, version }
}

/** The address of an extension of what goes upward. */
export function upwardUrl({ systems }: ProvinceCodes, name: string): string {
  return `${systems.record}:upward:${name}`
}

/** How many of something a group says. */
export function population(name: string, count: number): Json {
  return { code: { text: name }, count }
}
