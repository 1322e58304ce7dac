import { expect, test } from 'vitest'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import {
  type ChildMark,
  getIndicatorPlaces,
  getIndicators,
  getIndicatorWork,
  type Indicators,
  listIndicatorNames,
  listWorkNames,
} from '../../../src/contract/indicator-calls'
import { startJob } from '../../../src/contract/job-calls'
import { voidPerson } from '../../../src/contract/person-calls'
import { recordResidence } from '../../../src/contract/residence-calls'
import { postMovement } from '../../../src/contract/ledger-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Month } from '../../../src/domain/report/count-programme'
import type { Measure } from '../../../src/domain/report/indicators/measure'
import { note } from '../../helpers/handbook-records'
import type { TestPoint } from '../../helpers/test-point'
import { child, home, on, openReadyPoint, register, stockLot } from './ready-point'

const cohort = { from: '2025-01' as Month, to: '2025-12' as Month }
const nowhere = { place: null, bornIn: null }

async function indicators(point: TestPoint): Promise<Indicators> {
  point.done(startJob, { job: { name: 'report.indicators', cohort } })
  expect(await point.ended('report.indicators')).toMatchObject({ state: 'done' })
  return point.done(getIndicators, { cohort, place: null })
}

function names(point: TestPoint, measure: Measure, parts: Partial<ChildMark> = {}) {
  const mark = { measure, ...nowhere, which: 'counted' as const, ...parts }
  return point.done(listIndicatorNames, { cohort, mark, offset: 0, limit: 200 })
}

/** A child of the cohort with doses copied from its card. */
function withDoses(
  point: TestPoint,
  name: string,
  birthDate: string,
  doses: readonly (readonly [vaccineCode: string, givenOn: string])[],
  address = home,
): string {
  const personId = note(
    point,
    'person',
    child({ name, birthDate: on(birthDate), addresses: { current: address } }),
  )
  for (const [vaccineCode, givenOn] of doses)
    point.done(recordHistoricalDoses, {
      personId,
      doses: [{ vaccineCode, givenOn: on(givenOn), givenOnAccuracy: null, lotNumber: null, placeName: null, statedNumber: null, override: null }],
    })
  return personId
}

test('x', () => {})
