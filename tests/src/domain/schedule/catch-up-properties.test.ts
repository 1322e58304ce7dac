import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { addDays, day, daysBetween } from '../../../../src/domain/calendar/calendar-day'
import { offset } from '../../../../src/domain/calendar/offset'
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

const minutes = 60_000
/** The same histories in every run of `npm test`; `CATCH_UP_SEED=random` looks at others. */
const seed = process.env.CATCH_UP_SEED === 'random' ? {} : { seed: 20_261_127 }
/** How many histories the rules are held against in every run; `CATCH_UP_HISTORIES=100000` asks for more. */
const histories = Number(process.env.CATCH_UP_HISTORIES ?? 10_000)
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
  maxWaitDays: fc.constantFrom(0, 31, 183, null),
  horizon: fc.constantFrom('1 year', '2 years', '5 years'),
})

type Case = { readonly input: ChartInput; readonly options: CatchUpOptions }

function caseOf({
  age: today,
  sex,
  given,
  offeredAntigens,
  horizon,
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
    options: { ...usualCatchUp, ...wishes, horizon: offset(horizon), searchLimit: 2 },
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

/** What is wrong with a plan, in words; judged by the engine on the history as it would then stand. */
function brokenRules(plan: CatchUpPlan, one: Case): readonly string[] {
  return [brokenShape, uncounted, undone, unspaced, early].flatMap(rule => rule(plan, one))
}

function brokenShape(plan: CatchUpPlan, { input, options }: Case): readonly string[] {
  return plan.visits.flatMap(({ on, injections, doses }, index) => {
    const before = plan.visits[index - 1]?.on
    const needles = doses.filter(({ route }) => route !== 'PO').length
    return [
      on < input.on || on > plan.until ? `${on} lies outside the plan` : '',
      before !== undefined && before >= on ? `${on} does not follow ${before}` : '',
      injections > options.maxInjections || needles !== injections ? `${on} has ${needles} needles` : '',
      doses.length === 0 ? `${on} has no dose` : '',
    ].filter(words => words !== '')
  })
}

/**
 * Each dose must count for just the antigens the plan names, judged on its day with all that was given until then. (Later
 * doses may complete another series that passes it over: measles alone, once two MMR are given against mumps.)
 */
function uncounted(plan: CatchUpPlan, { input }: Case): readonly string[] {
  const planned = plannedOf(plan)
  return plan.visits.flatMap(({ on, doses }) => {
    const until = planned.filter(({ givenOn }) => givenOn <= on)
    const codesOfDay = doses.flatMap(({ vaccineCode }) => vaccines.get(vaccineCode)?.antigens ?? [])
    const { antigens } = assess({ ...input, doses: [...input.doses, ...until], on }, codesOfDay)
    return doses.flatMap(({ vaccineCode, targets }) => {
      const valid = antigens
        .filter(antigen =>
          shownEvaluations(antigen, `${on} ${vaccineCode}`).some(({ status }) => status === 'valid'),
        )
        .map(({ antigen }) => antigen)
      const named = targets.map(({ antigen }) => antigen)
      return valid.length > 0 && valid.join() === named.join()
        ? []
        : [`${vaccineCode} on ${on} counts for ${valid.join()}`]
    })
  })
}

/** What the plan says is complete must still be so after its last visit. */
function undone(plan: CatchUpPlan, { input }: Case): readonly string[] {
  const on = plan.visits.at(-1)?.on ?? input.on
  const completed = plan.completions.map(({ antigen }) => antigen)
  const { antigens } = assess({ ...input, doses: [...input.doses, ...plannedOf(plan)], on }, completed)
  return antigens
    .filter(({ best }) => !best.some(({ status }) => status === 'complete'))
    .map(({ antigen }) => `${antigen} is no longer complete on ${on}`)
}

/** Live injections lie on one day or 28 days apart: counted here, not by the engine. */
function unspaced(plan: CatchUpPlan, { input }: Case): readonly string[] {
  const planned = plannedOf(plan).filter(isLiveInjection)
  const all = [...input.doses.filter(isLiveInjection), ...planned]
  return planned.flatMap(one =>
    all.flatMap(other => {
      const apart = Math.abs(daysBetween(other.givenOn, one.givenOn))
      return apart === 0 || apart >= 28 ? [] : [`${one.id} lies ${apart} days from ${other.id}`]
    }),
  )
}

/** Nothing is given before the day the engine recommends it, on the history before that visit. */
function early(plan: CatchUpPlan, { input }: Case): readonly string[] {
  const planned = plannedOf(plan)
  return plan.visits.flatMap(({ on, doses }) => {
    const before = planned.filter(({ givenOn }) => givenOn < on)
    const codes = doses.flatMap(({ targets }) => targets.map(({ antigen }) => antigen))
    const { antigens } = assess({ ...input, doses: [...input.doses, ...before], on }, codes)
    const due = antigens.filter(({ best }) =>
      best.some(({ dates }) => dates && dates.recommendedOn <= on && dates.earliestOn <= on),
    )
    const dueCodes = new Set(due.map(({ antigen }) => antigen))
    return doses
      .filter(({ targets, dueOn }) => dueOn > on || !targets.some(({ antigen }) => dueCodes.has(antigen)))
      .map(({ vaccineCode }) => `${vaccineCode} is not due on ${on}`)
  })
}

function always(numRuns: number, promise: (one: Case) => void): void {
  fc.assert(
    fc.property(person, one => {
      promise(caseOf(one))
    }),
    { numRuns, ...seed },
  )
}

vi.setConfig({ testTimeout: 20 * minutes })

describe('for every history', () => {
  test('no rule is broken: each planned dose counts, in time, within the limit, live vaccines apart', () => {
    always(histories, one => {
      expect(brokenRules(planCatchUp(one.input, one.options), one)).toEqual([])
    })
  })

  test('the check of the injection desk finds nothing against any planned dose', () => {
    always(60, ({ input, options }) => {
      const planned = plannedOf(planCatchUp(input, options))
      planned.forEach(({ id: _id, ...dose }, index) => {
        // As at the desk: with the doses of the visit that stand before it.
        const doses = [...input.doses, ...planned.slice(0, index)]
        expect(checkDose({ ...input, doses, on: dose.givenOn }, dose)).toEqual({ refusals: [], warnings: [] })
      })
    })
  })

  test('the first visit is what the desk would propose that day, if the limit leaves room', () => {
    always(80, ({ input, options }) => {
      const plan = planCatchUp(input, { ...options, maxInjections: 20 })
      const today = plan.visits.filter(({ on }) => on === input.on).flatMap(({ doses }) => doses)
      const proposed = dueDoses(input).map(({ vaccineCodes }) => vaccineCodes[0])
      expect(today.map(({ vaccineCode }) => vaccineCode).toSorted()).toEqual(proposed.toSorted())
    })
  })

  test('the same input gives the same plan, whatever the order of the doses', () => {
    always(30, ({ input, options }) => {
      const turned = { ...input, doses: input.doses.toReversed() }
      const plan = planCatchUp(input, options)
      expect(planCatchUp(input, options)).toEqual(plan)
      expect(planCatchUp(turned, options).visits.map(({ on }) => on)).toEqual(plan.visits.map(({ on }) => on))
    })
  })

  test('more room in a visit never needs more visits', () => {
    always(30, ({ input, options }) => {
      const visits = (maxInjections: number) =>
        planCatchUp(input, { ...options, maxInjections, maxWaitDays: 0 }).visits.length
      expect(visits(6)).toBeLessThanOrEqual(visits(1))
    })
  })
})
