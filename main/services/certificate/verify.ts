import { makeVerifier, type VerdictView, verifyCertificate } from '../../../src/contract/certificate-calls'
import { codingOf } from '../../../src/domain/certificate/card-content'
import type { CompactNames } from '../../../src/domain/certificate/compact-card'
import { runSteps } from '../../../src/domain/certificate/crypto-steps'
import {
  nameOfVaccine,
  type VaccineNames,
  vaccineNamesOf,
} from '../../../src/domain/certificate/vaccine-names'
import { verifyCard } from '../../../src/domain/certificate/verify-card'
import type { Schedule } from '../../../src/domain/schedule/schedule-types'
import { currentSchedule } from '../schedule/current-book'
import { type ServiceContext, serve } from '../service'
import { keyRing, listsOf } from './trusted-keys'

export const verifyCertificateService = serve(verifyCertificate, (context, { text }): VerdictView => {
  const { signing, at } = context
  const verdict = runSteps(verifyCard(text, keyRing(context), compactNames(context), at), signing.answer)
  if (verdict.state === 'not-a-card') return verdict
  const { content } = verdict
  const names = namesOf(context)
  return {
    ...verdict,
    content: content && {
      ...content,
      doses: content.doses.map(dose => ({ ...dose, name: nameOfVaccine(names, dose.vaccine) })),
    },
  }
})

/** Made once for each schedule. */
const named = new WeakMap<Schedule, VaccineNames>()
function namesOf(context: ServiceContext): VaccineNames {
  const schedule = currentSchedule(context, context.today)
  const known = named.get(schedule)
  if (known) return known
  const made = vaccineNamesOf(context.resources.vaccines.values(), schedule.antigens)
  named.set(schedule, made)
  return made
}

function compactNames({ resources }: ServiceContext): CompactNames {
  return {
    numbers: resources.transferNumbers.vaccines,
    codingOf: code => codingOf(code, resources.vaccines.get(code)),
  }
}

/** The newest file of each authority, for the page. */
export const makeVerifierService = serve(makeVerifier, context => {
  return {
    fileName: 'kiem-tra-giay-tiem-chung.html',
    keyLists: listsOf(context).map(({ text }) => text),
    on: context.today,
  }
})
