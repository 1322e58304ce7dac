import { checkKit, getEmergencyCard } from '../../../src/contract/aefi-calls'
import { refuse } from '../../../src/contract/errors'
import { kitState } from '../../../src/domain/aefi/emergency-kit'
import { actorOf, serve } from '../service'

/** The card, and each thing of the box as it was found last. */
export const getEmergencyCardService = serve(getEmergencyCard, ({ store, resources, at, today }) => {
  const card = resources.anaphylaxis
  const checks = new Map(store.after.kitChecks().map(check => [check.itemCode, check]))
  return {
    now: at,
    today,
    card,
    kit: card.kit.map(item => {
      const check = checks.get(item.code) ?? null
      return { itemCode: item.code, check, state: kitState(item, check, today, card.kitWarnDays) }
    }),
  }
})

export const checkKitService = serve(checkKit, (context, { items }) => {
  const { kit } = context.resources.anaphylaxis
  const actor = actorOf(context)
  for (const { itemCode } of items)
    if (!kit.some(({ code }) => code === itemCode)) refuse('kit.unknown-item', { item: itemCode })
  context.write(
    items.map(item => ({
      noun: 'kit-check' as const,
      recordId: context.newId(),
      verb: 'recorded' as const,
      body: {
        ...item,
        lotNumber: item.lotNumber || null,
        checkedAt: context.at,
        byUserId: actor.userId,
        byName: actor.name,
      },
    })),
  )
  return {}
})
