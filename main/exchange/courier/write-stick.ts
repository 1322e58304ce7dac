import { refused } from '../../../src/contract/answers'
import type { Answer } from '../../../src/contract/call'
import {
  makeStickCard,
  makeStickPart,
  planStick,
  type StickWritten,
} from '../../../src/contract/courier-calls'
import type { ListedPart } from '../../../src/domain/courier/card'
import { readStickFolder, removeStickFile, writeStickFile } from './stick-files'
import type { StickWork } from './stick-work'

/**
 * Writes what the receiver lacks: the files one after the other, each read back, then the card that names them all, then
 * what nobody needs any more is taken away. Whatever happens in between, the stick holds whole files only.
 */
export async function writeTo(
  { stick, ask, progress, isStopped }: StickWork,
  to: string,
): Promise<Answer<StickWritten>> {
  const place = await ask(planStick, { to, found: [] })
  if (!place.ok) return place
  const { folder } = place.value
  const { files } = await readStickFolder(stick, folder, () => undefined)
  const planned = await ask(planStick, { to, found: files })
  if (!planned.ok) return planned
  const { write, keep, drop, entries } = planned.value
  const parts: ListedPart[] = [...keep]
  progress('write', 0, write.length)
  for (const part of write) {
    if (isStopped()) break
    const made = await ask(makeStickPart, { to, ...part })
    if (!made.ok) return made
    const problem = await writeStickFile(stick, folder, made.value)
    if (problem) return refused(problem)
    parts.push({ name: made.value.name, box: made.value.box })
    progress('write', parts.length - keep.length, write.length)
  }
  const result = { entries, files: parts.length - keep.length, kept: keep.length, isStopped: isStopped() }
  if (isStopped()) return { ok: true, value: result }
  const card = await ask(makeStickCard, { to, parts })
  if (!card.ok) return card
  const problem = await writeStickFile(stick, folder, card.value)
  if (problem) return refused(problem)
  // Only now: until the new card was there, the one before still named them.
  for (const name of drop) await removeStickFile(stick, folder, name)
  return { ok: true, value: result }
}
