import { type Instant, instantOf, isCalendarDay } from '../../calendar/calendar-day'
import type { Reaction, ReactionKind } from '../../session/visit'
import type { ArrivedReaction, Unreadable } from './arrived'
import {
  codeIn,
  extensionOf,
  headOf,
  instantIn,
  numberOf,
  partOf,
  partsOf,
  type Read,
  type ReadContext,
  resourceOf,
  textOf,
} from './read-fields'

const outcomeSystem = 'http://terminology.hl7.org/CodeSystem/adverse-event-outcome'
const outcomes: Readonly<Record<string, Reaction['outcome']>> = {
  ongoing: 'observing',
  recovering: 'observing',
  resolved: 'recovered',
  resolvedWithSequelae: 'sequelae',
  fatal: 'died',
}

/** A reaction after a dose; null for what is about something else, as the case a severe one opens. */
export function readAdverseEvent(resource: Read, context: ReadContext): ArrivedReaction | Unreadable | null {
  const own = `${context.codes.systems.record}:reaction`
  const kind = partsOf(resource.category).flatMap(each => codeIn(each, `${own}:kind`) ?? [])[0]
  if (kind !== 'common' && kind !== 'severe' && kind !== 'other') return null
  const head = headOf(resource, context)
  const refused = {
    resource: `AdverseEvent/${textOf(resource.id) ?? ''}`,
    lastUpdated: head?.lastUpdated ?? '',
  }
  if (head === null) return { ...refused, why: 'not-ours' }
  const patient = resourceOf(resource.subject)
  if (patient === null) return { ...refused, why: 'no-patient' }
  const onset = onsetOf(resource.date)
  if (onset === null) return { ...refused, why: 'no-onset' }
  const modifier = `${context.codes.systems.record}:entered-in-error`
  return {
    noun: 'reaction',
    ...head,
    patient,
    reaction: reactionOf(resource, kind, onset, own),
    doses: partsOf(resource.suspectEntity).flatMap(({ instance }) => resourceOf(instance) ?? []),
    placeName: textOf(partOf(resource.location).display),
    byName: textOf(partOf(resource.recorder).display),
    removed: partsOf(resource.modifierExtension).some(({ url }) => url === modifier),
  }
}

type Onset = Pick<Reaction, 'onsetAt' | 'onsetAccuracy'>

/** A moment; where only the day is known, its first moment here. */
function onsetOf(value: unknown): Onset | null {
  const at = instantIn(value)
  if (at !== null) return { onsetAt: at, onsetAccuracy: null }
  const day = textOf(value)
  if (day === null || !isCalendarDay(day)) return null
  const first: Instant = instantOf(Date.parse(`${day}T00:00:00+07:00`))
  return { onsetAt: first, onsetAccuracy: 'day' }
}

function reactionOf(
  resource: Read,
  kind: ReactionKind,
  onset: Onset,
  own: string,
): ArrivedReaction['reaction'] {
  const detail = (name: string) => textOf(extensionOf(resource, `${own}:${name}`).valueString)
  const outcome = codeIn(resource.outcome, outcomeSystem)
  const signs = partsOf(partOf(resource.event).coding).filter(({ system }) => system === `${own}:sign`)
  return {
    ...onset,
    kind,
    signs: signs.flatMap(({ code }) => textOf(code) ?? []),
    reportedBy: detail('reported-by'),
    temperatureC: numberOf(partOf(extensionOf(resource, `${own}:temperature`).valueQuantity).value),
    treatment: detail('treatment'),
    outcome: outcomes[outcome ?? ''] ?? 'observing',
    note: detail('note'),
  }
}
