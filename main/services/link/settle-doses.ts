import {
  type DoseFact,
  type DosePair,
  type DoseVerdict,
  settleDoses,
} from '../../../src/domain/exchange/conflict-dose'
import type { Dose } from '../../../src/domain/immunization/dose'
import type { Conflict, RecordSource } from '../../../src/domain/journal/arrival-records'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'
import { keepConflict } from './keep-conflict'

/**
 * Brings what is written about a person's doses to what the rule says of all of them: which are records of one dose, and
 * which may be one dose too many. Idempotent; asked after every arrival.
 */
export function settlePerson(context: ServiceContext, personId: string): void {
  const { records } = context.store
  const doses = records.listAll('dose', 'person_id', personId).filter(({ voided }) => !voided)
  const conflicts = records.list('conflict', { person_id: personId }, 'created_stamp')
  const doubles = conflicts.filter(({ kind }) => kind === 'double-dose')
  const facts = factsOf(context, personId, doses)
  const { same, alarms } = settleDoses(facts, doubles.flatMap(verdictOf))
  writeSame(context, personId, same)
  closeGone(context, doubles, alarms)
  for (const pair of alarms) raise(context, personId, pair, doses)
}

function factsOf(
  { store, resources }: ServiceContext,
  personId: string,
  doses: readonly Stored<Dose>[],
): readonly DoseFact[] {
  const sources = store.records.list('source', { person_id: personId }, 'created_stamp')
  return doses.map(dose => {
    const source = sources.find(({ aboutId }) => aboutId === dose.id)
    return {
      id: dose.id,
      vaccineCode: dose.vaccineCode,
      antigens: resources.vaccines.get(dose.vaccineCode)?.antigens ?? [],
      givenOn: dose.givenOn,
      givenOnAccuracy: dose.givenOnAccuracy,
      lotNumber: dose.lotNumber,
      isFirstHand: source ? source.isFirstHand : dose.kind === 'administered',
      recordedBy: source?.recordedBy ?? store.entriesOf(dose.id)[0]?.stationId ?? '',
    }
  })
}

function verdictOf({ doseIds: [leftId, rightId], verdict }: Conflict): readonly DoseVerdict[] {
  if (!leftId || !rightId || (verdict !== 'same-dose' && verdict !== 'two-doses')) return []
  return [{ leftId, rightId, verdict }]
}

function writeSame(
  context: ServiceContext,
  personId: string,
  same: readonly { readonly doseId: string; readonly otherId: string }[],
): void {
  const known = context.store.records.list('same-dose', { person_id: personId }, 'created_stamp')
  const isIn = (list: typeof same, one: (typeof same)[number]) =>
    list.some(({ doseId, otherId }) => doseId === one.doseId && otherId === one.otherId)
  for (const old of known.filter(one => !isIn(same, one))) {
    const reason = 'Không còn khớp: một trong hai bản ghi đã được sửa'
    context.write([{ noun: 'same-dose', recordId: old.id, verb: 'voided', reason }])
  }
  for (const one of same.filter(each => !isIn(known, each))) {
    const body = { personId, ...one, byUserId: null, byName: null }
    context.write([{ noun: 'same-dose', recordId: context.newId(), verb: 'recorded', body }])
  }
}

/** An alarm whose ground is gone, because a dose was taken back or corrected, waits for nobody any more. */
function closeGone(
  context: ServiceContext,
  doubles: readonly Stored<Conflict>[],
  alarms: readonly DosePair[],
): void {
  const isStill = ({ doseIds }: Conflict) =>
    alarms.some(({ leftId, rightId }) => leftId === doseIds[0] && rightId === doseIds[1])
  for (const { id } of doubles.filter(one => one.verdict === null && !isStill(one)))
    context.write([{ noun: 'conflict', recordId: id, verb: 'updated', body: { verdict: 'gone' } }])
}

function raise(
  context: ServiceContext,
  personId: string,
  { leftId, rightId }: DosePair,
  doses: readonly Stored<Dose>[],
): void {
  const sources = context.store.records.list('source', { person_id: personId }, 'created_stamp')
  const source = [leftId, rightId].flatMap(id => sources.find(({ aboutId }) => aboutId === id) ?? []).at(-1)
  const vaccineOf = (id: string) => doses.find(dose => dose.id === id)?.vaccineCode ?? null
  keepConflict(context, {
    personId,
    kind: 'double-dose',
    field: null,
    doseIds: [leftId, rightId],
    here: vaccineOf(leftId),
    hereBy: null,
    hereAt: null,
    there: vaccineOf(rightId),
    ...therefrom(source),
  })
}

function therefrom(source: RecordSource | undefined) {
  return {
    therePlace: source?.placeName ?? null,
    thereBy: source?.byName ?? null,
    thereAt: source?.lastUpdated ?? null,
  }
}
