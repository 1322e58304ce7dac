import { refuse } from '../../../src/contract/errors'
import type { Store } from '../../db'
import type { ServiceContext } from '../service'

/** A change of the schedule that somebody looks at before it takes effect. */
export type StagedChange = {
  readonly code: string
  readonly fileName: string
  readonly hasProblems: boolean
} & (
  | { readonly action: 'apply'; readonly text: string }
  | { readonly action: 'withdraw'; readonly fileId: string }
)

/** What was previewed, one a database; only the newest is kept, and none outlives the engine. */
const staged = new WeakMap<Store, { readonly token: string; readonly change: StagedChange }>()

/** Keeps a change for the preview's button and answers the token it is asked for by. */
export function stageChange(
  { store, newId }: Pick<ServiceContext, 'store' | 'newId'>,
  change: StagedChange,
): string {
  const token = newId()
  staged.set(store, { token, change })
  return token
}

/** The change that was previewed under a token; refused when it is gone or has problems. */
export function getStagedChange({ store }: Pick<ServiceContext, 'store'>, token: string): StagedChange {
  const found = staged.get(store)
  if (found?.token !== token) return refuse('schedule-file.choose-again')
  if (found.change.hasProblems) return refuse('schedule-file.has-problems')
  return found.change
}
