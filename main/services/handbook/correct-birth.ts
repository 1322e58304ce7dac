import { correctBirth, correctNewborn } from '../../../src/contract/birth-calls'
import { refuse, refuseAll } from '../../../src/contract/errors'
import { canonicalJson } from '../../../src/domain/journal/canonical-json'
import type { Newborn } from '../../../src/domain/maternal/birth'
import { withPreterm } from '../../../src/domain/maternal/birth-makes'
import { birthProblems } from '../../../src/domain/maternal/birth-rules'
import { applyPersonPatch, diffPersons } from '../../../src/domain/person/correct-person'
import type { Person } from '../../../src/domain/person/person'
import { correctOne } from '../person/correct-person'
import { personOrRefuse } from '../person/person-or-refuse'
import { type ServiceContext, serve } from '../service'
import { birthOrRefuse, factsFor, newbornOrRefuse, newbornsOf } from './birth-facts'
import { motherDeathProblems, noteMotherDeath } from './mother-death'

/** What is common to all children: their records follow where the weeks change. */
export const correctBirthService = serve(correctBirth, (context, { birthId, changes, reason }) => {
  const birth = birthOrRefuse(context, birthId)
  const changed = differing(birth, changes)
  if (Object.keys(changed).length === 0) refuse('birth.nothing-changed')
  const children = newbornsOf(context, birthId)
  const facts = factsFor(context, birth.personId, birth.pregnancyId, birthId)
  const told = { motherState: changed.motherState ?? null, children }
  refuseAll([
    ...birthProblems({ ...birth, ...changed }, children, facts),
    ...motherDeathProblems(context, personOrRefuse(context, birth.personId), told, 'changes.motherState'),
  ])
  context.write([{ noun: 'birth', recordId: birthId, verb: 'corrected', body: changed, reason }])
  noteMotherDeath(context, birth.personId, told)
  if (changed.gestationWeeks === undefined) return {}
  const { gestationWeeks } = changed
  for (const { personId } of children)
    follow(context, personId, reason, person => ({
      gestationWeeks,
      alerts: withPreterm(
        person.alerts,
        gestationWeeks,
        context.resources.birth.pretermBelowWeeks,
        person.birthDate,
      ),
    }))
  return {}
})

/** What is of one child: its own record follows, and the day of the birth with the first one's. */
export const correctNewbornService = serve(correctNewborn, (context, { newbornId, changes, reason }) => {
  const { newborn, birth } = newbornOrRefuse(context, newbornId)
  const changed = differing(newborn, changes)
  if (Object.keys(changed).length === 0) refuse('birth.nothing-changed')
  const children = newbornsOf(context, birth.id).map(each =>
    each.id === newbornId ? { ...each, ...changed } : each,
  )
  const facts = factsFor(context, birth.personId, birth.pregnancyId, birth.id)
  const index = children.findIndex(({ id }) => id === newbornId)
  const problems = birthProblems(birth, children, facts)
  refuseAll(
    problems.map(each => ({ ...each, field: each.field?.replace(`children.${index}.`, 'changes.') ?? null })),
  )
  context.write([{ noun: 'newborn', recordId: newbornId, verb: 'corrected', body: changed, reason }])
  follow(context, newborn.personId, reason, () => asPerson(changed))
  const [first] = children
  if (first && first.bornOn !== birth.bornOn) moveBirth(context, birth, first.bornOn, reason)
  return {}
})

/** The fields of a correction that say something else than the record. */
export function differing<T extends object>(before: T, changes: Partial<T>): Partial<T> {
  const entries = Object.entries(changes).filter(
    ([field, value]) => canonicalJson(before[field as keyof T]) !== canonicalJson(value),
  )
  return Object.fromEntries(entries) as Partial<T>
}

function asPerson({ bornOn, bornAt, sex, weightG }: Partial<Newborn>): Partial<Person> {
  return {
    ...(bornOn === undefined ? {} : { birthDate: bornOn }),
    ...(bornAt === undefined ? {} : { birthTime: bornAt }),
    ...(sex === undefined ? {} : { sex }),
    ...(weightG === undefined ? {} : { birthWeightG: weightG }),
  }
}

/** Brings a child's record in step, with the reason of the correction; somebody not born alive has none. */
function follow(
  context: ServiceContext,
  personId: string | null,
  reason: string,
  change: (person: Person) => Partial<Person>,
): void {
  const person = personId === null ? null : context.store.records.find('person', personId)
  if (!person || person.voided) return
  const changes = change(person)
  if (diffPersons(person, applyPersonPatch(person, changes)).length > 0)
    correctOne(context, person.id, changes, reason)
}

function moveBirth(
  context: ServiceContext,
  birth: { readonly id: string; readonly pregnancyId: string | null },
  bornOn: Newborn['bornOn'],
  reason: string,
): void {
  context.write([{ noun: 'birth', recordId: birth.id, verb: 'corrected', body: { bornOn }, reason }])
  const pregnancy =
    birth.pregnancyId === null ? null : context.store.records.find('pregnancy', birth.pregnancyId)
  if (!pregnancy || pregnancy.voided) return
  const body = { endedOn: bornOn }
  context.write([{ noun: 'pregnancy', recordId: pregnancy.id, verb: 'corrected', body, reason }])
}
