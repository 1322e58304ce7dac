import { makeVerifier, type VerdictView, verifyCertificate } from '../../../src/contract/certificate-calls'
import { codingOf } from '../../../src/domain/certificate/card-content'
import { revocationFileOf } from '../../../src/domain/certificate/card-revocation'
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
  const verdict = verdictOn(context, text)
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

/** What a code is worth by all that is known here: keys, and cards that this point took back. */
export function verdictOn(context: ServiceContext, text: string) {
  const { signing, at } = context
  const steps = verifyCard(text, keyRing(context), compactNames(context), at, revocationTexts(context))
  return runSteps(steps, signing.answer)
}

/** Signed statements of this point about its cards, oldest first: each holds by itself. */
export function revocationTexts({ store }: Pick<ServiceContext, 'store'>): readonly string[] {
  return store.records.list('card-revocation', {}, 'created_stamp').map(({ text }) => text)
}

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

/** The newest file of each authority and the cards taken back here, for the page. */
export const makeVerifierService = serve(makeVerifier, context => {
  const back = revocationTexts(context)
  return {
    fileName: 'kiem-tra-giay-tiem-chung.html',
    keyLists: [
      ...listsOf(context).map(({ text }) => text),
      ...(back.length > 0 ? [revocationFileOf(back)] : []),
    ],
    on: context.today,
  }
})
