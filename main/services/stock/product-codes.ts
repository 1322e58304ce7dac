import { refuse } from '../../../src/contract/errors'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { hasCheckDigit } from '../../../src/domain/stock/gs1-parts'
import { actorOf, type ServiceContext } from '../service'

/** A product number as a receipt brings it, with the word that it really is of this vaccine. */
export type ReceivedCode = {
  readonly gtin: string | null
  readonly vaccineCode: string
  readonly isSameNumberMeant: boolean
}

/**
 * What the point learns of a product number from a receipt: nothing when it knew. A number that was another vaccine so
 * far is asked about: either the box is of that vaccine, or two products really share it.
 */
export function learnCode(context: ServiceContext, received: ReceivedCode): readonly NewEntry[] {
  const { gtin, vaccineCode, isSameNumberMeant } = received
  if (gtin === null) return []
  if (gtin.length !== 14 || !hasCheckDigit(gtin)) refuse('lot.bad-gtin', {}, 'gtin')
  const known = context.store.safety.productsOf(gtin)
  if (known.includes(vaccineCode)) return []
  if (known.length > 0 && !isSameNumberMeant) {
    const names = known.map(code => context.resources.vaccines.get(code)?.shortName ?? code)
    refuse('lot.gtin-of-other', { gtin, vaccine: names.join(', ') }, 'gtin')
  }
  const { userId, name } = actorOf(context)
  const body = { gtin, vaccineCode, byUserId: userId, byName: name }
  return [{ noun: 'product-code', recordId: context.newId(), verb: 'recorded', body }]
}
