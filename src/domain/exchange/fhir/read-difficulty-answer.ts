import type { ArrivedDifficultyAnswer } from './arrived'
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

const verdicts = { accepted: 'answered', completed: 'solved' } as const

/** What whoever supervises said of a difficulty; null for a Task of anything else. */
export function readDifficultyAnswer(resource: Read, context: ReadContext): ArrivedDifficultyAnswer | null {
  if (codeIn(resource.code, taskSystem(context.codes)) !== 'difficulty-answer') return null
  const status = textOf(resource.status)
  const verdict = status === 'accepted' || status === 'completed' ? verdicts[status] : null
  const head = headOf(resource, context)
  const difficulty = resourceOf(resource.focus)
  const answeredAt = instantIn(resource.authoredOn)
  const [note] = partsOf(resource.note)
  if (verdict === null || !head || !difficulty?.startsWith('Task/') || !answeredAt) return null
  return {
    noun: 'difficulty-answer',
    ...head,
    difficulty,
    verdict,
    text: textOf(note?.text),
    answeredAt,
    byName: textOf(note?.authorString) ?? textOf(partOf(resource.requester).display),
    placeName: null,
    removed: false,
  }
}
