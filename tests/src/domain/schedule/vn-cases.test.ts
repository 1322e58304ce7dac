import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { assess } from '../../../../src/domain/schedule/assess'
import { openTarget, statusOn } from '../../../../src/domain/schedule/open-targets'
import { protectedAtBirth } from '../../../../src/domain/schedule/protected-at-birth'
import type { AntigenAssessment, SeriesAssessment } from '../../../../src/domain/schedule/result-types'
import { scheduleOn } from '../../../../src/domain/schedule/schedule-book'
import {
  type BirthCase,
  book,
  caseFiles,
  casesOf,
  type ExpectedSeries,
  inputOf,
  type VnCase,
} from './vn-cases'

const birthFile = 'protected-at-birth'

describe.each(caseFiles.filter(name => name !== birthFile))('%s', name => {
  test.each(casesOf<VnCase>(name))('$id: $why', row => {
    const input = inputOf(row)
    const { antigens, problems } = assess(input)
    for (const [key, expected] of Object.entries(row.expect)) {
      const antigen = antigens.find(it => it.antigen === keyParts(key).code)
      expect({ [key]: seen(expected, antigen, key, row.on) }).toEqual({ [key]: expected })
    }
    const found = Object.fromEntries(
      problems
        .filter(({ code }) => code !== 'not-in-schedule')
        .map(({ doseId, code }) => [doseId.slice(0, 10), code]),
    )
    expect(found).toEqual(row.problems ?? {})
  })
})

describe(birthFile, () => {
  test.each(casesOf<BirthCase>(birthFile))('$id: $why', ({ born, motherDoses, expect: expected }) => {
    const { protectedAtBirth: rules } = scheduleOn(book, day(born))
    const { isProtected, reason } = protectedAtBirth(rules, motherDoses.map(day), day(born))
    expect(isProtected).toBe(expected.reason === 'protected')
    expect(reason.code).toBe(expected.reason)
    if (expected.doses !== undefined) expect(reason).toMatchObject({ doses: expected.doses })
    if (expected.on !== undefined) expect(Object.values(reason)).toContain(expected.on)
  })
})

test('every case has its own id, a reason and a rule it follows', () => {
  const all = caseFiles.flatMap(name => casesOf<VnCase>(name))
  expect(all.length).toBeGreaterThanOrEqual(200)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(all.filter(({ why, rule }) => !why || !rule)).toEqual([])
  expect(all.filter(row => Object.keys(row.expect).length === 0)).toEqual([])
})

test('every row of every version names its source, and says that nobody has confirmed it', () => {
  const rows = book.versions.flatMap(({ code, antigens }) =>
    [...antigens].flatMap(([antigen, { series }]) =>
      series.flatMap(it => it.doses.map(dose => ({ at: `${code} ${antigen} ${it.code}`, dose }))),
    ),
  )
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.filter(({ dose }) => !dose.source || dose.confirmedBy !== null).map(({ at }) => at)).toEqual([])
  expect(book.versions.filter(({ confirmation }) => confirmation === 'confirmed')).toEqual([])
})

/** "Tetanus#2" is the best series of group 2, "HepB@HepB-TCMR" that series, whether best or not. */
function keyParts(key: string) {
  const [, code = '', group = '1', series = null] = /^([^#@]+)(?:#(\d+))?(?:@(.+))?$/.exec(key) ?? []
  return { code, group: Number(group), series }
}

/** Of what the engine found, the fields that the case speaks of. */
function seen(
  expected: ExpectedSeries,
  antigen: AntigenAssessment | undefined,
  key: string,
  on: string,
): ExpectedSeries {
  const { group, series: named } = keyParts(key)
  const isMeant = ({ seriesGroup, seriesCode }: SeriesAssessment) =>
    named ? seriesCode === named : seriesGroup === group
  const best = antigen?.best.find(isMeant)
  const series = best ?? antigen?.relevant.find(isMeant)
  if (!antigen || !series) {
    const isForecast = antigen?.isForecast
    return pick(expected, { status: 'not-relevant', series: seriesSeen(expected, null), isForecast })
  }
  const { dates } = series
  const [target] = openTarget(series)
  return pick(expected, {
    given: givenSeen(expected.given, series, evaluation =>
      [evaluation.status, ...evaluation.reasons.map(({ code }) => code)].join(' '),
    ),
    version: givenSeen(expected.version, series, ({ version }) => version ?? 'none'),
    series: seriesSeen(expected, best ?? null),
    status: series.status,
    target: series.targetDose ?? undefined,
    doseNumber: series.doseNumber ?? undefined,
    label: series.label?.vi,
    now: target && statusOn(target, day(on)),
    earliest: dates?.earliestOn,
    recommended: dates?.recommendedOn,
    pastDue: dates?.pastDueOn,
    latest: dates?.latestOn,
    offers: series.vaccineCodes,
    isForecast: antigen.isForecast,
  })
}

function pick(expected: ExpectedSeries, found: ExpectedSeries): ExpectedSeries {
  return Object.fromEntries(Object.entries(found).filter(([key]) => key in expected))
}

function givenSeen(
  asked: Readonly<Record<string, string>> | undefined,
  { evaluations }: SeriesAssessment,
  show: (evaluation: SeriesAssessment['evaluations'][number]) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(asked ?? {}).map(key => {
      const found = evaluations.filter(({ doseId }) => doseId.startsWith(key))
      return [key, found.map(show).join(' | ') || 'not judged']
    }),
  )
}

/** "not X" is answered with itself where the best series is another. */
function seriesSeen({ series }: ExpectedSeries, best: SeriesAssessment | null): string {
  const code = best?.seriesCode ?? 'none'
  return series?.startsWith('not ') && series !== `not ${code}` ? series : code
}
