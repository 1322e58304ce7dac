import type { Noun } from '../../../src/domain/journal/entry'
import {
  type CountSection,
  createCounter,
  isInCell,
  isOfBasis,
  notAskedOf,
  questionsOf,
  settleRow,
} from '../../../src/domain/report/count-cells'
import { type CellKey, type CountedRow, cellKeyText } from '../../../src/domain/report/counted-report'
import type { FactKind } from '../../../src/domain/report/report-fact'
import { factsIn, visitFacts } from './report-facts'
import type { Named, ReportAsked, ReportPorts, SectionWork } from './section-work'

/** Tables, and sections with a row for each product, dose of a product, or commune. */
export const countSections: SectionWork<CountSection> = {
  async count(ports, section, asked) {
    const counter = createCounter(section, asked.key.basis)
    await visitFacts(ports, asked.key.period, questionsOf(section), counter.add)
    const rows =
      section.kind === 'table'
        ? section.rows.map(({ id }) => ({ id, label: null }))
        : [...counter.counts.keys()].map(id => ({ id, label: labelOf(ports, section.by, id) }))
    const settled = rows.map(row => settledRow(section, asked, row, counter.counts.get(row.id) ?? new Map()))
    return section.kind === 'table' ? settled : settled.toSorted(byLabel)
  },
  names(ports, section, { key }, cell) {
    const question = questionsOf(section).find(
      each => each.columnId === cell.columnId && (each.rowId === null || each.rowId === cell.rowId),
    )
    if (!question) return []
    const facts = factsIn(
      ports,
      key.period,
      question,
      dims => isOfBasis(dims, key.basis) && isInCell(section, question, cell.rowId, dims),
    )
    return facts.map(
      ({ fact, recordId, personId, on, enteredAt }): Named => ({
        noun: nounOf[fact],
        ...{ recordId, personId, on, enteredAt },
        label: null,
        quantity: 1,
      }),
    )
  },
}

const nounOf: Readonly<Record<FactKind, Noun>> = {
  dose: 'dose',
  'not-given': 'not-given',
  reaction: 'reaction',
  severe: 'aefi-case',
  'fully-immunised': 'person',
  birth: 'person',
  'came-of-age': 'person',
}

type Row = Pick<CountedRow, 'id' | 'label'>

function settledRow(
  section: CountSection,
  { entered }: ReportAsked,
  { id, label }: Row,
  counts: ReadonlyMap<string, number>,
): CountedRow {
  const said = (columnId: string) =>
    entered[cellKeyText({ sectionId: section.id, rowId: id, columnId } satisfies CellKey)] ?? null
  return { id, label, cells: settleRow(section.columns, counts, said, notAskedOf(section, id)) }
}

/** A product by its short name, with which dose it was; a commune by its name. */
function labelOf(
  { resources }: Pick<ReportPorts, 'resources'>,
  by: Extract<CountSection, { kind: 'by' }>['by'],
  key: string,
): string {
  if (by === 'commune') return resources.units.communeByCode.get(key)?.name ?? key
  const [code = '', number = ''] = key.split('/')
  const name = resources.vaccines.get(code)?.shortName ?? code
  return number === '' ? name : `${name} ${number}`
}

function byLabel(a: CountedRow, b: CountedRow): number {
  return (a.label ?? '').localeCompare(b.label ?? '', 'vi', { numeric: true }) || (a.id < b.id ? -1 : 1)
}
