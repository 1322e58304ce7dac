import { readSchedule } from '../../../../src/contract/schedule-file'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { assess } from '../../../../src/domain/schedule/assess'
import type { ChartInput } from '../../../../src/domain/schedule/chart-types'
import type { PersonObservation } from '../../../../src/domain/schedule/result-types'
import { vaccines } from './fixtures'

/** A name where no name matters. */
export const name = { vi: 'x', en: 'x' }
type DoseRules = Record<string, unknown>
type SeriesRules = {
  readonly code: string
  readonly doses: readonly DoseRules[]
  readonly [rule: string]: unknown
}

const je = { preferableVaccines: [{ vaccine: 'JEVAX', forecast: true }], label: name }

/** A schedule of one antigen (JE), to try one rule of the engine at a time. */
export function assessed(
  series: readonly SeriesRules[],
  given: readonly (readonly [string, string])[],
  on: string,
  more: {
    readonly antigen?: Record<string, unknown>
    readonly observations?: readonly PersonObservation[]
    readonly person?: Partial<ChartInput['person']>
    readonly manufacturerCode?: string
  } = {},
) {
  const file = {
    format: 1,
    code: 'TEST',
    name,
    legalBasis: 'none',
    validFrom: '2020-01-01',
    sources: ['test'],
    confirmation: 'unconfirmed',
    confirmedBy: null,
    campaignDosesCount: false,
    antigens: [
      {
        code: 'JE',
        name,
        shortName: name,
        rollOut: 'nationwide',
        vaccines: ['JEVAX', 'IMOJEV', 'JEEV', 'GENERIC_JE'],
        series: series.map(({ doses, ...rest }) => ({
          name,
          type: 'standard',
          group: 1,
          ...rest,
          doses: doses.map(dose => ({ ...je, ...dose })),
        })),
        ...more.antigen,
      },
    ],
    vaccineGroups: [{ code: 'JE', name, antigens: ['JE'], fullGroup: false }],
    conflicts: [],
    rows: [],
    otherRow: name,
  }
  const schedule = readSchedule(file, vaccines)
  const doses = given.map(([givenOn, vaccineCode], index) => ({
    id: `${index}`,
    vaccineCode,
    givenOn: day(givenOn),
    manufacturerCode: more.manufacturerCode ?? null,
  }))
  const input: ChartInput = {
    schedule,
    vaccines,
    person: {
      birthDate: day('2020-01-01'),
      sex: 'female',
      observations: more.observations ?? [],
      ...more.person,
    },
    doses,
    on: day(on),
  }
  const assessment = assess(input)
  return { assessment, schedule, best: assessment.antigens[0]?.best ?? [] }
}

/** How the doses were judged in the first best series. */
export function statuses(result: ReturnType<typeof assessed>) {
  return result.best[0]?.evaluations.map(({ status }) => status)
}
