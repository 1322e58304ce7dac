import type { CalendarDay } from '../../calendar/calendar-day'
import type { ForecastStatus } from '../../schedule/chart-types'
import { type KeptDose, type KeptForecast, keptStatusOn } from '../../schedule/kept-forecast'
import type {
  Assessment,
  DoseEvaluation,
  EvaluationStatus,
  SeriesAssessment,
} from '../../schedule/result-types'
import { dayCodes, forecastConcept, judgementConcept, reasonConcept, targetsOf } from './derived-codes'
import { coding, concept, filled, make, reference, tidy, toResource } from './make'
import type { EntryStamp, Json, RecordState, WireContext, WireReference, WireResource } from './wire'

/*
 * What follows from a person's facts and the schedule of a day. It is sent for those who have no schedule of their own,
 * after the facts, and never read back as one. Decision 0027.
 */

/** A person's forecast and judgements as of a day. */
export type Derived = {
  readonly person: RecordState<'person'>
  readonly on: CalendarDay
  readonly kept: KeptForecast
  readonly assessment: Assessment
  /** The newest entry about this person: what the derived resources end with. */
  readonly entry: EntryStamp
}

type Knows = Pick<WireContext, 'codes' | 'pointId'>

/** What a person still needs, with its days, and what is closed; null where the schedule says nothing of them. */
export function recommendationOf(derived: Derived, knows: Knows): WireResource | null {
  const { person, on, kept, assessment, entry } = derived
  const open = uniqueDoses(kept)
  const closed = closedOf(assessment, open)
  const recommendation = [
    ...open.map(dose => openDose(dose, on, knows)),
    ...closed.map(each => closedDose(each, knows)),
  ]
  if (recommendation.length === 0) return null
  const patient = toResource('Patient', 'person', person.id)
  const authority = authorityOf(knows)
  return asDerived(
    make(knows.codes, {
      type: 'ImmunizationRecommendation',
      state: { noun: 'person', id: person.id, entry },
      references: [patient, authority],
      fields: {
        patient: reference(patient),
        date: on,
        authority: authority ? reference(authority) : undefined,
        recommendation,
      },
    }),
  )
}

/** A dose that serves several rows of the matrix stands in each of them. */
function uniqueDoses({ rows }: KeptForecast): readonly KeptDose[] {
  const doses = rows.flatMap(row => row.doses)
  return [...new Map(doses.map(dose => [`${dose.label.vi} ${dose.antigens.join('+')}`, dose])).values()]
}

function openDose(dose: KeptDose, on: CalendarDay, knows: Knows): Json {
  const { targetDisease, extension } = targetsOf(dose.antigens, knows)
  return {
    extension: filled(extension),
    targetDisease,
    forecastStatus: forecastConcept(keptStatusOn(dose, on), knows),
    dateCriterion: Object.entries(dayCodes).flatMap(([field, [code, display]]) => {
      const value = dose[field as keyof typeof dayCodes]
      return value === null ? [] : [{ code: concept([coding('http://loinc.org', code, display)]), value }]
    }),
    series: tidy(dose.label.vi),
    doseNumberPositiveInt: dose.doseNumber,
  }
}

type Closed = { readonly antigen: string; readonly status: ForecastStatus }

/** Antigens of which nothing more is due, with why. */
function closedOf({ antigens }: Assessment, open: readonly KeptDose[]): readonly Closed[] {
  const waiting = new Set(open.flatMap(dose => dose.antigens))
  return antigens
    .filter(({ antigen, isForecast }) => isForecast && !waiting.has(antigen))
    .flatMap(({ antigen, best }) => {
      const [first] = best
      const status = first ? closedStatus(first) : null
      return status === null ? [] : [{ antigen, status }]
    })
}

function closedStatus({ status }: SeriesAssessment): ForecastStatus | null {
  return status === 'not-complete' ? null : status
}

function closedDose({ antigen, status }: Closed, knows: Knows): Json {
  const { targetDisease } = targetsOf([antigen], knows)
  return { targetDisease, forecastStatus: forecastConcept(status, knows) }
}

