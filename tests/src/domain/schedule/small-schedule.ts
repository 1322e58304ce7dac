import { readSchedule } from '../../../../src/contract/schedule-file'
import { day } from '../../../../src/domain/calendar/calendar-day'
import type { ChartInput } from '../../../../src/domain/schedule/chart-types'
import { vaccines as allVaccines } from './fixtures'
import { name } from './one-antigen'

/** One antigen with one product, its doses in days of life and days since the dose before. */
export type SmallAntigen = {
  readonly code: string
  readonly product: string
  readonly doses: readonly SmallDose[]
}
export type SmallDose = {
  readonly age: number
  readonly recommended: number
  readonly pastDue: number | null
  readonly max: number | null
  readonly interval: number
}

/** Products of diseases the programme does not know, so that nothing of the real schedule is repeated here. */
export const smallProducts = [
  { code: 'HepA', product: 'HAVAX' },
  { code: 'Typhoid', product: 'TYPHOID_VN' },
  { code: 'Cholera', product: 'MORCVAX' },
  { code: 'Varicella', product: 'VARIVAX' },
  { code: 'Dengue', product: 'QDENGA' },
] as const

const vaccines = new Map(
  smallProducts.flatMap(({ product }) => {
    const vaccine = allVaccines.get(product)
    return vaccine ? [[product, vaccine] as const] : []
  }),
)

/** A made-up schedule small enough to try every plan; the two live products must lie three days apart. */
export function smallInput(
  antigens: readonly SmallAntigen[],
  on: string,
  given: readonly (readonly [string, string])[] = [],
): ChartInput {
  const live = ['VARIVAX', 'QDENGA'].filter(code => antigens.some(({ product }) => product === code))
  const file = {
    format: 1,
    code: 'SMALL',
    name,
    legalBasis: 'none',
    validFrom: '2020-01-01',
    sources: ['test'],
    confirmation: 'unconfirmed',
    confirmedBy: null,
    campaignDosesCount: false,
    antigens: antigens.map(({ code, product, doses }) => ({
      code,
      name,
      shortName: { vi: code, en: code },
      rollOut: 'nationwide',
      vaccines: [product],
      series: [
        {
          code: `${code}-small`,
          name,
          type: 'standard',
          group: 1,
          default: true,
          doses: doses.map(doseOf(product)),
        },
      ],
    })),
    vaccineGroups: antigens.map(({ code }) => ({ code, name, antigens: [code], fullGroup: false })),
    conflicts:
      live.length === 0
        ? []
        : [
            {
              previous: live,
              current: live,
              beginInterval: '1 day',
              minEndInterval: '3 days',
              endInterval: '3 days',
            },
          ],
    rows: [],
    otherRow: name,
  }
  return {
    schedule: readSchedule(
      file,
      new Map([...vaccines].filter(([code]) => antigens.some(({ product }) => product === code))),
    ),
    vaccines,
    person: { birthDate: day('2026-01-01'), sex: 'female' },
    doses: given.map(([givenOn, vaccineCode], index) => ({
      id: `${index}`,
      vaccineCode,
      givenOn: day(givenOn),
    })),
    on: day(on),
  }
}

function doseOf(product: string) {
  const days = (count: number) => `${count} days`
  return ({ age, recommended, pastDue, max, interval }: SmallDose, index: number) => ({
    label: { vi: `${product} ${index + 1}`, en: `${product} ${index + 1}` },
    age: [
      {
        absMin: days(age),
        min: days(age),
        earliestRec: days(recommended),
        ...(pastDue === null ? {} : { latestRec: days(pastDue) }),
        ...(max === null ? {} : { max: days(max) }),
      },
    ],
    ...(index === 0
      ? {}
      : { intervals: [{ from: 'previous', absMin: days(interval), min: days(interval) }] }),
    preferableVaccines: [{ vaccine: product, forecast: true }],
  })
}
