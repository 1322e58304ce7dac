/*
 * The code on our own label for a vial or a tray: 18 digits, `91 NNNNNNNNNNNNNN CC`.
 *
 *   91      GS1's identifier for a company's own use: no scanner set up for GS1 stumbles over it
 *   N…      14 digits made of the lot's id, so that nothing has to be counted or kept
 *   CC      check digits, ISO 7064 MOD 97-10
 *
 * Digits only, as on all our papers: an input method garbles letters. The lots on hand say which lot it is.
 */

/** The code of a lot's label. */
export function lotLabelOf(lotId: string): string {
  const hex = lotId.replaceAll('-', '').slice(-12)
  const body = `91${String(BigInt(`0x${hex}`) % 100_000_000_000_000n).padStart(14, '0')}`
  return `${body}${String(98n - (BigInt(`${body}00`) % 97n)).padStart(2, '0')}`
}

/** True for 18 digits of a label of ours, spaces allowed. */
export function isLotLabel(text: string): boolean {
  const digits = text.replace(/\s/gu, '')
  return /^91\d{16}$/u.test(digits) && BigInt(digits) % 97n === 1n
}

/** The lot a label names among those on hand; null when it names none of them. */
export function lotOfLabel<Lot extends { readonly lotId: string }>(
  text: string,
  lots: readonly Lot[],
): Lot | null {
  const digits = text.replace(/\s/gu, '')
  return lots.find(({ lotId }) => lotLabelOf(lotId) === digits) ?? null
}
