import type { DocumentPerson, Issue } from './facts'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import { cleanText, dayOnPaper, relationWord, sexWord } from './words'

/** The sticker on the cover of a mother-and-child handbook: a QR code of the person code, which survives a curved cover. */
export type HandbookSticker = Marks & {
  readonly kind: 'handbook-sticker'
  readonly pointName: string
  readonly name: string
  readonly birthDate: string
  readonly sex: string
  /** "Mẹ Trần Thị Mẫu": how a family tells two children of one name apart. */
  readonly relative: string | null
  readonly code: string
}

/** Makes a sticker. Throws DocumentRefusal without a name or with a code that cannot be printed. */
export function buildHandbookSticker(facts: {
  readonly person: Pick<DocumentPerson, 'name' | 'birthDate' | 'sex' | 'code' | 'relative'>
  readonly issue: Issue
}): HandbookSticker {
  const { person, issue } = facts
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(person.code)
  const { relative } = person
  return {
    kind: 'handbook-sticker',
    practice: issue.practice,
    reprint: null,
    pointName: cleanText(issue.point.name),
    name,
    birthDate: dayOnPaper(person.birthDate),
    sex: sexWord(person.sex).vi,
    relative: relative && `${relationWord(relative.relation).vi} ${cleanText(relative.name)}`,
    code: person.code,
  }
}
