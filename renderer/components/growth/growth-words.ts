import { addDays } from '../../../src/domain/calendar/calendar-day'
import { scoreWord } from '../../../src/domain/child/growth-chart'
import {
  chartNameOf,
  type GrowthChartData,
  type GrowthPoint,
  type GrowthRange,
} from '../../../src/domain/child/growth-curves'
import type { GrowthIndicator } from '../../../src/domain/child/growth-scores'
import { locale, text } from '../../text'
import { formatAge, formatDay } from '../format'

/** Whether numbers are written with a comma. */
export const decimalComma = locale === 'vi'

/** A number as this window's language writes it. */
export function figure(value: number, digits: number): string {
  const word = value.toFixed(digits)
  return decimalComma ? word.replace('.', ',') : word
}

/** A score to two decimals with its sign: `−1,24`. */
export function scoreFigure(z: number): string {
  const word = scoreWord(z, 2)
  return decimalComma ? word.replace('.', ',') : word
}

/** A percentile to one decimal; beyond the first and last tenth it says so rather than 0 or 100. */
export function percentileFigure(percentile: number): string {
  if (percentile < 0.1) return text.growth.under(figure(0.1, 1))
  if (percentile > 99.9) return text.growth.over(figure(99.9, 1))
  return figure(percentile, 1)
}

/** The name of a range; weight has its chart to ten years only. */
export function rangeName(indicator: GrowthIndicator, range: GrowthRange): string {
  return range === '5-19y' && indicator === 'weight-for-age' ? text.growth.toTen : text.growth.ranges[range]
}

/** What a chart shows: "Cân nặng theo tuổi, trẻ gái, 0–2 tuổi". */
export function chartTitle(data: GrowthChartData): string {
  const { charts, sexes } = text.growth
  return [charts[chartNameOf(data)], sexes[data.sex], rangeName(data.indicator, data.range)].join(', ')
}

/** What the numbers below a chart count. */
export function acrossTitle({ range, xUnit }: GrowthChartData): string {
  const { axes } = text.growth
  if (xUnit === 'cm') return range === '2-5y' ? axes.height : axes.length
  return range === '5-19y' ? axes.years : axes.months
}

/** Distinguishes the two points of one measuring. */
export function pointKey({ id, isCorrected }: GrowthPoint): string {
  return isCorrected ? `${id} corrected` : id
}

/** The age of a point, by the calendar: corrected ages count from the day the child was due. */
export function pointAge({ on, ageDays }: GrowthPoint): string {
  return formatAge(addDays(on, -ageDays), on)
}

/** Everything a point says, part by part. */
export function pointWords(data: GrowthChartData, point: GrowthPoint): readonly string[] {
  const { measures, corrected, implausible, noScore, percentile } = text.growth
  const age = pointAge(point)
  const across = data.xUnit === 'cm' ? ` · ${figure(point.x, 1)} cm` : ''
  return [
    `${formatDay(point.on)} · ${age}${point.isCorrected ? ` (${corrected})` : ''}`,
    `${measures[data.indicator]} ${figure(point.y, data.yUnit === 'kg' ? 2 : 1)} ${data.yUnit}${across}`,
    point.z === null ? noScore : `z ${scoreFigure(point.z)}`,
    ...(point.percentile === null ? [] : [percentile(percentileFigure(point.percentile))]),
    ...(point.isImplausible ? [implausible] : []),
  ]
}
