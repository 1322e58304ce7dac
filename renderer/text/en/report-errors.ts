import type { reportErrors as vi } from '../vi/report-errors'
import { reportLifeErrors } from './report-life-errors'

export const reportErrors: typeof vi = {
  'report.unknown-form': () =>
    'There is no such form for this period. Choose another form or another period.',
  'report.unknown-cell': () =>
    'This cell is no longer part of the form. Open the report again and choose a cell.',
  ...reportLifeErrors,
}
