import { resolve } from 'node:path'
import { loadResources } from '../../../../../main/resources/load'
import { handbookWords } from '../../../../../main/services/handbook/handbook-words'
import type { CalendarDay, Instant } from '../../../../../src/domain/calendar/calendar-day'
import { placeNamesOf } from '../../../../../src/domain/exchange/fhir/place-names'
import type {
  EntryStamp,
  RecordState,
  WireContext,
  WireNoun,
  WireRecords,
} from '../../../../../src/domain/exchange/fhir/wire'

const folder = resolve(process.env.DIEM_TIEM_RESOURCES ?? 'resources')
/** What ships beside the code. */
export const resources = loadResources(folder, '2026-11-27' as CalendarDay)

/** An id as the register makes them, by a number. */
export const idOf = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const at = (text: string) => text as Instant
const stationId = idOf(9_000_001)

/** The entry with which the n-th thing of this station became true. */
export function entryOf(n: number, changes: Partial<EntryStamp> = {}): EntryStamp {
  const instant = new Date(Date.UTC(2026, 10, 20) + n * 1000).toISOString()
  return {
    entryId: idOf(8_000_000 + n),
    stationId,
    seq: n,
    hash: 'ab'.repeat(32),
    at: at(instant),
    userId: idOf(3),
    ...changes,
  }
}

let entries = 0

/** A record that stands as it was recorded. */
export function recordOf<N extends WireNoun>(
  noun: N,
  id: string,
  value: WireRecords[N],
  changes: Partial<RecordState<N>> = {},
): RecordState<N> {
  const entry = entryOf(++entries)
  return {
    noun,
    id,
    value,
    voided: false,
    reason: null,
    createdAt: entry.at,
    createdBy: entry.userId,
    entry,
    ...changes,
  }
}

/** A register of these records, as the mapping asks it. */
export function contextOf(records: readonly RecordState[], pointId: string | null = idOf(1)): WireContext {
  const known = new Map(records.map(each => [`${each.noun} ${each.id}`, each]))
  const all = <N extends WireNoun>(noun: N) =>
    records.filter(each => each.noun === noun && !each.voided) as unknown as readonly RecordState<N>[]
  return {
    codes: resources.provinceCodes,
    pointId,
    find: (noun, id) => (known.get(`${noun} ${id}`) ?? null) as never,
    vaccine: code => resources.vaccines.get(code) ?? null,
    survivorOf: id => all('merge').find(({ value }) => value.absorbedId === id)?.value.survivorId ?? null,
    diedOn: id =>
      all('residence').find(({ value }) => value.personId === id && value.state === 'died')?.value.on ?? null,
    dosesOf: id => all('dose').filter(({ value }) => value.personId === id),
    handbook: { dating: resources.pregnancy.dating, words: handbookWords(resources) },
    reportForm: (id, version) =>
      resources.reportForms.find(form => form.id === id && form.version === version) ?? null,
    placeOf: placeNamesOf(resources.units),
  }
}
