import { day } from '../calendar/calendar-day'
import type { Programme, Route } from '../immunization/dose'

/** What a session uses up besides vaccine. Data: `resources/stock/supplies.json`. */
export type Supply = {
  readonly code: string
  readonly nameVi: string
  readonly nameEn: string
  readonly kind: 'syringe' | 'diluent' | 'safety-box'
  readonly use: SupplyUse
  readonly confirmation: 'sourced' | 'unverified'
  readonly source: string
}

/** One piece for each injected dose of these volumes, for each opened vial of these products, or for so many syringes. */
export type SupplyUse =
  | {
      readonly per: 'dose'
      readonly routes: readonly Route[]
      readonly programmes: readonly Programme[]
      readonly aboveMl: number
      readonly upToMl: number
    }
  | { readonly per: 'vial'; readonly vaccines: readonly string[] }
  | { readonly per: 'syringes'; readonly holds: number }

/** What was, or will be, given and opened. */
export type WorkDone = {
  readonly doses: readonly {
    readonly route: Route | null
    readonly volumeMl: number | null
    readonly programme: Programme
    readonly count: number
  }[]
  readonly vials: readonly { readonly vaccineCode: string; readonly count: number }[]
}

/** A supply without an expiry on it is kept with this one. */
export const noExpiry = day('2999-12-31')

/** Pieces of each supply that this work uses up; supplies of which it needs none are left out. */
export function supplyNeeds(supplies: readonly Supply[], work: WorkDone): ReadonlyMap<string, number> {
  const counted = supplies.flatMap(({ code, kind, use }) =>
    use.per === 'syringes' ? [] : [{ code, kind, pieces: piecesOf(use, work) }],
  )
  const syringes = sum(counted.filter(({ kind }) => kind === 'syringe').map(({ pieces }) => pieces))
  const boxes = supplies.flatMap(({ code, use }) =>
    use.per === 'syringes' ? [{ code, pieces: Math.ceil(syringes / use.holds) }] : [],
  )
  return new Map(
    [...counted, ...boxes].filter(({ pieces }) => pieces > 0).map(({ code, pieces }) => [code, pieces]),
  )
}

function piecesOf(use: Exclude<SupplyUse, { readonly per: 'syringes' }>, work: WorkDone): number {
  if (use.per === 'vial')
    return sum(work.vials.filter(({ vaccineCode }) => use.vaccines.includes(vaccineCode)).map(v => v.count))
  return sum(
    work.doses
      .filter(({ route, volumeMl, programme }) => {
        if (route === null || volumeMl === null) return false
        const fits = volumeMl > use.aboveMl && volumeMl <= use.upToMl
        return fits && use.routes.includes(route) && use.programmes.includes(programme)
      })
      .map(({ count }) => count),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
