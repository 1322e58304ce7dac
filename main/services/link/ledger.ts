import type { OwnReceipt } from '../../../src/contract/courier-calls'
import { type LedgerRow, type LedgerState, listLinkLedger } from '../../../src/contract/link-calls'
import { addDays, type CalendarDay, type Instant } from '../../../src/domain/calendar/calendar-day'
import { correspondentsIn } from '../../../src/domain/courier/correspondent'
import { displayName } from '../../../src/domain/person/display-name'
import { missingForUpload } from '../../../src/domain/person/validate-person'
import { courierKey } from '../../db/link-courier'
import type { LedgerLine } from '../../db/link-ledger'
import { listsOf } from '../certificate/trusted-keys'
import { type ServiceContext, serve } from '../service'
import { ownReceipts } from './courier/acknowledge'
import { excludedPersons } from './courier/excluded-persons'

const pageSize = 200

export const listLinkLedgerService = serve(listLinkLedger, (context, { filter, from, to, after }) => {
  const { store, stationId } = context
  const lines =
    filter === 'attention'
      ? store.linkLedger.attention(stationId, after, pageSize)
      : store.linkLedger.doses(stationId, {
          state: filter === 'all' ? null : filter,
          fromMs: startOfDayMs(from),
          beforeMs: startOfDayMs(addDays(to, 1)),
          after,
          limit: pageSize,
        })
  const view = ledgerView(context)
  const next = lines.length === pageSize ? (lines.at(-1)?.place ?? null) : null
  return { rows: lines.map(line => rowOf(context, line, view)), next }
})

/** The first moment of a day in Vietnam, in ms. */
export function startOfDayMs(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00.000+07:00`)
}

/** What is the same for all lines. */
export type LedgerView = {
  readonly isJoined: boolean
  /** Who holds copies of this PC's entries, and how far. */
  readonly copies: readonly OwnReceipt[]
  /** Of them the province gets numbers only. */
  readonly excluded: ReadonlySet<string>
}

export function ledgerView(context: ServiceContext): LedgerView {
  const { store, stationId } = context
  const others = correspondentsIn(listsOf(context).map(({ list }) => list))
  return {
    isJoined: store.link.findServer() !== null,
    copies: ownReceipts({ store, stationId, others }),
    excluded: excludedPersons(store),
  }
}

/** A line with the names people know. */
export function rowOf(context: ServiceContext, line: LedgerLine, view: LedgerView): LedgerRow {
  const { store, resources } = context
  const personId = line.personId
  const person = personId === null ? null : store.records.find('person', personId)
  const { place: _place, ownSeq: _ownSeq, vaccineCode, givenOn, voided, state, ...rest } = line
  const vaccine = vaccineCode === null ? null : resources.vaccines.get(vaccineCode)
  const shown: LedgerState = !view.isJoined && state === 'waiting' ? 'saved' : state
  return {
    ...rest,
    personName: person && displayName(person),
    birthDate: person?.birthDate ?? null,
    dose:
      vaccineCode === null || givenOn === null
        ? null
        : { vaccineName: vaccine?.shortName ?? vaccineCode, givenOn: givenOn as CalendarDay, voided },
    state: shown,
    byCourier: byCourier(line),
    copies: shown === 'accepted' ? [] : copiesOf(line, view),
    missing: person && shown !== 'local' ? missingForUpload(person) : [],
  }
}

/** The receipt that came back on a stick, when that is what closed the line. */
function byCourier({ receipts }: LedgerLine): LedgerRow['byCourier'] {
  const [receipt] = receipts
  if (!receipt?.key.startsWith(courierKey)) return null
  return { number: Number(receipt.serverId), at: receipt.storedAt as Instant }
}

/** Who has confirmed with a stick that they hold all that this PC wrote about the record. */
function copiesOf({ ownSeq, personId }: LedgerLine, { copies, excluded }: LedgerView): LedgerRow['copies'] {
  const isSecret = personId !== null && excluded.has(personId)
  return copies
    .filter(({ kind, upTo }) => ownSeq > 0 && upTo >= ownSeq && !(isSecret && kind === 'province'))
    .map(({ kind, name }) => ({ kind, name }))
}
