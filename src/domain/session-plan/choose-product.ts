import type { CalendarDay } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'
import { isInUse, type Vaccine } from '../immunization/vaccine'
import type { PreferableVaccine, Schedule } from '../schedule/schedule-types'

type Offer = Pick<PreferableVaccine, 'vaccine' | 'beginAge' | 'endAge'>

/** What is offered for a dose, by the name the schedule has for it. */
export type OffersByLabel = ReadonlyMap<string, readonly Offer[]>

const known = new WeakMap<Schedule, OffersByLabel>()

/** The products offered for every dose of a schedule, in its order; the same for everybody, so collected once. */
export function offersByLabel(schedule: Schedule): OffersByLabel {
  const found = known.get(schedule)
  if (found) return found
  const offers = new Map<string, Offer[]>()
  for (const { series } of schedule.antigens)
    for (const { doses } of series)
      for (const { label, preferableVaccines } of doses)
        for (const { isForecast, label: own, ...offer } of preferableVaccines)
          if (isForecast)
            for (const name of new Set([label.vi, own?.vi ?? label.vi]))
              offers.set(name, [...(offers.get(name) ?? []), offer])
  known.set(schedule, offers)
  return offers
}

/** Who needs which dose. */
export type NeededDose = {
  readonly label: { readonly vi: string }
  readonly doseNumber: number
  readonly antigens: readonly string[]
}

/**
 * The product this point would take for a dose at an age: one of the programme that lies on the shelf, else one of the
 * programme, else any that lies there; of several the one that covers most of what is needed. Null: nothing is offered.
 */
export function chooseProduct(
  dose: NeededDose,
  who: { readonly birthDate: CalendarDay; readonly on: CalendarDay },
  facts: {
    readonly offers: OffersByLabel
    readonly vaccines: ReadonlyMap<string, Vaccine>
    readonly onShelf: ReadonlyMap<string, number>
  },
): string | null {
  const offered = offersFor(dose, facts.offers).filter(offer => isOfAge(offer, who))
  const products = [...new Set(offered.map(({ vaccine }) => vaccine))]
    .flatMap(code => facts.vaccines.get(code) ?? [])
    .filter(isInUse)
  const lies = ({ code }: Vaccine) => ((facts.onShelf.get(code) ?? 0) > 0 ? 0 : 1)
  const isFree = ({ programmes }: Vaccine) => (programmes.includes('epi') ? 0 : 1)
  const covers = ({ antigens }: Vaccine) => antigens.filter(antigen => dose.antigens.includes(antigen)).length
  const [best] = products.toSorted(
    (a, b) => isFree(a) - isFree(b) || lies(a) - lies(b) || covers(b) - covers(a),
  )
  return best?.code ?? null
}

/** The schedule writes `{n}` for the number that a due dose carries. */
function offersFor({ label, doseNumber }: NeededDose, offers: OffersByLabel): readonly Offer[] {
  const number = String(doseNumber)
  const at = label.vi.lastIndexOf(number)
  const template = at < 0 ? null : `${label.vi.slice(0, at)}{n}${label.vi.slice(at + number.length)}`
  return offers.get(label.vi) ?? (template === null ? undefined : offers.get(template)) ?? []
}

function isOfAge(
  { beginAge, endAge }: Offer,
  { birthDate, on }: { readonly birthDate: CalendarDay; readonly on: CalendarDay },
): boolean {
  return (
    (beginAge === null || addOffset(birthDate, beginAge) <= on) &&
    (endAge === null || on < addOffset(birthDate, endAge))
  )
}
