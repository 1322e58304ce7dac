import type { Instant } from '../calendar/calendar-day'

/** What left a printer, kept in the journal: which paper of whom, when, and whether it was a copy. */
export type PrintedDocument = {
  readonly kind:
    | 'vaccination-record'
    | 'vaccination-certificate'
    | 'appointment-slip'
    | 'person-label'
    | 'catch-up-plan'
    | 'transfer-slip'
    | 'aefi-case-form'
    | 'contact-list'
    | 'session-close'
    | 'screening-checklist'
    | 'screening-referral'
    | 'maternal-referral'
    | 'session-invitations'
    | 'stock-sheet'
    | 'upload-proof'
    | 'growth-chart'
    | 'report'
    | 'indicator-sheet'
    | 'fee-receipt'
    | 'queue-ticket'
    | 'handbook-sticker'
    | 'certificate-label'
    | 'vial-label'
    | 'handbook-visit'
    | 'handbook-visit-label'
    | 'mother-child-handbook'
    | 'test-page'
  readonly personId: string | null
  readonly printerName: string
  readonly jobId: string
  readonly reprint: boolean
  readonly printedAt: Instant
}
