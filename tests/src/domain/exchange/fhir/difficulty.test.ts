import { describe, expect, test } from 'vitest'
import { readDifficultyAnswer } from '../../../../../src/domain/exchange/fhir/read-difficulty-answer'
import type { Read } from '../../../../../src/domain/exchange/fhir/read-fields'
import { readReportAnswer } from '../../../../../src/domain/exchange/fhir/read-report-answer'
import { wireOf } from '../../../../../src/domain/exchange/fhir/wire-of'
import type { Difficulty } from '../../../../../src/domain/supervision/difficulty'
import { contextOf, idOf, recordOf, resources } from './register'
import { oneOfEach } from './samples'
import { difficulty, supervisorAnswer, writtenDifficulty } from './supervision-samples'

const knows = contextOf(oneOfEach)
const reading = {
  codes: resources.provinceCodes,
  idOf: (text: string) => text,
  vaccineOf: () => null,
  antigensOf: () => 0,
}
const asStored = (resource: object): Read => ({
  ...resource,
  id: '14',
  meta: { versionId: '1', lastUpdated: '2026-11-21T02:06:00.000Z' },
})

describe('a difficulty on its way up', () => {
  test('is a Task for the point, with what a helper needs to see', () => {
    const [wire] = wireOf(difficulty, knows)
    expect(wire?.resource).toMatchObject({
      resourceType: 'Task',
      status: 'requested',
      code: { coding: [{ code: 'difficulty' }] },
      reasonCode: { coding: [{ code: 'printer' }] },
      description: 'Máy in nhãn kẹt giấy',
      for: { reference: `wire:Organization/${idOf(1)}` },
      requester: { display: 'Người Ghi Thử' },
      input: [
        { type: { text: 'screen' }, valueString: 'injection' },
        { type: { text: 'app-version' }, valueString: '0.1.0' },
        { type: { text: 'proposal' }, valueString: 'Xin máy dự phòng' },
        { type: { text: 'log' }, valueString: 'bug 3FA91C in print.send: TypeError' },
        {
          type: { text: 'picture' },
          valueAttachment: { contentType: 'image/png', data: 'iVBORw0KGgoAAAA=' },
        },
      ],
    })
  })

  test('its state is the status; an answer goes along as a note', () => {
    const statusIn = (changes: Partial<Difficulty>) =>
      wireOf(recordOf('difficulty', idOf(82), { ...writtenDifficulty, ...changes }), knows)[0]?.resource
    expect(statusIn({ state: 'solved' })).toMatchObject({ status: 'completed' })
    const answer = { answer: 'Đã gửi máy', answeredByName: 'Người Giám Sát' }
    expect(statusIn({ state: 'answered', ...answer })).toMatchObject({
      status: 'accepted',
      note: [{ authorString: 'Người Giám Sát', text: 'Đã gửi máy' }],
    })
  })
})

test('the answer is read from the Task of whoever supervises, and from nothing else', () => {
  const value = { ...supervisorAnswer.value, about: 'difficulty' as const, verdict: 'solved' as const }
  const [wire] = wireOf(recordOf('supervisor-answer', idOf(83), { ...value, text: 'Đã gửi máy' }), knows)
  const task = { ...wire?.resource, focus: { reference: 'Task/12' } }
  expect(readDifficultyAnswer(asStored(task), reading)).toMatchObject({
    noun: 'difficulty-answer',
    difficulty: 'Task/12',
    verdict: 'solved',
    text: 'Đã gửi máy',
    byName: 'Người Giám Sát',
    answeredAt: '2026-11-20T04:00:00.000Z',
  })
  expect(readReportAnswer(asStored(task), reading)).toBeNull()
  expect(readDifficultyAnswer(asStored({ ...task, status: 'rejected' }), reading)).toBeNull()
  expect(
    readDifficultyAnswer(asStored({ ...task, focus: { reference: 'MeasureReport/12' } }), reading),
  ).toBeNull()
})
