import fc from 'fast-check'
import { isCalendarDay } from '../../src/domain/calendar/calendar-day'
import { importFields } from '../../src/domain/exchange/import-fields'
import { detectFont, readCellText } from '../../src/domain/exchange/legacy-fonts'
import { createImportReader, type ImportContext } from '../../src/domain/exchange/read-import'
import type { Cell } from '../../src/domain/exchange/table'
import { isBlocking, problemsOf } from '../../src/domain/person/validate-person'

/** Anything a cell of a list can hold, often something that nearly is what the column wants. */
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(
    null,
    '',
    'Nam',
    'Nữ',
    '0',
    '1',
    'Con bà Lê Thị A',
    'Nguyễn Văn Bé',
    'BCG',
    'x',
    '=1+1',
    '-',
  ),
  fc.constantFrom<Cell>(
    '01/02/2024',
    '2024-02-30',
    '31/12/1899',
    '1/1/25',
    '2024',
    45_000,
    0,
    -1,
    1e21,
    0.5,
    912_345_678,
  ),
  fc.constantFrom<Cell>('138163782600001', '000226641115', 38_226_641_115, '1,38E+14', '+84 912 345 678'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.date({ noInvalidDate: true }).map(on => on.toISOString().slice(0, 10)),
)

/**
 * Reads lists of anything as anything. No reading may throw, and whoever is taken must be storable: a name, an existing
 * birth date not in the future, doses not before it. Answers how many lists were read; throws with the smallest list that
 * breaks.
 */
export function fuzzImport(context: ImportContext, runs: number, seed?: number): number {
  const list = fc.record({
    rows: fc.array(fc.array(cell, { minLength: 4, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
    meanings: fc.array(fc.constantFrom('vaccine:BCG_IVAC' as const, null, ...importFields), {
      minLength: 8,
      maxLength: 8,
    }),
    epoch1904: fc.boolean(),
  })
  let read = 0
  const property = fc.property(list, ({ rows, meanings, epoch1904 }) => {
    read += 1
    const texts = rows.flat().filter(value => typeof value === 'string')
    const font = detectFont(texts)
    for (const text of texts) readCellText(text, font ?? 'vni')
    const table = { name: 'A', rows, hiddenColumns: [], epoch1904 }
    const columns = ['name' as const, 'birthDate' as const, ...meanings]
      .slice(0, 8)
      .map(meaning => ({ meaning, font }))
    const reader = createImportReader({ table, headerRow: null, columns }, context)
    for (let row = 0; row < rows.length; row++) reader.readRow(row)
    for (const { person, doses, problems } of reader.people()) {
      if (problems.some(({ severity }) => severity === 'blocking')) continue
      const bad = problemsOf(person, context.today).filter(isBlocking)
      if (bad.length > 0) throw new Error(`taken with ${bad.map(({ code }) => code).join()}`)
      for (const { givenOn } of doses)
        if (!isCalendarDay(givenOn) || givenOn < person.birthDate || givenOn > context.today)
          throw new Error(`a dose on ${givenOn}`)
    }
  })
  fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) })
  return read
}
