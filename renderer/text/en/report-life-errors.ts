import type { reportLifeErrors as vi } from '../vi/report-life-errors'

export const reportLifeErrors: typeof vi = {
  'report.not-found': () => 'This report is not here. Open the list of reports again.',
  'report.wrong-state': () =>
    'This version has moved on, so nothing was done. Look at where it stands and go on from there.',
  'report.is-signed': () => 'This report is signed. To change it, begin an amendment.',
  'report.open-version': () =>
    'A version of this report is not signed yet. Go on with that one, or withdraw it first.',
  'report.check-outdated': () =>
    'The numbers have not been counted for this check. Press “Check” to count them.',
  'report.findings-changed': () =>
    'The cross-checks say something else than when their reasons were written, so nothing was signed. Check again, then sign.',
  'report.period-not-over': () =>
    'The period is not over, so it cannot be signed yet. Sign from its last day on.',
  'report.may-not-sign': () =>
    'This person may not sign reports. Choose the head of the point or the administrator.',
  'report.signature-old': () =>
    'The PIN was typed more than two minutes ago, so nothing was signed. Type it again.',
  'report.case-by-hand': () =>
    'The report of a case goes as a file or on paper. The case itself travels through the link.',
  'report.not-joined': () =>
    'This point is not joined to the province’s server. Export the file to send it or to enter it into the national system.',
}
