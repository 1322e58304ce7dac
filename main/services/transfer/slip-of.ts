import { encodeTransferSlip, type TransferDose } from '../../../src/domain/exchange/transfer-slip'
import type { Dose } from '../../../src/domain/immunization/dose'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

/** The digits of a person's transfer slip as of now. */
export function transferCodes(context: ServiceContext, stored: Stored<Person>): readonly string[] {
  const { store, resources, today } = context
  const point = store.point()
  const doses = store.records.list('dose', { person_id: stored.id }, 'given_on, created_stamp')
  const { id: _id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...person } = stored
  return encodeTransferSlip(
    {
      issuedOn: today,
      from: { name: point?.name ?? '', communeCode: point?.address.communeCode ?? null },
      person,
      doses: doses.map(toTransfer),
    },
    resources.transferNumbers,
  )
}

function toTransfer(dose: Dose): TransferDose {
  const { vaccineCode, givenOn, givenOnAccuracy, programme, statedNumber, lotNumber, placeName } = dose
  return { vaccineCode, givenOn, givenOnAccuracy, programme, statedNumber, lotNumber, placeName }
}
