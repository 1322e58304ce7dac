import { refuse } from '../../../src/contract/errors'
import type { DocumentRequest } from '../../../src/contract/print-calls'
import { reportAddressees, reportField } from '../../../src/domain/aefi/aefi-case'
import { vietnamTimeOf } from '../../../src/domain/calendar/calendar-day'
import { type AefiCasePaper, buildAefiCasePaper } from '../../../src/domain/document/aefi-case-paper'
import {
  buildContactList,
  type ContactFacts,
  type ContactListPaper,
} from '../../../src/domain/document/contact-list'
import type { Issue } from '../../../src/domain/document/facts'
import { dayOnPaper, momentOnPaper } from '../../../src/domain/document/words'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { ServiceContext } from '../service'
import { caseOrRefuse } from './case-view'
import { besideCase, recallOf } from './concerned'
import { addresseeNames, type ContactRowFacts, contactRow, stateWords } from './contact-row'
import { callListOf } from './contacts'

/** So many stand on paper; a longer list is exported, and the paper says how many are left. */
const mostOnPaper = 500

/** The form of a severe case as far as it is filled in. */
export function casePaper(context: ServiceContext, caseId: string, issue: Issue): AefiCasePaper {
  const { store, resources } = context
  const of = caseOrRefuse(context, caseId)
  const person = store.records.find('person', of.personId)
  if (!person) return refuse('person.not-found')
  return buildAefiCasePaper({
    of,
    form: resources.caseForm,
    person: { name: displayName(person), code: identifierOf(person, 'person-code') ?? '' },
    doses: of.doseIds.flatMap(doseId => {
      const dose = store.records.find('dose', doseId)
      return dose
        ? [{ doseId, name: resources.vaccines.get(dose.vaccineCode)?.shortName ?? dose.vaccineCode }]
        : []
    }),
    reports: reportAddressees.map(to => {
      const report = of[reportField[to]]
      const name = addresseeNames[to]
      return report ? `${name}: đã báo ${momentOnPaper(report.at)}, ${report.byName}` : `${name}: chưa báo`
    }),
    issue,
  })
}

/** A list of people to be called. Refuses a list that nobody named. */
export function contactList(
  context: ServiceContext,
  list: DocumentRequest['list'],
  issue: Issue,
): ContactListPaper {
  switch (list?.of) {
    case 'recall':
      return recallPaper(context, list.lotId, issue)
    case 'case':
      return besidePaper(context, list.caseId, issue)
    case 'calls':
      return callsPaper(context, list.on, issue)
    default:
      return refuse('contract.bad-request', {}, 'list')
  }
}

function recallPaper(context: ServiceContext, lotId: string, issue: Issue): ContactListPaper {
  const lot = context.store.lots.find(lotId) ?? refuse('lot.not-found')
  const { counts, lines } = recallOf(context, lotId, { offset: 0, limit: mostOnPaper })
  const name = context.resources.vaccines.get(lot.vaccineCode)?.shortName ?? lot.vaccineCode
  return buildContactList({
    title: 'DANH SÁCH THU HỒI LÔ VẮC XIN',
    lines: [
      `${name} · lô ${lot.number} · hạn ${dayOnPaper(lot.expiresOn)}`,
      `${counts.persons} người, ${counts.doses} mũi; đã gặp ${counts.reached}, không gặp ${counts.unreachable}`,
      ...(lot.statusReason ? [`Lý do: ${lot.statusReason}`] : []),
    ],
    people: lines.map(toFacts),
    total: counts.lines,
    issue,
  })
}

function besidePaper(context: ServiceContext, caseId: string, issue: Issue): ContactListPaper {
  const of = caseOrRefuse(context, caseId)
  const { counts, lines } = besideCase(context, caseId, { offset: 0, limit: mostOnPaper })
  return buildContactList({
    title: 'NGƯỜI TIÊM CÙNG LÔ, CÙNG BUỔI',
    lines: [`Ca ${of.facts['case-number'] ?? of.caseNumber}`, `${counts.persons} người, ${counts.doses} mũi`],
    people: lines.map(toFacts),
    total: counts.lines,
    issue,
  })
}

function callsPaper(
  context: ServiceContext,
  on: Parameters<typeof callListOf>[1],
  issue: Issue,
): ContactListPaper {
  const { from, to, lines } = callListOf(context, on)
  const days = from === to ? dayOnPaper(from) : `${dayOnPaper(from)} – ${dayOnPaper(to)}`
  return buildContactList({
    title: 'GỌI HỎI SAU TIÊM',
    lines: [
      `Tiêm ngày ${days}`,
      'Hỏi: sốt, bú và ngủ, tỉnh táo, thở, chỗ tiêm, phát ban, co giật, khóc dai.',
    ],
    people: lines.slice(0, mostOnPaper).map(line => ({
      ...contactRow(line),
      doses: line.vaccines,
      givenOn: line.sessionOn,
      givenTime: null,
      state: stateWords(line.contact),
    })),
    total: lines.length,
    issue,
  })
}

function toFacts(line: ContactRowFacts): ContactFacts {
  return {
    ...contactRow(line),
    doses: [`${line.vaccineName} ${line.lotNumber ?? ''}`],
    givenOn: line.givenOn,
    givenTime: line.givenAt && vietnamTimeOf(line.givenAt),
    state: stateWords(line.contact),
  }
}
