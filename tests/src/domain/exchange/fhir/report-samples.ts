import type { CellValue } from '../../../../../src/domain/report/counted-report'
import type { Report } from '../../../../../src/domain/report/report-record'
import { at, idOf, recordOf, resources } from './register'

/** The month's report of the programme as it stands in the resources. */
export const epiForm = (() => {
  const form = resources.reportForms.find(({ id }) => id === 'epi-month')
  if (!form) throw new Error('there is no form of the month')
  return form
})()
const [table] = epiForm.sections

/** A row with what its columns say, the others empty. */
export function row(id: string, said: Readonly<Record<string, CellValue>>) {
  const columns = table && table.kind === 'table' ? table.columns : []
  return { id, label: null, cells: columns.map(column => said[column.id] ?? null) }
}

/** An invented report that was sent. */
export const sentReport: Report = {
  formId: 'epi-month',
  period: '2026-10',
  basis: 'place',
  formVersion: epiForm.version,
  version: 2,
  amends: idOf(84),
  amendReason: 'Nhập muộn một mũi',
  state: 'sent',
  entered: { 'results/bcg/target': 40 },
  findings: [],
  counted: {
    formId: 'epi-month',
    formVersion: epiForm.version,
    period: '2026-10',
    basis: 'place',
    sections: [
      {
        id: table?.id ?? '',
        rows: [row('bcg', { target: 40, given: 3, valid: 3, 'given-year': 30, share: 72.5 }), row('mr', {})],
      },
      { id: 'people', rows: [{ id: 'x', label: 'Người Thử', cells: ['Người Thử', 1] }] },
    ],
  },
  frozenNames: { 'results/bcg/given': [idOf(31)] },
  madeByUserId: idOf(3),
  checkedByName: 'Điều dưỡng Thử Nghiệm',
  checkedAt: at('2026-11-01T01:00:00.000Z'),
  signedByName: 'Trưởng trạm Thử Nghiệm',
  signedAt: at('2026-11-01T02:00:00.000Z'),
  sentAt: at('2026-11-01T02:05:00.000Z'),
  sentBy: 'link',
  answeredAt: null,
  answer: null,
}

export const report = recordOf('report', idOf(85), sentReport)
