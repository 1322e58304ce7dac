import { refuse } from '../../../src/contract/errors'
import { addUser, setUserActive, signIn } from '../../../src/contract/point-calls'
import { instantOf } from '../../../src/domain/calendar/calendar-day'
import { nameKey } from '../../../src/domain/person/name-key'
import type { User } from '../../../src/domain/point/point'
import { isWeakPin } from '../../../src/domain/point/weak-pin'
import { actorOf, type ServiceContext, serve } from '../service'

/** After this many wrong PINs a user waits. */
const allowedFailures = 5
const lockOutMinutes = 5

/** Checks a PIN. Wrong ones are counted; after five the user waits five minutes. */
export const signInService = serve(signIn, (context, { userId, pin }) => {
  const { name, role } = checkPin(context, userId, pin)
  return { userId, name, role }
})

/** Answers the user whose PIN it is. Must not run inside a write: a wrong one has to stay counted. */
export function checkPin(context: ServiceContext, userId: string, pin: string): User {
  const { store, at } = context
  const user = store.records.find('user', userId)
  if (!user?.active) return refuse('user.wrong-pin')
  const since = instantOf(Date.parse(at) - lockOutMinutes * 60_000)
  const failures = store.local.failuresSince(userId, since)
  if (failures >= allowedFailures) refuse('user.locked-out', { minutes: lockOutMinutes })
  if (!context.pins.matches(pin, user.pin)) {
    store.local.noteFailure(userId, at)
    refuse('user.wrong-pin', { attemptsLeft: allowedFailures - failures - 1 })
  }
  store.local.clearFailures(userId)
  return user
}

export const addUserService = serve(addUser, (context, { name, role, pin }) => {
  const { store, newId } = context
  const taken = store.records.list('user', {}, 'id').some(user => nameKey(user.name) === nameKey(name))
  if (taken) refuse('user.name-taken', { name }, 'name')
  if (isWeakPin(pin)) refuse('user.weak-pin', {}, 'pin')
  const userId = newId()
  context.write([
    {
      noun: 'user',
      recordId: userId,
      verb: 'recorded',
      body: { name, role, pin: context.pins.hash(pin), active: true },
    },
  ])
  return { userId }
})

/** Nobody switches themselves off: the last who may manage users would lock the point out. */
export const setUserActiveService = serve(setUserActive, (context, { userId, active }) => {
  if (!active && actorOf(context).userId === userId) refuse('user.not-allowed', {}, 'userId')
  if (!context.store.records.find('user', userId)) refuse('contract.bad-request', {}, 'userId')
  context.write([{ noun: 'user', recordId: userId, verb: 'updated', body: { active } }])
  return {}
})
