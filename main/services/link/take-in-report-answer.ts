import type { ArrivedReportAnswer } from '../../../src/domain/exchange/fhir/arrived'
import { isSent } from '../../../src/domain/report/life/report-steps'
import type { ServiceContext } from '../service'
import { keepCopyOf, type TakenIn } from './arrival'

/**
 * What whoever supervises said of a report of this point. Reports of other points are none of this one's business. Of two
 * answers the later one holds.
 */
export function takeInReportAnswer(context: ServiceContext, fact: ArrivedReportAnswer): TakenIn {
  const { store } = context
  const serverId = fact.report.slice(fact.report.indexOf('/') + 1)
  const own = store.reports
    .all()
    .find(({ id, voided }) => !voided && store.link.findKnown(`MeasureReport/${id}`)?.serverId === serverId)
  const report = own ? store.records.find('report', own.id) : null
  if (!report || !isSent(report)) return { kind: 'unknown' }
  if (report.answeredAt === null || report.answeredAt < fact.answeredAt) {
    const body = { state: fact.verdict, answeredAt: fact.answeredAt, answer: answerOf(fact) }
    context.write([{ noun: 'report', recordId: report.id, verb: 'updated', body }])
  }
  keepCopyOf(context, fact, { verdict: fact.verdict, answeredAt: fact.answeredAt })
  return { kind: 'taken', personId: null }
}

function answerOf({ text, byName }: ArrivedReportAnswer): string | null {
  const parts = [text, byName === null ? null : `(${byName})`].filter(part => part !== null)
  return parts.length === 0 ? null : parts.join(' ')
}
