/**
 * What happened to the mark "replaced by" of a person's record at the server since this station last saw it, FHIR
 * Patient.link. A merge that was made here and is not there yet is no un-merge.
 */
export type LinkChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'merged'; readonly survivorId: string }
  | { readonly kind: 'unmerged'; readonly survivorId: string }
  /** Taken back, and merged into another record. */
  | { readonly kind: 'moved'; readonly from: string; readonly survivorId: string }
  /** Here and there somebody merged the record into another survivor each: a person looks at it. */
  | { readonly kind: 'disputed'; readonly here: string; readonly there: string }

/** `here`, `base` and `there` name the record this one was absorbed by, or null. */
export function linkChange(here: string | null, base: string | null, there: string | null): LinkChange {
  if (there === here || there === base) return { kind: 'none' }
  if (here === null) return there === null ? { kind: 'none' } : { kind: 'merged', survivorId: there }
  if (here !== base) return there === null ? { kind: 'none' } : { kind: 'disputed', here, there }
  if (there === null) return { kind: 'unmerged', survivorId: here }
  return { kind: 'moved', from: here, survivorId: there }
}
