import type { CellValue, CountedReport } from '../../../../../src/domain/report/counted-report'
import type { FactSelection } from '../../../../../src/domain/report/report-fact'
import type { FormColumn, Measure, ReportForm } from '../../../../../src/domain/report/report-form'

const say = (text: string) => ({ vi: text, en: text })
const sourced = { confirmation: 'unverified', source: 'made by hand' } as const

export const column = (id: string, measure: Measure): FormColumn => ({
  id,
  label: say(id),
  heading: null,
  measure,
})
export const counting = (
  id: string,
  select: Partial<FactSelection> = {},
  window: 'period' | 'year-to-date' = 'period',
): FormColumn => column(id, { kind: 'count', select, window })

const valid = { statuses: ['valid'] } as const

/** A small form with every kind of column a check looks at. */
export const form: ReportForm = {
  ...sourced,
  id: 'small-month',
  version: '1',
  title: say('Small'),
  validFrom: '2020-01-01' as ReportForm['validFrom'],
  validTo: null,
  period: 'month',
  bases: ['place', 'residence'],
  deadline: { kind: 'before-day-after', day: 3, month: null },
  to: say('Station'),
  sections: [
    {
      kind: 'table',
      id: 'results',
      title: say('Results'),
      columns: [
        column('target', { kind: 'entered' }),
        counting('given'),
        counting('valid', valid),
        counting('given-year', {}, 'year-to-date'),
        counting('valid-year', valid, 'year-to-date'),
        column('share', { kind: 'share', of: 'valid-year', in: 'target' }),
        counting('deferred', { fact: 'not-given' }),
        counting('planned', { fact: 'came-of-age' }),
        column('all', { kind: 'sum', of: ['given', 'deferred'] }),
      ],
      rows: ['bcg', 'mr'].map(id => ({
        ...sourced,
        id,
        label: say(id),
        group: null,
        select: { fact: 'dose', programmes: ['epi', 'fee'], vaccineCodes: [id.toUpperCase()] },
      })),
    },
  ],
}

/** A report of the small form; cells in the order of its columns. */
export function counted(
  rows: Readonly<Record<string, readonly CellValue[]>>,
  period = '2026-10',
): CountedReport {
  return {
    formId: form.id,
    formVersion: form.version,
    period,
    basis: 'place',
    sections: [
      { id: 'results', rows: Object.entries(rows).map(([id, cells]) => ({ id, label: null, cells })) },
    ],
  }
}
