import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween } from '../../../../src/domain/calendar/calendar-day'
import type { Sex } from '../../../../src/domain/person/person'
import { assess } from '../../../../src/domain/schedule/assess'
import { planCatchUp } from '../../../../src/domain/schedule/catch-up'
import { type CatchUpOptions, usualCatchUp } from '../../../../src/domain/schedule/catch-up-options'
import type { CatchUpPlan } from '../../../../src/domain/schedule/catch-up-types'
import type { ChartInput } from '../../../../src/domain/schedule/chart-types'
import { checkDose } from '../../../../src/domain/schedule/dose-check'
import { dueDoses } from '../../../../src/domain/schedule/due-doses'
import type { GivenDose } from '../../../../src/domain/schedule/result-types'
import { shownEvaluations } from '../../../../src/domain/schedule/trial'
import { schedule, vaccines } from './fixtures'

/** How many histories the rules are held against; `CATCH_UP_HISTORIES=…` asks for another number. */
const histories = Number(process.env.CATCH_UP_HISTORIES ?? 1_500)
const born = day('2020-01-31')
const codes = [...new Set(schedule.vaccineAntigens.map(({ vaccine }) => vaccine))]
const routine = [
  [0, 'BCG_IVAC'],
  [0, 'GENEHBVAX_05'],
  [61, 'SII_PENTA'],
  [61, 'BOPV_POLYVAC'],
  [61, 'ROTAVIN_M1'],
  [92, 'SII_PENTA'],
  [92, 'BOPV_POLYVAC'],
  [122, 'SII_PENTA'],
  [122, 'BOPV_POLYVAC'],
  [153, 'IMOVAX_POLIO'],
  [275, 'IMOVAX_POLIO'],
  [275, 'MVVAC'],
  [366, 'JEVAX'],
  [374, 'JEVAX'],
  [550, 'MRVAC'],
  [550, 'DPT_IVAC'],
  [740, 'JEVAX'],
] as const

type Given = { readonly age: number; readonly vaccineCode: string }
const age = fc.integer({ min: 0, max: 3300 })

/** A routine history with doses left out and late; sensible as most cards are. */
const lateChild: fc.Arbitrary<readonly Given[]> = fc
  .tuple(...routine.map(() => fc.record({ isGiven: fc.boolean(), late: fc.nat(200) })))
  .map(doses =>
    doses.flatMap(({ isGiven, late }, index) => {
      const [usual, vaccineCode] = routine[index] ?? [0, '']
      return isGiven ? [{ age: usual + late, vaccineCode }] : []
    }),
  )
/** Any doses at any age, sensible or not. */
const anything = fc.array(fc.record({ age, vaccineCode: fc.constantFrom(...codes) }), { maxLength: 10 })

const person = fc.record({
  age,
  sex: fc.constantFrom<Sex>('male', 'female', 'unknown'),
  given: fc.oneof({ weight: 3, arbitrary: lateChild }, { weight: 2, arbitrary: anything }),
  offeredAntigens: fc.constantFrom<readonly string[]>([], ['Rotavirus', 'Pneumococcal', 'HPV']),
  maxInjections: fc.integer({ min: 1, max: 6 }),
  maxWaitDays: fc.constantFrom(0, 31, null),
})

type Case = { readonly input: ChartInput; readonly options: CatchUpOptions }

function caseOf({
  age: today,
  sex,
  given,
  offeredAntigens,
  ...wishes
}: typeof person extends fc.Arbitrary<infer T> ? T : never): Case {
  const doses = given
    .filter(dose => dose.age <= today)
    .map((dose, index) => ({
      id: `${index}`,
      vaccineCode: dose.vaccineCode,
      givenOn: addDays(born, dose.age),
    }))
  return {
    input: {
      schedule,
      vaccines,
      person: { birthDate: born, sex },
      doses,
      offeredAntigens,
      on: addDays(born, today),
    },
    // What is looked at is every plan's rules, not how good it is: a short search is enough.
    options: { ...usualCatchUp, ...wishes, searchLimit: 4 },
  }
}

function plannedOf(plan: CatchUpPlan): readonly GivenDose[] {
  return plan.visits.flatMap(({ on, doses }) =>
    doses.map(({ vaccineCode }) => ({ id: `${on} ${vaccineCode}`, vaccineCode, givenOn: on })),
  )
}

function isLiveInjection({ vaccineCode }: GivenDose): boolean {
  const vaccine = vaccines.get(vaccineCode)
  return schedule.conflicts.some(({ current }) => current.includes(vaccineCode)) && vaccine?.route !== 'PO'
}

