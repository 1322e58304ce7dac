import { refuse } from '../../../src/contract/errors'
import { setUpPoint } from '../../../src/contract/point-calls'
import { normalizePhone } from '../../../src/domain/person/phone'
import { isWeakPin } from '../../../src/domain/point/weak-pin'
import { serve } from '../service'

/** First run: the point, this station and its first user, all or nothing. */
export const setUpPointService = serve(setUpPoint, (context, { point, station, user }) => {
  const { store, resources, newId, stationId } = context
  if (store.records.list('point', {}, 'id').length > 0) refuse('point.already-set-up')
  const { provinceCode, communeCode } = point.address
  const commune = communeCode === null ? undefined : resources.units.communeByCode.get(communeCode)
  if (!commune || commune.provinceCode !== provinceCode)
    refuse('unit.unknown', {}, 'point.address.communeCode')
  const phone = point.phone ? normalizePhone(point.phone) : null
  if (point.phone && phone === null) refuse('person.bad-phone', {}, 'point.phone')
  if (isWeakPin(user.pin)) refuse('user.weak-pin', {}, 'user.pin')
  const pointId = newId()
  const userId = newId()
  context.write([
    { noun: 'point', recordId: pointId, verb: 'recorded', body: { ...point, phone } },
    { noun: 'station', recordId: stationId, verb: 'recorded', body: station },
    {
      noun: 'user',
      recordId: userId,
      verb: 'recorded',
      body: { name: user.name, role: user.role, pin: context.pins.hash(user.pin), active: true },
    },
  ])
  return { pointId, userId }
})
