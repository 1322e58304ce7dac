import transferNumbers from '../../resources/codes/transfer-numbers.json'
import catalog from '../../resources/schedules/vn/catalog.json'
import { vaccines } from '../../resources/vaccines/vaccines.json'
import { codingOf } from '../../src/domain/certificate/card-content'
import type { CompactNames } from '../../src/domain/certificate/compact-card'
import { vaccineNamesOf } from '../../src/domain/certificate/vaccine-names'

const byCode = new Map(vaccines.map(vaccine => [vaccine.code, vaccine]))

/** What codes of cards are called, from the same files as in the application. */
export const vaccineNames = vaccineNamesOf(vaccines, catalog.antigens)

export const compactNames: CompactNames = {
  numbers: transferNumbers.vaccines,
  codingOf: code => codingOf(code, byCode.get(code)),
}
