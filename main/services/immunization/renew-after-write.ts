import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { JournalEntry } from '../../../src/domain/journal/entry'
import { sqliteTrouble } from '../../db/sqlite-trouble'
import type { Ports } from '../service'
import { fewPersons, renewNow } from './keep-forecasts'
import { renewWhatWaits } from './renew-forecasts'

/**
 * The persons that entries are about, under every id they have; a correction names only what changed, so its record is
 * asked.
 */
export function personsOf(
  { store }: Pick<Ports, 'store'>,
  written: readonly JournalEntry[],
): readonly string[] {
  const personIds = written.flatMap(({ noun, recordId, body }) => {
    if (noun === 'person') return [recordId]
    const record: Readonly<Record<string, unknown>> =
      'personId' in body ? body : (store.records.find(noun, recordId) ?? {})
    const fields = ['personId', 'survivorId', 'absorbedId', 'leftId', 'rightId']
    return fields.map(field => record[field]).filter(id => typeof id === 'string')
  })
  return [...new Set(personIds.flatMap(personId => [personId, ...store.links.clusterOf(personId)]))]
}

/**
 * Keeps the forecasts of a few persons right in the transaction of the write itself. A bug in forecasting must not stop
 * a dose from being recorded: the forecast then waits, and the list says so.
 */
export function renewWithWrite(
  ports: Pick<Ports, 'store' | 'resources'>,
  personIds: readonly string[],
  today: CalendarDay,
  log: (line: string) => void,
): void {
  const { forecasts } = ports.store
  const basis = forecasts.basis()
  const marked = basis && personIds.length <= fewPersons ? forecasts.markedAmong(personIds) : []
  if (!basis || marked.length === 0) return
  try {
    renewNow(ports, marked, { ...basis, day: today })
  } catch (error) {
    if (sqliteTrouble(error)) throw error
    tellBug(error, log)
  }
}

/** Many persons at once, another offer of the point, another schedule: what no longer holds is renewed beside the engine. */
export function renewAfterWrite(
  ports: Pick<Ports, 'store' | 'resources' | 'version' | 'jobs'>,
  written: readonly JournalEntry[],
  personIds: readonly string[],
  today: CalendarDay,
  log: (line: string) => void,
): void {
  const isForAll = written.some(({ noun }) => noun === 'point' || noun === 'schedule-file')
  const isMuch = isForAll || personIds.length > fewPersons
  if (!isMuch) return
  try {
    renewWhatWaits(ports, today)
  } catch (error) {
    // What was written is written; the watch looks again.
    tellBug(error, log)
  }
}

/** By kind and place only: a message may quote a record. */
function tellBug(error: unknown, log: (line: string) => void): void {
  const trace = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : ''
  log(`bug in keeping forecasts: ${error instanceof Error ? error.name : typeof error}\n${trace}`)
}
