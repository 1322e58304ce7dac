import { refuse } from '../../../src/contract/errors'
import { listStagedAntigens, setUpPoint, updatePoint } from '../../../src/contract/point-calls'
import { normalizePhone } from '../../../src/domain/person/phone'
import type { Point } from '../../../src/domain/point/point'
import { isWeakPin } from '../../../src/domain/point/weak-pin'
import { currentSchedule } from '../schedule/current-book'
import { type ServiceContext, serve } from '../service'

/** First run: the point, this station and its first user, all or nothing. */
export const setUpPointService = serve(setUpPoint, (context, { point, station, user }) => {
  const { store, newId, stationId } = context
  if (store.point()) refuse('point.already-set-up')
  const body = checkedPoint(context, point)
  if (isWeakPin(user.pin)) refuse('user.weak-pin', {}, 'user.pin')
  const pointId = newId()
  const userId = newId()
  context.write([
    { noun: 'point', recordId: pointId, verb: 'recorded', body },
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

export const updatePointService = serve(updatePoint, (context, { point }) => {
  const known = context.store.point()
  if (!known) throw new Error('a point is set up before anybody signs in')
  const body = checkedPoint(context, point)
  context.write([{ noun: 'point', recordId: known.id, verb: 'updated', body }])
  return {}
})

export const listStagedAntigensService = serve(listStagedAntigens, context =>
  currentSchedule(context, context.today).antigens.flatMap(({ code, name, rollOut, series }) => [
    ...(rollOut === 'nationwide' ? [] : [{ code, name }]),
    ...series.flatMap(it => (it.offeredAs === null ? [] : [{ code: it.offeredAs, name: it.name }])),
  ]),
)

/** The point with its phone in stored form; refused when the commune is not of the province or the phone is none. */
function checkedPoint({ resources }: ServiceContext, point: Point): Point {
  const { provinceCode, communeCode } = point.address
  const commune = communeCode === null ? undefined : resources.units.communeByCode.get(communeCode)
  if (!commune || commune.provinceCode !== provinceCode)
    refuse('unit.unknown', {}, 'point.address.communeCode')
  const phone = point.phone ? normalizePhone(point.phone) : null
  if (point.phone && phone === null) refuse('person.bad-phone', {}, 'point.phone')
  return { ...point, phone }
}