/** Everything that must hold of a plan, judged by the engine on the history as it would then stand. */
function expectSafe(plan: CatchUpPlan, { input, options }: Case): void {
  const planned = plannedOf(plan)
  const days = plan.visits.map(({ on }) => on)
  expect(days).toEqual([...new Set(days)].toSorted())
  expect(days.every(on => on >= input.on && on <= plan.until)).toBe(true)
  for (const { injections, doses } of plan.visits) {
    expect(doses.length).toBeGreaterThan(0)
    expect(injections).toBeLessThanOrEqual(options.maxInjections)
    expect(doses.filter(({ route }) => route !== 'PO')).toHaveLength(injections)
  }
  const on = days.at(-1) ?? input.on
  const { antigens } = assess({ ...input, doses: [...input.doses, ...planned], on })
  for (const visit of plan.visits) {
    for (const { vaccineCode, targets } of visit.doses) {
      const valid = antigens.filter(antigen =>
        shownEvaluations(antigen, `${visit.on} ${vaccineCode}`).some(({ status }) => status === 'valid'),
      )
      expect(valid.length).toBeGreaterThan(0)
      expect(targets.map(({ antigen }) => antigen)).toEqual(valid.map(({ antigen }) => antigen))
    }
  }
  expectSpaced(planned, input)
}

/** Live injections lie on one day or 28 days apart: counted here, not by the engine. */
function expectSpaced(planned: readonly GivenDose[], { doses }: ChartInput): void {
  for (const one of planned.filter(isLiveInjection)) {
    for (const other of [...doses, ...planned].filter(isLiveInjection)) {
      const apart = Math.abs(daysBetween(other.givenOn, one.givenOn))
      expect(apart === 0 || apart >= 28).toBe(true)
    }
  }
}

/** Nothing is given before the day the engine recommends it, on the history before that visit. */
function expectDue(plan: CatchUpPlan, { input }: Case): void {
  for (const visit of plan.visits) {
    const before = plannedOf(plan).filter(({ givenOn }) => givenOn < visit.on)
    const history = { ...input, doses: [...input.doses, ...before], on: visit.on }
    for (const { targets, dueOn } of visit.doses) {
      const { antigens } = assess(
        history,
        targets.map(({ antigen }) => antigen),
      )
      const dates = antigens.flatMap(({ best }) => best.flatMap(series => series.dates ?? []))
      expect(dates.some(it => it.recommendedOn <= visit.on && it.earliestOn <= visit.on)).toBe(true)
      expect(dueOn <= visit.on).toBe(true)
    }
  }
}

function always(numRuns: number, promise: (one: Case) => void): void {
  fc.assert(
    fc.property(person, one => {
      promise(caseOf(one))
    }),
    { numRuns },
  )
}

describe('for every history', () => {
  test(
    'no rule is broken: each planned dose counts, in time, within the limit, live vaccines apart',
    () => {
      always(histories, one => {
        const plan = planCatchUp(one.input, one.options)
        expectSafe(plan, one)
        expectDue(plan, one)
      })
    },
    20 * 60_000,
  )

  test('the check of the injection desk finds nothing against any planned dose', () => {
    always(60, ({ input, options }) => {
      const plan = planCatchUp(input, options)
      for (const { id: _id, ...dose } of plannedOf(plan)) {
        const before = plannedOf(plan).filter(({ givenOn }) => givenOn < dose.givenOn)
        const check = checkDose({ ...input, doses: [...input.doses, ...before], on: dose.givenOn }, dose)
        expect(check).toEqual({ refusals: [], warnings: [] })
      }
    })
  })

  test('the first visit is what the desk would propose that day, if the limit leaves room', () => {
    always(200, ({ input, options }) => {
      const plan = planCatchUp(input, { ...options, maxInjections: 20 })
      const today = plan.visits.filter(({ on }) => on === input.on).flatMap(({ doses }) => doses)
      const proposed = dueDoses(input).map(({ vaccineCodes }) => vaccineCodes[0])
      expect(today.map(({ vaccineCode }) => vaccineCode).toSorted()).toEqual(proposed.toSorted())
    })
  })

  test('the same input gives the same plan, whatever the order of the doses', () => {
    always(60, ({ input, options }) => {
      const turned = { ...input, doses: input.doses.toReversed() }
      const plan = planCatchUp(input, options)
      expect(planCatchUp(input, options)).toEqual(plan)
      expect(planCatchUp(turned, options).visits.map(({ on }) => on)).toEqual(plan.visits.map(({ on }) => on))
    })
  })

  test('more room in a visit never needs more visits', () => {
    always(60, ({ input, options }) => {
      const visits = (maxInjections: number) =>
        planCatchUp(input, { ...options, maxInjections, maxWaitDays: 0 }).visits.length
      expect(visits(6)).toBeLessThanOrEqual(visits(1))
    })
  })
})
