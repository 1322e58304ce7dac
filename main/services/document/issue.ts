import type { Issue } from '../../../src/domain/document/facts'
import { addressLine } from '../../../src/domain/person/units'
import type { ServiceContext } from '../service'

/** What every paper says of the point that issues it, and when. */
export function issueOf(context: ServiceContext): Issue {
  const { store, resources, at, mode } = context
  const point = store.point()
  const where = point
    ? {
        name: point.name,
        address: addressLine(resources.units, point.address) || null,
        phone: point.phone,
      }
    : { name: 'Điểm tiêm', address: null, phone: null }
  return { point: where, now: at, practice: mode === 'practice' }
}
