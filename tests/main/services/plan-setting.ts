import type { RequestOf } from '../../../src/contract/call'
import { openPlan, type PlanView, type savePlan } from '../../../src/contract/plan-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { TestPoint } from '../../helpers/test-point'
import { home, mother, on, openReadyPoint, register, stockLot } from './ready-point'

export const today = on('2026-11-22')
const inHamlet = (hamlet: string, phone: string) => ({
  addresses: { current: { ...home, hamlet } },
  relatives: [mother({ phone })],
})

/** Newborns, a child of two months and twins, in two hamlets; BCG on the shelf. */
export function village() {
  const point = openReadyPoint()
  stockLot(point, { vaccineCode: 'BCG_IVAC', doses: 40 })
  stockLot(point, { vaccineCode: 'SII_PENTA', doses: 12 })
  const people = {
    twoMonths: register(point, {
      name: 'Lê Thị Hai Tháng',
      birthDate: day('2026-09-15'),
      ...inHamlet('Thôn 1', '0912000001'),
    }),
    newborn: register(point, {
      name: 'Trần Văn Ba Tuần',
      birthDate: day('2026-11-01'),
      ...inHamlet('Thôn 1', '0912000002'),
    }),
    twinA: register(point, {
      name: 'Phạm Thị Sinh Đôi',
      birthDate: day('2026-06-20'),
      ...inHamlet('Thôn 2', '0912000003'),
    }),
    twinB: register(point, {
      name: 'Phạm Văn Sinh Đôi',
      birthDate: day('2026-06-20'),
      sex: 'male',
      ...inHamlet('Thôn 2', '0912000003'),
    }),
  }
  return { point, people }
}

export const open = (point: TestPoint, changes: Partial<RequestOf<typeof openPlan>> = {}) =>
  point.done(openPlan, { on: today, slots: null, places: null, nextSessionOn: null, ...changes })

export const request = (view: PlanView, changes: Partial<RequestOf<typeof savePlan>> = {}) => ({
  on: view.on,
  seenVersion: view.plan?.version ?? null,
  slots: [...view.slots],
  nextSessionOn: null,
  heldVaccines: [],
  people: view.lines.flatMap(({ personId, slotAt, origin }) =>
    slotAt === null ? [] : [{ personId, slotAt, origin }],
  ),
  removed: [],
  ...changes,
})

export const slots = (...capacities: readonly number[]) =>
  capacities.map((capacity, at) => ({ slot: 'time' as const, time: `0${7 + at}:30`, capacity }))
