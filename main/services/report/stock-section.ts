import { settleRow } from '../../../src/domain/report/count-cells'
import type { CellValue, CountedRow } from '../../../src/domain/report/counted-report'
import { cellKeyText } from '../../../src/domain/report/counted-report'
import type { FormColumn, FormSection } from '../../../src/domain/report/report-form'
import { daysOfPeriod, type PeriodDays } from '../../../src/domain/report/report-period'
import {
  factorOfUse,
  isStockField,
  isTouched,
  partOf,
  type StockEntry,
  type StockField,
  stockNumbers,
  wasteByReason,
} from '../../../src/domain/report/stock-use'
import { entryWords } from '../../../src/domain/report/stock-words'
import { groupBy } from '../../../src/domain/schedule/group-by'
import type { Lot } from '../../../src/domain/stock/lot'
import type { Stored } from '../../db/record-store'
import type { SingleEntry } from '../../db/report-stock-repository'
import type { Named, ReportAsked, ReportPorts, SectionWork } from './section-work'

type BySection = Extract<FormSection, { readonly kind: 'by' }>
type LotRecord = Stored<Lot>

/** A row before its cells: the lots it stands for. A supply is one row whatever its lots. */
type StockRow = { readonly id: string; readonly label: string; readonly lots: readonly LotRecord[] }

/** One row a lot of vaccine, or a supply: what was there, came, went and is left, from the ledger alone. Decision 0041. */
export const stockWork: SectionWork<BySection> = {
  async count(ports, section, asked) {
    const days = daysOf(asked)
    const entries = groupBy(ports.store.reportStock.grouped(days), ({ lotId }) => lotId)
    await ports.breathe()
    const people = ports.store.reportStock.people(days)
    await ports.breathe()
    return rowsOf(ports, section).flatMap(row => {
      const own = row.lots.flatMap(lot => entries.get(lot.id) ?? [])
      // A supply that was never here is a zero to be reported; a lot of vaccine that is gone is not asked for.
      if (section.by === 'lot' && !isTouched(own, stockNumbers(own))) return []
      const met = row.lots.reduce((sum, lot) => sum + (people.get(lot.id) ?? 0), 0)
      return [countedRow(ports, section, asked, { row, entries: own, people: met })]
    })
  },
  names(ports, section, asked, cell) {
    const row = rowsOf(ports, section).find(({ id }) => id === cell.rowId)
    const column = section.columns.find(({ id }) => id === cell.columnId)
    if (!row || !column) return []
    const lotIds = row.lots.map(({ id }) => id)
    const entries = ports.store.reportStock.single(lotIds, daysOf(asked))
    const field = fieldsBehind(section.columns, column)
    if (field.includes('people')) return firstDoses(row, entries)
    return field.filter(isStockField).flatMap(each => namesIn(row, entries, each))
  },
}

function daysOf({ key }: ReportAsked): PeriodDays {
  const days = daysOfPeriod(key.period)
  if (!days) throw new Error('stock is asked for of days, not of a case')
  return days
}

/** Vaccines by their order in the data, then the lot that expires first; supplies in their order. */
function rowsOf({ store, resources }: ReportPorts, section: BySection): readonly StockRow[] {
  const lots = store.records.list('lot', {}, 'expires_on, number, id')
  if (section.by === 'supply')
    return [...resources.supplies.values()].map(({ code, nameVi }) => ({
      id: code,
      label: nameVi,
      lots: lots.filter(({ vaccineCode }) => vaccineCode === code),
    }))
  const { vaccineCodes, programmes } = section.select ?? {}
  // A product that the data no longer knows is still in the book.
  const codes = new Set([...resources.vaccines.keys(), ...lots.map(({ vaccineCode }) => vaccineCode)])
  return [...codes]
    .filter(code => !resources.supplies.has(code))
    .filter(code => vaccineCodes === undefined || vaccineCodes.includes(code))
    .flatMap(code => lots.filter(({ vaccineCode }) => vaccineCode === code))
    .filter(lot => programmes === undefined || programmes.includes(lot.programme))
    .map(lot => ({
      id: lot.id,
      label: resources.vaccines.get(lot.vaccineCode)?.shortName ?? lot.vaccineCode,
      lots: [lot],
    }))
}

