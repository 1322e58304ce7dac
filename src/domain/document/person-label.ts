import type { DocumentPerson, Issue } from './facts'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import { cleanText, dayOnPaper, sexWord } from './words'

/** The label on a child's book: 50 × 30 mm with the person code as Code 128. */
export type PersonLabel = Marks & {
  readonly kind: 'person-label'
  readonly name: string
  readonly birthDate: string
  readonly sex: string
  readonly code: string
}

/** Makes a label. Throws DocumentRefusal when there is no name or the code cannot be printed. */
export function buildPersonLabel(facts: {
  readonly person: Pick<DocumentPerson, 'name' | 'birthDate' | 'sex' | 'code'>
  readonly issue: Pick<Issue, 'practice'>
}): PersonLabel {
  const name = cleanText(facts.person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(facts.person.code)
  return {
    kind: 'person-label',
    practice: facts.issue.practice,
    reprint: null,
    name,
    birthDate: dayOnPaper(facts.person.birthDate),
    sex: sexWord(facts.person.sex).vi,
    code: facts.person.code,
  }
}
