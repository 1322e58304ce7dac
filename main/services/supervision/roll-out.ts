import type { ReceivedDifficulty, SupervisionOverview } from '../../../src/contract/supervision-calls'
import type { ServiceContext } from '../service'
import { overviewOf } from './overview'
import { difficultiesOf } from './received'

/** What the roll-out report of the points below is written from. */
export type RollOut = Pick<SupervisionOverview, 'total' | 'communes' | 'standing' | 'period'> & {
  readonly difficulties: readonly ReceivedDifficulty[]
  /** Who reports. */
  readonly office: string
}

export function rollOutOf(context: ServiceContext, period: string): RollOut {
  const { total, communes, standing } = overviewOf(context, period)
  return {
    ...{ total, communes, standing, period },
    difficulties: difficultiesOf(context),
    office: context.store.point()?.name ?? '',
  }
}
