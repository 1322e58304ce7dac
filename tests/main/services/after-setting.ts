import { getCase } from '../../../src/contract/aefi-calls'
import { recordReaction } from '../../../src/contract/visit-calls'
import type { TestPoint } from '../../helpers/test-point'
import { givePenta, minuteMs, on, openReadyPoint, register, stockLot } from './ready-point'

/** A severe reaction as it is noted. */
export const noted = {
  kind: 'severe' as const,
  signs: ['breathing-difficulty', 'wide-rash'],
  temperatureC: 37.2,
  treatment: 'Adrenalin 0,2 mL tiêm bắp',
  outcome: 'observing' as const,
  note: null,
}

/** Two children with the same lot today, one of whom has a severe reaction after 12 minutes. */
export function afterSevere() {
  const point = openReadyPoint()
  const lotId = stockLot(point, { vaccineCode: 'SII_PENTA', number: 'PTA-12/26' })
  const first = register(point)
  const { visitId, doseId } = givePenta(point, first, lotId)
  const second = register(point, { name: 'Lê Văn Thử', birthDate: on('2026-09-01'), sex: 'male' })
  givePenta(point, second, lotId)
  point.moveClock(12 * minuteMs)
  const { reactionId, caseId } = point.done(recordReaction, { visitId, ...noted })
  if (caseId === null) throw new Error('a severe reaction has a case')
  return { point, lotId, first, second, visitId, doseId, reactionId, caseId }
}

/** The case as a screen reads it. */
export function view(point: TestPoint, caseId: string) {
  return point.done(getCase, { caseId }).view
}
