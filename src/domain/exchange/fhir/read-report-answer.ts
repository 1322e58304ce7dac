import type { ArrivedReportAnswer } from './arrived'
import {
  codeIn,
  headOf,
  instantIn,
  partOf,
  partsOf,
  type Read,
  type ReadContext,
  resourceOf,
  textOf,
} from './read-fields'
import { taskSystem } from './upward'

const verdicts = { accepted: 'accepted', rejected: 'refused' } as const

/** What whoever supervises said of a report; null for a Task of anything else. */
export function readReportAnswer(resource: Read, context: ReadContext): ArrivedReportAnswer | null {
  const status = textOf(resource.status)
  const verdict = status === 'accepted' || status === 'rejected' ? verdicts[status] : null
  const head = headOf(resource, context)
  const report = resourceOf(resource.focus)
  const answeredAt = instantIn(resource.authoredOn)
  if (codeIn(resource.code, taskSystem(context.codes)) !== 'report-answer') return null
  if (verdict === null || !head || !report?.startsWith('MeasureReport/') || !answeredAt) return null
  return {
    noun: 'report-answer',
    ...head,
    report,
    verdict,
    text: textOf(partOf(resource.statusReason).text) ?? textOf(partsOf(resource.note)[0]?.text),
    answeredAt,
    byName: textOf(partOf(resource.requester).display),
    placeName: null,
    removed: false,
  }
}
