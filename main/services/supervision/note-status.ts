import { refuse } from '../../../src/contract/errors'
import { getPointStatus, notePointStatus, savePointAnswers } from '../../../src/contract/supervision-calls'
import type { PointStatus } from '../../../src/domain/supervision/point-status'
import { isWorthSaying } from '../../../src/domain/supervision/say-status'
import { actorOf, type ServiceContext, serve } from '../service'
import { answersHere, seenHere, statusNow } from './status-now'
import { isSupervising } from './supervising'

export const getPointStatusService = serve(getPointStatus, context => {
  const { answeredAt } = answersHere(context)
  return {
    now: statusNow(context, answersHere(context)),
    seen: seenHere(context),
    said: saidHere(context)?.status ?? null,
    answeredByName: answeredAt === null ? null : whoAnswered(context, answeredAt),
  }
})

export const notePointStatusService = serve(notePointStatus, context => {
  const { store, mode } = context
  // Whoever supervises has no register of their own, and practice says nothing to anybody.
  if (mode === 'practice' || store.point() === null || isSupervising(store)) return { isSaid: false }
  const now = statusNow(context, answersHere(context))
  if (!isWorthSaying(saidHere(context)?.status ?? null, now)) return { isSaid: false }
  write(context, now)
  return { isSaid: true }
})

export const savePointAnswersService = serve(savePointAnswers, (context, answers) => {
  const { lastSupervisedOn, internetKind } = answers
  if (lastSupervisedOn !== null && lastSupervisedOn > context.today)
    refuse('supervision.day-in-future', {}, 'lastSupervisedOn')
  // Who answers is in the journal with the entry.
  actorOf(context)
  const kind = internetKind === '' ? null : internetKind
  write(context, statusNow(context, { ...answers, internetKind: kind, answeredAt: context.at }))
  return {}
})

/** Where this PC keeps which record is its own of a month. */
const keyOf = (month: string) => `point-status.${month}`

/** What this PC said last this month; null: nothing. */
function saidHere({ store, today }: Pick<ServiceContext, 'store' | 'today'>) {
  const recordId = store.local.readMeta(keyOf(today.slice(0, 7)))
  const found = recordId === null ? null : store.records.find('point-status', recordId)
  return found && { recordId: found.id, status: found }
}

/** The first of a month is a record of its own; what comes later in it is the same record as it stands then. */
function write(context: ServiceContext, status: PointStatus): void {
  const said = saidHere(context)
  if (said) {
    context.write([{ noun: 'point-status', recordId: said.recordId, verb: 'updated', body: status }])
    return
  }
  const recordId = context.newId()
  context.store.local.writeMeta(keyOf(context.today.slice(0, 7)), recordId)
  context.write([{ noun: 'point-status', recordId, verb: 'recorded', body: status }])
}

/** By the journal: the entry that says it. */
function whoAnswered({ store }: ServiceContext, answeredAt: string): string | null {
  const record = store.records
    .list('point-status', {}, 'created_stamp')
    .find(status => status.answeredAt === answeredAt)
  const entry = record && store.entriesOf(record.id).find(({ body }) => body.answeredAt === answeredAt)
  return entry?.userId ? (store.records.find('user', entry.userId)?.name ?? null) : null
}
