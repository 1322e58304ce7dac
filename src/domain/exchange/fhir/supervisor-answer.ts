import { coding, concept, make, reference, tidy, toResource } from './make'
import { taskSystem } from './upward'
import type { RecordState, WireContext, WireResource } from './wire'

/** How the answer stands as the status of its Task; `solved` closes a difficulty. */
const statuses = {
  accepted: 'accepted',
  refused: 'rejected',
  answered: 'accepted',
  solved: 'completed',
} as const

const words = { report: 'Trả lời báo cáo', difficulty: 'Trả lời khó khăn' } as const

/**
 * What whoever supervises says of a report or a difficulty: a Task of its own, beside what it answers. Nobody but its point
 * changes a report or a difficulty. Decision 0045.
 */
export function supervisorAnswerResources(
  state: RecordState<'supervisor-answer'>,
  knows: WireContext,
): readonly WireResource[] {
  const { codes } = knows
  const { about, aboutId, pointId, verdict, text, byUserId, byName, at } = state.value
  const focus =
    about === 'report'
      ? toResource('MeasureReport', 'report', aboutId)
      : toResource('Task', 'difficulty', aboutId)
  const point = toResource('Organization', 'point', pointId)
  const by = toResource('Practitioner', 'user', byUserId)
  const said = tidy(text)
  return [
    make(codes, {
      type: 'Task',
      state,
      references: [focus, point, by],
      fields: {
        status: statuses[verdict],
        ...(verdict === 'refused' && said ? { statusReason: { text: said } } : {}),
        intent: 'order',
        code: concept([coding(taskSystem(codes), `${about}-answer`)], words[about]),
        focus: reference(focus),
        for: reference(point),
        authoredOn: at,
        requester: reference(by, byName),
        ...(said ? { note: [{ authorString: tidy(byName) ?? '?', time: at, text: said }] } : {}),
      },
    }),
  ]
}
