import type { SignedCard } from './station-key'

/** A label or a place on a paper. `quietModules` of white lie round a QR code (ISO/IEC 18004: four). */
export type CodePlace = { readonly widthMm: number; readonly heightMm: number; readonly dpi: 203 | 300 }

const quietModules = 4
/** Labels shift in the printer by so much, and a code cut off reads nowhere. */
const marginMm = 1
/** A scanner of a desk and a phone read a quarter of a millimetre; one dot of 203 dpi is half of that. */
const smallestModuleMm = 0.25

/** Dots of one module at the least, and of one millimetre. */
const dotsPerMm = { 203: 8, 300: 12 } as const

/** Dots of one module so that a symbol of so many modules fits with its quiet zone; 0 when it does not fit. */
export function moduleDots(size: number, { widthMm, heightMm, dpi }: CodePlace): number {
  const perMm = dotsPerMm[dpi]
  const room = (Math.min(widthMm, heightMm) - 2 * marginMm) * perMm
  const dots = Math.floor(room / (size + 2 * quietModules))
  return dots >= smallestModuleMm * perMm ? dots : 0
}

/**
 * What a label of this size carries: the standard's card where one code of it holds all doses and fits, else the compact
 * form, else nothing. `sizeOf` gives the modules of a text's QR code at level L.
 */
export function formFor(
  card: Pick<Extract<SignedCard, { readonly state: 'signed' }>, 'shc' | 'compact'>,
  place: CodePlace,
  sizeOf: (text: string) => number,
): { readonly form: 'health-card' | 'compact'; readonly text: string; readonly dots: number } | null {
  const [only, ...others] = card.shc
  const full = only !== undefined && others.length === 0 ? moduleDots(sizeOf(only), place) : 0
  if (only !== undefined && full > 0) return { form: 'health-card', text: only, dots: full }
  const compact = moduleDots(sizeOf(card.compact), place)
  return compact > 0 ? { form: 'compact', text: card.compact, dots: compact } : null
}
