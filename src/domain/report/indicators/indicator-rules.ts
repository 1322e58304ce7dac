import type { Offset } from '../../calendar/offset'
import type { LocalText } from '../../schedule/schedule-types'
import type { Sourced } from '../handbook-programme'
import type { DoseList } from '../tally'

/*
 * What the pictures of the indicators show, as data (`resources/indicators/indicators.json`). Decision 0043.
 */

/** A dose that coverage is asked of. */
export type IndicatorDose = Sourced & {
  readonly id: string
  readonly label: LocalText
  /** Doses of one panel are drawn into one picture. */
  readonly panel: string
  /** As the schedule spells it, and which valid dose against it. */
  readonly antigen: string
  readonly number: number
  /** Age at which it is due. */
  readonly due: Offset
  /** Counts when given before this age; null: at any age. */
  readonly countsUntil: Offset | null
  /** Not every point offers it; it is shown where the point does. */
  readonly isPartial: boolean
  readonly targetPercent: number
}

/** Who had the one dose and lacks the other. */
export type DropOutRule = Sourced & {
  readonly id: string
  readonly label: LocalText
  readonly from: string
  readonly to: string
  /** Above it something is wrong, in percent. */
  readonly limitPercent: number
}

export type IndicatorRules = {
  readonly version: string
  /** A child is asked for a dose when so long has gone by since it was due. */
  readonly grace: Offset
  readonly panels: readonly { readonly id: string; readonly label: LocalText }[]
  readonly doses: readonly IndicatorDose[]
  /** All doses of the list that the reports count by, each before an age. */
  readonly fullyImmunised: Sourced & {
    readonly needs: DoseList['needs']
    readonly before: Offset
    readonly targetPercent: number
  }
  readonly dropOuts: readonly DropOutRule[]
  /** Without this dose from an age on. */
  readonly zeroDose: Sourced & { readonly dose: string; readonly from: Offset }
  readonly birthDose: Sourced & { readonly afterDays: number; readonly targetPercent: number }
  /** Days from a dose to its entry: the upper end of each step, and what is still good. */
  readonly delays: Sourced & { readonly untilDays: readonly number[]; readonly goodUntilDays: number }
}

/** The dose of an id. Throws where the data name none: `readIndicatorRules` refuses such a file. */
export function doseRule({ doses }: Pick<IndicatorRules, 'doses'>, id: string): IndicatorDose {
  const found = doses.find(dose => dose.id === id)
  if (!found) throw new Error(`no dose of the indicators is called ${id}`)
  return found
}

/** The doses that a point is asked for: those in partial roll-out only where it offers them. */
export function dosesOf(
  { doses }: Pick<IndicatorRules, 'doses'>,
  offeredAntigens: readonly string[],
): readonly IndicatorDose[] {
  return doses.filter(({ isPartial, antigen }) => !isPartial || offeredAntigens.includes(antigen))
}
