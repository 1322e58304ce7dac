import type { Answer } from '../../../src/contract/call'
import {
  type CardTaken,
  type JudgedFolder,
  judgeStick,
  type StickTaken,
  takeStickCard,
  takeStickPart,
} from '../../../src/contract/courier-calls'
import type { Problem } from '../../../src/contract/errors'
import { cardName } from '../../../src/domain/courier/letter'
import { listFolders, listLetters, readStickFile, readStickFolder } from './stick-files'
import type { StickWork } from './stick-work'

/** Reads every file of a stick and has the engine say what each folder is worth. */
export async function judgeAll({
  stick,
  ask,
  progress,
}: StickWork): Promise<Answer<readonly JudgedFolder[]>> {
  const names = await listFolders(stick)
  const counts = await Promise.all(names.map(name => listLetters(stick, name)))
  const total = counts.reduce((sum, letters) => sum + letters.length, 0)
  let done = 0
  progress('look', 0, total)
  const folders = []
  for (const name of names)
    folders.push(await readStickFolder(stick, name, () => progress('look', ++done, total)))
  const judged = await ask(judgeStick, { folders })
  return judged.ok ? { ok: true, value: judged.value.folders } : judged
}

/** What reading adds up to. */
type Taking = CardTaken & { entries: number; notes: Problem[] }

/**
 * Takes in what is new, a few entries at a time. What cannot be taken stops its folder and is said; other folders go on.
 * Whatever happens in between, what was taken in stays, and the next reading goes on from there.
 */
export async function readFrom(work: StickWork): Promise<Answer<StickTaken>> {
  const judged = await judgeAll(work)
  if (!judged.ok) return judged
  const folders = judged.value.filter(({ newEntries }) => newEntries !== null)
  const total = folders.reduce((sum, { newEntries }) => sum + (newEntries ?? 0), 0)
  const taking: Taking = { entries: 0, receipts: [], ledger: null, keepsOnly: false, notes: [] }
  work.progress('read', 0, total)
  try {
    for (const folder of folders) {
      if (work.isStopped()) break
      taking.notes.push(...folder.notes)
      await takeFolder(work, folder, taking, total)
    }
  } finally {
    // A stick that is pulled out leaves behind what was taken in.
    if (taking.entries > 0 || taking.receipts.length > 0) work.changed()
  }
  return { ok: true, value: { ...taking, isStopped: work.isStopped() } }
}

async function takeFolder(
  work: StickWork,
  folder: JudgedFolder,
  taking: Taking,
  total: number,
): Promise<void> {
  const { stick, ask, isStopped } = work
  for (const name of folder.take) {
    const text = await readStickFile(stick, folder.folder, name)
    const problems = await takeFile(work, text, taking, total)
    if (isStopped()) return
    if (problems) {
      taking.notes.push(...problems)
      return
    }
  }
  if (!folder.hasNewCard) return
  const answer = await ask(takeStickCard, { text: await readStickFile(stick, folder.folder, cardName) })
  if (answer.ok) Object.assign(taking, withLedger(taking, answer.value))
  else taking.notes.push(...answer.error.problems)
}

/** Of two cards the second knows all receipts; what each did to the ledger counts together. */
function withLedger({ ledger, keepsOnly }: CardTaken, next: CardTaken): CardTaken {
  const both = ledger && next.ledger
  const sum = both && {
    accepted: ledger.accepted + next.ledger.accepted,
    refused: Math.max(ledger.refused, next.ledger.refused),
  }
  return { ...next, ledger: sum ?? ledger ?? next.ledger, keepsOnly: keepsOnly || next.keepsOnly }
}

/** All entries of one file; null when they are taken, or it was called off. */
async function takeFile(
  { ask, progress, isStopped }: StickWork,
  text: string,
  taking: Taking,
  total: number,
): Promise<readonly Problem[] | null> {
  for (;;) {
    if (isStopped()) return null
    const answer = await ask(takeStickPart, { text })
    if (!answer.ok) {
      const { problems, code } = answer.error
      return problems.length > 0 ? problems : [{ code, field: null, params: {} }]
    }
    taking.entries += answer.value.taken
    progress('read', taking.entries, total)
    if (answer.value.left === 0) return null
  }
}
