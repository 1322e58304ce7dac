import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { momentOnPaper } from '../../../src/domain/document/words'
import { caseCell, caseDoseCell } from '../../../src/domain/report/case-cells'
import type { CellValue, CountedRow } from '../../../src/domain/report/counted-report'
import type { FormSection } from '../../../src/domain/report/report-form'
import { daysOfPeriod, type PeriodDays } from '../../../src/domain/report/report-period'
import type { Difficulty } from '../../../src/domain/supervision/difficulty'
import type { Stored } from '../../db/record-store'
import { registerWork } from './register-section'
import type { Named, ReportAsked, ReportPorts, SectionWork } from './section-work'

export type ListSection = Extract<FormSection, { readonly kind: 'list' }>

/** One line of a list: its cells by field, and the record it is made of. */
type Line = {
  readonly id: string
  readonly cellOf: (field: string) => CellValue
  readonly named: Named
}

/** One row for each record: severe cases, doses of a case, children of a year, difficulties. Every cell opens to its record. */
export const listWork: SectionWork<ListSection> = {
  async count(ports, section, asked) {
    if (section.of === 'register') return registerWork.count(ports, section, asked)
    await ports.breathe()
    return linesOf(ports, section, asked).map(({ id, cellOf }): CountedRow => {
      return { id, label: null, cells: section.columns.map(({ field }) => cellOf(field)) }
    })
  },
  names(ports, section, asked, cell) {
    if (section.of === 'register') return registerWork.names(ports, section, asked, cell)
    return linesOf(ports, section, asked)
      .filter(({ id }) => id === cell.rowId)
      .map(({ named }) => named)
  },
}

/** The days of a report that is not about one case. */
export function daysAsked({ key }: ReportAsked): PeriodDays {
  const days = daysOfPeriod(key.period)
  if (!days) throw new Error('a list over days is asked for of days')
  return days
}

function linesOf(ports: ReportPorts, section: ListSection, asked: ReportAsked): readonly Line[] {
  const { reportLists } = ports.store
  if (section.of === 'case-doses') return caseDoses(ports, asked)
  if (section.of === 'difficulties')
    return reportLists.difficulties(daysAsked(asked)).flatMap(id => difficultyLine(ports, id) ?? [])
  return reportLists.cases(daysAsked(asked)).flatMap(id => caseLine(ports, id) ?? [])
}

/** A case is of the month in which the point came to know of it: from then on its 24 hours count. */
function caseLine({ store, resources }: ReportPorts, caseId: string): Line | null {
  const of = store.records.find('aefi-case', caseId)
  if (!of) return null
  const { personId, createdAt } = of
  return {
    id: caseId,
    cellOf: field => caseCell(resources.caseForm, of, field),
    named: {
      ...{ noun: 'aefi-case', recordId: caseId, personId, label: of.facts['case-number'] ?? of.caseNumber },
      ...{ on: vietnamDayOf(of.knownAt), enteredAt: createdAt, quantity: 1 },
    },
  }
}

/** The doses of the case that the report is about. */
function caseDoses({ store, resources }: ReportPorts, { key }: ReportAsked): readonly Line[] {
  const of = store.records.find('aefi-case', key.period)
  if (!of) return []
  return of.doseIds.flatMap((doseId): Line[] => {
    const dose = store.records.find('dose', doseId)
    if (!dose) return []
    const { lotNumber, givenOn: on, createdAt: enteredAt } = dose
    return [
      {
        id: doseId,
        cellOf: field => caseDoseCell(resources.caseForm, of, doseId, field),
        named: {
          ...{ noun: 'dose', recordId: doseId, personId: of.personId, label: lotNumber },
          ...{ on, enteredAt, quantity: 1 },
        },
      },
    ]
  })
}

function difficultyLine({ store }: ReportPorts, id: string): Line | null {
  const difficulty = store.records.find('difficulty', id)
  if (!difficulty) return null
  const { text, writtenAt, createdAt } = difficulty
  return {
    id,
    cellOf: field => difficultyCell(difficulty, field),
    named: {
      ...{ noun: 'difficulty', recordId: id, personId: null, label: text },
      ...{ on: vietnamDayOf(writtenAt), enteredAt: createdAt, quantity: 1 },
    },
  }
}

const themeWords: Readonly<Record<Difficulty['theme'], string>> = {
  computer: 'Máy tính',
  printer: 'Máy in',
  internet: 'Internet',
  power: 'Điện',
  people: 'Con người',
  application: 'Phần mềm',
  data: 'Dữ liệu',
  vaccine: 'Vắc xin',
  other: 'Khác',
}
const stateWords: Readonly<Record<Difficulty['state'], string>> = {
  open: 'Chưa giải quyết',
  answered: 'Đã trả lời',
  solved: 'Đã giải quyết',
}

function difficultyCell(of: Stored<Difficulty>, field: string): CellValue {
  switch (field) {
    case 'theme':
      return themeWords[of.theme]
    case 'written-at':
      return momentOnPaper(of.writtenAt)
    case 'text':
      return of.text
    case 'proposal':
      return of.proposal
    case 'state':
      return stateWords[of.state]
    case 'answer':
      return of.answer
    default:
      return null
  }
}
