import { describe, expect, test } from 'vitest'
import { cellOf, keyOfCell, movedCursor } from '../../../renderer/screens/reports/cells'
import {
  deadlineWords,
  monthsOf,
  movedPeriod,
  periodWords,
  recentPeriods,
  spannedPeriod,
} from '../../../renderer/screens/reports/period-words'
import { ruleWords } from '../../../renderer/screens/reports/rule-words'
import { day } from '../../../src/domain/calendar/calendar-day'
import { type SheetSection, sheetOf } from '../../../src/domain/report/report-sheet'
import { mixedCounted, mixedForm, monthCounted, monthForm } from '../../helpers/report-samples'

const today = day('2026-11-27')

describe('periods', () => {
  test('the one that runs comes first, then those before it', () => {
    expect(recentPeriods('month', today).slice(0, 3)).toEqual(['2026-11', '2026-10', '2026-09'])
    expect(recentPeriods('day', today).slice(0, 2)).toEqual(['2026-11-27', '2026-11-26'])
    expect(recentPeriods('year', today).slice(0, 2)).toEqual(['2026', '2025'])
  })

  test.each([
    ['2026-10', 1, '2026-11'],
    ['2026-11', 1, null],
    ['2026-01', -1, '2025-12'],
    ['2026-01..2026-03', -1, '2025-12..2026-02'],
    ['2026', 1, null],
    ['2025', -1, '2024'],
    ['2026-11-26', 1, '2026-11-27'],
    ['2026-11-27', 1, null],
    ['2026-03-01', -1, '2026-02-28'],
  ] as const)('%s moved by %i is %s, never into a time that has not begun', (period, steps, moved) => {
    expect(movedPeriod(period, steps, today)).toBe(moved)
  })

  test('months put together end with the same month', () => {
    expect(spannedPeriod('2026-10', 3)).toBe('2026-08..2026-10')
    expect(spannedPeriod('2026-08..2026-10', 1)).toBe('2026-10')
    expect(spannedPeriod('2026-02', 6)).toBe('2025-09..2026-02')
    expect(['2026-10', '2026-08..2026-10', '2025-09..2026-02'].map(monthsOf)).toEqual([1, 3, 6])
  })

  test('are said as people say them', () => {
    expect(['2026-10', '2026-08..2026-10', '2026', '2026-11-27'].map(periodWords)).toEqual([
      'Tháng 10/2026',
      'Tháng 08/2026 đến 10/2026',
      'Năm 2026',
      'Ngày 27/11/2026',
    ])
    expect(deadlineWords({ kind: 'before-day-after', day: 13, month: 1 })).toBe('trước ngày 13/1 của năm sau')
    expect(deadlineWords(monthForm.deadline)).toBe('trước ngày 3 của tháng sau')
  })
})

describe('how a number was counted', () => {
  const [sheet] = sheetOf(monthForm, monthCounted())
  const [section] = monthForm.sections
  function said(rowId: string, columnId: string, basis: 'place' | 'residence' = 'place') {
    const row = sheet?.lines.find(line => line.kind === 'row' && line.rowId === rowId)
    const column = sheet?.columns.find(({ id }) => id === columnId)
    if (!section || !column || row?.kind !== 'row') throw new Error('no such cell')
    return ruleWords({ section, row: row.row, column, period: '2026-10', basis })
  }

  test('what a row and a column select together, when, where, in words', () => {
    expect(said('bcg', 'valid')).toEqual([
      'Đếm mũi tiêm; phòng Lao; mũi thứ 1; hợp lệ; tiêm chủng mở rộng, dịch vụ; tuổi lúc đó dưới 12 tháng tròn',
      'Ngày tiêm hoặc ngày xảy ra trong 01/10/2026 – 31/10/2026, không theo ngày nhập',
      'Tại điểm này, người ở đâu cũng đếm',
      'Bản ghi đã hủy không đếm',
    ])
    expect(said('bcg', 'given')[0]).toContain('kể cả mũi không hợp lệ')
  })

  test('a sum since January says so, residence is another report', () => {
    const lines = said('bcg', 'valid-year', 'residence')
    expect(lines[1]).toContain('01/01/2026 – 31/10/2026')
    expect(lines[2]).toBe('Người do điểm này quản lý vào ngày đó, làm ở đâu cũng đếm')
  })

  test('a share names its parts, and what was entered is no count', () => {
    expect(said('bcg', 'share')).toEqual([
      '“Lũy kế từ đầu năm: Hợp lệ” chia cho “Chỉ tiêu năm”, nhân 100, một số lẻ.',
    ])
    expect(said('bcg', 'target')).toEqual(['Số do người lập báo cáo nhập.'])
  })
})

describe('the cursor of a sheet', () => {
  const sections: readonly SheetSection[] = sheetOf(mixedForm, mixedCounted)
  const month = sheetOf(monthForm, monthCounted())

  test('begins at the first row that is none of a heading, and stays inside', () => {
    const first = movedCursor(month, null, { rows: 1, columns: 0 })
    expect(first).toEqual({ section: 0, line: 1, column: 0 })
    expect(movedCursor(month, first, { rows: -1, columns: -1 })).toEqual(first)
    expect(movedCursor(month, first, { rows: 0, columns: 99 })?.column).toBe(
      (month[0]?.columns.length ?? 0) - 1,
    )
  })

  test('goes through sections of other widths', () => {
    const last = { section: 0, line: 1, column: 2 }
    expect(movedCursor(sections, last, { rows: 1, columns: 0 })).toEqual({ section: 1, line: 0, column: 2 })
    expect(movedCursor(sections, last, { rows: 2, columns: 0 })).toEqual({ section: 2, line: 0, column: 0 })
  })

  test('an opened cell is found again in a sheet that was counted anew', () => {
    const key = { sectionId: 'results', rowId: 'bcg', columnId: 'valid' }
    const cell = cellOf(month, key)
    expect(cell && keyOfCell(cell)).toEqual(key)
    expect(cellOf(sections, key)).toBeNull()
  })
})
