import { vietnamDayOf } from '../../calendar/calendar-day'
import type { Reaction } from '../../session/visit'
import { coding, concept, type Fields, filled, makeTagged, reference, tidy, toResource } from './make'
import type { Json, RecordState, WireContext, WireReference, WireResource } from './wire'

const seriousness = 'http://terminology.hl7.org/CodeSystem/adverse-event-seriousness'
const outcomes = 'http://terminology.hl7.org/CodeSystem/adverse-event-outcome'

const kinds = {
  common: { text: 'Phản ứng thông thường', serious: 'Non-serious' },
  severe: { text: 'Tai biến nặng sau tiêm chủng', serious: 'Serious' },
  other: { text: 'Phản ứng khác', serious: 'Non-serious' },
} as const

const reactionOutcomes: Readonly<Record<Reaction['outcome'], string>> = {
  observing: 'ongoing',
  recovered: 'resolved',
  referred: 'ongoing',
  sequelae: 'resolvedWithSequelae',
  died: 'fatal',
}

/** Outcomes of the case form, in the words of R4; others are said to be unknown. */
const caseOutcomes: Readonly<Record<string, string>> = {
  recovered: 'resolved',
  recovering: 'recovering',
  'not-recovered': 'ongoing',
  sequelae: 'resolvedWithSequelae',
  died: 'fatal',
}

type Event = {
  readonly personId: string
  readonly visitId: string | null
  readonly doseIds: readonly string[]
}

/** What followed a dose, as the observer or the family told it. */
export function reactionOf(state: RecordState<'reaction'>, knows: WireContext): WireResource {
  const { value } = state
  const kind = kinds[value.kind]
  const own = `${knows.codes.systems.record}:reaction`
  const onset = value.onsetAccuracy === 'day' ? vietnamDayOf(value.onsetAt) : value.onsetAt
  const signs = value.signs.map(sign => coding(`${own}:sign`, sign))
  const details = [
    detail(`${own}:treatment`, value.treatment),
    detail(`${own}:note`, value.note),
    detail(`${own}:reported-by`, value.reportedBy),
    value.temperatureC === null
      ? []
      : [
          {
            url: `${own}:temperature`,
            valueQuantity: {
              value: value.temperatureC,
              unit: '°C',
              system: 'http://unitsofmeasure.org',
              code: 'Cel',
            },
          },
        ],
  ].flat()
  return adverseEvent(state, knows, {
    category: [concept([coding(`${own}:kind`, value.kind)], kind.text)],
    event: concept(signs, kind.text),
    date: onset,
    seriousness: concept([coding(seriousness, kind.serious)]),
    outcome: concept([coding(outcomes, reactionOutcomes[value.outcome])]),
    extension: details,
  })
}

/** The case of a severe event: its number, what the form says, who was told and when. */
export function caseOf(state: RecordState<'aefi-case'>, knows: WireContext): WireResource {
  const { value } = state
  const own = `${knows.codes.systems.record}:aefi-case`
  const facts = inOrder(Object.entries(value.facts)).map(([field, said]) => pair(`${own}:fact`, field, said))
  const told = [
    { to: 'health-department', report: value.toldHealthDepartment },
    { to: 'provincial-cdc', report: value.toldProvincialCdc },
  ].flatMap(({ to, report }) => (report ? [pair(`${own}:reported`, to, report.at)] : []))
  return adverseEvent(state, knows, {
    category: [concept([coding(`${own}:step`, value.step)], 'Tai biến nặng sau tiêm chủng')],
    event: concept([coding(`${own}:number`, value.caseNumber)], 'Tai biến nặng sau tiêm chủng'),
    date: value.sessionOn ?? undefined,
    detected: value.knownAt,
    seriousness: concept([coding(seriousness, 'Serious')]),
    outcome: concept([coding(outcomes, caseOutcomes[value.facts.outcome ?? ''] ?? 'unknown')]),
    extension: [
      { url: `${own}:reaction`, valueString: value.reactionId },
      ...facts.filter(each => each !== null),
      ...doseFactsOf(value, `${own}:dose-fact`),
      ...told.filter(each => each !== null),
    ],
  })
}

/** R4 gives an AdverseEvent no status: one that was a mistake carries a modifier that says so. */
function adverseEvent(
  state: RecordState<'reaction'> | RecordState<'aefi-case'>,
  knows: WireContext,
  fields: Fields,
): WireResource {
  const event: Event = state.value
  const patient = toResource('Patient', 'person', event.personId)
  const encounter = event.visitId === null ? null : toResource('Encounter', 'visit', event.visitId)
  const location = knows.pointId === null ? null : toResource('Location', 'point', knows.pointId)
  const recorder = state.createdBy === null ? null : toResource('Practitioner', 'user', state.createdBy)
  const doses = event.doseIds.map((id): WireReference => toResource('Immunization', 'dose', id))
  const modifier = `${knows.codes.systems.record}:entered-in-error`
  return makeTagged(knows.codes, {
    type: 'AdverseEvent',
    state,
    references: [patient, encounter, location, recorder, ...doses],
    fields: {
      actuality: 'actual',
      subject: reference(patient),
      encounter: encounter ? reference(encounter) : undefined,
      recordedDate: state.createdAt,
      location: location ? reference(location) : undefined,
      recorder: recorder ? reference(recorder) : undefined,
      suspectEntity: filled(doses.map(dose => ({ instance: reference(dose) }))),
      modifierExtension: state.voided
        ? [{ url: modifier, valueString: tidy(state.reason) ?? 'Ghi nhầm' }]
        : undefined,
      ...fields,
    },
  })
}

function detail(url: string, text: string | null | undefined): readonly Json[] {
  const said = tidy(text)
  return said === undefined ? [] : [{ url, valueString: said }]
}

function pair(url: string, name: string, text: string): Json {
  const said = tidy(text)
  if (said === undefined) return null
  return {
    url,
    extension: [
      { url: 'name', valueCode: name },
      { url: 'value', valueString: said },
    ],
  }
}

/** What the form says of each dose, by the dose's id. */
function doseFactsOf({ doseFacts }: RecordState<'aefi-case'>['value'], url: string): readonly Json[] {
  return inOrder(Object.entries(doseFacts)).flatMap(([doseId, facts]) =>
    inOrder(Object.entries(facts)).flatMap(([field, text]) => {
      const said = tidy(text)
      if (said === undefined) return []
      const parts = [
        { url: 'dose', valueString: doseId },
        { url: 'name', valueCode: field },
        { url: 'value', valueString: said },
      ]
      return [{ url, extension: parts }]
    }),
  )
}

/** By name, so that one state is always written the same way. */
function inOrder<T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
