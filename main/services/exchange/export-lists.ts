import type { ExportList } from '../../../src/contract/export-values'
import type { ExportedList, ExportScope } from './exported-list'
import { boardList } from './lists/board-list'
import { callListExport, caseContactList, recallList } from './lists/contact-lists'
import { countedReportList, reportNamesList } from './lists/counted-report-lists'
import { dueList } from './lists/due-list'
import { duplicateList } from './lists/duplicate-list'
import { handbookLinesList, programmeList, programmeNamesList } from './lists/handbook-lists'
import { indicatorList, indicatorNamesList } from './lists/indicator-lists'
import { ledgerList } from './lists/ledger-list'
import { planList } from './lists/plan-list'
import { personList } from './lists/register-list'
import { reportList } from './lists/report-list'
import { rollOutList } from './lists/roll-out-list'
import { stockList } from './lists/stock-list'

/** The list of a request. */
export function listOf(of: ExportList, scope: ExportScope): ExportedList {
  switch (of.list) {
    case 'register':
      return personList(scope.personIds)
    case 'due':
      return dueList(of, scope.due)
    case 'board':
      return boardList(of.on)
    case 'duplicates':
      return duplicateList(of.certainty)
    case 'recall':
      return recallList(of.lotId)
    case 'case-contacts':
      return caseContactList(of.caseId)
    case 'call-list':
      return callListExport(of.on)
    case 'plan':
      return planList(of.on)
    case 'stock':
      return stockList
    case 'ledger':
      return ledgerList(of.lotId)
    case 'handbook':
      return handbookLinesList(of, scope.handbook)
    case 'programme':
      return programmeList(of, scope.programme)
    case 'programme-names':
      return programmeNamesList(of, scope.names)
    case 'roll-out':
      return rollOutList(of, scope.rollOut ?? null)
    case 'report':
      return countedReportList(of, scope.report)
    case 'report-names':
      return reportNamesList(of, scope.reportNames)
    case 'indicators':
      return indicatorList(of, scope.rows ?? [])
    case 'indicator-names':
      return indicatorNamesList(of, scope.children ?? [])
    case 'import-report':
      return reportList(scope.lines)
  }
}
