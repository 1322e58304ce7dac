import { type AppState, getAppState } from '../../../src/contract/point-calls'
import { serve } from '../service'
import { practicePin } from './seed-practice'

/** What the window shows before and around everything else. */
export const getAppStateService = serve(getAppState, (context): AppState => {
  const { store, mode, version, stationId, today, actor } = context
  const point = store.point()
  const users = store.records.list('user', {}, 'name')
  const { name, number } = store.records.find('station', stationId) ?? { name: '', number: 0 }
  return {
    mode,
    setUp: point !== null,
    version,
    today,
    stationId,
    station: number === 0 ? null : { name, number },
    pointId: point?.id ?? null,
    point,
    users: users.map(user => ({
      userId: user.id,
      name: user.name,
      role: user.role,
      active: user.active,
    })),
    signedIn: actor,
    persons: store.persons.count(),
    practicePin: mode === 'practice' ? practicePin : null,
    backupAt: null,
  }
})
