import type { Programme, Route, Site } from './dose'
import type { VolumeRule } from './volume-rule'

/** A product as `resources/vaccines` describes it. Data, versioned, replaceable by the province; see `unverified`. */
export type Vaccine = {
  readonly code: string
  /** Short name staff use: "5 trong 1 (DPT-VGB-Hib)". */
  readonly shortName: string
  readonly tradeName: string
  readonly nameVi: string
  readonly kind: 'vaccine' | 'immunoglobulin'
  readonly manufacturer: string | null
  readonly country: string | null
  /** Antigens in the order of the label, codes as in the schedule. */
  readonly antigens: readonly string[]
  readonly live: boolean
  readonly programmes: readonly Programme[]
  readonly cvx: string | null
  readonly atc: string | null
  readonly dosesPerVial: number | null
  /** For all ages by its route, or for the youngest where `volumes` says more. */
  readonly volumeMl: number | null
  /** By age and route, where one volume is not all: `resources/vaccines/dose-volumes.json`. */
  readonly volumes?: readonly VolumeRule[]
  readonly route: Route | null
  /** Sites offered first, best first. */
  readonly sites: readonly Site[]
  readonly openVialRule: string | null
  readonly storage: string | null
  /** Other names seen in the national system and on cards. */
  readonly aliases: readonly string[]
  /** Fields of this row that no source confirms; shown as such. */
  readonly unverified: readonly string[]
}

/** Routes that may stand in for one another; under the skin instead of into it harms, by mouth instead of a needle too. */
const routeGroups: readonly (readonly Route[])[] = [['IM', 'SC'], ['ID'], ['PO'], ['NS']]

/**
 * Whether a product may be given this way. Into the muscle and under the skin are one here: leaflets name both for some
 * products, and our table of routes is unverified. True where the route of the product is not known.
 */
export function mayGoBy({ route }: Pick<Vaccine, 'route'>, planned: Route): boolean {
  return route === null || routeGroups.some(group => group.includes(route) && group.includes(planned))
}

/**
 * Whether a point can hold it. Products no longer in use and products of unknown name belong to no programme: they are
 * for doses of the past, never for the shelf.
 */
export function isInUse({ programmes }: Pick<Vaccine, 'programmes'>): boolean {
  return programmes.length > 0
}
