import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { addDays } from '../../../src/domain/calendar/calendar-day'
import type { PrintDocument } from '../../../src/domain/document/document'
import type { Issue } from '../../../src/domain/document/facts'
import { buildUploadProof, type ProofFacts } from '../../../src/domain/document/upload-proof'
import type { LedgerLine } from '../../db/link-ledger'
import type { ServiceContext } from '../service'
import { type LedgerView, ledgerView, rowOf, startOfDayMs } from './ledger'

/** More than this is not printed; who needs more prints day by day. */
const mostDoses = 5_000

/** The proof of timeliness of the doses that were saved here between two days, oldest first. */
export function uploadProof(
  context: ServiceContext,
  span: { readonly from: CalendarDay; readonly to: CalendarDay },
  issue: Issue,
): PrintDocument {
  const { store, stationId } = context
  const server = store.link.findServer()?.server ?? null
  const view = ledgerView(context)
  const lines = store.linkLedger.doses(stationId, {
    state: null,
    fromMs: startOfDayMs(span.from),
    beforeMs: startOfDayMs(addDays(span.to, 1)),
    after: null,
    limit: mostDoses,
  })
  const doses = lines.toReversed().map(line => proofOf(context, line, view))
  return buildUploadProof({ ...span, server: server?.serverName ?? null, doses, issue })
}

function proofOf(context: ServiceContext, line: LedgerLine, view: LedgerView): ProofFacts {
  const row = rowOf(context, line, view)
  const [receipt] = row.receipts
  return {
    savedAt: row.savedAt,
    name: row.personName ?? '',
    birthDate: row.birthDate,
    vaccine: row.dose?.vaccineName ?? '',
    givenOn: row.dose?.givenOn ?? context.today,
    takenAt: row.firstAcceptedAt,
    receipt: row.byCourier
      ? `USB số ${row.byCourier.number}`
      : receipt
        ? `${receipt.serverId} / ${receipt.versionId}`
        : null,
    state: row.state,
  }
}
