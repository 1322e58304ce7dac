import { settleRow } from '../../../src/domain/report/count-cells'
import type { CellValue, CountedRow } from '../../../src/domain/report/counted-report'
import { cellKeyText } from '../../../src/domain/report/counted-report'
import { type NeedRule, needOf, shareOfMonths, toRequest } from '../../../src/domain/report/needs'
import type { FormSection, ReportForm } from '../../../src/domain/report/report-form'
import type { PeriodDays } from '../../../src/domain/report/report-period'
import { partOf } from '../../../src/domain/report/stock-use'
import type { Lot } from '../../../src/domain/stock/lot'
import type { Stored } from '../../db/record-store'
import type { Named, ReportAsked, ReportPorts, SectionWork } from './section-work'
import { stockName } from './stock-section'

type BySection = Extract<FormSection, { readonly kind: 'by' }>

/**
 * What the point needs in the year of a plan: from the targets that were entered, the doses and factors of the form, and what the
 * ledger holds today. Only what is on hand opens to names; the rest is worked out.
 */
export const needsWork: SectionWork<BySection> = {
  async count(ports, section, asked) {
    await ports.breathe()
    const balances = new Map(ports.store.lots.list(null).map(({ lotId, balance }) => [lotId, balance]))
    return needsOf(section, asked.form).map(rule => {
      const lots = lotsOf(ports, rule)
      const onHand = lots.reduce((sum, { id }) => sum + (balances.get(id) ?? 0), 0)
      return needRow(section, asked, rule, onHand)
    })
  },
  names(ports, section, { form }, cell) {
    const rule = needsOf(section, form).find(({ id }) => id === cell.rowId)
    const column = section.columns.find(({ id }) => id === cell.columnId)
    if (!rule || column?.measure.kind !== 'given' || column.measure.field !== 'on-hand') return []
    return onHandNames(ports, lotsOf(ports, rule))
  },
}

/** The row of a plan with these targets; what was on hand when it was counted stays. */
export function needRow(
  section: BySection,
  { form, entered }: Pick<ReportAsked, 'form' | 'entered'>,
  rule: NeedRule,
  onHand: number,
): CountedRow {
  const need = needOf(rule, rulesOf(form), entered)
  const given = (field: string): CellValue => {
    if (field === 'on-hand') return onHand
    if (field === 'people') return need.people
    if (field === 'to-give') return need.toGive === null ? null : Math.ceil(need.toGive)
    if (field === 'factor') return need.factor
    if (field === 'year') return need.year
    if (field === 'request') return toRequest(need, onHand)
    if (field === 'times') return rule.from.kind === 'target' ? rule.from.times : null
    const [unit = '', number = ''] = field.split('-')
    const at = Number(number)
    if (unit === 'month') return shareOfMonths(need.year, at, at)
    return unit === 'quarter' ? shareOfMonths(need.year, at * 3 - 2, at * 3) : null
  }
  const said = (columnId: string) => {
    const measure = section.columns.find(({ id }) => id === columnId)?.measure
    if (measure?.kind === 'given') return given(measure.field)
    return entered[cellKeyText({ sectionId: section.id, rowId: rule.id, columnId })] ?? null
  }
  const cells = settleRow(section.columns, new Map(), said)
  return { id: rule.id, label: rule.label.vi, cells }
}

/** The rows of a section: its own, or those of all others where it has none. */
export function needsOf({ needs }: BySection, form: ReportForm): readonly NeedRule[] {
  return needs ?? rulesOf(form)
}

function rulesOf({ sections }: ReportForm): readonly NeedRule[] {
  return sections.flatMap(section => (section.kind === 'by' ? (section.needs ?? []) : []))
}

function lotsOf({ store }: ReportPorts, { codes }: NeedRule): readonly Stored<Lot>[] {
  return codes.flatMap(code => store.records.list('lot', { vaccine_code: code }, 'expires_on, number, id'))
}

/** The ledger's entries until now: what each adds to what is there. */
function onHandNames({ store }: ReportPorts, lots: readonly Stored<Lot>[]): readonly Named[] {
  const ever: PeriodDays = { from: '0001-01-01', to: '9999-12-31' } as PeriodDays
  const ids = lots.map(({ id }) => id)
  return store.reportStock.single(ids, ever).flatMap(entry => {
    const quantity = partOf('closing', entry)
    return quantity === 0 ? [] : [stockName(lots, entry, quantity)]
  })
}
