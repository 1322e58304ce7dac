import { refuse } from '../../../src/contract/errors'
import { getLedger, type LedgerLine } from '../../../src/contract/ledger-calls'
import { type CalendarDay, type Instant, vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import type { JournalEntry } from '../../../src/domain/journal/entry'
import { accountsOf, isPlace, type Movement, reversalIdOf } from '../../../src/domain/stock/ledger'
import type { GivenDay } from '../../db/ledger-repository'
import type { Stored } from '../../db/record-store'
import { type ServiceContext, serve } from '../service'
import { unopenedOf } from './post-movement'

type Line = Omit<LedgerLine, 'balance'>

/** A lot's two sides in one list, with the balance after each line. */
export const getLedgerService = serve(getLedger, (context, { lotId }) => {
  const { store } = context
  const lot = store.lots.find(lotId)
  if (!lot) return refuse('lot.not-found')
  const movements = store.ledger.movementsOf(lotId)
  const lines = [
    ...movements.map(movement => movementLine(movement, movements)),
    ...store.ledger.givenDaysOf(lotId).map(givenLine),
    ...store.entriesOf(lotId).flatMap(entry => stateLine(context, entry)),
  ].toSorted((a, b) => a.at.localeCompare(b.at))
  let balance = 0
  const withBalance = lines.map(line => {
    balance += changeOf(line)
    return { ...line, balance }
  })
  return { lines: withBalance.toReversed(), unopened: unopenedOf(context, lot) }
})

function changeOf({ from, to, quantity }: Line): number {
  return (to && isPlace(to) ? quantity : 0) - (from && isPlace(from) ? quantity : 0)
}

const nothingSeen = {
  supplier: null,
  documentNumber: null,
  vvmStage: null,
  temperatureC: null,
  indicator: null,
}

function movementLine(movement: Stored<Movement>, all: readonly Stored<Movement>[]): Line {
  const reversalId = reversalIdOf(movement.id)
  const isReversed = movement.kind === 'reversed' || all.some(({ id }) => id === reversalId)
  return {
    movementId: movement.id,
    at: movement.at,
    on: vietnamDayOf(movement.at),
    kind: movement.kind,
    ...accountsOf(movement),
    reason: movement.reason ?? null,
    note: movement.note,
    byName: movement.byName ?? null,
    isReversed,
    canReverse: !isReversed,
    supplier: movement.supplier ?? null,
    documentNumber: movement.documentNumber ?? null,
    vvmStage: movement.vvmStage ?? null,
    temperatureC: movement.temperatureC ?? null,
    indicator: movement.indicator ?? null,
  }
}

function givenLine(given: GivenDay): Line {
  return {
    ...nothingSeen,
    movementId: null,
    at: given.lastAt ?? startOf(given.on),
    on: given.on,
    kind: 'given',
    from: given.takenFrom,
    to: 'given',
    quantity: given.doses,
    reason: null,
    note: null,
    byName: given.names.length > 0 ? given.names.join(', ') : null,
    isReversed: false,
    canReverse: false,
  }
}

/** A dose without its moment is shown at the beginning of its day. */
function startOf(on: CalendarDay): Instant {
  return `${on}T00:00:00.000Z` as Instant
}

function stateLine({ store }: ServiceContext, entry: JournalEntry): readonly Line[] {
  const { status, statusReason } = entry.body
  if (entry.verb !== 'updated' || typeof status !== 'string') return []
  const user = entry.userId === null ? null : store.records.find('user', entry.userId)
  return [
    {
      ...nothingSeen,
      movementId: null,
      at: entry.at,
      on: vietnamDayOf(entry.at),
      kind: 'state',
      from: null,
      to: null,
      quantity: 0,
      reason: status,
      note: typeof statusReason === 'string' ? statusReason : null,
      byName: user?.name ?? null,
      isReversed: false,
      canReverse: false,
    },
  ]
}
