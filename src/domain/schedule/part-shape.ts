/** What stands around a part: the catalog, the products, and the other parts of the book. */
export type PartSurroundings = {
  /** Code of every other version, and what it is based on. */
  readonly versions: ReadonlyMap<string, string | null>
  /** Antigens of the catalog, each with the products that count for it. */
  readonly antigens: ReadonlyMap<string, ReadonlySet<string>>
  readonly vaccines: ReadonlySet<string>
  /** Codes of the series of other parts, each with its antigen and the kind of its part. */
  readonly series: ReadonlyMap<string, { readonly antigen: string; readonly kind: PartShape['kind'] }>
}

type Spans = { readonly [field: string]: unknown }
export type NamedProduct = Spans & { readonly vaccine: string }
export type IntervalShape = Spans & {
  readonly from:
    | 'previous'
    | { readonly target?: number; readonly mostRecent?: readonly string[]; readonly observation?: string }
}
export type SkipConditionShape = Spans & {
  readonly type: string
  readonly group?: number
  readonly vaccines?: readonly string[]
}
export type DoseShape = {
  readonly age?: readonly Spans[]
  readonly intervals?: readonly IntervalShape[]
  readonly allowableIntervals?: readonly IntervalShape[]
  readonly preferableVaccines?: readonly NamedProduct[]
  readonly allowableVaccines?: readonly NamedProduct[]
  readonly inadvertentVaccines?: readonly string[]
  readonly skips?: readonly {
    readonly sets: readonly (Spans & { readonly conditions: readonly SkipConditionShape[] })[]
  }[]
  readonly season?: Spans | null
}
export type SeriesShape = Spans & {
  readonly code: string
  readonly type: string
  readonly group: number
  readonly indications?: readonly Spans[]
  readonly doses: readonly DoseShape[]
}

/** A part whose shape is right and whose lists are put in: what the file says, before it is read. */
export type PartShape = {
  readonly kind: 'programme' | 'supplement'
  readonly code: string
  readonly basedOn?: string | null
  readonly validFrom: string
  readonly validTo?: string | null
  readonly confirmation: string
  readonly confirmedBy?: string | null
  readonly settings?: {
    readonly [name: string]: { readonly value: string; readonly alternatives: readonly string[] }
  }
  readonly campaigns?: readonly (Spans & { readonly antigens: readonly string[] })[]
  readonly antigens: { readonly [code: string]: { readonly series: readonly SeriesShape[] } | null }
}
