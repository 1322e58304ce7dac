import { day } from '../../../src/domain/calendar/calendar-day'
import type { PointStatus } from '../../../src/domain/supervision/point-status'
import { answersOf, type PointAnswers, type SeenReadiness } from '../../../src/domain/supervision/say-status'
import type { ServiceContext } from '../service'
import { owedHere } from './owed-here'

/** What the program sees of the point by itself. */
export function seenHere({ store }: Pick<ServiceContext, 'store'>): SeenReadiness {
  return {
    hasPrinter: store.print.listPrinters().length > 0,
    hasServer: (store.link.findServer()?.acceptedAt ?? null) !== null,
  }
}

/** What only people know, as it was said last at any PC of the point. */
export function answersHere(context: ServiceContext): PointAnswers {
  return answersOf(
    context.store.records.list('point-status', {}, 'created_stamp'),
    seenHere(context),
    context.today,
  )
}

/** How this point stands at this moment, with what people said of it. */
export function statusNow(context: ServiceContext, answers: PointAnswers): PointStatus {
  const { store, today, at, stationId, version } = context
  const figures = store.supervision.figures({
    today,
    bornAfter: yearBefore(today),
    monthStart: day(`${today.slice(0, 7)}-01`),
  })
  const owed = owedHere(context)
  const { certain, likely } = store.duplicates.countOpen()
  return {
    on: today,
    at,
    appVersion: version,
    ...answers,
    ...figures,
    accounts: store.records.list('user', { active: 1 }, 'created_stamp').length,
    suspectedDuplicates: certain + likely,
    reportsDue: owed.due,
    reportsLate: owed.late,
    openDifficulties: store.records.list('difficulty', { state: 'open' }, 'created_stamp').length,
    oldestUnsentAt: store.linkLedger.countOpen(stationId, store.link.findServer()?.settledSeq ?? 0).oldestAt,
  }
}

/** Who was born after this day is not a year old. */
function yearBefore(today: ServiceContext['today']) {
  const [year = '', month = '', date = ''] = today.split('-')
  const before = `${Number(year) - 1}-${month}`
  return day(month === '02' && date === '29' ? `${before}-28` : `${before}-${date}`)
}
