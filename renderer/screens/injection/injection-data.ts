import type { ResponseOf } from '../../../src/contract/call'
import type { DoseView, getChart } from '../../../src/contract/dose-calls'
import type { PersonView } from '../../../src/contract/person-calls'
import type { HeldDose } from '../../../src/contract/safety-calls'
import type { VisitView } from '../../../src/contract/visit-calls'
import type { ImmunizationChart } from '../../../src/domain/schedule/chart-types'
import type { Shelf } from './plan'

/** Everything one injection depends on, read and ready. */
export type InjectionData = {
  readonly visit: VisitView
  readonly person: PersonView
  readonly chart: ImmunizationChart
  readonly doses: readonly DoseView[]
  /** The due dose whose hours since birth count. */
  readonly birthDose: ResponseOf<typeof getChart>['birthDose']
  readonly shelf: Shelf
  /** Due but for the screening, which holds it back. */
  readonly held: readonly HeldDose[]
}
