import type { RequestOf } from '../../../src/contract/call'
import { refuse } from '../../../src/contract/errors'
import { buildDocument, noteDocument } from '../../../src/contract/internal-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { buildAppointmentSlip } from '../../../src/domain/document/appointment-slip'
import { buildCatchUpPaper } from '../../../src/domain/document/catch-up-paper'
import type { PrintDocument } from '../../../src/domain/document/document'
import type { DocumentDose, DocumentPerson, Issue } from '../../../src/domain/document/facts'
import { buildHandbookSticker } from '../../../src/domain/document/handbook-sticker'
import { buildHandbookVisit, buildHandbookVisitLabel } from '../../../src/domain/document/handbook-visit'
import { buildPersonLabel } from '../../../src/domain/document/person-label'
import { buildScreeningChecklist } from '../../../src/domain/document/screening-checklist'
import { buildScreeningReferral } from '../../../src/domain/document/screening-referral'
import { buildTestPage } from '../../../src/domain/document/test-page'
import { buildTransferPaper } from '../../../src/domain/document/transfer-slip'
import { buildVaccinationRecord } from '../../../src/domain/document/vaccination-record'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import { addressLine } from '../../../src/domain/person/units'
import type { Stored } from '../../db/record-store'
import { casePaper, contactList } from '../aefi/papers'
import { growthOnPaper } from '../handbook/growth-on-paper'
import { maternalReferral } from '../handbook/referral-on-paper'
import { chartOf } from '../immunization/chart'
import { catchUpOf } from '../immunization/plan-catch-up'
import { indicatorsOnPaper } from '../indicator/indicators-on-paper'
import { uploadProof } from '../link/proof'
import { contactOf } from '../person/person-hit'
import { invitationsOnPaper } from '../plan/invitations-on-paper'
import { countedPaper } from '../report/report-on-paper'
import { type ServiceContext, serve } from '../service'
import { transferCodes } from '../transfer/slip-of'
import { threadInWords } from '../transfer/thread-on-slip'
import { certificateLabel, certificateOnPaper } from './certificate-on-paper'
import { dosesOnPaper } from './doses-on-paper'
import { handbookOnPaper } from './handbook-on-paper'
import { handbookVisitOf } from './handbook-visit-on-paper'
import { issueOf } from './issue'
import { screeningOnPaper } from './screening-on-paper'
import { sessionSheetOf } from './session-sheet'
import { feeReceipt, queueTicket, stockSheet, vialLabel } from './small-papers'
import { withTemplate } from './templates'

export const buildDocumentService = serve(
  buildDocument,
  (context, request): PrintDocument => withTemplate(context, documentOf(context, request)),
)

function documentOf(context: ServiceContext, request: RequestOf<typeof buildDocument>): PrintDocument {
  if (request.kind === 'test-page') return testPage(context, request.printerId)
  if (request.kind === 'contact-list') return contactList(context, request.list, issueOf(context))
  if (request.kind === 'aefi-case-form') return casePaper(context, request.caseId ?? '', issueOf(context))
  const on = request.on ?? context.today
  if (request.kind === 'session-close') return sessionSheetOf(context, on, issueOf(context))
  if (request.kind === 'session-invitations') return invitationsOnPaper(context, on, issueOf(context))
  if (request.kind === 'upload-proof') return proofOf(context, request)
  if (request.kind === 'report') return countedPaper(context, request.report ?? refuse('report.unknown-form'))
  if (request.kind === 'stock-sheet') return stockSheet(context, issueOf(context))
  if (request.kind === 'indicator-sheet')
    return indicatorsOnPaper(context, request.indicators ?? refuse('report.unknown-cell'), issueOf(context))
  if (request.kind === 'vial-label') return vialLabel(context, request, issueOf(context))
  const person = request.personId ? context.store.records.find('person', request.personId) : null
  if (!person) return refuse('person.not-found')
  const facts = personOnPaper(context, person)
  if (request.kind === 'handbook-visit' || request.kind === 'handbook-visit-label') {
    const visit = handbookVisitOf(context, person, request.recordId ?? null)
    const build = request.kind === 'handbook-visit' ? buildHandbookVisit : buildHandbookVisitLabel
    return build({ person: facts, visit, issue: issueOf(context) })
  }
  if (request.kind === 'mother-child-handbook')
    return handbookOnPaper(context, person, facts, issueOf(context))
  if (request.kind === 'growth-chart') return growthOnPaper(context, person, facts, issueOf(context))
  if (request.kind === 'maternal-referral')
    return maternalReferral(context, person, facts, request.visitId, issueOf(context))
  return personPaper(context, { ...request, kind: request.kind }, person, facts)
}

type Request = RequestOf<typeof buildDocument>
type PersonPaperKind = Exclude<
  Request['kind'],
  | 'test-page'
  | 'contact-list'
  | 'aefi-case-form'
  | 'session-close'
  | 'session-invitations'
  | 'upload-proof'
  | 'report'
  | 'stock-sheet'
  | 'vial-label'
  | 'handbook-visit'
  | 'handbook-visit-label'
  | 'mother-child-handbook'
  | 'growth-chart'
  | 'indicator-sheet'
  | 'maternal-referral'
>

