import type { PointStatus } from '../../supervision/point-status'
import { make, reference, toResource } from './make'
import { measureOf, population, upwardUrl } from './upward'
import type { Json, RecordState, WireContext, WireResource } from './wire'

/** Form and version under which a point says how it stands. */
export const pointStatusForm = { id: 'point-status', version: '1' } as const

/** Numbers of it; one that nobody has said is not written. */
export const statusCounts = [
  'accounts',
  'trainedStaff',
  'people',
  'infants',
  'births',
  'doses',
  'dosesOnPaper',
  'suspectedDuplicates',
  'reportsDue',
  'reportsLate',
  'openDifficulties',
] as const satisfies readonly (keyof PointStatus)[]

export const statusReadiness = [
  'computer',
  'printer',
  'internet',
  'power',
] as const satisfies readonly (keyof PointStatus)[]

/** How this point stands: a MeasureReport of one group, with what is no number in extensions. Decision 0045. */
export function pointStatusResources(
  state: RecordState<'point-status'>,
  knows: WireContext,
): readonly WireResource[] {
  if (knows.pointId === null) return []
  const { value } = state
  const organization = toResource('Organization', 'point', knows.pointId)
  const counts = statusCounts.flatMap(name => {
    const count = value[name]
    return count === null ? [] : [population(name, count)]
  })
  return [
    make(knows.codes, {
      type: 'MeasureReport',
      state,
      references: [organization],
      fields: {
        extension: [{ url: upwardUrl(knows.codes, 'status'), extension: wordsOf(value) }],
        status: 'complete',
        type: 'summary',
        measure: measureOf(knows.codes, pointStatusForm.id, pointStatusForm.version),
        date: value.at,
        reporter: reference(organization),
        period: { start: value.on, end: value.on },
        group: [{ code: { text: 'status' }, population: counts }],
      },
    }),
  ]
}

function wordsOf(value: PointStatus): readonly Json[] {
  const dated = (url: string, day: string | null): readonly Json[] =>
    day === null ? [] : [{ url, valueDate: day }]
  const timed = (url: string, at: string | null): readonly Json[] =>
    at === null ? [] : [{ url, valueInstant: at }]
  const said = value.internetKind?.normalize('NFC').trim()
  return [
    { url: 'appVersion', valueString: value.appVersion },
    ...statusReadiness.map(name => ({ url: name, valueCode: value[name] })),
    ...(said ? [{ url: 'internetKind', valueString: said }] : []),
    { url: 'hasStock', valueBoolean: value.hasStock },
    ...dated('startedOn', value.startedOn),
    ...dated('lastSupervisedOn', value.lastSupervisedOn),
    ...timed('oldestUnsentAt', value.oldestUnsentAt),
    ...timed('answeredAt', value.answeredAt),
  ]
}
