import type { CourierSide } from './side'

const serialKey = 'courier-serial'
type Numbered = { readonly store: Pick<CourierSide['store'], 'local'> }

/** The number of the newest card this PC has written; 0 before the first. */
export function newestSerial({ store }: Numbered): number {
  return Number(store.local.readMeta(serialKey) ?? 0)
}

/**
 * Takes the next number for good, inside the caller's transaction: the second of now, or one more than the newest. So a PC
 * that was set back to an old backup is heard again.
 */
export function takeSerial(side: Numbered & Pick<CourierSide, 'at'>): number {
  const serial = Math.max(newestSerial(side) + 1, Math.floor(Date.parse(side.at) / 1000))
  side.store.local.writeMeta(serialKey, String(serial))
  return serial
}
