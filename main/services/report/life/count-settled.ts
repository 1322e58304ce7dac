import { refuse } from '../../../../src/contract/errors'
import { keepRenewed, type RenewedPart, renewWaiting } from '../../immunization/renew-forecasts'
import type { Job, JobContext } from '../../jobs/job'

/** Somebody may write about many people while a count begins; then who waits now is renewed first. */
const tries = 5

/**
 * Counts in one snapshot in which nobody waits for a renewal, as `report.count` does: what is frozen is never out of date, or
 * it is refused.
 */
export async function countSettled<T>(context: JobContext, count: () => Promise<T>): Promise<T> {
  for (let tried = 0; tried < tries; tried++) {
    const { failed, isSettled } = await renewWaiting(context)
    if (failed > 0) refuse('report.people-unjudged', { count: failed })
    const counted = await context.store.snapshotLong(async () =>
      isSettled() ? { value: await count() } : null,
    )
    if (counted) return counted.value
  }
  return refuse('report.busy')
}

/** Keeps what renewing hands over on the way, and hands everything else on. */
export function keepWith<Part>(
  keep: (ports: Parameters<NonNullable<Job['keep']>>[0], part: Part) => void,
): Job['keep'] {
  return (ports, part) => {
    const given = part as RenewedPart | (Part & { readonly kind: string })
    if (given.kind === 'settle' || given.kind === 'forecasts') keepRenewed(ports, given as RenewedPart)
    else keep(ports, part as Part)
  }
}
