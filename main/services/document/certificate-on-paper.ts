import type { DocumentPerson, Issue } from '../../../src/domain/document/facts'
import {
  buildVaccinationCertificate,
  type VaccinationCertificate,
} from '../../../src/domain/document/vaccination-certificate'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'
import { dosesOnPaper } from './doses-on-paper'

/** A person's certificate with every dose that stands. Without a key of the point the paper says that it is unsigned. */
export function certificateOnPaper(
  context: ServiceContext,
  person: Stored<Person>,
  facts: DocumentPerson,
  issue: Issue,
): VaccinationCertificate {
  return buildVaccinationCertificate({
    person: facts,
    doses: dosesOnPaper(context, person),
    cards: [],
    issue,
  })
}
