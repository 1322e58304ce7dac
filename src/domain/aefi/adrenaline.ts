type LocalText = { readonly vi: string; readonly en: string }

/** For whom a row of the table is meant, in the words of the source. */
export type BandMeaning =
  | { readonly kind: 'newborn-or-below'; readonly kg: number }
  | { readonly kind: 'about'; readonly kg: number }
  | { readonly kind: 'above'; readonly kg: number }
  | { readonly kind: 'adult' }

/** One row as the source prints it. The dose is text: the program never computes one. */
export type AdrenalineBand = {
  readonly code: string
  readonly patient: LocalText
  readonly dose: LocalText
  readonly ampoule: LocalText
  readonly means: BandMeaning
}

/** The card of `resources/aefi/anaphylaxis.json`. */
export type AnaphylaxisCard = {
  readonly version: string
  readonly confirmation: 'confirmed' | 'unverified'
  readonly source: string
  readonly ampoule: LocalText
  readonly bands: readonly AdrenalineBand[]
  /** From which age somebody is an adult for this card; the source does not say. */
  readonly adultFromYears: number
  readonly grades: readonly { readonly code: string; readonly text: LocalText }[]
  readonly steps: readonly LocalText[]
  readonly repeatMinutes: { readonly from: number; readonly to: number }
  readonly kit: readonly KitItem[]
  readonly kitWarnDays: number
}

/** One thing of the emergency box. */
export type KitItem = {
  readonly code: string
  readonly name: LocalText
  readonly needed: number
  readonly expires: boolean
}

export type BandChoice =
  /** The source has a row for this patient. */
  | { readonly state: 'defined'; readonly bands: readonly AdrenalineBand[] }
  /** The weight lies between two rows: both are shown, the source does not say which. */
  | { readonly state: 'between'; readonly bands: readonly AdrenalineBand[] }
  /** Nobody weighed: every row, none of them meant. */
  | { readonly state: 'unknown'; readonly bands: readonly AdrenalineBand[] }

/**
 * The row of the source for a patient, never a value between two rows. "About 10 kg" is 10 kg exactly: how far
 * "about" reaches the source does not say, so that anything beside it lies between (51/2017/TT-BYT).
 */
export function bandsFor(
  card: Pick<AnaphylaxisCard, 'bands' | 'adultFromYears'>,
  patient: {
    readonly weightKg: number | null
    readonly ageDays: number | null
    readonly ageYears: number | null
  },
): BandChoice {
  const { weightKg, ageDays, ageYears } = patient
  const exact = card.bands.find(({ means }) => isMeant(means, patient, card.adultFromYears))
  if (exact) return { state: 'defined', bands: [exact] }
  const isAdult = ageYears !== null && ageYears >= card.adultFromYears
  if (weightKg === null || isAdult || (ageDays !== null && ageDays < 0))
    return { state: 'unknown', bands: card.bands }
  const children = card.bands.filter(({ means }) => means.kind !== 'adult')
  const upper = children.findIndex(({ means }) => means.kind !== 'adult' && means.kg >= weightKg)
  const neighbours = upper < 1 ? children.slice(-1) : children.slice(upper - 1, upper + 1)
  return { state: 'between', bands: neighbours }
}

/** 28 days: a newborn, as the screening forms count. */
const newbornDays = 28

function isMeant(
  means: BandMeaning,
  { weightKg, ageDays, ageYears }: Parameters<typeof bandsFor>[1],
  adultFromYears: number,
): boolean {
  const isAdult = ageYears !== null && ageYears >= adultFromYears
  if (means.kind === 'adult') return isAdult
  if (isAdult) return false
  switch (means.kind) {
    case 'newborn-or-below':
      return (ageDays !== null && ageDays < newbornDays) || (weightKg !== null && weightKg < means.kg)
    case 'about':
      return weightKg === means.kg
    case 'above':
      return weightKg !== null && weightKg > means.kg
  }
}

/** Where the clock of the repeat stands after an injection. */
export function repeatState(
  card: Pick<AnaphylaxisCard, 'repeatMinutes'>,
  lastAtMs: number,
  nowMs: number,
): { readonly state: 'wait' | 'may' | 'late'; readonly fromMs: number; readonly toMs: number } {
  const fromMs = lastAtMs + card.repeatMinutes.from * 60_000
  const toMs = lastAtMs + card.repeatMinutes.to * 60_000
  return { state: nowMs < fromMs ? 'wait' : nowMs <= toMs ? 'may' : 'late', fromMs, toMs }
}
