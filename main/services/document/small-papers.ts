import { refuse } from '../../../src/contract/errors'
import type { DocumentRequest } from '../../../src/contract/print-calls'
import type { PrintDocument } from '../../../src/domain/document/document'
import type { DocumentPerson, Issue } from '../../../src/domain/document/facts'
import { buildFeeReceipt } from '../../../src/domain/document/fee-receipt'
import { buildQueueTicket } from '../../../src/domain/document/queue-ticket'
import { buildStockSheet } from '../../../src/domain/document/stock-sheet'
import { buildVialLabel } from '../../../src/domain/document/vial-label'
import { displayName } from '../../../src/domain/person/display-name'
import type { Person } from '../../../src/domain/person/person'
import { byUseOrder } from '../../../src/domain/stock/lot'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'
import { doseNumbersOf } from './doses-on-paper'

/** The stock sheet: vaccines and supplies as the book has them now, by name as they are counted, first expired first. */
export function stockSheet(context: ServiceContext, issue: Issue): PrintDocument {
  const { store, resources, today } = context
  const nameOf = (code: string) =>
    resources.vaccines.get(code)?.shortName ?? resources.supplies.get(code)?.nameVi ?? code
  const byUse = byUseOrder(today)
  const lots = store.lots
    .list(null)
    .toSorted((a, b) => nameOf(a.vaccineCode).localeCompare(nameOf(b.vaccineCode), 'vi') || byUse(a, b))
  return buildStockSheet({ lots, nameOf, issue })
}

/**
 * The label of an open vial, or of a syringe drawn for somebody from a vial or a lot. From a lot with an open vial it is that
 * vial, first to be thrown away; a lot of single doses has none, and the syringe no hour.
 */
export function vialLabel(
  context: ServiceContext,
  { vialId, lotId, personId }: Pick<DocumentRequest, 'vialId' | 'lotId' | 'personId'>,
  issue: Issue,
): PrintDocument {
  const { store, resources } = context
  const ofLot = lotId ? (store.vials.listOpen(lotId)[0] ?? null) : null
  const vial = vialId ? store.vials.find(vialId) : ofLot
  if (!vial && !lotId) return refuse('vial.not-found')
  const lot = store.lots.find(vial?.lotId ?? lotId ?? '') ?? refuse('lot.not-found')
  const person = personId ? store.records.find('person', personId) : null
  return buildVialLabel({
    vaccine: resources.vaccines.get(lot.vaccineCode)?.shortName ?? lot.vaccineCode,
    lotNumber: lot.number,
    lotExpiresOn: lot.expiresOn,
    openedAt: vial?.openedAt ?? null,
    discardAt: vial?.discardBy ?? null,
    forName: person && displayName(person),
    issue,
  })
}

/** The number of a visit. Refuses without one: a number that nobody waits with misleads the room. */
export function queueTicket(
  { store }: ServiceContext,
  facts: DocumentPerson,
  visitId: string | null,
  issue: Issue,
): PrintDocument {
  const visit = visitId ? store.records.find('visit', visitId) : null
  if (!visit) return refuse('visit.not-found')
  return buildQueueTicket({ person: facts, ticket: visit.ticket, sessionOn: visit.sessionOn, issue })
}

/** The receipt of the paid doses of a visit; amounts are what the user entered for each dose, in đồng. */
export function feeReceipt(
  context: ServiceContext,
  person: Stored<Person>,
  facts: DocumentPerson,
  { visitId, amounts }: Pick<DocumentRequest, 'visitId' | 'amounts'>,
  issue: Issue,
): PrintDocument {
  const { store, resources, actor } = context
  const visit = visitId ? store.records.find('visit', visitId) : null
  if (!visit || visit.personId !== person.id) return refuse('visit.not-found')
  const numbers = doseNumbersOf(context, person)
  const paid = store.records
    .list('dose', { visit_id: visit.id }, 'given_on, created_stamp')
    .filter(({ programme, kind }) => programme === 'fee' && kind === 'administered')
  return buildFeeReceipt({
    person: facts,
    ticket: visit.ticket,
    doses: paid.map(dose => ({
      vaccine: resources.vaccines.get(dose.vaccineCode)?.shortName ?? dose.vaccineCode,
      number: numbers.get(dose.id) ?? dose.statedNumber,
      lotNumber: dose.lotNumber,
      dong: amounts?.find(({ doseId }) => doseId === dose.id)?.dong ?? null,
    })),
    cashier: actor?.name ?? null,
    issue,
  })
}
