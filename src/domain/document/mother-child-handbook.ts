import type { GrowthChartData } from '../child/growth-curves'
import type { DocumentPoint, Issue } from './facts'
import type { HandbookSection } from './handbook-line'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import { cleanOrNull, cleanText, momentOnPaper } from './words'

/** A table of the handbook: one row for each visit, dose or day. */
export type HandbookTable = {
  readonly title: string
  readonly columns: readonly { readonly caption: string; readonly widthPercent: number }[]
  readonly rows: readonly (readonly string[])[]
  /** What stands there while there is no row. */
  readonly empty: string
}

/** A part of the handbook: I Thông tin cơ bản … IV Chăm sóc sức khỏe trẻ em; part IV stands once for each child. */
export type HandbookPart = {
  readonly number: string
  readonly title: string
  /** Whose part this is where a book has several children. */
  readonly whose: string | null
  readonly sections: readonly HandbookSection[]
  readonly tables: readonly HandbookTable[]
  readonly charts: readonly GrowthChartData[]
}

/** What the cover says (the fields of the book's cover, edition of 2016). */
export type HandbookCover = {
  readonly mother: string | null
  readonly children: readonly string[]
  readonly address: string | null
  readonly phone: string | null
  readonly number: string | null
}

/** The whole electronic handbook as a paper. */
export type MotherChildHandbook = Marks & {
  readonly kind: 'mother-child-handbook'
  readonly point: DocumentPoint
  /** For whom it was asked: her or the child's code stands on the cover. */
  readonly person: { readonly name: string; readonly code: string }
  readonly cover: HandbookCover
  readonly parts: readonly HandbookPart[]
  readonly printedAt: string
}

/** Makes the handbook. Throws DocumentRefusal without a name or with a code that cannot be printed. */
export function buildMotherChildHandbook(facts: {
  readonly person: { readonly name: string; readonly code: string }
  readonly cover: HandbookCover
  readonly parts: readonly HandbookPart[]
  readonly issue: Issue
}): MotherChildHandbook {
  const { person, cover, parts, issue } = facts
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(person.code)
  return {
    kind: 'mother-child-handbook',
    practice: issue.practice,
    reprint: null,
    point: {
      name: cleanText(issue.point.name),
      address: cleanOrNull(issue.point.address),
      phone: cleanOrNull(issue.point.phone),
    },
    person: { name, code: person.code },
    cover: {
      mother: cleanOrNull(cover.mother),
      children: cover.children.map(cleanText),
      address: cleanOrNull(cover.address),
      phone: cleanOrNull(cover.phone),
      number: cleanOrNull(cover.number),
    },
    parts: parts.map(part => ({
      ...part,
      tables: part.tables.map(table => ({ ...table, rows: table.rows.map(row => row.map(cleanText)) })),
    })),
    printedAt: momentOnPaper(issue.now),
  }
}
