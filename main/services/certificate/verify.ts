import { makeVerifier, type VerdictView, verifyCertificate } from '../../../src/contract/certificate-calls'
import { codingOf } from '../../../src/domain/certificate/card-content'
import type { CompactNames } from '../../../src/domain/certificate/compact-card'
import { runSteps } from '../../../src/domain/certificate/crypto-steps'
import { nameOfVaccine, vaccineNamesOf } from '../../../src/domain/certificate/vaccine-names'
import { verifyCard } from '../../../src/domain/certificate/verify-card'
import { currentSchedule } from '../schedule/current-book'
import { type ServiceContext, serve } from '../service'
import { keyRing, listsOf } from './trusted-keys'

export const verifyCertificateService = serve(verifyCertificate, (context, { text }): VerdictView => {
  const { signing, at } = context
  const verdict = runSteps(verifyCard(text, keyRing(context), compactNames(context), at), signing.answer)
  if (verdict.state === 'not-a-card') return verdict
  const { content } = verdict
  const names = vaccineNamesOf(
    context.resources.vaccines.values(),
    currentSchedule(context, context.today).antigens,
  )
  return {
    ...verdict,
    content: content && {
      ...content,
      doses: content.doses.map(dose => ({ ...dose, name: nameOfVaccine(names, dose.vaccine) })),
    },
  }
})

function compactNames({ resources }: ServiceContext): CompactNames {
  return {
    numbers: resources.transferNumbers.vaccines,
    codingOf: code => codingOf(code, resources.vaccines.get(code)),
  }
}

/** The newest file of each authority, for the page. */
export const makeVerifierService = serve(makeVerifier, context => {
  const newest = new Map(listsOf(context).map(({ list, text }) => [list.authority.id, text]))
  return {
    fileName: 'kiem-tra-giay-tiem-chung.html',
    keyLists: [...newest.values()],
    on: context.today,
  }
})
