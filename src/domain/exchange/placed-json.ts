/** A place in a text file as editors count it: both from 1. */
export type Place = { readonly line: number; readonly column: number }

/** What a reader expected where a JSON text stops being JSON. */
export type JsonFaultKind =
  | 'comma'
  | 'extra-comma'
  | 'colon'
  | 'name'
  | 'value'
  | 'close-brace'
  | 'close-bracket'
  | 'quote'
  | 'plain-quote'
  | 'no-comment'
  | 'escape'
  | 'end'
  | 'symbol'

export type JsonFault =
  | {
      readonly kind: JsonFaultKind
      readonly place: Place
      /** The text found there, shortened. */
      readonly found: string
      /** Line of the bracket that is not closed; null when that is not the matter. */
      readonly openedOnLine: number | null
    }
  /** A name that an object gives twice: the later one would silently win. */
  | { readonly kind: 'name-twice'; readonly place: Place; readonly found: string; readonly firstLine: number }

/** A JSON text that is read so that every value can be found again in it. */
export type PlacedJson = {
  /** Undefined as long as there are faults. */
  readonly value: unknown
  /** After a fault of syntax only the first: what follows from it would mislead. */
  readonly faults: readonly JsonFault[]
  /** Where the value or the name at a path stands; of a path that leads nowhere as far as it leads. */
  readonly placeOf: (path: readonly PropertyKey[], part?: 'value' | 'name') => Place
}
