import type { ImmunizationChart } from '../../../src/domain/schedule/chart-types'
import { locale, text } from '../../text'
import { reasonText } from './reasons'

/** By which schedule the picture is judged, and what must be known of it. */
export function noteOf(chart: ImmunizationChart): string {
  const parts = [text.injection.bySchedule(chart.scheduleName[locale])]
  const hasDraft = chart.rows.some(({ cells }) => cells.some(({ isConfirmed }) => !isConfirmed))
  if (hasDraft) parts.push(reasonText.unconfirmedMark)
  else if (chart.confirmation === 'unconfirmed') parts.push(reasonText.unconfirmed)
  if (chart.isOutOfForce) parts.push(reasonText.outOfForce)
  return parts.join(' · ')
}
