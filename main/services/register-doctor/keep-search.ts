import { type Instant, vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import type { Finding } from '../../../src/domain/register-doctor/finding'
import type { DoctorSearch } from '../../db/finding-store'
import type { Ports } from '../service'
import { examineAgain } from './examine-again'
import { beginNoting, endNoting } from './written-meanwhile'

/** What the worker hands over: that it begins to, findings, and at the end what was gone through. */
export type DoctorPart =
  | { readonly kind: 'begin' }
  | { readonly kind: 'found'; readonly found: readonly Finding[] }
  | { readonly kind: 'end'; readonly search: DoctorSearch }

/** Takes in what the worker hands over. */
export function keepPart({ store, resources }: Pick<Ports, 'store' | 'resources'>, part: DoctorPart): void {
  const { findingWriter } = store
  if (part.kind === 'begin') {
    findingWriter.begin()
    beginNoting(store)
    return
  }
  if (part.kind === 'found') {
    for (const finding of part.found) findingWriter.keep(finding)
    return
  }
  findingWriter.finish(part.search)
  examineAgain({ store, resources }, endNoting(store), vietnamDayOf(part.search.at as Instant))
}
