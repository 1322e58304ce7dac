import type { CalendarDay } from '../../calendar/calendar-day'
import { systemsOf } from '../../person/identifiers'
import { nameKey } from '../../person/name-key'
import type { Person } from '../../person/person'
import { normalizePhone } from '../../person/phone'
import { birthFacts, birthParts, loinc } from './birth'
import type { ProvinceCodes } from './codes'
import { decisionSystem, doseDecisions } from './decision'
import { taskSystem } from './upward'

/** Who is looked for at the province. */
export type ProvinceQuery = {
  /** A number of any kind, as it was typed or scanned. */
  readonly number: string | null
  readonly name: string | null
  readonly birthDate: CalendarDay | null
  readonly phone: string | null
}

/** A search, and which of those it finds are meant. */
export type ProvinceSearch = { readonly path: string; readonly means: (person: Person) => boolean }

/** So many people of one number or phone are read, and of one birth date: some hundred in a large province. */
const mostHits = 20
const mostOfOneDay = 400
/** Relatives come along, so that a child is known by the mother. */
const withRelatives = '_revinclude=RelatedPerson%3Apatient'

/**
 * The searches that find somebody, best first; empty where the question is too wide: nobody pages through the children of
 * a province (a number, a phone, or a name with a birth date). Names are compared here: servers differ in what they make of
 * Vietnamese marks.
 */
export function searchesFor(query: ProvinceQuery, codes: ProvinceCodes): readonly ProvinceSearch[] {
  const searches: ProvinceSearch[] = []
  const everybody = () => true
  const number = query.number?.replace(/[\s.-]/gu, '').toUpperCase() ?? ''
  const systems = number === '' ? [] : systemsOf(number)
  if (systems.length > 0) {
    const tokens = systems.map(system => `${codes.systems[system]}|${number}`).join(',')
    searches.push({ path: asked(`identifier=${encodeURIComponent(tokens)}`, mostHits), means: everybody })
  }
  const phone = query.phone === null ? null : normalizePhone(query.phone)
  if (phone) searches.push({ path: asked(`phone=${encodeURIComponent(phone)}`, mostHits), means: everybody })
  const words = nameKey(query.name ?? '')
    .split(' ')
    .filter(word => word !== '')
  if (words.length > 0 && query.birthDate !== null)
    searches.push({
      path: asked(`birthdate=${query.birthDate}`, mostOfOneDay),
      means: person => isNamed(person, words),
    })
  return searches
}

/** Every word stands in the name, or in that of a relative: a newborn is asked for by its mother. */
function isNamed(person: Person, words: readonly string[]): boolean {
  const known = [person.name, ...person.relatives.map(({ name }) => name)].flatMap(name =>
    nameKey(name).split(' '),
  )
  return words.every(word => known.includes(word))
}

function asked(parameters: string, count: number): string {
  return `Patient?${parameters}&_count=${count}&${withRelatives}`
}

/** Kinds of resources that are pulled, people before what was done to them. */
export const pulledTypes = [
  'Patient',
  'Immunization',
  'AdverseEvent',
  'Observation',
  'Provenance',
  'Task',
] as const
export type PulledType = (typeof pulledTypes)[number]

/** What commits late, and ties: so far behind the newest that was seen is asked again (platform.md §6.3). */
const overlapMs = 10 * 60_000
export const pageSize = 200

/** What changed since the checkpoint, oldest first; null: everything. */
export function changesSince(type: PulledType, checkpoint: string | null, codes: ProvinceCodes): string {
  const from = checkpoint === null ? '' : new Date(Date.parse(checkpoint) - overlapMs).toISOString()
  return changesFrom(type, from, codes)
}

/** As `changesSince`, from exactly this moment. */
export function changesFrom(type: PulledType, from: string, codes: ProvinceCodes): string {
  const since = from === '' ? '' : `_lastUpdated=${encodeURIComponent(`ge${from}`)}&`
  const more = type === 'Patient' ? `&${withRelatives}` : ''
  return `${type}?${onlyOf(type, codes)}${since}_sort=_lastUpdated&_count=${pageSize}${more}`
}

/** Of observations what belongs to a person for good, of provenances what somebody decided: the rest stays there. */
function onlyOf(type: PulledType, codes: ProvinceCodes): string {
  if (type === 'Observation') return `${birthCodes}&`
  if (type === 'Task') {
    const answers = ['report-answer', 'difficulty-answer'].map(code => `${taskSystem(codes)}|${code}`)
    return `code=${encodeURIComponent(answers.join(','))}&`
  }
  if (type !== 'Provenance') return ''
  const system = decisionSystem(codes)
  const tags = doseDecisions.map(decision => `${system}|${decision}`).join(',')
  return `_tag=${encodeURIComponent(tags)}&`
}

const birthCodes = `code=${encodeURIComponent(
  birthParts.map(part => `${loinc}|${birthFacts[part].code}`).join(','),
)}`

/** So many are named in one question. */
const targetsAtOnce = 40

/** What was decided about these doses: asked when a person is brought over with doses that others have looked at. */
export function decisionsAbout(doses: readonly string[], codes: ProvinceCodes): readonly string[] {
  return Array.from({ length: Math.ceil(doses.length / targetsAtOnce) }, (_, at) => {
    const targets = doses.slice(at * targetsAtOnce, (at + 1) * targetsAtOnce).join(',')
    return `Provenance?${onlyOf('Provenance', codes)}target=${encodeURIComponent(targets)}&_count=${pageSize}`
  })
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
    `Observation?${birthCodes}&subject=${encodeURIComponent(patient)}`,
  ]
}
