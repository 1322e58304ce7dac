import type { CalendarDay } from '../../calendar/calendar-day'
import type { HandbookList } from '../../maternal/handbook-words'
import type { MeasureName } from './codes'
import { encounterReason } from './encounter'
import { coding, concept, type Fields, filled, make, reference, tidy, toResource } from './make'
import type { Json, RecordState, WireContext, WireReference, WireResource } from './wire'

const categories = 'http://terminology.hl7.org/CodeSystem/observation-category'
const actCodes = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'
const units = 'http://unitsofmeasure.org'
const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality'

/** Units as they are shown where UCUM writes them another way. */
const shown: Readonly<Record<string, string>> = { Cel: '°C', 'mm[Hg]': 'mmHg', '/min': '/phút', d: 'ngày' }

/** One moment of the handbook: whose it is, when, and who wrote it. */
export type Moment = {
  readonly state: RecordState
  /** Whom it is about. */
  readonly personId: string
  readonly on: CalendarDay
  readonly byUserId: string | null
  readonly byName: string | null
  readonly encounter: WireReference | null
}

/** The address of the codes of the handbook that nobody else has. */
export function ownSystem({ codes }: WireContext, list?: HandbookList | 'answer'): string {
  return `${codes.systems.record}:handbook${list === undefined ? '' : `:${list}`}`
}

/** What a measure is called: by everybody's code where there is one, else by ours. */
export function called(knows: WireContext, name: MeasureName | OwnName, text: string): Json {
  const known = (
    knows.codes.measures as Readonly<Record<string, { system: string; code: string; display: string }>>
  )[name]
  return concept(
    [known ? coding(known.system, known.code, known.display) : coding(ownSystem(knows), name)],
    text,
  )
}

/** A name of our own: letters and hyphens, never given again for something else. */
export type OwnName = `own-${string}`

/** A number with its UCUM unit. */
export function quantity(value: number, unit: string): Json {
  return { value, unit: shown[unit] ?? unit, system: units, code: unit }
}

/** Parts of a finding; what was not measured or asked gives none. */
export type Parts = readonly Json[]

/** A measured number. */
export function measured(
  knows: WireContext,
  name: MeasureName | OwnName,
  text: string,
  value: number | null,
  unit: string,
): Parts {
  return value === null ? [] : [{ code: called(knows, name, text), valueQuantity: quantity(value, unit) }]
}

/** A count without a unit. */
export function counted(
  knows: WireContext,
  name: MeasureName | OwnName,
  text: string,
  value: number | null,
): Parts {
  return value === null ? [] : [{ code: called(knows, name, text), valueInteger: value }]
}

/** Yes or no, or words. */
export function said(
  knows: WireContext,
  name: MeasureName | OwnName,
  text: string,
  value: boolean | string | null,
): Parts {
  if (typeof value === 'boolean') return [{ code: called(knows, name, text), valueBoolean: value }]
  const words = tidy(value)
  return words === undefined ? [] : [{ code: called(knows, name, text), valueString: words }]
}

/** A day, or a moment of it. */
export function dated(
  knows: WireContext,
  name: MeasureName | OwnName,
  text: string,
  day: string | null,
): Parts {
  return day === null ? [] : [{ code: called(knows, name, text), valueDateTime: day }]
}

/** One of our own codes as the answer. */
export function chosen(
  knows: WireContext,
  name: MeasureName | OwnName,
  text: string,
  code: string | null,
): Parts {
  if (code === null) return []
  const value = concept([coding(ownSystem(knows, 'answer'), code)])
  return [{ code: called(knows, name, text), valueCodeableConcept: value }]
}

/** Each code of a list that was found, in the order of the codes so that one state is always written the same way. */
export function listed(knows: WireContext, list: HandbookList, codes: readonly string[]): Parts {
  return [...new Set(codes)].toSorted().map(code => ({ code: codeOf(knows, list, code), valueBoolean: true }))
}

/** The answer to each code of a list: white, yellow, yes, not-yet, normal, refer. */
export function answered(
  knows: WireContext,
  list: HandbookList,
  answers: Readonly<Record<string, string>>,
): Parts {
  return Object.entries(answers)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, answer]) => ({
      code: codeOf(knows, list, code),
      valueCodeableConcept: concept([coding(ownSystem(knows, 'answer'), answer)]),
    }))
}

function codeOf(knows: WireContext, list: HandbookList, code: string): Json {
  const words = knows.handbook.words(list, code)
  return concept([coding(ownSystem(knows, list), code, words)], words)
}

/** An Observation of a moment: the vital sign itself, or a panel of findings. */
export function observed(knows: WireContext, moment: Moment, part: string, fields: Fields): WireResource {
  const { state, on, encounter } = moment
  const patient = toResource('Patient', 'person', moment.personId)
  const by = writerOf(knows, moment)
  const performer = by ? reference(by, tidy(moment.byName)) : nameAlone(moment.byName)
  return make(knows.codes, {
    type: 'Observation',
    state,
    part,
    references: [patient, encounter, by],
    fields: {
      status: state.voided ? 'entered-in-error' : 'final',
      subject: reference(patient),
      encounter: encounter ? reference(encounter) : undefined,
      effectiveDateTime: on,
      performer: performer === undefined ? undefined : [performer],
      ...fields,
    },
  })
}

