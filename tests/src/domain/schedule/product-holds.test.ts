import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDay, day } from '../../../../src/domain/calendar/calendar-day'
import { buildChart } from '../../../../src/domain/schedule/chart'
import type { ChartInput, ForecastCell } from '../../../../src/domain/schedule/chart-types'
import { checkDose } from '../../../../src/domain/schedule/dose-check'
import { forecastToKeep } from '../../../../src/domain/schedule/kept-forecast'
import type { ProductHold } from '../../../../src/domain/schedule/result-types'
import { person, vaccines } from './fixtures'

const on = day('2026-11-22')
const until = day('2027-02-20')
const text = { vi: 'Mới dùng globulin miễn dịch', en: 'Immunoglobulin' }

/** Products that have what is asked. */
const products = (is: (code: string) => boolean) => [...vaccines.keys()].filter(is)
const all = products(() => true)
const live = products(code => vaccines.get(code)?.live === true)

/** A child of nine months with the doses of the first months, measles due, and these holds. */
function childWith(...holds: readonly ProductHold[]): ChartInput {
  const child = person('2026-02-20', on, [
    ['2026-02-20', 'BCG_IVAC'],
    ['2026-02-20', 'GENEHBVAX_05'],
    ['2026-04-20', 'SII_PENTA'],
    ['2026-05-20', 'SII_PENTA'],
    ['2026-06-20', 'SII_PENTA'],
    ['2026-04-20', 'BOPV_POLYVAC'],
    ['2026-05-20', 'BOPV_POLYVAC'],
    ['2026-06-20', 'BOPV_POLYVAC'],
    ['2026-07-20', 'IMOVAX_POLIO'],
  ])
  return { ...child, person: { ...child.person, holds } }
}

const hold = (vaccineCodes: readonly string[], changes: Partial<ProductHold> = {}): ProductHold => ({
  vaccineCodes,
  conclusion: 'deferred',
  until,
  text,
  ...changes,
})

function measles(input: ChartInput): ForecastCell {
  const cells = buildChart(input).rows.flatMap(row => row.cells)
  const cell = cells.find(
    (it): it is ForecastCell => it.kind === 'forecast' && it.antigens.includes('Measles') && !it.isProjected,
  )
  if (!cell) throw new Error('no cell for measles')
  return cell
}
const dueToday = (input: ChartInput) => buildChart(input).today.flatMap(({ antigens }) => antigens)
const at = (input: ChartInput, later: CalendarDay): ChartInput => ({ ...input, on: later })

describe('what a screening holds back', () => {
  test('without it measles is due', () => {
    expect(dueToday(childWith())).toContain('Measles')
  })

  test('waits until its day, and says why; what is not held stays due', () => {
    const input = childWith(hold(live))
    expect(measles(input)).toMatchObject({ status: 'later', earliestOn: until, recommendedOn: until })
    expect(measles(input).reasons).toContainEqual({ code: 'held', on: until, because: text })
    expect(dueToday(input)).not.toContain('Measles')
    expect(dueToday(input)).toContain('IPV')
    expect(buildChart(childWith(hold(all))).today).toEqual([])
  })

  test('is due on that day, and the day before it is not', () => {
    const input = childWith(hold(live))
    expect(dueToday(at(input, addDays(until, -1)))).not.toContain('Measles')
    expect(dueToday(at(input, until))).toContain('Measles')
  })

  test('the next visit is the day on which something may be given again', () => {
    expect(buildChart(childWith(hold(all))).next?.on).toBe(until)
  })

  test('the list of who is due waits with it and is renewed on the day', () => {
    const kept = forecastToKeep(childWith(hold(all)))
    expect(kept.rows.length).toBeGreaterThan(0)
    for (const row of kept.rows) expect(row.dueOn >= until).toBe(true)
    expect(kept.renewOn !== null && kept.renewOn <= until).toBe(true)
  })

  test('a dose waits when what the programme offers for it is held, not when another product is', () => {
    expect(measles(childWith(hold(['MVVAC', 'MRVAC']))).status).toBe('later')
    expect(measles(childWith(hold(['MMR_II']))).status).not.toBe('later')
  })

  test('drops that are held make the polio row wait; the injected vaccine stays due', () => {
    const input = { ...childWith(hold(['BOPV_POLYVAC'])), doses: [] }
    const cells = buildChart(input).rows.flatMap(row => row.cells)
    const polio = cells.find(it => it.kind === 'forecast' && it.antigens.includes('Polio'))
    expect(polio).toMatchObject({ status: 'later', earliestOn: until })
    expect(dueToday(input)).toContain('IPV')
  })

  test('a product that is held is not proposed in the place of another', () => {
    const flu = (...holds: readonly ProductHold[]) => {
      const input = { ...childWith(...holds), offeredAntigens: ['Influenza'] }
      return buildChart(input).today.find(({ antigens }) => antigens.includes('Influenza'))?.vaccineCodes
    }
    expect(flu()).toContain('VAXIGRIP_TETRA')
    const others = flu(hold(['VAXIGRIP_TETRA'])) ?? []
    expect(others.length).toBeGreaterThan(0)
    expect(others).not.toContain('VAXIGRIP_TETRA')
  })

  test('for good: contraindicated, with the words of the screening', () => {
    const input = childWith(hold(live, { conclusion: 'contraindicated', until: null }))
    expect(measles(input)).toMatchObject({
      status: 'contraindicated',
      reasons: [{ code: 'contraindicated', because: text }],
    })
    const deferred = childWith(hold(live, { until: null }))
    expect(measles(deferred).reasons).toEqual([{ code: 'held', on: null, because: text }])
  })

  test('recording such a dose all the same is warned of', () => {
    const codes = (input: ChartInput) =>
      checkDose(input, { vaccineCode: 'MVVAC', givenOn: on }).warnings.map(({ code }) => code)
    expect(codes(childWith())).toEqual([])
    expect(codes(childWith(hold(live)))).toEqual(['dose.not-due'])
    expect(codes(childWith(hold(live, { until: null })))).toEqual(['dose.contraindicated'])
  })

  test('doses given before are judged as before', () => {
    const given = (input: ChartInput) =>
      buildChart(input).rows.flatMap(({ cells }) =>
        cells.flatMap(cell => (cell.kind === 'given' ? [[cell.doseId, cell.status]] : [])),
      )
    expect(given(childWith(hold(all)))).toEqual(given(childWith()))
  })
})
