import type { reportErrors as vi } from '../vi/report-errors'
import { reportLifeErrors } from './report-life-errors'

export const reportErrors: typeof vi = {
  'report.unknown-form': () =>
    'There is no such form for this period. Choose another form or another period.',
  'report.people-unjudged': ({ count }) =>
    `Not counted: the records of ${count ?? '…'} people could not be judged. Call technical support.`,
  'report.busy': () =>
    'Records are being written all the time, so nothing was counted. Wait, then count again.',
  'report.not-counted': () =>
    'This report was not counted since the application was started. Open it, wait for its numbers, then print or export again.',
  'report.unknown-cell': () =>
    'This cell is no longer part of the form. Open the report again and choose a cell.',
  ...reportLifeErrors,
}
