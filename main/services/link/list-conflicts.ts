import {
  type ConflictDose,
  type ConflictView,
  countConflicts,
  listConflicts,
  listSources,
} from '../../../src/contract/arrival-calls'
import type { Conflict } from '../../../src/domain/journal/arrival-records'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import { partValue } from '../../../src/domain/person/merge'
import type { MergePart } from '../../../src/domain/person/merge-record'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { nameOf } from '../merge/record-pair'
import { type ServiceContext, serve } from '../service'

export const listConflictsService = serve(listConflicts, (context, { offset, limit }) => {
  const { arrivals } = context.store
  const conflicts = arrivals.openConflicts(offset, limit).map(conflict => toView(context, conflict))
  return { total: arrivals.countOpenConflicts(), conflicts }
})

export const countConflictsService = serve(countConflicts, ({ store }) => ({
  open: store.arrivals.countOpenConflicts(),
}))

export const listSourcesService = serve(listSources, ({ store }, { personId }) => {
  const same = store.records.list('same-dose', { person_id: personId }, 'created_stamp')
  const sources = store.records.list('source', { person_id: personId }, 'created_stamp').map(source => ({
    about: source.about,
    aboutId: source.aboutId,
    placeName: source.placeName,
    byName: source.byName,
    at: source.lastUpdated,
    isFirstHand: source.isFirstHand,
    sameAs: same.find(({ otherId }) => otherId === source.aboutId)?.doseId ?? null,
  }))
  const conflicts = store.records.list('conflict', { person_id: personId }, 'created_stamp')
  const open = conflicts.filter(({ verdict }) => verdict === null).map(({ kind }) => kind)
  return { sources, open }
})

function toView(
  context: ServiceContext,
  { id: conflictId, createdAt, ...conflict }: Stored<Conflict>,
): ConflictView {
  const { records } = context.store
  // Of a merge the question is about the very record that was merged, not about the one it leads to.
  const people = conflict.kind === 'merge' ? records.own : records
  const person = people.find('person', conflict.personId)
  return {
    ...conflict,
    conflictId,
    foundAt: createdAt,
    displayName: person ? displayName(person) : '',
    personCode: person && identifierOf(person, 'person-code'),
    birthDate: person?.birthDate ?? null,
    stands: standing(conflict, person),
    doses: conflict.doseIds.flatMap(doseId => doseOf(context, doseId) ?? []),
    survivors:
      conflict.kind === 'merge'
        ? [conflict.here, conflict.there].map(personId => nameOf(context, String(personId)))
        : [],
  }
}

function standing({ kind, field }: Conflict, person: Person | null): string | number | null {
  if (kind !== 'person-field' || field === null || !person) return null
  const value = partValue(person, field as MergePart)
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  return typeof value === 'object' && 'value' in value ? String(value.value) : null
}

function doseOf({ store, resources }: ServiceContext, doseId: string): ConflictDose | null {
  const dose = store.records.find('dose', doseId)
  if (!dose) return null
  const [source] = store.records.list('source', { about_id: doseId }, 'created_stamp')
  const vaccine = resources.vaccines.get(dose.vaccineCode)
  return {
    doseId,
    vaccineCode: dose.vaccineCode,
    vaccineName: vaccine?.shortName ?? dose.vaccineCode,
    antigens: vaccine?.antigens ?? [],
    givenOn: dose.givenOn,
    givenOnAccuracy: dose.givenOnAccuracy,
    lotNumber: dose.lotNumber,
    placeName: dose.placeName,
    givenByName: dose.givenByName,
    source: source
      ? { placeName: source.placeName, at: source.lastUpdated, isFirstHand: source.isFirstHand }
      : null,
    isFirstHand: source ? source.isFirstHand : dose.kind === 'administered',
  }
}
