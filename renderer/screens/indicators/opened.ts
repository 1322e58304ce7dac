import type { Indicators, WorkMark } from '../../../src/contract/indicator-calls'
import type { Month } from '../../../src/domain/report/count-programme'
import type { IndicatorPlace, Measure, Share } from '../../../src/domain/report/indicators/measure'

/** A mark somebody wants to see the names of; `place` left out: the place of the screen. */
export type OpenedMark = {
  readonly measure: Measure
  readonly bornIn: Month | null
  readonly label: string
  readonly place?: IndicatorPlace
  /** Who is shown first: those who are missing, where they are whom to look for. */
  readonly first?: 'counted' | 'missing'
}

export type OpenedWork = { readonly mark: WorkMark; readonly label: string }

/** What every picture of children needs. */
export type PictureProps = { readonly data: Indicators; readonly onOpen: (mark: OpenedMark) => void }

/** Of what is to be reached: who is missing comes first, where anybody is. */
export function firstOf({ counted, of }: Share): 'counted' | 'missing' {
  return counted < of ? 'missing' : 'counted'
}
