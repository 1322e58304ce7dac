import type { Route } from './dose'

/** How much of a product is given at an age, by a route; a row of `resources/vaccines/dose-volumes.json`. */
export type VolumeRule = {
  /** Completed months: `fromMonths` and later, before `beforeMonths`; null where there is no bound. */
  readonly fromMonths: number | null
  readonly beforeMonths: number | null
  /** Null: by the route of the product. */
  readonly route: Route | null
  readonly volumeMl: number | null
  /** What is counted instead of measured. */
  readonly drops: number | null
  /** False: no source confirms it. */
  readonly isConfirmed: boolean
}
