/** `0,5 ml`; empty when it is not known. */
export function formatVolume(ml: number | null): string {
  return ml === null ? '' : `${String(ml).replace('.', ',')} ml`
}
