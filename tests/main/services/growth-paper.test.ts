import { expect, test } from 'vitest'
import { buildDocument } from '../../../src/contract/internal-calls'
import { write } from './child-setting'
import { child, on, openReadyPoint, register } from './ready-point'

type Point = ReturnType<typeof openReadyPoint>

function growthPaper(point: Point, personId: string) {
  const asked = { kind: 'growth-chart' as const, personId, visitId: null, printerId: null }
  const paper = point.done(buildDocument, asked)
  if (paper.kind !== 'growth-chart') throw new Error('not a growth chart')
  return paper
}

test('the paper has the charts of the age and every measuring with its scores, the corrected ones apart', () => {
  const point = openReadyPoint()
  const personId = register(point, {
    name: 'Lò Thị Thử',
    birthDate: on('2026-05-22'),
    sex: 'female',
    gestationWeeks: 32,
    birthWeightG: 1800,
  })
  write(point, personId, { checkedOn: on('2026-09-22'), weightKg: 5.9, lengthHeightCm: 58, headCm: 39 }, true)
  write(point, personId, {
    checkedOn: on('2026-11-22'),
    weightKg: 5.8,
    lengthHeightCm: 61,
    headCm: 41,
    armCm: 12.2,
  })
  const { charts, rows, head, hasCorrected } = growthPaper(point, personId)
  expect(charts.map(({ indicator, range, sex }) => [indicator, range, sex])).toEqual([
    ['weight-for-age', '0-2y', 'female'],
    ['length-for-age', '0-2y', 'female'],
    ['weight-for-length', '0-2y', 'female'],
    ['head-for-age', '0-2y', 'female'],
    ['arm-for-age', '0-2y', 'female'],
  ])
  expect(charts[0]?.points.map(({ y, isCorrected }) => [y, isCorrected])).toEqual([
    [1.8, false],
    [5.9, false],
    [5.9, true],
    [5.8, false],
    [5.8, true],
  ])
  expect(rows.map(({ on: day, weight }) => [day, weight.value])).toEqual([
    ['22/11/2026', '5,80'],
    ['22/09/2026', '5,90'],
    ['22/05/2026', '1,80'],
  ])
  expect(rows[0]?.weight.score).toMatch(/^z −\d,\d\d \(P\d+,\d\)$/)
  expect(rows[0]?.weight.corrected).toMatch(/^HC z/)
  expect(rows[0]?.remarks).toContain('Sụt 0,10 kg từ 22/09/2026')
  // A child born early and not yet due is not called underweight.
  expect(rows.at(-1)?.remarks).toEqual([])
  expect(hasCorrected).toBe(true)
  expect(head.map(({ value }) => value)).toContain('Sinh non 32 tuần; tuổi hiệu chỉnh tính từ 17/07/2026')
})

test('nobody measured the child: the paper says so, with empty charts of its age', () => {
  const point = openReadyPoint()
  const { charts, rows } = growthPaper(point, register(point, { ...child, birthWeightG: null }))
  expect(rows).toEqual([])
  expect(charts.map(({ points }) => points)).toEqual([[], [], []])
})

test('of unknown sex there are no charts, only what was measured', () => {
  const point = openReadyPoint()
  const personId = register(point, { ...child, sex: 'unknown', birthWeightG: 3100 })
  const { charts, rows } = growthPaper(point, personId)
  expect(charts).toEqual([])
  expect(rows.map(({ weight }) => weight)).toEqual([{ value: '3,10', score: '', corrected: '' }])
})
