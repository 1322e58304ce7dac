import type { ConcernedLine, ConcernedPerson } from '../../../src/contract/contact-calls'
import type { ReportAddressee } from '../../../src/domain/aefi/aefi-case'
import type { ContactState } from '../../../src/domain/aefi/contact'
import type { ContactFacts } from '../../../src/domain/document/contact-list'

/** What a line of a recall or of a case's list says beside who it is. */
export type ContactRowFacts = ConcernedLine

const states: Readonly<Record<ContactState, string>> = {
  fine: 'Bình thường',
  symptoms: 'Có phản ứng',
  reached: 'Đã gặp, hẹn gọi lại',
  unreachable: 'Không gặp được',
}

export const addresseeNames: Readonly<Record<ReportAddressee, string>> = {
  'health-department': 'Sở Y tế',
  'provincial-cdc': 'CDC tỉnh',
}

/** What came of the last call, in the words of paper and file; null when nobody called yet. */
export function stateWords(contact: ConcernedPerson['contact']): string | null {
  return contact && [states[contact.state], contact.note].filter(Boolean).join(': ')
}

/** Who it is, as paper and file have it. */
export function contactRow(
  person: ConcernedPerson,
): Pick<ContactFacts, 'name' | 'birthDate' | 'code' | 'contactName' | 'phone' | 'address'> {
  return {
    name: person.displayName,
    birthDate: person.birthDate,
    code: person.personCode,
    contactName: person.contactName,
    phone: person.phone,
    address: person.address,
  }
}
