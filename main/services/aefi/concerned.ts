import {
  type ConcernedCounts,
  type ConcernedLine,
  type ConcernedPage,
  type ConcernedPerson,
  listBesideCase,
  recallLot,
} from '../../../src/contract/contact-calls'
import { refuse } from '../../../src/contract/errors'
import type { Contact } from '../../../src/domain/aefi/contact'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import { addressLine } from '../../../src/domain/person/units'
import type { ConcernedDose, Page, RecalledLot } from '../../db/after-repository'
import type { Stored } from '../../db/record-store'
import { contactOf } from '../person/person-hit'
import { type ServiceContext, serve } from '../service'
import { caseOrRefuse } from './case-view'

type Readers = Pick<ServiceContext, 'store' | 'resources'>

/** By which number a family is reached. */
export function phoneOf(person: Pick<Person, 'phone' | 'relatives'>): string | null {
  return person.phone ?? person.relatives.find(({ phone }) => phone !== null)?.phone ?? null
}

/** Who, where, by which phone, and what came of the last call. */
export function toConcerned(
  { resources }: Pick<Readers, 'resources'>,
  person: Stored<Person>,
  contact: Stored<Contact> | null,
): ConcernedPerson {
  return {
    personId: person.id,
    displayName: displayName(person),
    personCode: identifierOf(person, 'person-code'),
    birthDate: person.birthDate,
    contactName: contactOf(person)?.name ?? null,
    phone: phoneOf(person),
    hamlet: person.addresses.current?.hamlet ?? null,
    address: addressLine(resources.units, person.addresses.current),
    contact: contact && {
      contactId: contact.id,
      state: contact.state,
      note: contact.note,
      at: contact.at,
      byName: contact.byName,
    },
  }
}

type Contacts = ReadonlyMap<string, Stored<Contact>>

function concernedLines(
  context: Readers,
  doses: readonly ConcernedDose[],
  contacts: Contacts,
): readonly ConcernedLine[] {
  return doses.flatMap(({ personId, vaccineCode, kind, lotId: _l, ...dose }) => {
    const person = context.store.records.find('person', personId)
    if (!person) return []
    const who = toConcerned(context, person, contacts.get(personId) ?? null)
    const vaccineName = context.resources.vaccines.get(vaccineCode)?.shortName ?? vaccineCode
    return [{ ...who, ...dose, vaccineName, isHistorical: kind === 'historical' }]
  })
}

function countsOf(
  counted: { readonly doses: number; readonly persons: number },
  contacts: Contacts,
): ConcernedCounts {
  const states = [...contacts.values()].map(({ state }) => state)
  const count = (state: Contact['state']) => states.filter(each => each === state).length
  const symptoms = count('symptoms')
  const reached = count('fine') + count('reached') + symptoms
  return { ...counted, reached, symptoms, unreachable: count('unreachable') }
}

/** A lot as a recall asks for it: its own id, and its number on anything that protects against the same. */
function recalledLot({ store, resources }: Readers, lotId: string): RecalledLot {
  const lot = store.records.find('lot', lotId)
  if (!lot || lot.voided) return refuse('lot.not-found')
  const antigens = resources.vaccines.get(lot.vaccineCode)?.antigens ?? []
  const alike = [...resources.vaccines.values()].filter(vaccine =>
    vaccine.antigens.some(code => antigens.includes(code)),
  )
  const vaccineCodes = [...new Set([lot.vaccineCode, ...alike.map(({ code }) => code)])]
  return { lotId, number: lot.number, vaccineCodes }
}

export const recallLotService = serve(recallLot, (context, { lotId, ...page }) => {
  const { number, vaccineCode, expiresOn, status, statusReason, balance } =
    context.store.lots.find(lotId) ?? refuse('lot.not-found')
  const vaccineName = context.resources.vaccines.get(vaccineCode)?.shortName ?? vaccineCode
  const lot = { lotId, number, vaccineName, expiresOn, status, statusReason, balance }
  return { lot, ...recallOf(context, lotId, page) }
})

/** Everybody who got a lot, over the whole register. */
export function recallOf(context: Readers, lotId: string, page: Page): ConcernedPage {
  const { after } = context.store
  const asked = recalledLot(context, lotId)
  const contacts = after.contactsAbout('recall', lotId)
  return {
    counts: countsOf(after.countOfLot(asked), contacts),
    lines: concernedLines(context, after.dosesOfLot(asked, page), contacts),
  }
}

export const listBesideCaseService = serve(listBesideCase, (context, { caseId, ...page }) =>
  besideCase(context, caseId, page),
)

/** Everybody who got the lots of a case, or was vaccinated in the same session. */
export function besideCase(context: Readers, caseId: string, page: Page): ConcernedPage {
  const { store } = context
  const { after } = store
  const { doseIds, sessionOn, personId } = caseOrRefuse(context, caseId)
  const lotIds = doseIds.flatMap(doseId => store.records.find('dose', doseId)?.lotId ?? [])
  const contacts = after.contactsAbout('case', caseId)
  return {
    counts: countsOf(after.countBeside(lotIds, sessionOn, personId), contacts),
    lines: concernedLines(context, after.dosesBeside(lotIds, sessionOn, personId, page), contacts),
  }
}
