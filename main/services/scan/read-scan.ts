import {
  type ChooseWhy,
  readScanCall,
  type ScanHit,
  type ScanOutcome,
  type ScanRefusal,
} from '../../../src/contract/scan-calls'
import { createPlaceLookup, type PlaceLookup } from '../../../src/domain/exchange/place-names'
import type { Identifier, Person } from '../../../src/domain/person/person'
import { draftOf } from '../../../src/domain/scan/card-draft'
import { contradictionsOf } from '../../../src/domain/scan/match-holder'
import { isCard, readScan } from '../../../src/domain/scan/read-scan'
import type { ScanDoubt, ScanReading } from '../../../src/domain/scan/scan-types'
import type { Stored } from '../../db/record-store'
import { toHit } from '../person/person-hit'
import { type ServiceContext, serve } from '../service'

/** A reading that names somebody. */
export type Named = Exclude<
  ScanReading,
  { readonly kind: 'doubtful' | 'unknown' | 'transfer-slip' | 'certificate' }
>
export type Holder = { readonly person: Stored<Person>; readonly isStrong: boolean }

/** Numbers that one person alone has. A paper of birth has a number of its commune and year only. */
const strongSystems: ReadonlySet<string> = new Set([
  'person-code',
  'niis-code',
  'national-id',
  'health-insurance',
])
export const scanRefusals: Readonly<Record<ScanDoubt, ScanRefusal>> = {
  garbled: 'scan.garbled',
  'readings-differ': 'scan.readings-differ',
  'bad-check': 'scan.bad-check',
  'contradicts-itself': 'scan.contradicts-itself',
  'bad-number': 'scan.bad-number',
}
/** More people under one number than anybody could choose from. */
const mostHits = 12

/** One scan: opens one person, fills the form, asks, or refuses. */
export const readScanService = serve(readScanCall, (context, arrival): ScanOutcome => {
  const reading = readScan(arrival, context.resources.scanLayouts)
  switch (reading.kind) {
    case 'unknown':
      return { outcome: 'refused', code: 'scan.not-a-code', looksLike: null }
    case 'transfer-slip':
      return { outcome: 'transfer', text: reading.text }
    case 'certificate':
      return { outcome: 'certificate', text: reading.text }
    case 'doubtful':
      return { outcome: 'refused', code: scanRefusals[reading.why], looksLike: reading.looksLike }
    default:
      return outcomeOf(context, reading)
  }
})

/** Everybody a scan names: who carries the number, and whose mother, father or guardian does. */
export function peopleOf(context: Pick<ServiceContext, 'store'>, scan: Named) {
  const identifiers = identifiersOf(scan)
  const holders = holdersOf(context, identifiers)
  return { holders, children: childrenOf(context, identifiers, holders) }
}

function outcomeOf(context: ServiceContext, scan: Named): ScanOutcome {
  const identifiers = identifiersOf(scan)
  const { holders, children } = peopleOf(context, scan)
  const strong = holders.filter(({ isStrong }) => isStrong)
  const [only] = strong
  const contradictions = only ? contradictionsOf(scan, only.person, context.today) : []
  if (only && strong.length === 1 && children.length === 0 && contradictions.length === 0) {
    return { outcome: 'person', personId: only.person.id, number: identifiers[0]?.value ?? '' }
  }
  if (holders.length === 0 && children.length === 0) return nobody(context, scan)
  return {
    outcome: 'choose',
    why: whyOf(strong.length, contradictions.length, children.length),
    hits: [
      ...holders.map(({ person }) => hitOf(context, scan, person, 'holder')),
      ...children.map(person => hitOf(context, scan, person, 'child')),
    ].slice(0, mostHits),
    facts: factsOf(scan, identifiers),
    draft: strong.length > 0 || scan.kind === 'person-code' ? null : draftFrom(context, scan),
  }
}

function nobody(context: ServiceContext, scan: Named): ScanOutcome {
  // Our code of somebody who is not in this register: from another point, or not received yet.
  if (scan.kind === 'person-code') return { outcome: 'refused', code: 'scan.not-here', looksLike: scan.kind }
  return { outcome: 'register', draft: draftFrom(context, scan) }
}

function draftFrom(context: ServiceContext, scan: Exclude<Named, { readonly kind: 'person-code' }>) {
  return draftOf(scan, context.today, placesOf(context))
}

/** Built from two files of the resources, which do not change while the engine runs. */
const lookups = new WeakMap<object, PlaceLookup>()
function placesOf({ resources }: ServiceContext): PlaceLookup {
  const known = lookups.get(resources.units)
  if (known) return known
  const made = createPlaceLookup(resources.units, resources.oldCommunes)
  lookups.set(resources.units, made)
  return made
}

function identifiersOf(scan: Named): readonly Identifier[] {
  if (scan.kind === 'person-code') {
    // One in 97 codes of the national system passes our check as well.
    return [
      { system: 'person-code', value: scan.code },
      { system: 'niis-code', value: scan.code },
    ]
  }
  const identifiers: readonly Identifier[] =
    scan.kind === 'number' ? scan.systems.map(system => ({ system, value: scan.value })) : scan.identifiers
  return identifiers.flatMap(withShortForm)
}

/** The ten digits at the end of an insurance code are a number of their own: records hold the one or the other. */
function withShortForm(identifier: Identifier): readonly Identifier[] {
  const isLong = identifier.system === 'health-insurance' && identifier.value.length === 15
  return isLong ? [identifier, { ...identifier, value: identifier.value.slice(5) }] : [identifier]
}

function holdersOf(
  { store }: Pick<ServiceContext, 'store'>,
  identifiers: readonly Identifier[],
): readonly Holder[] {
  const found = new Map<string, Holder>()
  for (const { system, value } of identifiers) {
    for (const person of store.persons.many(store.persons.byIdentifier(system, value))) {
      const isStrong = strongSystems.has(system) || found.get(person.id)?.isStrong === true
      found.set(person.id, { person, isStrong })
    }
  }
  return [...found.values()]
}

/** People who have the holder of this number as mother, father or guardian. */
function childrenOf(
  { store }: Pick<ServiceContext, 'store'>,
  identifiers: readonly Identifier[],
  holders: readonly Holder[],
): readonly Stored<Person>[] {
  const numbers = identifiers.filter(({ system }) => system.endsWith('national-id'))
  const ids = numbers.flatMap(({ value }) => store.persons.byIdentifier('relative-national-id', value))
  const own = new Set(holders.map(({ person }) => person.id))
  return store.persons.many([...new Set(ids)].filter(personId => !own.has(personId)))
}

function whyOf(strong: number, contradictions: number, children: number): ChooseWhy {
  if (strong > 1) return 'several'
  if (contradictions > 0) return 'contradicts'
  return children > 0 ? 'children-of-holder' : 'weak-number'
}

function hitOf(context: ServiceContext, scan: Named, person: Stored<Person>, as: ScanHit['as']): ScanHit {
  return {
    hit: toHit(context, person, { highlights: [], group: 'here' }),
    as,
    contradictions: as === 'holder' ? contradictionsOf(scan, person, context.today) : [],
  }
}

function factsOf(scan: Named, identifiers: readonly Identifier[]) {
  const number = identifiers[0]?.value ?? ''
  if (!isCard(scan)) return { name: null, birthDate: null, sex: 'unknown' as const, number }
  const { name, birthDate, sex } = scan
  return { name, birthDate, sex, number }
}
