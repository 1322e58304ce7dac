import { type DifficultyTheme, difficultyThemes } from '../../supervision/difficulty'
import type { Supervised, SupervisedAnswer, SupervisedDifficulty } from '../../supervision/supervised'
import type { ProvinceCodes } from './codes'
import { codeIn, instantIn, partOf, partsOf, type Read, resourceOf, textOf } from './read-fields'
import { taskSystem } from './upward'
import type { UpwardHead } from './upward-head'

/** A difficulty, or what was answered to one or to a report; null for Tasks of others. */
export function readTask(resource: Read, head: UpwardHead, codes: ProvinceCodes): Supervised | null {
  const kind = codeIn(resource.code, taskSystem(codes))
  const point = resourceOf(resource.for)
  const at = instantIn(resource.authoredOn) ?? head.lastUpdated
  if (point === null || resource.status === 'entered-in-error' || resource.status === 'cancelled') return null
  const sent = { resource: head.resource, recordId: head.recordId, point }
  if (kind === 'difficulty')
    return { kind: 'difficulty', value: { ...sent, ...difficultyIn(resource, codes), writtenAt: at } }
  const about = kind === 'report-answer' ? 'report' : kind === 'difficulty-answer' ? 'difficulty' : null
  const focus = resourceOf(resource.focus)
  if (about === null || focus === null) return null
  return { kind: 'answer', value: { ...sent, ...answerIn(resource, about), focus, at } }
}

type DifficultyPart = Omit<SupervisedDifficulty, 'resource' | 'recordId' | 'point' | 'writtenAt'>

const states: Readonly<Record<string, DifficultyPart['state']>> = {
  requested: 'open',
  accepted: 'answered',
  completed: 'solved',
}

function difficultyIn(resource: Read, codes: ProvinceCodes): DifficultyPart {
  const inputs = partsOf(resource.input)
  const input = (name: string) => inputs.find(({ type }) => textOf(partOf(type).text) === name)
  const words = (name: string) => textOf(input(name)?.valueString)
  const log = input('log')
  return {
    theme: themeIn(resource.reasonCode, codes),
    text: textOf(resource.description) ?? '',
    proposal: words('proposal'),
    screen: words('screen') ?? '',
    appVersion: words('app-version') ?? '?',
    log: (textOf(log?.valueString) ?? '').split('\n').filter(line => line !== ''),
    picture: textOf(partOf(input('picture')?.valueAttachment).data),
    writtenByName: textOf(partOf(resource.requester).display) ?? '',
    state: states[textOf(resource.status) ?? ''] ?? 'open',
  }
}

/** By the code of the theme, whichever of our systems it stands in. */
function themeIn(concept: unknown, { systems }: ProvinceCodes): DifficultyTheme {
  const own = partsOf(partOf(concept).coding).find(({ system }) =>
    textOf(system)?.startsWith(`${systems.record}:`),
  )
  const code = textOf(own?.code) ?? textOf(partOf(concept).text)
  return difficultyThemes.find(theme => theme === code) ?? 'other'
}

function answerIn(
  resource: Read,
  about: SupervisedAnswer['about'],
): Pick<SupervisedAnswer, 'about' | 'verdict' | 'text' | 'byName'> {
  const [note] = partsOf(resource.note)
  const text = textOf(partOf(resource.statusReason).text) ?? textOf(note?.text)
  const byName = textOf(note?.authorString) ?? textOf(partOf(resource.requester).display) ?? ''
  return { about, verdict: verdictOf(textOf(resource.status), about), text, byName }
}

function verdictOf(status: string | null, about: SupervisedAnswer['about']): SupervisedAnswer['verdict'] {
  if (about === 'report') return status === 'accepted' ? 'accepted' : 'refused'
  return status === 'completed' ? 'solved' : 'answered'
}