function personPaper(
  context: ServiceContext,
  request: Request & { readonly kind: PersonPaperKind },
  person: Stored<Person>,
  facts: DocumentPerson,
): PrintDocument {
  const issue = issueOf(context)
  switch (request.kind) {
    case 'person-label':
      return buildPersonLabel({ person: facts, issue })
    case 'handbook-sticker':
      return buildHandbookSticker({ person: facts, issue })
    case 'certificate-label':
      return certificateLabel(context, person, facts, issue)
    case 'queue-ticket':
      return queueTicket(context, facts, request.visitId, issue)
    case 'fee-receipt':
      return feeReceipt(context, person, facts, request, issue)
    case 'appointment-slip':
      return slip(context, person, facts, request.visitId)
    case 'vaccination-record':
      return record(context, person, facts)
    case 'vaccination-certificate':
      return certificateOnPaper(context, person, facts, issue)
    case 'catch-up-plan':
      return catchUpPaper(context, person, facts, request.catchUp ?? null)
    case 'transfer-slip':
      return transfer(context, person, facts)
    case 'screening-checklist':
    case 'screening-referral':
      return screeningPaper(context, person, facts, request, issue)
  }
}

export const noteDocumentService = serve(noteDocument, (context, note) => {
  const body = { ...note, printedAt: context.at }
  context.write([{ noun: 'document', recordId: context.newId(), verb: 'recorded', body }])
  return {}
})

function screeningPaper(
  context: ServiceContext,
  person: Stored<Person>,
  facts: DocumentPerson,
  { kind, visitId }: { readonly kind: string; readonly visitId: string | null },
  issue: Issue,
): PrintDocument {
  const screened = screeningOnPaper(context, person, facts, visitId, issue)
  return kind === 'screening-checklist' ? buildScreeningChecklist(screened) : buildScreeningReferral(screened)
}

function catchUpPaper(
  context: ServiceContext,
  person: Stored<Person>,
  facts: DocumentPerson,
  wishes: Parameters<typeof catchUpOf>[3],
): PrintDocument {
  const plan = catchUpOf(context, person, context.today, wishes)
  return buildCatchUpPaper({ person: facts, plan, issue: issueOf(context) })
}

/** Of a day, or of a span of days. */
function proofOf(
  context: ServiceContext,
  { on, until }: { readonly on?: CalendarDay | undefined; readonly until?: CalendarDay | undefined },
) {
  const from = on ?? context.today
  return uploadProof(context, { from, to: until ?? from }, issueOf(context))
}

function testPage(context: ServiceContext, printerId: string | null): PrintDocument {
  const printer = context.store.print.listPrinters().find(({ id }) => id === printerId)
  if (!printer) return refuse('printer.unknown')
  return buildTestPage({ printer, issue: issueOf(context) })
}

/** A record from another system may have no code of ours yet; papers need one, so it must have been registered here. */
function personOnPaper({ resources }: ServiceContext, person: Person): DocumentPerson {
  const contact = contactOf(person)
  const relative = contact && person.relatives.find(({ relation }) => relation === contact.relation)
  return {
    name: displayName(person),
    birthDate: person.birthDate,
    sex: person.sex,
    code: identifierOf(person, 'person-code') ?? '',
    nationalId: identifierOf(person, 'national-id'),
    address: addressLine(resources.units, person.addresses.current) || null,
    relative: relative
      ? {
          relation: relative.relation,
          name: relative.name,
          birthYear: relative.birthYear,
          phone: relative.phone,
        }
      : null,
  }
}

function slip(
  context: ServiceContext,
  person: Stored<Person>,
  facts: DocumentPerson,
  visitId: string | null,
): PrintDocument {
  const { store, resources, today } = context
  const visit = visitId ? store.records.find('visit', visitId) : null
  const appointment = store.visits.nextAppointment(person.id, today)
  const doses = dosesOnPaper(context, person)
  return buildAppointmentSlip({
    person: facts,
    ticket: visit?.ticket ?? null,
    givenToday: doses.filter(dose => dose.givenOn === (visit?.sessionOn ?? today) && !dose.historical),
    appointment: appointment && {
      on: appointment.on,
      slot: appointment.slot,
      time: appointment.time,
      reasons: appointment.labels,
    },
    aftercare: resources.aftercare,
    issue: issueOf(context),
  })
}

function transfer(context: ServiceContext, person: Stored<Person>, facts: DocumentPerson): PrintDocument {
  const { codes, thread, leftOut } = transferCodes(context, person)
  return buildTransferPaper({
    person: facts,
    doses: dosesOnPaper(context, person),
    next: nextOnPaper(context, person),
    codes,
    handbook: thread && threadInWords(thread),
    leftOut,
    issue: issueOf(context),
  })
}

function record(context: ServiceContext, person: Stored<Person>, facts: DocumentPerson): PrintDocument {
  const doses: readonly DocumentDose[] = dosesOnPaper(context, person)
  const next = nextOnPaper(context, person)
  return buildVaccinationRecord({ person: facts, doses, remarks: [], next, issue: issueOf(context) })
}

/** The appointment, or what the schedule says. */
function nextOnPaper(context: ServiceContext, person: Stored<Person>) {
  const appointment = context.store.visits.nextAppointment(person.id, context.today)
  const chart = chartOf(context, person.id, person, context.today)
  return appointment
    ? { on: appointment.on, reasons: appointment.labels }
    : chart.next && { on: chart.next.on, reasons: chart.next.labels.map(label => label.vi) }
}
