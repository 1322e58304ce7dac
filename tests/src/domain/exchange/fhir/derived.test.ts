import type { Bundle, Resource } from '@medplum/fhirtypes'
import { expect, test } from 'vitest'
import { type CalendarDay, day } from '../../../../../src/domain/calendar/calendar-day'
import {
  evaluationsOf,
  recommendationOf,
  saidBy,
  withdrawnEvaluation,
} from '../../../../../src/domain/exchange/fhir/derived'
import { transactionOf } from '../../../../../src/domain/exchange/fhir/transaction'
import type { RecordState } from '../../../../../src/domain/exchange/fhir/wire'
import { wireOf } from '../../../../../src/domain/exchange/fhir/wire-of'
import { lastPossibleDay } from '../../../../../src/domain/immunization/dose-date'
import { assess } from '../../../../../src/domain/schedule/assess'
import { forecastToKeep } from '../../../../../src/domain/schedule/kept-forecast'
import { fhirCheck } from '../../../../helpers/fhir-check'
import { contextOf, entryOf, idOf, recordOf, resources } from './register'
import { dose, fromCard, givenHere, person, point, user, visit } from './samples'

const check = fhirCheck()
const on = day('2026-11-20')

/** The forecast and the judgements of a child with these doses, as sent. */
function derivedOf(doses: readonly RecordState<'dose'>[], today: CalendarDay = on) {
  const input = {
    schedule: resources.schedules.on(today),
    vaccines: resources.vaccines,
    person: { birthDate: person.value.birthDate, sex: person.value.sex },
    doses: doses.map(({ id, value }) => ({
      id,
      vaccineCode: value.vaccineCode,
      givenOn: value.givenOn,
      givenUntil: lastPossibleDay(value),
    })),
    on: today,
  }
  const derived = {
    ...{ person, on: today, entry: entryOf(500) },
    kept: forecastToKeep(input),
    assessment: assess(input),
  }
  const knows = contextOf([point, user, person, visit, ...doses])
  const recommendation = recommendationOf(derived, knows)
  if (!recommendation) throw new Error('a child has a forecast')
  return {
    recommendation,
    evaluations: doses.map(each => evaluationsOf(each, derived, knows)),
    knows,
    derived,
  }
}

const early = recordOf('dose', idOf(32), { ...givenHere, givenOn: day('2025-06-10'), givenAt: null })

test('the forecast and the judgements of a child keep to R4 and stand behind the facts in one transaction', () => {
  const facts = [point, user, person, visit, dose, fromCard, early] as const
  const { recommendation, evaluations, knows } = derivedOf([early, fromCard, dose])
  const withdrawn = withdrawnEvaluation(
    dose,
    { part: 'extraneous', antigens: ['Diphtheria'], on, entry: entryOf(500) },
    knows,
  )
  const wires = [
    ...facts.flatMap(state => wireOf(state, knows)),
    recommendation,
    ...evaluations.flat(),
    withdrawn,
  ]
  const transaction = transactionOf(wires, () => null, resources.provinceCodes)
  const { entry } = JSON.parse(transaction?.body ?? '') as {
    entry: readonly { readonly resource: Resource }[]
  }
  expect(entry).toHaveLength(wires.length + 1)
  expect(entry.flatMap(({ resource }) => check(resource))).toEqual([])
  expect(check(JSON.parse(transaction?.body ?? '') as Bundle)).toEqual([])
  expect(JSON.stringify(entry)).not.toMatch(/"reference":"wire:/u)
})

test('a forecast names each open dose with its days by LOINC, its number and its status, and what is closed', () => {
  const { recommendation } = derivedOf([fromCard, dose])
  const { resource } = recommendation
  expect(recommendation).toMatchObject({ key: `ImmunizationRecommendation/${person.id}`, isDerived: true })
  const lines = resource.recommendation as readonly {
    readonly series?: string
    readonly forecastStatus: { readonly coding: readonly { readonly code: string }[] }
    readonly dateCriterion?: readonly {
      readonly code: { readonly coding: readonly { readonly code: string }[] }
    }[]
  }[]
  const open = lines.filter(({ dateCriterion }) => dateCriterion)
  expect(open.length).toBeGreaterThan(3)
  for (const { dateCriterion } of open)
    expect(dateCriterion?.map(({ code }) => code.coding[0]?.code)).toEqual(
      expect.arrayContaining(['30981-5', '30980-7']),
    )
  const statuses = new Set(lines.map(({ forecastStatus }) => forecastStatus.coding.at(-1)?.code))
  expect(statuses).toContain('overdue')
  expect(resource.date).toBe(on)
})

test('a dose given too early does not count, and says why; one that counts has its number', () => {
  const { evaluations } = derivedOf([early])
  const [first] = evaluations.flat()
  expect(first?.resource).toMatchObject({
    status: 'completed',
    doseStatus: { coding: [{ code: 'notvalid' }, { code: 'not-valid' }] },
    doseStatusReason: expect.arrayContaining([
      expect.objectContaining({
        coding: [
          expect.objectContaining({ code: 'outsidesched' }),
          expect.objectContaining({ code: 'too-young' }),
        ],
      }),
    ]),
  })
  const [combined] = derivedOf([dose]).evaluations.flat()
  // Five antigens of one product, each named.
  expect(JSON.stringify(combined?.resource.extension)).toContain('Pertussis')
  const bcg = recordOf('dose', idOf(33), {
    ...givenHere,
    vaccineCode: 'BCG_IVAC',
    givenOn: day('2025-05-20'),
  })
  const [counted] = derivedOf([bcg]).evaluations.flat()
  expect(counted?.resource).toMatchObject({
    doseStatus: { coding: [{ code: 'valid' }, { code: 'valid' }] },
    doseNumberPositiveInt: 1,
  })
})

test('the same facts on a later day say the same until a status changes: nothing is sent for a day alone', () => {
  const [today, tomorrow] = [derivedOf([dose]), derivedOf([dose], day('2026-11-21'))]
  expect(tomorrow.evaluations.flat().map(saidBy)).toEqual(today.evaluations.flat().map(saidBy))
  expect(saidBy(tomorrow.recommendation)).toEqual(saidBy(today.recommendation))
})
