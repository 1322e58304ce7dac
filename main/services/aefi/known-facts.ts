import type { KnownDose, KnownFacts } from '../../../src/domain/aefi/prefill'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Dose } from '../../../src/domain/immunization/dose'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import { addressLine } from '../../../src/domain/person/units'
import type { PointKind } from '../../../src/domain/point/point'
import { reactionSignWords } from '../../../src/domain/session/reaction-sign'
import type { Reaction } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import { doseNumbersOf } from '../document/doses-on-paper'
import { contactOf } from '../person/person-hit'
import { actorOf, type ServiceContext } from '../service'

type Asked = {
  readonly caseId: string
  readonly reaction: Reaction
  readonly doses: readonly Stored<Dose>[]
  readonly sessionOn: CalendarDay | null
}

const settings: Readonly<Record<PointKind, KnownFacts['setting']>> = {
  'commune-station': 'station',
  hospital: 'hospital',
  'private-clinic': 'clinic',
  other: null,
}

/** Everything the point holds that a report of a severe event asks for. */
export function knownFacts(context: ServiceContext, asked: Asked): KnownFacts {
  const { store, resources, at } = context
  const { reaction, doses, sessionOn } = asked
  const person = store.records.find('person', reaction.personId)
  if (!person) throw new Error('a reaction belongs to a person')
  const point = store.point()
  const lotIds = doses.flatMap(({ lotId }) => lotId ?? [])
  return {
    caseNumber: caseNumberOf(asked, point?.code ?? null),
    at,
    reporterName: actorOf(context).name,
    point: point && {
      name: point.name,
      address: addressLine(resources.units, point.address),
      phone: point.phone,
    },
    setting: point ? settings[point.kind] : null,
    person: personFacts(context, person),
    reaction,
    history: historyOf(context, person, reaction),
    sameSession: store.after.countBeside([], sessionOn, person.id).persons + 1,
    sameLot: store.after.countBeside(lotIds, null, person.id).persons + 1,
    sameVial: sameVial(context, doses),
    doses: knownDoses(context, person, doses),
  }
}

/** Unlike any other by the end of the case's id; short enough to say on the telephone. */
function caseNumberOf({ caseId, sessionOn }: Asked, pointCode: string | null): string {
  const tail = caseId.slice(-6).toUpperCase()
  return [pointCode, (sessionOn ?? '').replaceAll('-', ''), tail].filter(Boolean).join('-')
}

function personFacts({ resources }: ServiceContext, person: Stored<Person>): KnownFacts['person'] {
  const group = resources.ethnicGroups.find(({ code }) => code === person.ethnicGroupCode)
  return {
    name: displayName(person),
    code: identifierOf(person, 'person-code'),
    birthDate: person.birthDate,
    sex: person.sex,
    ethnicGroup: group?.name ?? null,
    parent: contactOf(person)?.name ?? null,
    phone: person.phone ?? person.relatives.find(({ phone }) => phone !== null)?.phone ?? null,
    address: addressLine(resources.units, person.addresses.current),
  }
}

/** Alerts, earlier reactions, and what the checklist of the visit said "Có" to. */
function historyOf(
  { store, resources }: ServiceContext,
  person: Stored<Person>,
  reaction: Reaction,
): readonly string[] {
  const alerts = person.alerts.flatMap(({ note }) => note ?? [])
  const earlier = store.records
    .list('reaction', { person_id: person.id }, 'created_stamp')
    .filter(({ visitId, onsetAt }) => visitId !== reaction.visitId && onsetAt < reaction.onsetAt)
    .map(({ signs, onsetAt }) => {
      const words = signs.map(sign => reactionSignWords(sign, 'vi')).join(', ')
      return `phản ứng trước (${onsetAt.slice(0, 10)}): ${words}`
    })
  const screening =
    reaction.visitId === null
      ? undefined
      : store.records.list('screening', { visit_id: reaction.visitId }, 'created_stamp').at(-1)
  const form = screening && resources.screeningForms.find(({ id }) => id === screening.formId)
  const yes = form?.items.filter(({ code }) => screening?.answers[code]?.yes) ?? []
  return [...alerts, ...earlier, ...yes.map(item => screening?.answers[item.code]?.detail || item.text.vi)]
}

/** So many got a dose from a vial of these; null when no vial is known. */
function sameVial({ store }: ServiceContext, doses: readonly Stored<Dose>[]): number | null {
  const counts = doses.flatMap(({ vialId }) =>
    vialId ? [store.records.list('dose', { vial_id: vialId }, 'id').length] : [],
  )
  return counts.length === 0 ? null : Math.max(...counts)
}

function knownDoses(
  context: ServiceContext,
  person: Stored<Person>,
  doses: readonly Stored<Dose>[],
): readonly KnownDose[] {
  const { store, resources } = context
  const numbers = doseNumbersOf(context, person)
  return doses.map(dose => ({
    doseId: dose.id,
    dose,
    vaccine: resources.vaccines.get(dose.vaccineCode) ?? null,
    lot: dose.lotId === null ? null : store.records.find('lot', dose.lotId),
    number: numbers.get(dose.id) ?? null,
  }))
}

/** Doses a reaction of a day may have followed: those of the last day before it on which any were given. */
export function dosesBefore(
  { store }: ServiceContext,
  personId: string,
  onsetOn: CalendarDay,
): readonly Stored<Dose>[] {
  const before = store.records
    .list('dose', { person_id: personId }, 'given_on, created_stamp')
    .filter(({ givenOn }) => givenOn <= onsetOn)
  const last = before.at(-1)?.givenOn
  return before.filter(({ givenOn }) => givenOn === last)
}
