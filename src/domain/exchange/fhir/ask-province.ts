import type { CalendarDay } from '../../calendar/calendar-day'
import { systemsOf } from '../../person/identifiers'
import { normalizePhone } from '../../person/phone'
import type { ProvinceCodes } from './codes'

/** Who is looked for at the province. */
export type ProvinceQuery = {
  /** A number of any kind, as it was typed or scanned. */
  readonly number: string | null
  readonly name: string | null
  readonly birthDate: CalendarDay | null
  readonly phone: string | null
}

/** So many people are shown; who is not among them needs a better question. */
const mostHits = 20
/** Relatives come along, so that a child is known by the mother. */
const withRelatives = '_revinclude=RelatedPerson%3Apatient'

/**
 * The searches that find somebody, best first; empty where the question is too wide: nobody pages through the children of
 * a province (a number, a phone, or a name with a birth date).
 */
export function searchesFor(query: ProvinceQuery, codes: ProvinceCodes): readonly string[] {
  const searches: string[] = []
  const number = query.number?.replace(/[\s.-]/gu, '').toUpperCase() ?? ''
  const systems = number === '' ? [] : systemsOf(number)
  if (systems.length > 0) {
    const tokens = systems.map(system => `${codes.systems[system]}|${number}`).join(',')
    searches.push(asked(`identifier=${encodeURIComponent(tokens)}`))
  }
  const phone = query.phone === null ? null : normalizePhone(query.phone)
  if (phone) searches.push(asked(`phone=${encodeURIComponent(phone)}`))
  const words =
    query.name
      ?.trim()
      .split(/\s+/u)
      .filter(word => word !== '') ?? []
  if (words.length > 0 && query.birthDate !== null) {
    const names = words.map(word => `name=${encodeURIComponent(word)}`).join('&')
    searches.push(asked(`${names}&birthdate=${query.birthDate}`))
  }
  return searches
}

function asked(parameters: string): string {
  return `Patient?${parameters}&_count=${mostHits}&${withRelatives}`
}

/** Kinds of resources that are pulled, people before what was done to them. */
export const pulledTypes = ['Patient', 'Immunization', 'AdverseEvent'] as const
export type PulledType = (typeof pulledTypes)[number]

/** What commits late, and ties: so far behind the newest that was seen is asked again (platform.md §6.3). */
const overlapMs = 10 * 60_000
export const pageSize = 200

/** What changed since the checkpoint, oldest first; null: everything. */
export function changesSince(type: PulledType, checkpoint: string | null): string {
  const from = checkpoint === null ? '' : new Date(Date.parse(checkpoint) - overlapMs).toISOString()
  return changesFrom(type, from)
}

/** As `changesSince`, from exactly this moment. */
export function changesFrom(type: PulledType, from: string): string {
  const since = from === '' ? '' : `_lastUpdated=${encodeURIComponent(`ge${from}`)}&`
  const more = type === 'Patient' ? `&${withRelatives}` : ''
  return `${type}?${since}_sort=_lastUpdated&_count=${pageSize}${more}`
}

/** People by our own identifier, many at once. */
export function peopleByRecord(recordIds: readonly string[], codes: ProvinceCodes): string {
  const tokens = recordIds.map(id => `${codes.systems.record}|${id}`).join(',')
  return `Patient?identifier=${encodeURIComponent(tokens)}&_count=${recordIds.length * 2}&${withRelatives}`
}

/** All of one person where the server lacks `$everything`. */
export function pagesOfPerson(patient: string): readonly string[] {
  const id = patient.slice(patient.indexOf('/') + 1)
  return [
    `Patient?_id=${id}&${withRelatives}`,
    `Immunization?patient=${encodeURIComponent(patient)}&_count=${pageSize}`,
    `AdverseEvent?subject=${encodeURIComponent(patient)}&_count=${pageSize}`,
  ]
}
