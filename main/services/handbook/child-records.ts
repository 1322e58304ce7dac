import { type CalendarDay, vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import type { ChildCheck } from '../../../src/domain/child/child-check'
import type { GrowthRecord } from '../../../src/domain/child/growth-records'
import type { Person } from '../../../src/domain/person/person'
import type { ReadStore } from '../../db'
import type { Stored } from '../../db/record-store'

type Reading = { readonly store: Pick<ReadStore, 'records'> }

const nothing = {
  placeName: null,
  weightKg: null,
  lengthHeightCm: null,
  position: null,
  headCm: null,
  armCm: null,
  oedema: null,
} as const

/** The checks of a child, oldest first; of one day the one written last comes last. */
export function childChecksOf({ store }: Reading, personId: string): readonly Stored<ChildCheck>[] {
  return store.records.list('child-check', { person_id: personId }, 'checked_on, created_stamp')
}

/**
 * Every measurement of a child, wherever it was written: at birth, in visits of the first weeks, at checks, and the weights
 * of screenings. The birth weight of the record counts only where no birth was recorded: a birth writes it there itself.
 */
export function growthRecordsOf(ports: Reading, person: Stored<Person>): readonly GrowthRecord[] {
  const newborns = ofBirth(ports, person.id)
  return [
    ...(newborns.length === 0 ? ofPerson(person) : newborns),
    ...ofVisits(ports, person.id),
    ...ofScreenings(ports, person.id),
    ...childChecksOf(ports, person.id).map(ofCheck),
  ].filter(isMeasured)
}

/** Weights that were measured at screenings of a day, the last one first. */
export function screenedWeights({ store }: Reading, personId: string, on: CalendarDay) {
  return store.records
    .list('screening', { person_id: personId }, 'created_stamp DESC')
    .flatMap(({ weightKg, signedAt }) =>
      weightKg !== null && vietnamDayOf(signedAt) === on ? [{ weightKg, at: signedAt }] : [],
    )
}

/** The weight a check of a day found; null where none was taken. */
export function checkedWeight(ports: Reading, personId: string, on: CalendarDay): number | null {
  const weighed = childChecksOf(ports, personId).filter(
    check => check.checkedOn === on && check.weightKg !== null,
  )
  return weighed.at(-1)?.weightKg ?? null
}

function ofPerson({ id, birthDate, birthWeightG }: Stored<Person>): readonly GrowthRecord[] {
  if (birthWeightG === null) return []
  return [{ ...nothing, on: birthDate, source: 'person', recordId: id, weightKg: birthWeightG / 1000 }]
}

function ofBirth({ store }: Reading, personId: string): readonly GrowthRecord[] {
  return store.records.list('newborn', { person_id: personId }, 'created_stamp').map(newborn => ({
    ...nothing,
    on: newborn.bornOn,
    source: 'newborn',
    recordId: newborn.id,
    weightKg: newborn.weightG === null ? null : newborn.weightG / 1000,
    lengthHeightCm: newborn.lengthCm,
    position: 'lying',
    headCm: newborn.headCm,
  }))
}

function ofVisits({ store }: Reading, personId: string): readonly GrowthRecord[] {
  return store.records
    .list('newborn-visit', { person_id: personId }, 'created_stamp')
    .map(({ id, visitedOn, placeName, weightKg }) => ({
      ...nothing,
      on: visitedOn,
      source: 'newborn-visit',
      recordId: id,
      placeName,
      weightKg,
    }))
}

function ofScreenings({ store }: Reading, personId: string): readonly GrowthRecord[] {
  return store.records.list('screening', { person_id: personId }, 'created_stamp').map(screening => ({
    ...nothing,
    on: vietnamDayOf(screening.signedAt),
    source: 'screening',
    recordId: screening.id,
    weightKg: screening.weightKg,
  }))
}

function ofCheck(check: Stored<ChildCheck>): GrowthRecord {
  const { id, checkedOn, placeName, weightKg, lengthHeightCm, position, headCm, armCm, oedema } = check
  return {
    on: checkedOn,
    source: 'child-check',
    recordId: id,
    placeName,
    weightKg,
    lengthHeightCm,
    position,
    headCm,
    armCm,
    oedema,
  }
}

function isMeasured({ weightKg, lengthHeightCm, headCm, armCm, oedema }: GrowthRecord): boolean {
  return [weightKg, lengthHeightCm, headCm, armCm, oedema].some(value => value !== null)
}