/** The judgement of one dose: one resource, and another one where its antigens were judged differently. */
export function evaluationsOf(
  dose: RecordState<'dose'>,
  derived: Derived,
  knows: Knows,
): readonly WireResource[] {
  const groups = [...groupsOf(judgedIn(dose.id, derived.assessment)).values()]
  return groups.map((group, index) => {
    const [first] = group
    const part = index === 0 || !first ? undefined : first.status
    return evaluation(dose, group, part, derived, knows)
  })
}

const order: readonly EvaluationStatus[] = ['valid', 'substandard', 'not-valid', 'extraneous']

function groupsOf(evaluations: readonly DoseEvaluation[]): ReadonlyMap<EvaluationStatus, DoseEvaluation[]> {
  const groups = new Map<EvaluationStatus, DoseEvaluation[]>()
  for (const each of evaluations.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status)))
    groups.set(each.status, [...(groups.get(each.status) ?? []), each])
  return groups
}

/** One judgement for each antigen: that of the series which accepts the dose, where several speak for the antigen. */
function judgedIn(doseId: string, { antigens }: Assessment): readonly DoseEvaluation[] {
  return antigens.flatMap(({ best, relevant }) => {
    const all = (best.length > 0 ? best : relevant).flatMap(({ evaluations }) => evaluations)
    const [kindest] = all.filter(each => each.doseId === doseId).toSorted((a, b) => rankOf(a) - rankOf(b))
    return kindest ? [kindest] : []
  })
}

function rankOf({ status, reasons }: DoseEvaluation): number {
  const isForeign = reasons.some(({ code }) => code === 'vaccine-not-accepted')
  return order.indexOf(status) + (isForeign ? order.length : 0)
}

function evaluation(
  dose: RecordState<'dose'>,
  group: readonly DoseEvaluation[],
  part: string | undefined,
  { on, entry }: Derived,
  knows: Knows,
): WireResource {
  const [first] = group
  if (!first) throw new Error('a judgement without an antigen')
  const antigens = group.map(({ antigen }) => antigen)
  const numbers = new Set(group.map(({ targetDose }) => targetDose))
  const codes = new Set(group.flatMap(({ reasons }) => reasons.map(({ code }) => code)))
  const [number] = numbers
  return evaluationAs(dose, { part, antigens, on, entry }, knows, {
    status: 'completed',
    doseStatus: judgementConcept(first.status, knows),
    doseStatusReason: filled([...codes].map(code => reasonConcept(code, knows))),
    doseNumberPositiveInt: numbers.size === 1 && number ? number : undefined,
  })
}

/** What was judged and is no more: the dose was taken back, or all its antigens are judged alike by now. */
export function withdrawnEvaluation(dose: RecordState<'dose'>, about: About, knows: Knows): WireResource {
  return evaluationAs(dose, about, knows, {
    status: 'entered-in-error',
    doseStatus: judgementConcept('not-valid', knows),
  })
}

type About = {
  /** Tells apart two judgements of one dose. */
  readonly part: string | undefined
  readonly antigens: readonly string[]
  readonly on: CalendarDay
  readonly entry: EntryStamp
}

function evaluationAs(
  dose: RecordState<'dose'>,
  { part, antigens, on, entry }: About,
  knows: Knows,
  fields: { readonly [field: string]: Json },
): WireResource {
  const patient = toResource('Patient', 'person', dose.value.personId)
  const event = toResource('Immunization', 'dose', dose.id)
  const authority = authorityOf(knows)
  const { targetDisease, extension } = targetsOf(antigens, knows)
  return asDerived(
    make(knows.codes, {
      type: 'ImmunizationEvaluation',
      state: { noun: 'dose', id: dose.id, entry },
      ...(part === undefined ? {} : { part }),
      references: [patient, event, authority],
      fields: {
        patient: reference(patient),
        date: on,
        authority: authority ? reference(authority) : undefined,
        targetDisease,
        extension: filled(extension),
        immunizationEvent: reference(event),
        ...fields,
      },
    }),
  )
}

function authorityOf({ pointId }: Knows): WireReference | null {
  return pointId === null ? null : toResource('Organization', 'point', pointId)
}

function asDerived(wire: WireResource): WireResource {
  return { ...wire, isDerived: true }
}

/** What a derived resource says, without when it was made and with which entry it ends: alike means not sent again. */
export function saidBy({ resource }: WireResource): Json {
  const { date: _date, extension, ...rest } = resource
  return { ...rest, extension: (extension as readonly Json[]).slice(1) }
}
