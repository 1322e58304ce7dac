import { refuse } from '../../../src/contract/errors'
import { buildCertificateLabel, type CertificateLabel } from '../../../src/domain/document/certificate-label'
import type { DocumentPerson, Issue } from '../../../src/domain/document/facts'
import {
  buildVaccinationCertificate,
  type VaccinationCertificate,
} from '../../../src/domain/document/vaccination-certificate'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { signedCard } from '../certificate/signed-card'
import type { ServiceContext } from '../service'
import { dosesOnPaper } from './doses-on-paper'

/** A person's certificate with every dose that stands. Without a key that counts the paper says that it is unsigned. */
export function certificateOnPaper(
  context: ServiceContext,
  person: Stored<Person>,
  facts: DocumentPerson,
  issue: Issue,
): VaccinationCertificate {
  const doses = context.store.records.list('dose', { person_id: person.id }, 'given_on, created_stamp')
  const card = signedCard(context, person, doses)
  return buildVaccinationCertificate({
    person: facts,
    doses: dosesOnPaper(context, person),
    signature:
      card.state === 'signed'
        ? { cards: card.shc, pointName: card.pointName, authorityName: card.authorityName }
        : null,
    issue,
  })
}

/** The same on a label. Refused without a signature: a label has nothing else to say. */
export function certificateLabel(
  context: ServiceContext,
  person: Stored<Person>,
  facts: DocumentPerson,
  issue: Issue,
): CertificateLabel {
  const doses = context.store.records.list('dose', { person_id: person.id }, 'given_on, created_stamp')
  const card = signedCard(context, person, doses)
  if (card.state !== 'signed') return refuse('certificate.unsigned')
  const { shc, compact, pointName } = card
  const signature = { cards: shc, compact, pointName }
  return buildCertificateLabel({ person: facts, signature, doseCount: doses.length, issue })
}
