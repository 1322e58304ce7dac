import { describe, expect, test } from 'vitest'
import { cellText, sheetOf } from '../../../../src/domain/report/report-sheet'
import {
  mixedCounted,
  mixedForm,
  monthCounted,
  monthForm,
  samplePaper,
} from '../../../helpers/report-samples'

describe('the layout of a form', () => {
  const [sheet] = sheetOf(monthForm, monthCounted())

  test('neighbours under one heading stand together, the others reach over both rows', () => {
    expect(sheet?.heads[0]?.map(({ label, columns, rows }) => [label.vi, columns, rows])).toEqual([
      ['Chỉ tiêu năm', 1, 2],
      ['Trong tháng', 2, 1],
      ['Lũy kế từ đầu năm', 3, 1],
      ['Trong tháng', 3, 1],
    ])
    expect(sheet?.heads[1]).toHaveLength(8)
  })

  test('groups of rows have a line of their own, rows are numbered through', () => {
    const groups = sheet?.lines.filter(({ kind }) => kind === 'group') ?? []
    const rows = sheet?.lines.flatMap(line => (line.kind === 'row' ? [line] : [])) ?? []
    expect(sheet?.lines[0]).toEqual({
      kind: 'group',
      label: expect.objectContaining({ vi: 'Trẻ dưới 1 tuổi' }),
    })
    expect(groups).toHaveLength(4)
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
  })

  test('a report that was not counted has its rows, all cells empty', () => {
    const [empty] = sheetOf(monthForm, null)
    expect(empty?.lines).toHaveLength(sheet?.lines.length ?? 0)
    const cells = empty?.lines.flatMap(line => (line.kind === 'row' ? line.cells : [])) ?? []
    expect(new Set(cells)).toEqual(new Set([null]))
  })

  test('a row that was counted in another order finds its place', () => {
    const counted = monthCounted()
    const sections = counted.sections.map(section => ({ ...section, rows: section.rows.toReversed() }))
    expect(sheetOf(monthForm, { ...counted, sections })).toEqual(sheetOf(monthForm, counted))
  })

  test('a list says in its columns whom a row is about, a table by lot in its first', () => {
    expect(sheetOf(mixedForm, mixedCounted).map(({ rowHead }) => rowHead?.vi ?? null)).toEqual([
      'Vắc xin, số lô',
      null,
      'Nội dung',
    ])
  })
})

test.each([
  [0, 'number', '0'],
  [1_234_567, 'number', '1.234.567'],
  [-1_234, 'number', '−1.234'],
  [1.05, 'number', '1,05'],
  [1.5, 'number', '1,5'],
  [95, 'share', '95,0'],
  [0.04, 'share', '0,0'],
  [-0.04, 'share', '0,0'],
  [null, 'number', ''],
  [{ day: '2026-10-03' }, 'any', '03/10/2026'],
] as const)('%j as %s is written %s', (value, shape, written) => {
  expect(cellText(value, shape)).toBe(written)
})

describe('the paper of a report', () => {
  test('says which month, by what, that the form is not confirmed and nobody has signed', () => {
    expect(samplePaper('month')).toMatchObject({
      period: 'Tháng 10 năm 2026 (từ 01/10/2026 đến 31/10/2026)',
      basis: 'Tính theo nơi tiêm',
      form: 'Mẫu epi-month, bản draft-1 (chưa được cơ quan chỉ đạo xác nhận)',
      notice: 'BẢN NHÁP, CHƯA KÝ',
      isLandscape: true,
      fileName: 'epi-month-2026-10',
    })
  })

  test('a column has room for the longest word of its head and for its cells', () => {
    const [lots, cases, answers] = samplePaper('mixed').sections.map(({ columns }) =>
      columns.map(({ id, signs }) => [id, signs]),
    )
    expect(lots).toEqual([
      ['stt', 4],
      ['row', 21],
      ['opening', 5],
      ['used', 5],
      ['ratio', 5],
    ])
    expect(cases).toEqual([
      ['stt', 4],
      ['name', 5],
      ['born', 11],
      ['sign', 20],
    ])
    expect(answers).toEqual([
      ['stt', 4],
      ['row', 14],
      ['answer', 30],
    ])
    expect(samplePaper('mixed').isLandscape).toBe(false)
  })
})
