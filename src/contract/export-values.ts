import { z } from 'zod'
import { dueFilter } from './due-filter'
import { handbookFilter, handbookList, month, programmeCell } from './handbook-filter'
import { childMark, cohort, indicatorPlace } from './indicator-filter'
import { cellKey, reportKey } from './report-values'
import { calendarDay, id } from './values'

/** Every list that can be exported, with what it is narrowed to. */
export const exportList = z.discriminatedUnion('list', [
  /** Everybody registered; a text as in the search of persons narrows it. */
  z.strictObject({ list: z.literal('register'), text: z.string().max(200) }),
  z.strictObject({ list: z.literal('due'), filter: dueFilter, order: z.enum(['oldest', 'newest']) }),
  z.strictObject({ list: z.literal('board'), on: calendarDay.nullable() }),
  /** Who is invited to the session of a day. */
  z.strictObject({ list: z.literal('plan'), on: calendarDay }),
  /** Pairs of records that may be one person. */
  z.strictObject({ list: z.literal('duplicates'), certainty: z.enum(['certain', 'likely', 'possible']) }),
  z.strictObject({ list: z.literal('stock') }),
  z.strictObject({ list: z.literal('recall'), lotId: id }),
  z.strictObject({ list: z.literal('case-contacts'), caseId: id }),
  z.strictObject({ list: z.literal('call-list'), on: calendarDay.nullable() }),
  /** The ledger of one lot; null: of the whole stock. */
  z.strictObject({ list: z.literal('ledger'), lotId: id.nullable() }),
  /** A working list of the mother-and-child handbook, as it was made last. */
  z.strictObject({ list: z.literal('handbook'), of: handbookList, filter: handbookFilter }),
  /** The programme's report as it was counted last: months, and communes of the last month. */
  z.strictObject({ list: z.literal('programme'), until: month, communeCode: z.string().max(20).nullable() }),
  /** The names behind a cell of it. */
  z.strictObject({ list: z.literal('programme-names'), cell: programmeCell }),
  /** How the points below stand, in the shape the directive asks for. Of the supervisor alone. */
  z.strictObject({ list: z.literal('roll-out'), period: month }),
  /** A report as it was counted last, in the shape of its form. */
  z.strictObject({ list: z.literal('report'), key: reportKey }),
  /** The names behind a cell of it. */
  z.strictObject({ list: z.literal('report-names'), key: reportKey, cell: cellKey }),
  /** What the indicators of a birth cohort come to, for one place or all, and for the places within it. */
  z.strictObject({ list: z.literal('indicators'), cohort, place: indicatorPlace.nullable() }),
  /** The children behind a mark of their pictures. */
  z.strictObject({ list: z.literal('indicator-names'), cohort, mark: childMark }),
  /** The rows of the import that was tried last. */
  z.strictObject({ list: z.literal('import-report'), token: id }),
])
export type ExportList = z.output<typeof exportList>
export const exportFormats = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportRequest = z.strictObject({ of: exportList, format: z.enum(exportFormats) })
export type ExportRequest = z.output<typeof exportRequest>
