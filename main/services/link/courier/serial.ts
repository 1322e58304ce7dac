import type { CourierSide } from './side'

const serialKey = 'courier-serial'
type Numbered = { readonly store: Pick<CourierSide['store'], 'local'> }

/** The number of the newest card this PC has written; 0 before the first. */
export function newestSerial({ store }: Numbered): number {
  return Number(store.local.readMeta(serialKey) ?? 0)
}

/** Takes the next number for good, inside the caller's transaction. */
export function takeSerial(side: Numbered): number {
  const serial = newestSerial(side) + 1
  side.store.local.writeMeta(serialKey, String(serial))
  return serial
}
