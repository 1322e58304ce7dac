import { refuse } from '../../../src/contract/errors'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Issue } from '../../../src/domain/document/facts'
import {
  buildSessionInvitations,
  type InvitationFacts,
  type InvitationGroup,
  type SessionInvitations,
} from '../../../src/domain/document/session-invitations'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import { formatPhone } from '../../../src/domain/person/phone'
import { addressLine } from '../../../src/domain/person/units'
import { ageGroupOf } from '../../../src/domain/session-plan/attendance'
import type { Invitation } from '../../../src/domain/session-plan/plan'
import { type SupplyLine, suppliesToBring } from '../../../src/domain/session-plan/supplies-to-bring'
import { type BringList, whatToBring } from '../../../src/domain/session-plan/what-to-bring'
import { usableDoses } from '../../../src/domain/stock/lot'
import type { Stored } from '../../db/record-store'
import { residenceMark } from '../family/residence'
import { contactOf } from '../person/person-hit'
import type { ServiceContext } from '../service'
import { workerAt } from './health-workers'
import { planFacts } from './plan-facts'
import { phoneOf, placeOf } from './plan-lines'
import { slotWords } from './slot-words'

type Invited = { readonly person: Stored<Person>; readonly invitation: Stored<Invitation> }

/** The papers of a saved plan. Refuses with `plan.not-found` while nothing is saved for the day. */
export function invitationsOnPaper(
  context: ServiceContext,
  on: CalendarDay,
  issue: Issue,
): SessionInvitations {
  if (!context.store.plans.planOn(on)) refuse('plan.not-found', { on })
  const invited = invitedOn(context, on)
  const groups = new Map<string, Invited[]>()
  for (const one of invited) {
    const { communeCode, hamlet } = placeOf(one.person)
    const key = `${hamlet}|${communeCode}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const bring = bringFor(context, invited, on)
  return buildSessionInvitations({
    on,
    groups: [...groups.values()]
      .map(some => groupOnPaper(context, some))
      .toSorted((a, b) => a.hamlet.localeCompare(b.hamlet, 'vi')),
    bring: bringWords(bring, suppliesFor(context, bring, on)),
    issue,
  })
}

/** Who is invited still; a slip for somebody who died or moved away since is not printed. */
function invitedOn(context: ServiceContext, on: CalendarDay): readonly Invited[] {
  const { store } = context
  return store.plans
    .invitationsOn(on)
    .filter(({ status }) => status === 'invited')
    .flatMap(invitation => {
      const person = store.persons.find(invitation.personId)
      const mark = residenceMark(context, invitation.personId, on)
      return person && !person.voided && (mark === null || mark.isFollowed) ? [{ person, invitation }] : []
    })
}

function groupOnPaper(context: ServiceContext, some: readonly Invited[]): InvitationGroup {
  const [first] = some
  const worker = first ? workerAt(context, first.person) : null
  return {
    hamlet: first ? placeOf(first.person).hamlet : '',
    worker: worker && [worker.name, worker.phone && formatPhone(worker.phone)].filter(Boolean).join(' · '),
    lines: some
      .map(one => lineOnPaper(context, one))
      .toSorted((a, b) => a.when.localeCompare(b.when) || a.name.localeCompare(b.name, 'vi')),
  }
}

function lineOnPaper({ resources }: ServiceContext, { person, invitation }: Invited): InvitationFacts {
  const phone = phoneOf(person)
  return {
    code: identifierOf(person, 'person-code'),
    name: displayName(person),
    birthDate: person.birthDate,
    mother: contactOf(person)?.name ?? null,
    phone: phone && formatPhone(phone),
    address: addressLine(resources.units, person.addresses.current) || null,
    when: slotWords(invitation),
    vaccines: invitation.doses.map(({ label }) => label),
  }
}

function bringFor(context: ServiceContext, invited: readonly Invited[], on: CalendarDay): BringList {
  const facts = planFacts(context, on)
  return whatToBring({
    people: invited.map(({ invitation: { hamlet, ageMonths, doses } }) => ({
      chance: facts.attendance.chanceOf(hamlet, ageGroupOf(ageMonths)),
      vaccineCodes: doses.flatMap(({ vaccineCode }) => vaccineCode ?? []),
    })),
    vaccines: facts.vaccines,
    onShelf: facts.onShelf,
    rule: context.resources.planning.supplies,
  })
}

/** What the box needs besides vaccine, against what may be used of it that day. */
function suppliesFor({ store, resources }: ServiceContext, bring: BringList, on: CalendarDay) {
  const supplies = [...resources.supplies.values()]
  const onHand = supplies.map(({ code }): [string, number] => [
    code,
    store.lots
      .list(code)
      .filter(({ status, expiresOn }) => status === 'active' && expiresOn >= on)
      .reduce((sum, lot) => sum + usableDoses(lot), 0),
  ])
  return suppliesToBring(bring, supplies, new Map(onHand))
}

/** Supplies the book has too little of, in one line; none where it has enough. */
function shortOf(supplies: readonly SupplyLine[]): readonly string[] {
  const short = supplies.filter(({ missing }) => missing > 0)
  if (short.length === 0) return []
  return [`Kho thiếu: ${short.map(({ nameVi, missing }) => `${nameVi} ${missing}`).join(' · ')}`]
}

/** What to take along, a line for each vaccine and one for the rest. */
function bringWords(
  { lines, syringes, safetyBoxes }: BringList,
  supplies: readonly SupplyLine[],
): readonly string[] {
  const vaccines = lines.map(({ shortName, doses, vials, diluents, missing }) =>
    [
      `${shortName}: ${doses} liều`,
      vials === null ? null : `${vials} lọ`,
      diluents === null ? null : `${diluents} dung môi`,
      missing > 0 ? `kho thiếu ${missing}` : null,
    ]
      .filter(part => part !== null)
      .join(', '),
  )
  const { ml01, ml05, ml5, other } = syringes
  const rest = [
    `Bơm kim 0,1 ml: ${ml01}`,
    `0,5 ml: ${ml05}`,
    `5 ml: ${ml5}`,
    other > 0 ? `cỡ khác: ${other}` : null,
    `Hộp an toàn: ${safetyBoxes}`,
  ]
  return [...vaccines, rest.filter(part => part !== null).join(' · '), ...shortOf(supplies)]
}
