import { type LedgerRow, type LedgerState, listLinkLedger } from '../../../src/contract/link-calls'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { displayName } from '../../../src/domain/person/display-name'
import { missingForUpload } from '../../../src/domain/person/validate-person'
import type { LedgerLine } from '../../db/link-ledger'
import { type ServiceContext, serve } from '../service'

const pageSize = 200

export const listLinkLedgerService = serve(listLinkLedger, (context, { filter, from, to, after }) => {
  const { store, stationId } = context
  const lines =
    filter === 'attention'
      ? store.linkLedger.attention(after, pageSize)
      : store.linkLedger.doses(stationId, {
          state: filter === 'all' ? null : filter,
          fromMs: startOfDayMs(from),
          beforeMs: startOfDayMs(addDays(to, 1)),
          after,
          limit: pageSize,
        })
  const isJoined = store.link.findServer() !== null
  const next = lines.length === pageSize ? (lines.at(-1)?.place ?? null) : null
  return { rows: lines.map(line => rowOf(context, line, isJoined)), next }
})

/** The first moment of a day in Vietnam, in ms. */
export function startOfDayMs(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00.000+07:00`)
}

/** A line with the names people know. */
export function rowOf(context: ServiceContext, line: LedgerLine, isJoined: boolean): LedgerRow {
  const { store, resources } = context
  const personId = line.personId
  const person = personId === null ? null : store.records.find('person', personId)
  const { place: _place, vaccineCode, givenOn, voided, state, ...rest } = line
  const vaccine = vaccineCode === null ? null : resources.vaccines.get(vaccineCode)
  const shown: LedgerState = !isJoined && state === 'waiting' ? 'saved' : state
  return {
    ...rest,
    personName: person && displayName(person),
    birthDate: person?.birthDate ?? null,
    dose:
      vaccineCode === null || givenOn === null
        ? null
        : { vaccineName: vaccine?.shortName ?? vaccineCode, givenOn: givenOn as CalendarDay, voided },
    state: shown,
    missing: person && shown !== 'local' ? missingForUpload(person) : [],
  }
}
