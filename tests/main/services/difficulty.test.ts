import { expect, test } from 'vitest'
import { takeInFacts } from '../../../src/contract/arrival-calls'
import {
  getDifficulty,
  listDifficulties,
  solveDifficulty,
  writeDifficulty,
} from '../../../src/contract/difficulty-calls'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { ArrivedDifficultyAnswer } from '../../../src/domain/exchange/fhir/arrived'
import type { TestPoint } from '../../helpers/test-point'
import { openReadyPoint, refusedCodes } from './ready-point'

const said = {
  theme: 'printer' as const,
  text: 'Máy in nhãn kẹt giấy',
  proposal: null,
  screen: 'injection',
  picture: 'iVBORw0KGgoAAAA=',
  log: ['no person Nguyễn Thị Bịa 0912345678'],
}

function answer(difficultyTask: string, changes: Partial<ArrivedDifficultyAnswer>): ArrivedDifficultyAnswer {
  return {
    noun: 'difficulty-answer',
    resource: 'Task/90',
    versionId: '1',
    lastUpdated: '2026-11-23T01:00:00.000Z' as Instant,
    recordId: 'answer-1',
    entryId: null,
    placeName: null,
    byName: 'Người Giám Sát',
    recordedBy: 'tỉnh',
    removed: false,
    difficulty: difficultyTask,
    verdict: 'answered',
    text: 'Gửi máy dự phòng thứ Hai',
    answeredAt: '2026-11-23T01:00:00.000Z' as Instant,
    ...changes,
  }
}

function takeIn(point: TestPoint, fact: ArrivedDifficultyAnswer) {
  const payload = { facts: [fact], wanted: [], offsetMs: 0 }
  const taken = point.dispatch(takeInFacts.name, { requestId: point.ports.newId(), actor: null, payload })
  if (!taken.ok) throw new Error(JSON.stringify(taken.error))
  return taken.value
}

test('a difficulty is kept with a covered log, waits for the line, is answered, and closed by the point', () => {
  const point = openReadyPoint()
  const { difficultyId } = point.done(writeDifficulty, said)
  const [written] = point.done(listDifficulties, {}).difficulties
  expect(written).toMatchObject({
    state: 'open',
    writtenByName: 'Trưởng trạm',
    isSent: false,
    hasPicture: true,
  })
  expect(point.done(getDifficulty, { difficultyId })).toEqual({ picture: said.picture, log: ['no person …'] })
  point.store.transaction(() => point.store.link.noteVersion(`Task/${difficultyId}`, '77', '1'))
  expect(takeIn(point, answer('Task/77', {}))).toMatchObject({ taken: 1 })
  const later = { resource: 'Task/91', recordId: 'answer-2', text: 'Máy đã gửi hôm nay' }
  takeIn(point, answer('Task/77', { ...later, answeredAt: '2026-11-24T01:00:00.000Z' as Instant }))
  const [answered] = point.done(listDifficulties, {}).difficulties
  expect(answered).toMatchObject({ state: 'answered', isSent: true, answer: 'Máy đã gửi hôm nay' })
  expect(answered?.answers.map(({ text }) => text)).toEqual([
    'Gửi máy dự phòng thứ Hai',
    'Máy đã gửi hôm nay',
  ])
  point.done(solveDifficulty, { difficultyId })
  expect(refusedCodes(point, solveDifficulty, { difficultyId })).toEqual(['difficulty.already-solved'])
  takeIn(point, answer('Task/77', { versionId: '2', answeredAt: '2026-11-25T01:00:00.000Z' as Instant }))
  expect(point.done(listDifficulties, {}).difficulties[0]?.state).toBe('solved')
})

test('an answer to another point is none of this one, and nothing is written without words', () => {
  const point = openReadyPoint()
  const { difficultyId } = point.done(writeDifficulty, said)
  point.store.transaction(() => point.store.link.noteVersion(`Task/${difficultyId}`, '77', '1'))
  expect(takeIn(point, answer('Task/78', {}))).toMatchObject({ taken: 0, unknown: 1 })
  expect(refusedCodes(point, writeDifficulty, { ...said, text: '  ' })).toEqual(['difficulty.no-text'])
  expect(refusedCodes(point, writeDifficulty, { ...said, picture: 'PHN2Zz4=' })).toEqual([
    'contract.bad-request',
  ])
})
