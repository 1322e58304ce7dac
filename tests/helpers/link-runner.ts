import type { HttpOptions } from '../../main/exchange/province/http-client'
import { newId } from '../../main/ids'
import { joinNow, makeUploader } from '../../main/link-parts'
import type { LinkRunner } from '../../main/services/link/link-port'
import type { LinkSide } from './test-point'

/** The network of a test's point: the same parts as in the application's thread, in this one. */
export function linkHere(
  { db, store, stationId, resources, clock }: LinkSide,
  http: HttpOptions = { idleMs: 2_000, totalMs: 5_000 },
): LinkRunner {
  const now = () => Date.parse(clock())
  return {
    join: order => joinNow(order, { now, newId }),
    upload(server, secrets, offsetMs, hooks) {
      const uploader = makeUploader({
        ...{ db, store, stationId, resources, server, secrets, offsetMs, now, newId },
        random: () => 0,
        http,
        keep: hooks.onResults,
        onActivity: hooks.onActivity,
        log: hooks.log,
      })
      const ended = uploader.run()
      return {
        wake: () => uploader.wake(),
        tryNow: () => uploader.tryNow(),
        async stop() {
          uploader.stop()
          await ended
        },
      }
    },
  }
}
