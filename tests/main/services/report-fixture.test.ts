import { expect, test } from 'vitest'
import { openReportRegister, readFixture } from '../../helpers/report-register'
import { cell, count, epiMonth, names } from './report-setting'

type Expected = Readonly<
  Record<
    string,
    Readonly<Record<string, { readonly given: readonly string[]; readonly notValid: readonly string[] }>>
  >
>

test('the month of a register made by hand holds, by names, what was found by reasoning', async () => {
  const { point, nameOf, until } = openReportRegister()
  until('2026-11-30')
  const expected = readFixture('expected-epi-month.json') as Expected
  for (const [report, rows] of Object.entries(expected)) {
    const [period = '', basis] = report.split(' ')
    const key = epiMonth(period, basis === 'place' ? 'place' : 'residence')
    const table = await count(point, key)
    const section = table.form.sections[0]
    const rowIds = section?.kind === 'table' ? section.rows.map(({ id }) => id) : []
    for (const rowId of rowIds) {
      const { given = [], notValid = [] } = rows[rowId] ?? {}
      const found = (columnId: string) =>
        names(point, key, { sectionId: 'results', rowId, columnId }).lines.map(line => nameOf(line.recordId))
      expect([report, rowId, found('given').toSorted()]).toEqual([report, rowId, given.toSorted()])
      const valid = given.filter(name => !notValid.includes(name))
      expect([report, rowId, found('valid').toSorted()]).toEqual([report, rowId, valid.toSorted()])
      const numbers = ['given', 'valid'].map(columnId => cell(table, rowId, columnId))
      expect([report, rowId, numbers]).toEqual([report, rowId, [given.length, valid.length]])
    }
  }
})
