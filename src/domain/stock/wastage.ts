/** Why doses end in the bin. Data: `resources/stock/wastage-reasons.json`. */
export type WastageReason = {
  readonly code: string
  readonly nameVi: string
  readonly nameEn: string
  /** Of opened vials, of what was never opened, or of both. */
  readonly for: 'open' | 'unopened' | 'both'
  /** The code alone does not say enough. */
  readonly needsNote: boolean
}