type RowFacts = {
  readonly row: StockRow
  readonly entries: readonly StockEntry[]
  readonly people: number
}

function countedRow(
  ports: ReportPorts,
  section: BySection,
  { entered }: ReportAsked,
  facts: RowFacts,
): CountedRow {
  const { id, label } = facts.row
  const numbers = stockNumbers(facts.entries)
  const cells = settleRow(section.columns, new Map(), columnId => {
    const measure = section.columns.find(column => column.id === columnId)?.measure
    if (measure?.kind !== 'given')
      return entered[cellKeyText({ sectionId: section.id, rowId: id, columnId })] ?? null
    if (isStockField(measure.field)) return numbers[measure.field]
    if (measure.field === 'people') return facts.people
    if (measure.field === 'factor') return factorOfUse(numbers)
    return wordsOf(ports, measure.field, facts)
  })
  return { id, label, cells }
}

/** What a row says beside its numbers. */
function wordsOf({ resources }: ReportPorts, field: string, { row, entries }: RowFacts): CellValue {
  if (field === 'waste-reasons')
    return (
      wasteByReason(entries)
        .map(({ reason, doses }) => `${resources.wastageReasons.get(reason)?.nameVi ?? reason}: ${doses}`)
        .join('; ') || null
    )
  const [lot] = row.lots
  if (!lot) return null
  const vaccine = resources.vaccines.get(lot.vaccineCode)
  if (field === 'maker')
    return [lot.manufacturer ?? vaccine?.manufacturer, vaccine?.country].filter(Boolean).join(', ') || null
  if (field === 'lot-number') return lot.number
  return field === 'expires-on' ? { day: lot.expiresOn } : null
}

/** The given fields whose names are those of a column: its own, or those it adds up. */
function fieldsBehind(columns: readonly FormColumn[], column: FormColumn): readonly string[] {
  const { measure } = column
  if (measure.kind === 'given') return [measure.field === 'waste-reasons' ? 'wasted' : measure.field]
  if (measure.kind !== 'sum') return []
  return measure.of.flatMap(id => {
    const part = columns.find(each => each.id === id)
    return part && part !== column ? fieldsBehind(columns, part) : []
  })
}

/** The entries that add something to a number, each with what it adds. */
function namesIn(row: StockRow, entries: readonly SingleEntry[], field: StockField): readonly Named[] {
  return entries.flatMap(entry => {
    const quantity = partOf(field, entry)
    return quantity === 0 ? [] : [stockName(row.lots, entry, quantity)]
  })
}

/** Everybody who got a dose in the period: once for each lot, by the first dose of it. */
function firstDoses(row: StockRow, entries: readonly SingleEntry[]): readonly Named[] {
  const seen = new Set<string>()
  return entries
    .filter(({ noun, window }) => noun === 'dose' && window === 'within')
    .filter(({ lotId, personId }) => {
      const key = `${lotId} ${personId}`
      return !seen.has(key) && seen.add(key)
    })
    .map(entry => stockName(row.lots, entry, 1))
}

/** An entry of the ledger behind a number. */
export function stockName(lots: readonly LotRecord[], entry: SingleEntry, quantity: number): Named {
  const { noun, recordId, personId, on, enteredAt, documentNumber, note } = entry
  const number = lots.find(({ id }) => id === entry.lotId)?.number ?? ''
  const label = [`Lô ${number}: ${entryWords(entry)}`, documentNumber, note].filter(Boolean).join(' · ')
  return { noun, recordId, personId, label, on, enteredAt, quantity }
}
