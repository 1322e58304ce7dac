import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import { inventChecks } from '../../../src/domain/exchange/practice-checks'
import {
  type InventedPregnancy,
  inventBirth,
  inventPregnancy,
} from '../../../src/domain/exchange/practice-handbook'
import type { PracticePerson } from '../../../src/domain/exchange/practice-setting'
import { chance, type Random } from '../../../src/domain/exchange/random'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { mintCode } from '../person/register-person'
import type { Ports } from '../service'

type SeedPorts = Pick<Ports, 'newId' | 'store' | 'stationId'>
type About = { readonly random: Random; readonly today: CalendarDay; readonly births: number }

/** Births of children older than this are long past what lists and a year's report look at. */
const youngDays = 330

/**
 * The invented pages of the handbook about somebody who was just registered: a pregnancy, the weights of a small child, and
 * for a share of those born in the last year the birth with the mother, who becomes a person of her own.
 */
export function handbookEntries(
  ports: SeedPorts,
  personId: string,
  invented: PracticePerson,
  { random, today, births }: About,
): readonly NewEntry[] {
  const { person, expectedBirthOn } = invented
  if (expectedBirthOn !== null)
    return pregnancyEntries(ports, personId, inventPregnancy(random, expectedBirthOn, today)).entries
  if (person.kind !== 'child') return []
  const checks = inventChecks(random, invented, today).map(
    (check): NewEntry => ({
      noun: 'child-check',
      recordId: ports.newId(),
      verb: 'recorded',
      body: { ...check, personId },
    }),
  )
  const isYoung = person.name !== '' && daysBetween(person.birthDate, today) <= youngDays
  return isYoung && chance(random, births)
    ? [...checks, ...birthEntries(ports, personId, invented, { random, today })]
    : checks
}

function pregnancyEntries({ newId }: SeedPorts, personId: string, invented: InventedPregnancy) {
  const pregnancyId = newId()
  const entries: NewEntry[] = [
    {
      noun: 'pregnancy',
      recordId: pregnancyId,
      verb: 'recorded',
      body: { ...invented.pregnancy, personId },
    },
  ]
  for (const visit of invented.visits) {
    const body = { ...visit, personId, pregnancyId }
    entries.push({ noun: 'antenatal-visit', recordId: newId(), verb: 'recorded', body })
  }
  if (invented.handbook) {
    const body = { ...invented.handbook, personId, pregnancyId }
    entries.push({ noun: 'handbook', recordId: newId(), verb: 'recorded', body })
  }
  return { pregnancyId, entries }
}

function birthEntries(
  ports: SeedPorts,
  childId: string,
  { person }: PracticePerson,
  { random, today }: Pick<About, 'random' | 'today'>,
): readonly NewEntry[] {
  const { newId } = ports
  const invented = inventBirth(random, person, today)
  const [motherId, birthId] = [newId(), newId()]
  const code = { system: 'person-code' as const, value: mintCode(ports, invented.mother) }
  const mother = { ...invented.mother, identifiers: [...invented.mother.identifiers, code] }
  const { pregnancyId, entries } = pregnancyEntries(ports, motherId, invented)
  const link = {
    personId: childId,
    relativeId: motherId,
    relation: 'mother',
    since: null,
    until: null,
  } as const
  return [
    { noun: 'person', recordId: motherId, verb: 'recorded', body: mother },
    ...entries,
    {
      noun: 'birth',
      recordId: birthId,
      verb: 'recorded',
      body: { ...invented.birth, personId: motherId, pregnancyId },
    },
    {
      noun: 'newborn',
      recordId: newId(),
      verb: 'recorded',
      body: { ...invented.newborn, birthId, personId: childId },
    },
    { noun: 'family-link', recordId: newId(), verb: 'recorded', body: link },
    ...invented.postpartum.map(
      (visit): NewEntry => ({
        noun: 'postpartum-visit',
        recordId: newId(),
        verb: 'recorded',
        body: { ...visit, personId: motherId, birthId },
      }),
    ),
  ]
}
