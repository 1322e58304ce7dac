import { settleConflict } from '../../../src/contract/arrival-calls'
import { refuse, refuseAll } from '../../../src/contract/errors'
import { withPart } from '../../../src/domain/exchange/conflict-person'
import type { Dose } from '../../../src/domain/immunization/dose'
import type { TravellingDoseField } from '../../../src/domain/immunization/travelling-dose'
import type { Conflict, ConflictVerdict } from '../../../src/domain/journal/arrival-records'
import type { PartValue } from '../../../src/domain/person/merge'
import type { MergePart, SingleSystem } from '../../../src/domain/person/merge-record'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { openVisitProblems, personOf } from '../merge/record-pair'
import { changedFields } from '../person/correct-person'
import { takenNumbers } from '../person/person-problems'
import { actorOf, type ServiceContext, serve } from '../service'
import { serverTimeOf } from './arrival'
import { settlePerson } from './settle-doses'

const verdictsOf: Readonly<Record<Conflict['kind'], readonly ConflictVerdict[]>> = {
  'person-field': ['here', 'there'],
  'dose-field': ['here', 'there'],
  merge: ['here', 'there'],
  'double-dose': ['same-dose', 'two-doses'],
}

/** Decides what no rule could. The value chosen is written anew, so that it goes to the server as a change of today. */
export const settleConflictService = serve(settleConflict, (context, { conflictId, verdict, note }) => {
  const { store } = context
  const asked = store.records.find('conflict', conflictId) ?? refuse('conflict.not-found')
  // Of a merge the question is about the very record that was merged, not about the one it leads to by now.
  const conflict = asked.kind === 'merge' ? (store.records.own.find('conflict', conflictId) ?? asked) : asked
  if (conflict.verdict !== null) refuse('conflict.already-settled')
  if (!verdictsOf[conflict.kind].includes(verdict)) refuse('conflict.wrong-verdict')
  if (conflict.kind === 'person-field') settlePart(context, conflict, verdict)
  if (conflict.kind === 'dose-field') settleDoseField(context, conflict, verdict)
  if (conflict.kind === 'merge') settleMerge(context, conflict, verdict)
  const { userId: byUserId, name: byName } = actorOf(context)
  const decidedAt = serverTimeOf(context.at, store.link.findServer()?.offsetMs ?? 0)
  const body = { verdict, note: note || null, byUserId, byName, decidedAt }
  context.write([{ noun: 'conflict', recordId: conflictId, verb: 'updated', body }])
  if (conflict.kind === 'double-dose') settlePerson(context, conflict.personId)
  return { open: store.arrivals.countOpenConflicts() }
})

const settled = 'Đối chiếu với máy chủ tỉnh'

/**
 * The value chosen becomes the record's, written anew even where it stands there already: the server may hold the other one
 * by now, and only a new entry brings the decision there.
 */
function settlePart(context: ServiceContext, conflict: Stored<Conflict>, verdict: ConflictVerdict): void {
  const { store } = context
  const stored = store.records.own.find('person', conflict.personId)
  if (!stored || stored.voided) throw refuse('person.not-found')
  const before = personOf(stored)
  const part = conflict.field as MergePart
  const after = withPart(before, part, partOf(part, verdict === 'here' ? conflict.here : conflict.there))
  const [field = part] = part.split('.')
  const body = { [field]: after[field as keyof Person], ...changedFields(before, after) }
  if (part.startsWith('identifiers.')) refuseAll(takenNumbers(after, conflict.personId, context))
  context.write([{ noun: 'person', recordId: conflict.personId, verb: 'corrected', body, reason: settled }])
}

/** A value of the question as it lies in the record. */
function partOf(part: MergePart, value: Conflict['here']): PartValue {
  const [group, key] = part.split('.')
  if (group !== 'identifiers' || value === null) return value as PartValue
  return { system: key as SingleSystem, value: String(value) }
}

/**
 * Even a value that stands here already is written again where this point's holds: the server has the other one, and
 * only a new entry brings it there.
 */
function settleDoseField(
  context: ServiceContext,
  conflict: Stored<Conflict>,
  verdict: ConflictVerdict,
): void {
  const [doseId = ''] = conflict.doseIds
  const dose = context.store.records.own.find('dose', doseId)
  if (!dose || dose.voided) throw refuse('dose.not-found')
  const field = conflict.field as TravellingDoseField
  const body = { [field]: verdict === 'here' ? conflict.here : conflict.there } as Partial<Dose>
  context.write([{ noun: 'dose', recordId: doseId, verb: 'corrected', body, reason: settled }])
}

/** The record goes into the survivor that was chosen. */
function settleMerge(context: ServiceContext, conflict: Stored<Conflict>, verdict: ConflictVerdict): void {
  if (verdict === 'here') return
  const { store } = context
  const [absorbedId, survivorId] = [conflict.personId, String(conflict.there)]
  refuseAll(openVisitProblems(context, [absorbedId, survivorId, String(conflict.here)]))
  const merge = store.merges.of([absorbedId]).find(one => one.absorbedId === absorbedId && !one.voided)
  if (merge) context.write([{ noun: 'merge', recordId: merge.id, verb: 'voided', reason: settled }])
  const actor = actorOf(context)
  const by = { byUserId: actor.userId, byName: actor.name }
  const body = { survivorId, absorbedId, changes: [], overrides: [], reason: settled, ...by }
  context.write([{ noun: 'merge', recordId: context.newId(), verb: 'recorded', body }])
}
