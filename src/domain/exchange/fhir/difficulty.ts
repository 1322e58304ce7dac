import type { Difficulty } from '../../supervision/difficulty'
import { coding, concept, make, reference, tidy, toResource } from './make'
import { taskSystem } from './upward'
import type { Json, RecordState, WireContext, WireResource } from './wire'

/** How a difficulty stands as the status of its Task. */
const statuses = { open: 'requested', answered: 'accepted', solved: 'completed' } as const

/**
 * A difficulty as a Task for the point: theme, words, and what a helper needs to see. The picture has everything about people
 * covered before it is kept, and the log is free of them, so nothing here is about a person. Decision 0046.
 */
export function difficultyResources(
  state: RecordState<'difficulty'>,
  knows: WireContext,
): readonly WireResource[] {
  const { value } = state
  if (knows.pointId === null) return []
  const { codes } = knows
  const point = toResource('Organization', 'point', knows.pointId)
  const by = toResource('Practitioner', 'user', value.writtenByUserId)
  return [
    make(codes, {
      type: 'Task',
      state,
      references: [point, by],
      fields: {
        status: statuses[value.state],
        intent: 'order',
        code: concept([coding(taskSystem(codes), 'difficulty')], 'Khó khăn của điểm tiêm'),
        description: tidy(value.text) ?? '?',
        reasonCode: concept([coding(`${codes.systems.record}:difficulty-theme`, value.theme)]),
        for: reference(point),
        authoredOn: value.writtenAt,
        requester: reference(by, value.writtenByName),
        ...noteOf(value),
        input: inputsOf(value),
      },
    }),
  ]
}

function noteOf({ answer, answeredByName, answeredAt }: Difficulty) {
  const text = tidy(answer)
  if (text === undefined) return {}
  return {
    note: [{ authorString: tidy(answeredByName) ?? '?', ...(answeredAt ? { time: answeredAt } : {}), text }],
  }
}

function inputsOf({ proposal, screen, appVersion, log, picture }: Difficulty): readonly Json[] {
  const words = [
    ['screen', screen],
    ['app-version', appVersion],
    ['proposal', proposal],
    ['log', log.join('\n')],
  ] as const
  const said = words.flatMap(([name, value]) => {
    const text = tidy(value)
    return text === undefined ? [] : [{ type: { text: name }, valueString: text }]
  })
  if (picture === null) return said
  const attachment = {
    contentType: 'image/png',
    data: picture,
    title: 'Ảnh màn hình đã che thông tin cá nhân',
  }
  return [...said, { type: { text: 'picture' }, valueAttachment: attachment }]
}
