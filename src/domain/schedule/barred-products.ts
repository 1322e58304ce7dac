import { heldForGood } from './product-holds'
import type { ContraindicationRule, SeriesDose } from './schedule-types'
import { hasObservation, isWithinAges, type SeriesContext } from './series-state'

/** Contraindications of the antigen that hold for the person on the assessment day. */
export function contraindicationsOf(context: SeriesContext): readonly ContraindicationRule[] {
  return context.antigen.contraindications.filter(
    rule =>
      hasObservation(context.person, rule.observationCode, context.on) &&
      isWithinAges(rule, context.person.birthDate, context.on),
  )
}

/** Products that the person must not have, by a contraindication or by a screening that names no day. */
export function barredProducts(context: SeriesContext): ReadonlySet<string> {
  const byRule = contraindicationsOf(context).flatMap(({ vaccines }) => vaccines)
  return new Set([...byRule, ...heldForGood(context.person)])
}

/** Every product that a dose of the series may be given with. */
export function productsOf(rule: SeriesDose): readonly string[] {
  return [...rule.preferableVaccines, ...rule.allowableVaccines].map(({ vaccine }) => vaccine)
}
