import type { Noun } from '../../../src/domain/journal/entry'
import { settleRow } from '../../../src/domain/report/count-cells'
import {
  countProgramme,
  isShare,
  type NamedCount,
  type ProgrammeFacts,
} from '../../../src/domain/report/count-programme'
import { cellKeyText } from '../../../src/domain/report/counted-report'
import type { ProgrammeRule } from '../../../src/domain/report/handbook-programme'
import type { FormSection } from '../../../src/domain/report/report-form'
import { programmeFacts, programmeFactsNow } from '../handbook/programme-facts'
import { daysAsked } from './list-section'
import type { Named, ReportAsked, ReportPorts, SectionWork } from './section-work'

type BySection = Extract<FormSection, { readonly kind: 'by' }>

/** The rows of the handbook programme's form, as `count-programme.ts` counts them: what is counted, and out of how many. */
export const handbookWork: SectionWork<BySection> = {
  async count(ports, section, asked) {
    const facts = await programmeFacts(ports, daysAsked(asked))
    const names = namesBy(ports, asked, facts)
    return ports.resources.programme.form.rows.map(({ id, label, rule }) => {
      const own = names.filter(({ rowId }) => rowId === id)
      const given = {
        counted: own.filter(({ isCounted }) => isCounted).length,
        all: isShare(rule) ? own.length : null,
      }
      const said = (columnId: string) => {
        const measure = section.columns.find(column => column.id === columnId)?.measure
        if (measure?.kind === 'given') return given[measure.field === 'all' ? 'all' : 'counted']
        return asked.entered[cellKeyText({ sectionId: section.id, rowId: id, columnId })] ?? null
      }
      return { id, label: label.vi, cells: settleRow(section.columns, new Map(), said) }
    })
  },
  names(ports, section, asked, { rowId, columnId }) {
    const row = ports.resources.programme.form.rows.find(({ id }) => id === rowId)
    const measure = section.columns.find(({ id }) => id === columnId)?.measure
    if (!row || measure?.kind !== 'given') return []
    const all = measure.field === 'all'
    if (all && !isShare(row.rule)) return []
    return namesBy(ports, asked, programmeFactsNow(ports, daysAsked(asked)))
      .filter(name => name.rowId === rowId && (all || name.isCounted))
      .map(name => toNamed(ports, row.rule, name))
  },
}

function namesBy(
  { resources }: ReportPorts,
  asked: ReportAsked,
  facts: ProgrammeFacts,
): readonly NamedCount[] {
  return countProgramme(resources.programme.form, facts, daysAsked(asked))
}

/** What stands behind a name of a rule. A child may have been measured at a check, a visit or before a dose. */
const nounOf: Readonly<Record<ProgrammeRule['kind'], Noun>> = {
  enrolled: 'pregnancy',
  handbooks: 'handbook',
  visits: 'antenatal-visit',
  deliveries: 'birth',
  'deliveries-with-visits': 'birth',
  'deliveries-protected': 'birth',
  'postpartum-visited': 'birth',
  'live-births': 'newborn',
  'birth-dose': 'newborn',
  'low-weight': 'newborn',
  'children-measured': 'person',
}

function toNamed(
  { store, at }: ReportPorts,
  { kind }: ProgrammeRule,
  { recordId, personId, on }: NamedCount,
): Named {
  const noun = nounOf[kind]
  const id = noun === 'person' ? personId : recordId
  const enteredAt = store.records.find(noun, id)?.createdAt ?? at
  return { noun, recordId: id, personId, label: null, on, enteredAt, quantity: 1 }
}
