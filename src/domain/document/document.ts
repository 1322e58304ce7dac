import type { AppointmentSlip } from './appointment-slip'
import type { CatchUpPaper } from './catch-up-paper'
import type { ReprintMark } from './marks'
import type { PersonLabel } from './person-label'
import type { PrinterRole } from './printer'
import type { ScreeningChecklist } from './screening-checklist'
import type { ScreeningReferral } from './screening-referral'
import type { SessionInvitations } from './session-invitations'
import type { SessionSheet } from './session-sheet'
import type { TestPage } from './test-page'
import type { TransferPaper } from './transfer-slip'
import type { VaccinationRecord } from './vaccination-record'

/** Everything that can be put on paper. Plain data: kept in a job as JSON, and laid out again for a reprint. */
export type PrintDocument =
  | VaccinationRecord
  | CatchUpPaper
  | TransferPaper
  | ScreeningChecklist
  | ScreeningReferral
  | AppointmentSlip
  | PersonLabel
  | SessionSheet
  | SessionInvitations
  | TestPage

/** The same paper, marked as a reprint. */
export function markReprint<D extends PrintDocument>(document: D, reprint: ReprintMark): D {
  return { ...document, reprint }
}

/** The kind of printer a paper belongs on. */
export function roleOf(document: PrintDocument): PrinterRole {
  switch (document.kind) {
    case 'vaccination-record':
    case 'catch-up-plan':
    case 'transfer-slip':
    case 'session-close':
    case 'screening-checklist':
    case 'screening-referral':
    case 'session-invitations':
      return 'page'
    case 'appointment-slip':
      return 'slip'
    case 'person-label':
      return 'label'
    case 'test-page':
      return document.role
  }
}
