import type { Database } from './driver'

/** Ids of those with an address that is known in the units of before July 2025 only. */
export function createOldPlaces(db: Database): () => readonly string[] {
  // As the index has it: canonical JSON puts the two fields side by side.
  const select = db
    .prepare<[], string>(
      `SELECT id FROM person WHERE voided = 0 AND instr(addresses, '"communeCode":null,"former":{') > 0`,
    )
    .pluck()
  return () => select.all() as string[]
}
