import { refuse } from '../../../src/contract/errors'
import {
  endPregnancy,
  enrolPregnancy,
  getPregnancyRules,
  listPregnancies,
  reopenPregnancy,
  savePregnancy,
  voidPregnancy,
} from '../../../src/contract/pregnancy-calls'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { datingOf } from '../../../src/domain/maternal/dating'
import { knownBefore } from '../../../src/domain/maternal/next-pregnancy'
import type { Pregnancy } from '../../../src/domain/maternal/pregnancy'
import { endDoubts, pregnancyDoubts } from '../../../src/domain/maternal/pregnancy-checks'
import type { Stored } from '../../db/record-store'
import { dayOfDeath } from '../family/residence'
import { personOrRefuse } from '../person/person-or-refuse'
import { actorOf, type ServiceContext, serve } from '../service'
import { handbookEntry } from './handbooks'
import {
  changedOf,
  endPregnancyEntries,
  notePregnant,
  pregnanciesOf,
  pregnancyOrRefuse,
  refuseDoubts,
  takeBackPregnant,
  visitsOf,
} from './pregnancy-parts'
import { handbooksOf, pregnancyView } from './pregnancy-view'

export const getPregnancyRulesService = serve(getPregnancyRules, ({ resources }) => resources.pregnancy)

export const listPregnanciesService = serve(listPregnancies, (context, { personId }) => {
  const mother = context.store.records.find('person', personId)
  if (!mother) return refuse('person.not-found')
  const all = pregnanciesOf(context, personId)
  const ordered = [...all.filter(isGoing), ...all.filter(each => !isGoing(each))]
  return {
    pregnancies: ordered.map(each => pregnancyView(context, each, mother)),
    known: knownBefore(lastEnded(context, all)),
  }
})

const isGoing = ({ endedOn }: Pick<Pregnancy, 'endedOn'>) => endedOn === null

/** The pregnancy that ended last, with its birth. */
function lastEnded({ store }: ServiceContext, all: readonly Stored<Pregnancy>[]) {
  const last = all
    .filter(each => !isGoing(each))
    .toSorted((a, b) => (String(a.endedOn) < String(b.endedOn) ? 1 : -1))[0]
  if (!last) return null
  const birth = store.records.list('birth', { pregnancy_id: last.id }, 'born_on').at(-1) ?? null
  const newborns = birth ? store.records.list('newborn', { birth_id: birth.id }, 'birth_order') : []
  return { pregnancy: last, birth, newborns }
}

export const enrolPregnancyService = serve(enrolPregnancy, (context, request) => {
  const { personId, fields, handbook, isConfirmed } = request
  const mother = personOrRefuse(context, personId)
  const died = dayOfDeath(context, mother.id)
  if (died !== null) refuse('visit.person-died', { on: died })
  const going = pregnanciesOf(context, mother.id).find(isGoing)
  if (going) refuse('pregnancy.already-going', { on: going.enrolledOn })
  refuseDoubts(pregnancyDoubts(context.resources.pregnancy, fields, mother, context.today), isConfirmed)
  const { userId, name } = actorOf(context)
  const pregnancyId = context.newId()
  const by = { byUserId: userId, byName: name }
  const body = { personId: mother.id, ...fields, outcome: null, endedOn: null, ...by }
  const book = handbook && {
    ...handbook,
    personId: mother.id,
    pregnancyId,
    issuedOn: fields.enrolledOn,
  }
  context.write([
    { noun: 'pregnancy', recordId: pregnancyId, verb: 'recorded', body },
    ...notePregnant(mother, fields.enrolledOn),
    ...(book ? [handbookEntry(context, book, context.newId())] : []),
  ])
  return { pregnancyId }
})

/** What goes on during a pregnancy: a change of it is no mistake of anybody. */
const goingOn: readonly (keyof Pregnancy)[] = ['riskCodes', 'riskNote', 'birthPlan', 'fetuses', 'note']