/** A vital sign as R4 asks for it: an Observation of its own. */
export function vital(
  knows: WireContext,
  moment: Moment,
  name: MeasureName,
  text: string,
  value: number | null,
  unit: string,
): readonly WireResource[] {
  if (value === null) return []
  const fields = {
    category: [concept([coding(categories, 'vital-signs', 'Vital Signs')])],
    code: called(knows, name, text),
    valueQuantity: quantity(value, unit),
  }
  return [observed(knows, moment, name, fields)]
}

/** Blood pressure: one Observation of two parts. */
export function pressure(
  knows: WireContext,
  moment: Moment,
  { systolic, diastolic }: { readonly systolic: number | null; readonly diastolic: number | null },
): readonly WireResource[] {
  const parts = [
    ...measured(knows, 'systolic', 'Huyết áp tâm thu', systolic, 'mm[Hg]'),
    ...measured(knows, 'diastolic', 'Huyết áp tâm trương', diastolic, 'mm[Hg]'),
  ]
  if (parts.length === 0) return []
  const fields = {
    category: [concept([coding(categories, 'vital-signs', 'Vital Signs')])],
    code: called(knows, 'blood-pressure', 'Huyết áp'),
    component: parts,
  }
  return [observed(knows, moment, 'blood-pressure', fields)]
}

/** Marks what says that somebody has HIV or syphilis: shown to as few as possible. */
export const restricted: Fields = { meta: { security: [coding(confidentiality, 'R', 'restricted')] } }

type Panel = {
  readonly name: OwnName
  readonly text: string
  readonly parts: Parts
  readonly note?: readonly (string | null)[]
  /** Tests about which the law asks for more care: HIV, syphilis. */
  readonly isRestricted?: boolean
}

/** Everything else of a moment in one Observation, part by part; none where nothing was found or said. */
export function findings(
  knows: WireContext,
  moment: Moment,
  { name, text, parts, note = [], isRestricted = false }: Panel,
): readonly WireResource[] {
  const notes = note.flatMap(each => tidy(each) ?? [])
  if (parts.length === 0 && notes.length === 0) return []
  const fields = {
    ...(isRestricted ? restricted : {}),
    category: [concept([coding(categories, 'exam', 'Exam')])],
    code: called(knows, name, text),
    component: filled(parts),
    note: filled(notes.map(each => ({ text: each }))),
  }
  return [observed(knows, moment, 'findings', fields)]
}

type Meeting = {
  readonly moment: Omit<Moment, 'encounter'>
  readonly kind: OwnName
  readonly text: string
  /** How they met, by HL7's ActCode. */
  readonly way?: 'AMB' | 'IMP' | 'HH' | 'FLD'
  /** Null: here. */
  readonly placeName: string | null
  readonly episode: WireReference | null
}

const ways = { AMB: 'ambulatory', IMP: 'inpatient encounter', HH: 'home health', FLD: 'field' } as const

/** The Encounter of a row of the handbook. */
export function meetingOf(knows: WireContext, meeting: Meeting): WireResource {
  const { moment, kind, text, way = 'AMB', episode } = meeting
  const patient = toResource('Patient', 'person', moment.personId)
  const isHere = meeting.placeName === null && knows.pointId !== null
  const organization = isHere ? toResource('Organization', 'point', knows.pointId ?? '') : null
  const location = isHere ? toResource('Location', 'point', knows.pointId ?? '') : null
  const where = location ? reference(location) : nameAlone(meeting.placeName)
  return make(knows.codes, {
    type: 'Encounter',
    state: moment.state,
    references: [patient, episode, organization, location],
    fields: {
      status: moment.state.voided ? 'entered-in-error' : 'finished',
      class: coding(actCodes, way, ways[way]),
      type: [concept([coding(ownSystem(knows), kind)], text)],
      subject: reference(patient),
      episodeOfCare: episode ? [reference(episode)] : undefined,
      period: { start: moment.on, end: moment.on },
      diagnosis: encounterReason(text),
      location: where === undefined ? undefined : [{ location: where }],
      serviceProvider: organization ? reference(organization) : undefined,
    },
  })
}

/** What a moment's observations refer to. */
export function encounterRef({ noun, id }: RecordState): WireReference {
  return toResource('Encounter', noun, id)
}

/** Who wrote it, where the register knows them. */
function writerOf(knows: WireContext, { byUserId }: Moment): WireReference | null {
  return byUserId !== null && knows.find('user', byUserId)
    ? toResource('Practitioner', 'user', byUserId)
    : null
}

function nameAlone(name: string | null): Json {
  const display = tidy(name)
  return display === undefined ? undefined : { display }
}
