import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { caseCell } from '../../../src/domain/report/case-cells'
import { type CellValue, cellKeyText } from '../../../src/domain/report/counted-report'
import type { FormSection } from '../../../src/domain/report/report-form'
import { type Figure, rollOutFigure } from './roll-out-figures'
import type { ReportAsked, ReportPorts, SectionWork } from './section-work'

type AnswersSection = Extract<FormSection, { readonly kind: 'answers' }>
type Question = AnswersSection['questions'][number]

/** Questions and their answers: what was entered, else what the program knows, which opens to what it is made of. */
export const answersWork: SectionWork<AnswersSection> = {
  async count(ports, section, asked) {
    await ports.breathe()
    return section.questions.map(question => {
      const said = saidTo(section, question, asked)
      const value = said === undefined ? (figureOf(ports, question, asked)?.value ?? null) : said
      return { id: question.id, label: null, cells: [value] }
    })
  },
  names(ports, section, asked, { rowId }) {
    const question = section.questions.find(({ id }) => id === rowId)
    // A number that somebody wrote down has no names but theirs.
    if (!question || saidTo(section, question, asked) !== undefined) return []
    return figureOf(ports, question, asked)?.names() ?? []
  },
}

/** What somebody entered; undefined: nobody has, or took it back, so that what the program knows holds. */
export function saidTo(
  { id: sectionId }: AnswersSection,
  { id, type }: Question,
  { entered }: Pick<ReportAsked, 'entered'>,
) {
  const said: CellValue = entered[cellKeyText({ sectionId, rowId: id, columnId: 'answer' })] ?? null
  if (said === null) return undefined
  if (type === 'yes-no' && (said === 'yes' || said === 'no')) return yesNoWords[said]
  return said
}

const yesNoWords = { yes: 'Có', no: 'Không' } as const

function figureOf(ports: ReportPorts, { from }: Question, asked: ReportAsked): Figure | null {
  if (from === null) return null
  return asked.form.period === 'case' ? caseFigure(ports, asked, from) : rollOutFigure(ports, asked, from)
}

/** A value of the case that the report is about. */
function caseFigure({ store, resources }: ReportPorts, { key }: ReportAsked, field: string): Figure | null {
  const of = store.records.find('aefi-case', key.period)
  if (!of) return null
  const { personId, knownAt, createdAt: enteredAt } = of
  const label = of.facts['case-number'] ?? of.caseNumber
  return {
    value: caseCell(resources.caseForm, of, field),
    names: () => [
      {
        ...{ noun: 'aefi-case', recordId: of.id, personId, label },
        ...{ on: vietnamDayOf(knownAt), enteredAt, quantity: 1 },
      },
    ],
  }
}
