import type { DocumentPerson } from '../../../src/domain/document/facts'
import type { HeadLine } from '../../../src/domain/document/screening-checklist'
import { dayOnPaper } from '../../../src/domain/document/words'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import { formatPhone } from '../../../src/domain/person/phone'

/** A line of the head, or none where nothing is known. */
export function headLine(
  caption: string,
  value: string | null | undefined,
  isWide = false,
): readonly HeadLine[] {
  return value ? [{ caption, value, isWide }] : []
}

/** Who somebody is, as every referral begins. */
export function peopleLines(person: Person, facts: DocumentPerson): readonly HeadLine[] {
  return [
    ...headLine('Ngày sinh', dayOnPaper(facts.birthDate)),
    ...headLine('Điện thoại', person.phone && formatPhone(person.phone)),
    ...headLine('Số định danh', facts.nationalId),
    ...headLine('BHYT', identifierOf(person, 'health-insurance')),
    ...headLine('Địa chỉ', facts.address, true),
  ]
}

/** A number with the comma Vietnamese papers use. */
export function numberOnPaper(value: number): string {
  return String(value).replace('.', ',')
}
