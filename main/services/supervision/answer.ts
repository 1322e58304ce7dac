import { refuse } from '../../../src/contract/errors'
import { answerDifficulty, answerReport } from '../../../src/contract/supervision-calls'
import type { SupervisorAnswer } from '../../../src/domain/supervision/supervisor-answer'
import { actorOf, type ServiceContext, serve } from '../service'

export const answerReportService = serve(answerReport, (context, { recordId, verdict, text }) => {
  const reason = text === '' ? null : text
  if (verdict === 'refused' && reason === null) refuse('supervision.no-reason', {}, 'text')
  return record(context, { about: 'report', aboutId: recordId, verdict, text: reason })
})

export const answerDifficultyService = serve(answerDifficulty, (context, { recordId, verdict, text }) => {
  if (text === '') refuse('supervision.no-answer', {}, 'text')
  return record(context, { about: 'difficulty', aboutId: recordId, verdict, text })
})

/** The answer is a record of its own here: it waits for the line like everything else, and goes to the point over it. */
function record(
  context: ServiceContext,
  answer: Pick<SupervisorAnswer, 'about' | 'aboutId' | 'verdict' | 'text'>,
): { readonly answerId: string } {
  const { supervision } = context.store
  const about =
    supervision.find(answer.about, answer.aboutId) ?? refuse('supervision.unknown-record', {}, 'recordId')
  const point = supervision.list('point').find(({ resource }) => resource === about.point)
  const by = actorOf(context)
  const body: SupervisorAnswer = {
    ...answer,
    pointId: point?.recordId ?? refuse('supervision.unknown-record', {}, 'recordId'),
    byUserId: by.userId,
    byName: by.name,
    at: context.at,
  }
  const answerId = context.newId()
  context.write([{ noun: 'supervisor-answer', recordId: answerId, verb: 'recorded', body }])
  return { answerId }
}
