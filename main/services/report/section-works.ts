import type { CountSection } from '../../../src/domain/report/count-cells'
import type { FormSection } from '../../../src/domain/report/report-form'
import { countSections } from './count-sections'
import type { SectionWork } from './section-work'

const countedBy: readonly string[] = ['vaccine', 'vaccine-and-number', 'commune']

/** Whether a section adds facts up. */
export function isCountSection(section: FormSection): section is CountSection {
  return section.kind === 'table' || (section.kind === 'by' && countedBy.includes(section.by))
}

/** How a section is counted, and how its cells open. */
export function workOf(section: FormSection): SectionWork {
  if (isCountSection(section)) return countSections as SectionWork
  throw new Error(`nothing counts a section of kind ${section.kind}`)
}
