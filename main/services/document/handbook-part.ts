import { type HandbookSection, present } from '../../../src/domain/document/handbook-line'
import type { HandbookPart, HandbookTable } from '../../../src/domain/document/mother-child-handbook'

type Contents = Partial<Pick<HandbookPart, 'whose' | 'sections' | 'tables' | 'charts'>>

/** A part with what is in it. */
export function part(number: string, title: string, contents: Contents): HandbookPart {
  return { number, title, whose: null, sections: [], tables: [], charts: [], ...contents }
}

/** A heading with its rows. */
export function section(title: string, lines: Parameters<typeof present>[0]): HandbookSection {
  return { title, lines: present(lines) }
}

/** Columns as `caption width`, the widths in percent. */
export function table(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  empty: string,
): HandbookTable {
  return {
    title,
    columns: columns.map(column => {
      const at = column.lastIndexOf(' ')
      return { caption: column.slice(0, at), widthPercent: Number(column.slice(at + 1)) }
    }),
    rows,
    empty,
  }
}
