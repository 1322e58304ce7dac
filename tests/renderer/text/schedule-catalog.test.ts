import { describe, expect, test } from 'vitest'
import { forecastReasons as english } from '../../../renderer/text/en/forecast-reasons'
import { scheduleStatuses as englishStatuses } from '../../../renderer/text/en/schedule-statuses'
import { forecastReasons as vietnamese } from '../../../renderer/text/vi/forecast-reasons'
import { scheduleStatuses as vietnameseStatuses } from '../../../renderer/text/vi/schedule-statuses'
import {
  antigenNameOf,
  candidates,
  evaluationReasons,
  evaluationStatuses,
  forecastReasons,
  forecastStatuses,
  historyProblems,
  seriesStatuses,
  targetStatuses,
  vaccineNameOf,
  warnings,
} from './schedule-samples'

const languages = [
  { language: 'vi', reasons: vietnamese, statuses: vietnameseStatuses },
  { language: 'en', reasons: english, statuses: englishStatuses },
] as const

/** A sentence for people: not empty, ended, every hole filled, no code of ours in it. */
function expectSentence(sentence: string): void {
  expect(sentence).toMatch(/^[\p{Lu}\d].*\.$/u)
  expectWords(sentence)
}

function expectWords(words: string): void {
  expect(words.trim()).not.toBe('')
  expect(words).not.toMatch(/undefined|null|NaN|\[object|[a-z]+-[a-z]+-[a-z]+/u)
}

describe.each(languages)('every code of the schedule has a sentence: $language', ({ reasons, statuses }) => {
  test.each(Object.values(evaluationReasons))('evaluation $code', reason => {
    expectSentence(reasons.evaluation(reason, vaccineNameOf))
    expectWords(reasons.evaluationShort(reason))
  })

  test.each(Object.values(forecastReasons))('forecast $code', reason => {
    expectSentence(reasons.forecast(reason, vaccineNameOf))
  })

  test.each(Object.values(warnings))('warning $code', warning => {
    expectSentence(reasons.warning(warning, vaccineNameOf, antigenNameOf))
  })

  test.each(Object.values(candidates))('date of $rule', candidate => {
    expectSentence(statuses.candidate(candidate, vaccineNameOf))
  })

  test.each(Object.values(evaluationStatuses))('evaluation status %s', status => {
    expectSentence(statuses.evaluation[status])
    expectWords(reasons.evaluationStatus[status])
  })

  test.each(Object.values(forecastStatuses))('forecast status %s', status => {
    expectSentence(statuses.forecast[status])
    expectWords(reasons.forecastStatus[status])
  })

  test.each(Object.values(seriesStatuses))('series status %s', status => {
    expectSentence(statuses.series[status])
  })

  test.each(Object.values(targetStatuses))('target status %s', status => {
    expectSentence(statuses.target[status]('1, 2'))
  })

  test.each(Object.values(historyProblems))('history problem %s', code => {
    expectSentence(statuses.problem(code, 'Sởi', '18/05/2025'))
  })
})

test('no sentence was forgotten in translation', () => {
  for (const reason of Object.values(evaluationReasons)) {
    expect(english.evaluation(reason, vaccineNameOf)).not.toBe(vietnamese.evaluation(reason, vaccineNameOf))
  }
  for (const reason of Object.values(forecastReasons)) {
    expect(english.forecast(reason, vaccineNameOf)).not.toBe(vietnamese.forecast(reason, vaccineNameOf))
  }
})
