const volumes = new Map<string, string>()

/**
 * What was given last of a product whose data names no volume (drops): it stands ready for the next child, to be seen
 * and changed. Kept in this window only.
 */
export function lastVolume(vaccineCode: string): string {
  return volumes.get(vaccineCode) ?? ''
}

/** Keeps what was given. */
export function keepVolume(vaccineCode: string, volume: string): void {
  volumes.set(vaccineCode, volume)
}
