import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { examinePerson } from '../../../src/domain/register-doctor/examine'
import { isShared } from '../../../src/domain/register-doctor/finding'
import { sqliteTrouble } from '../../db/sqlite-trouble'
import type { Ports } from '../service'
import { sharedAgain } from './shared'
import { checkTools } from './tools'
import { noteWritten } from './written-meanwhile'

type Sources = Pick<Ports, 'store' | 'resources'>

/** Many at once (an import, a courier stick) wait for the next search. */
const fewPersons = 20

/**
 * After a write: whoever has something found about them is looked at once more in the same transaction, so that what was put
 * right is gone at once. A bug in a check must not stop a dose from being recorded.
 */
export function examineWithWrite(
  ports: Sources,
  personIds: readonly string[],
  today: CalendarDay,
  log: (line: string) => void,
): void {
  noteWritten(ports.store, personIds)
  if (personIds.length > fewPersons) return
  try {
    examineAgain(ports, personIds, today)
  } catch (error) {
    if (sqliteTrouble(error)) throw error
    const trace = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : ''
    log(`bug in the register doctor: ${error instanceof Error ? error.name : typeof error}\n${trace}`)
  }
}

/** Makes anew what was found about these people, and about those they share something with. */
export function examineAgain(sources: Sources, personIds: readonly string[], today: CalendarDay): void {
  const { findings, findingWriter, examination } = sources.store
  const known = new Map(
    personIds.flatMap(personId => findings.about(personId).map(kept => [kept.key, kept.finding] as const)),
  )
  if (known.size === 0) return
  const tools = checkTools(sources, today)
  for (const key of known.keys()) findingWriter.remove(key)
  const alone = new Set(
    [...known.values()].filter(({ code }) => !isShared(code)).map(({ personId }) => personId),
  )
  for (const personId of alone) {
    const examined = examination.examined(personId)
    for (const finding of examined ? examinePerson(examined, tools) : []) findingWriter.keep(finding)
  }
  for (const finding of known.values()) {
    if (!isShared(finding.code)) continue
    for (const again of sharedAgain(sources.store, finding, tools)) findingWriter.keep(again)
  }
}
