import { readFileSync } from 'node:fs'
import { readReportForm } from '../../src/contract/report-file'
import { instantOf } from '../../src/domain/calendar/calendar-day'
import { buildReportPaper, type ReportPaper } from '../../src/domain/document/report-paper'
import type { CellValue, CountedReport, CountedRow } from '../../src/domain/report/counted-report'
import type { ReportForm, ReportKey } from '../../src/domain/report/report-form'
import { sampleIssue } from './document-samples'

const shippedForm: ReportForm = readReportForm(
  JSON.parse(readFileSync(new URL('../../resources/reports/epi-month.json', import.meta.url), 'utf8')),
)

/** Columns that the tests know by their places; what the shipped form gains beside them is not theirs. */
const knownColumns = [
  ...['target', 'given', 'valid', 'given-year', 'valid-year', 'share'],
  ...['deferred', 'contraindicated', 'reactions'],
]

/** The first table of the shipped form of a month, with these columns. */
export const monthForm: ReportForm = {
  ...shippedForm,
  sections: shippedForm.sections
    .slice(0, 1)
    .map(section =>
      section.kind === 'table'
        ? { ...section, columns: section.columns.filter(({ id }) => knownColumns.includes(id)) }
        : section,
    ),
}

export const monthKey: ReportKey = { formId: 'epi-month', period: '2026-10', basis: 'place' }

/** Invented numbers: each row and column has its own, so that a cell in the wrong place is seen. */
export function monthCounted(): CountedReport {
  const [section] = monthForm.sections
  if (section?.kind !== 'table') throw new Error('the form of a month is a table')
  const rows: readonly CountedRow[] = section.rows.map(({ id }, row) => ({
    id,
    label: null,
    cells: section.columns.map(({ measure }, column): CellValue => {
      if (measure.kind === 'entered') return row % 4 === 0 ? null : 1_200 + row
      if (measure.kind === 'share') return row % 4 === 0 ? null : 80 + row / 2
      return column > 5 && row % 3 !== 0 ? 0 : (row + 1) * 10 + column
    }),
  }))
  return {
    formId: monthForm.id,
    formVersion: monthForm.version,
    period: monthKey.period,
    basis: monthKey.basis,
    sections: [{ id: section.id, rows }],
  }
}

const label = (vi: string) => ({ vi, en: vi })

/** A form with every kind of section: a table by lot, a list of cases, questions. */
export const mixedForm: ReportForm = {
  ...monthForm,
  id: 'mixed',
  title: label('Báo cáo thử nhiều phần'),
  confirmation: 'sourced',
  sections: [
    {
      kind: 'by',
      id: 'lots',
      title: label('Sử dụng vắc xin'),
      by: 'lot',
      select: null,
      columns: [
        {
          ...{ id: 'opening', label: label('Tồn đầu kỳ'), heading: null },
          measure: { kind: 'given', field: 'opening' },
        },
        {
          ...{ id: 'used', label: label('Sử dụng'), heading: null },
          measure: { kind: 'given', field: 'used' },
        },
        {
          ...{ id: 'ratio', label: label('Hệ số sử dụng'), heading: null },
          measure: { kind: 'given', field: 'ratio' },
        },
      ],
    },
    {
      kind: 'list',
      id: 'cases',
      title: label('Danh sách ca'),
      of: 'severe-cases',
      columns: [
        { id: 'name', label: label('Họ và tên'), heading: label('Người được tiêm'), field: 'name' },
        { id: 'born', label: label('Ngày sinh'), heading: label('Người được tiêm'), field: 'born' },
        { id: 'sign', label: label('Triệu chứng'), heading: null, field: 'sign' },
      ],
    },
    {
      kind: 'answers',
      id: 'answers',
      title: label('Câu hỏi'),
      questions: [
        { id: 'computers', label: label('Số máy tính'), type: 'number', from: null },
        { id: 'trouble', label: label('Khó khăn'), type: 'text', from: null },
      ],
    },
  ],
}

export const mixedCounted: CountedReport = {
  formId: 'mixed',
  formVersion: mixedForm.version,
  period: '2026-10',
  basis: 'place',
  sections: [
    {
      id: 'lots',
      rows: [
        { id: 'lot-1', label: 'bOPV, lô OPV-118', cells: [1_240, 1_180, 1.05] },
        { id: 'lot-2', label: '=HYPERLINK("x","+84")', cells: [0, 0, null] },
      ],
    },
    {
      id: 'cases',
      rows: [{ id: 'case-1', label: null, cells: ['=1+1', { day: '2026-03-12' }, '@SUM(A1) & <b>sốt</b>'] }],
    },
    {
      id: 'answers',
      rows: [
        { id: 'computers', label: null, cells: [2] },
        { id: 'trouble', label: null, cells: ['-mạng chậm'] },
      ],
    },
  ],
}

/** The papers of both, on a fixed day. */
export function samplePaper(kind: 'month' | 'mixed'): ReportPaper {
  return buildReportPaper({
    form: kind === 'month' ? monthForm : mixedForm,
    key: { ...monthKey, formId: kind === 'month' ? 'epi-month' : 'mixed' },
    counted: kind === 'month' ? monthCounted() : mixedCounted,
    standing: null,
    placeName: 'Xã Vĩnh Phúc',
    issue: { ...sampleIssue, now: instantOf(Date.UTC(2026, 10, 2, 3, 5)) },
  })
}

/** A list of so many rows that it goes over several pages. */
export function longPaper(): ReportPaper {
  const cases: CountedReport['sections'][number] = {
    id: 'cases',
    rows: Array.from({ length: 120 }, (_, index) => ({
      id: `case-${index}`,
      label: null,
      cells: [
        `Trẻ Thử ${index + 1}`,
        { day: '2026-03-12' },
        index % 5 === 0 ? 'sốt cao, quấy khóc không dứt, bỏ bú' : 'sốt',
      ],
    })),
  }
  return buildReportPaper({
    form: { ...mixedForm, sections: mixedForm.sections.filter(({ id }) => id === 'cases') },
    key: { ...monthKey, formId: 'mixed' },
    counted: { ...mixedCounted, sections: [cases] },
    standing: {
      ...{ state: 'signed', version: 2, amends: 'report-1', amendReason: 'hai mũi ghi muộn' },
      ...{ checkedByName: 'Người Lập Thử', signedByName: 'Trưởng Trạm Thử' },
      signedAt: instantOf(Date.UTC(2026, 10, 2, 3, 0)),
    },
    placeName: 'Xã Vĩnh Phúc',
    issue: { ...sampleIssue, now: instantOf(Date.UTC(2026, 10, 2, 3, 5)) },
  })
}
