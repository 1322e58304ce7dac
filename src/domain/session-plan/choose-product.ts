import { isInUse, type Vaccine } from '../immunization/vaccine'
import type { Schedule } from '../schedule/schedule-types'

const known = new WeakMap<Schedule, ReadonlyMap<string, readonly string[]>>()

/** The products offered for a dose by the name staff know it by, in the order of the schedule. */
export function productsByLabel(schedule: Schedule): ReadonlyMap<string, readonly string[]> {
  const found = known.get(schedule)
  if (found) return found
  const products = new Map<string, string[]>()
  for (const { series } of schedule.antigens)
    for (const { doses } of series)
      for (const { label, preferableVaccines } of doses)
        for (const { vaccine, isForecast, label: own } of preferableVaccines) {
          if (!isForecast) continue
          for (const name of new Set([label.vi, own?.vi ?? label.vi])) {
            const codes = products.get(name) ?? []
            if (!codes.includes(vaccine)) products.set(name, [...codes, vaccine])
          }
        }
  known.set(schedule, products)
  return products
}

/**
 * The product this point would take for a dose: one of the programme that lies on the shelf, else one of the programme,
 * else any that lies there; of several the one that covers most of what is needed. Null: nothing is offered for it.
 */
export function chooseProduct(
  dose: { readonly label: { readonly vi: string }; readonly antigens: readonly string[] },
  facts: {
    readonly products: ReadonlyMap<string, readonly string[]>
    readonly vaccines: ReadonlyMap<string, Vaccine>
    readonly onShelf: ReadonlyMap<string, number>
  },
): string | null {
  const offered = (facts.products.get(dose.label.vi) ?? [])
    .flatMap(code => facts.vaccines.get(code) ?? [])
    .filter(isInUse)
  const lies = ({ code }: Vaccine) => ((facts.onShelf.get(code) ?? 0) > 0 ? 0 : 1)
  const isFree = ({ programmes }: Vaccine) => (programmes.includes('epi') ? 0 : 1)
  const covers = ({ antigens }: Vaccine) => antigens.filter(antigen => dose.antigens.includes(antigen)).length
  const [best] = offered.toSorted(
    (a, b) => isFree(a) - isFree(b) || lies(a) - lies(b) || covers(b) - covers(a),
  )
  return best?.code ?? null
}