export const savePregnancyService = serve(savePregnancy, (context, request) => {
  const { pregnancyId, fields, reason, isConfirmed } = request
  const before = pregnancyOrRefuse(context, pregnancyId)
  const mother = personOrRefuse(context, before.personId)
  const changed = changedOf<Pregnancy>(before, fields)
  const changedNames = Object.keys(changed) as (keyof Pregnancy)[]
  if (changedNames.length === 0) refuse('pregnancy.nothing-changed')
  refuseDoubts(pregnancyDoubts(context.resources.pregnancy, fields, mother, context.today), isConfirmed)
  const isNew = (name: keyof Pregnancy) => goingOn.includes(name) || before[name] === null
  const entries = [
    ...updates(pregnancyId, pick(changed, changedNames.filter(isNew))),
    ...corrections(
      pregnancyId,
      pick(
        changed,
        changedNames.filter(name => !isNew(name)),
      ),
      reason,
    ),
  ]
  context.write(entries)
  return {}
})

function pick(body: Partial<Pregnancy>, names: readonly (keyof Pregnancy)[]): Partial<Pregnancy> {
  return Object.fromEntries(names.map(name => [name, body[name]])) as Partial<Pregnancy>
}

function updates(recordId: string, body: Partial<Pregnancy>): readonly NewEntry[] {
  return Object.keys(body).length === 0 ? [] : [{ noun: 'pregnancy', recordId, verb: 'updated', body }]
}

function corrections(recordId: string, body: Partial<Pregnancy>, reason: string | null): readonly NewEntry[] {
  if (Object.keys(body).length === 0) return []
  if (!reason) return refuse('reason.missing', {}, 'reason')
  return [{ noun: 'pregnancy', recordId, verb: 'corrected', body, reason }]
}

export const endPregnancyService = serve(endPregnancy, (context, { pregnancyId, ...end }) => {
  const pregnancy = pregnancyOrRefuse(context, pregnancyId)
  if (pregnancy.endedOn !== null) refuse('pregnancy.ended', { on: pregnancy.endedOn })
  const dating = datingOf(context.resources.pregnancy.dating, pregnancy)
  const lastVisitOn = visitsOf(context, pregnancyId).at(-1)?.visitedOn ?? null
  refuseDoubts(endDoubts(pregnancy, dating, end.endedOn, lastVisitOn, context.today), false)
  context.write(endPregnancyEntries(context, pregnancy, end))
  return {}
})

export const reopenPregnancyService = serve(reopenPregnancy, (context, { pregnancyId, reason }) => {
  const pregnancy = pregnancyOrRefuse(context, pregnancyId)
  if (pregnancy.endedOn === null) refuse('pregnancy.still-going')
  if (birthsOf(context, pregnancyId).length > 0) refuse('pregnancy.has-records')
  const other = pregnanciesOf(context, pregnancy.personId).find(isGoing)
  if (other) refuse('pregnancy.already-going', { on: other.enrolledOn })
  const mother = personOrRefuse(context, pregnancy.personId)
  const body = { outcome: null, endedOn: null }
  context.write([
    { noun: 'pregnancy', recordId: pregnancyId, verb: 'corrected', body, reason },
    ...notePregnant(mother, pregnancy.enrolledOn),
  ])
  return {}
})

export const voidPregnancyService = serve(voidPregnancy, (context, { pregnancyId, reason }) => {
  const pregnancy = pregnancyOrRefuse(context, pregnancyId)
  if (visitsOf(context, pregnancyId).length + birthsOf(context, pregnancyId).length > 0)
    refuse('pregnancy.has-records')
  const books = handbooksOf(context, pregnancyId)
  context.write([
    { noun: 'pregnancy', recordId: pregnancyId, verb: 'voided', reason },
    ...books.map(
      (book): NewEntry => ({ noun: 'handbook', recordId: book.handbookId, verb: 'voided', reason }),
    ),
    ...takeBackPregnant(context, pregnancy, 'mistaken'),
  ])
  return {}
})

function birthsOf({ store }: ServiceContext, pregnancyId: string) {
  return store.records.list('birth', { pregnancy_id: pregnancyId }, 'born_on')
}
