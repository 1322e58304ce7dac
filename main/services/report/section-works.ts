import type { BySection, CountSection } from '../../../src/domain/report/count-cells'
import type { FormSection } from '../../../src/domain/report/report-form'
import { answersWork } from './answers-section'
import { countSections } from './count-sections'
import { handbookWork } from './handbook-section'
import { listWork } from './list-section'
import { needsWork } from './needs-section'
import type { SectionWork } from './section-work'
import { stockWork } from './stock-section'

const countedBy: readonly string[] = ['vaccine', 'vaccine-and-number', 'commune']

/** Whether a section adds facts up. */
export function isCountSection(section: FormSection): section is CountSection {
  return section.kind === 'table' || (section.kind === 'by' && countedBy.includes(section.by))
}

/** How a section is counted, and how its cells open. */
export function workOf(section: FormSection): SectionWork {
  switch (section.kind) {
    case 'table':
      return countSections as SectionWork
    case 'list':
      return listWork as SectionWork
    case 'answers':
      return answersWork as SectionWork
    case 'by':
      return workBy[section.by] as SectionWork
  }
}

const workBy: Readonly<Record<BySection['by'], SectionWork<BySection>>> = {
  vaccine: countSections as SectionWork<BySection>,
  'vaccine-and-number': countSections as SectionWork<BySection>,
  commune: countSections as SectionWork<BySection>,
  lot: stockWork,
  supply: stockWork,
  need: needsWork,
  'handbook-row': handbookWork,
}
