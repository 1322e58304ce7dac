import type { ReadStore } from '../../db'

/** Whether somebody on this PC supervises points: only then is anything of other points read. */
export function isSupervising({ records }: Pick<ReadStore, 'records'>): boolean {
  return records.list('user', { role: 'supervisor' }, 'created_stamp').some(({ active }) => active)
}
