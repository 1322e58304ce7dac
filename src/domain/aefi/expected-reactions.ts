type LocalText = { readonly vi: string; readonly en: string }

/** What is expected after a kind of vaccine. Data of `resources/aefi/expected-reactions.json`. */
export type ExpectedReaction = {
  readonly code: string
  /** Products that have all of these antigens, and of several entries the one that names most of them. */
  readonly antigens: readonly string[]
  /** Null: living or not. */
  readonly live: boolean | null
  readonly name: LocalText
  readonly common: LocalText
  readonly rare: LocalText | null
  /** Codes of signs that are offered first. */
  readonly signs: readonly string[]
  readonly unverified: boolean
}

export type ExpectedReactions = {
  readonly version: string
  readonly confirmation: 'confirmed' | 'unverified'
  readonly source: string
  readonly entries: readonly ExpectedReaction[]
}

/**
 * What is expected after a product: every entry whose antigens it has, without those that a wider one covers
 * (five-in-one is not "tetanus").
 */
export function expectedAfter(
  { entries }: ExpectedReactions,
  product: { readonly antigens: readonly string[]; readonly live: boolean },
): readonly ExpectedReaction[] {
  const fitting = entries.filter(
    ({ antigens, live }) =>
      (live === null || live === product.live) && antigens.every(code => product.antigens.includes(code)),
  )
  return fitting.filter(
    entry =>
      !fitting.some(
        other =>
          other !== entry &&
          other.antigens.length > entry.antigens.length &&
          entry.antigens.every(code => other.antigens.includes(code)),
      ),
  )
}
