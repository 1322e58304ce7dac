import {
  type DifficultyView,
  getDifficulty,
  listDifficulties,
  solveDifficulty,
  writeDifficulty,
} from '../../../src/contract/difficulty-calls'
import { refuse } from '../../../src/contract/errors'
import type { Difficulty } from '../../../src/domain/supervision/difficulty'
import { safeLog } from '../../../src/domain/supervision/safe-log'
import type { Stored } from '../../db/record-store'
import { actorOf, type Service, type ServiceContext, serve } from '../service'

/** The log is covered once more here: what is kept travels. */
const writeService = serve(writeDifficulty, (context, { theme, text, proposal, screen, picture, log }) => {
  if (text === '') refuse('difficulty.no-text', {}, 'text')
  const { userId, name } = actorOf(context)
  const difficultyId = context.newId()
  const body: Difficulty = {
    ...{ theme, text, screen, picture },
    proposal: proposal === '' ? null : proposal,
    log: safeLog(log),
    appVersion: context.version,
    writtenByUserId: userId,
    writtenByName: name,
    writtenAt: context.at,
    state: 'open',
    answer: null,
    answeredByName: null,
    answeredAt: null,
  }
  context.write([{ noun: 'difficulty', recordId: difficultyId, verb: 'recorded', body }])
  return { difficultyId }
})

const listService = serve(listDifficulties, context => {
  const all = context.store.records.list('difficulty', {}, 'written_at DESC')
  const rank = ({ state }: Stored<Difficulty>) => (state === 'solved' ? 1 : 0)
  return {
    difficulties: all.toSorted((a, b) => rank(a) - rank(b)).map(difficulty => viewOf(context, difficulty)),
  }
})

function viewOf({ store }: ServiceContext, difficulty: Stored<Difficulty>): DifficultyView {
  const { id, voided: _voided, versions: _v, createdAt: _c, changedAt: _ch, ...rest } = difficulty
  const { picture, log: _log, writtenByUserId: _user, ...said } = rest
  return {
    ...said,
    difficultyId: id,
    hasPicture: picture !== null,
    isSent: store.link.findKnown(`Task/${id}`) !== null,
    answers: answersOf(store, id),
  }
}

/** Each answer is an entry of its own: an earlier one stays readable. */
function answersOf(store: ServiceContext['store'], difficultyId: string): DifficultyView['answers'] {
  return store.entriesOf(difficultyId).flatMap(({ verb, body, at }) => {
    const { answer, answeredByName, answeredAt } = body as Partial<Difficulty>
    if (verb !== 'updated' || !answer) return []
    return [{ text: answer, byName: answeredByName ?? null, at: answeredAt ?? at }]
  })
}

const getService = serve(getDifficulty, (context, { difficultyId }) => {
  const { picture, log } = difficultyOrRefuse(context, difficultyId)
  return { picture, log }
})

const solveService = serve(solveDifficulty, (context, { difficultyId }) => {
  if (difficultyOrRefuse(context, difficultyId).state === 'solved') refuse('difficulty.already-solved')
  context.write([{ noun: 'difficulty', recordId: difficultyId, verb: 'updated', body: { state: 'solved' } }])
  return {}
})

function difficultyOrRefuse({ store }: ServiceContext, difficultyId: string): Stored<Difficulty> {
  return store.records.find('difficulty', difficultyId) ?? refuse('difficulty.not-found')
}

export const difficultyServices: readonly Service[] = [writeService, listService, getService, solveService]
