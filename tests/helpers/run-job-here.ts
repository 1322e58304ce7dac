import { readWorkbook } from '../../main/exchange/read-workbook'
import { writeReport } from '../../main/exchange/write-report'
import { writeSheet } from '../../main/exchange/write-sheet'
import { Cancelled, type Job, type RunJob } from '../../main/services/jobs/job'
import { runJobToEnd } from '../../main/services/jobs/run-job'
import type { Ports } from '../../main/services/service'
import { vietnamDayOf } from '../../src/domain/calendar/calendar-day'

/** Runs jobs without a thread, on the test's own connection, a batch between two turns of the event loop. */
export function runsHere(
  { store, resources, version }: Pick<Ports, 'store' | 'resources' | 'version'>,
  jobs: readonly Job[],
): RunJob {
  return (request, at, { onProgress, onPart, onEnd }, attachment) => {
    let isCancelled = false
    const breathe = async () => {
      if (isCancelled) throw new Cancelled()
      await new Promise(resolve => setImmediate(resolve))
    }
    const context = {
      store,
      resources,
      version,
      at,
      today: vietnamDayOf(at),
      attachment,
      readWorkbook: async (bytes: Uint8Array) => readWorkbook(bytes),
      writeReport,
      writeSheet: async (...sheet: Parameters<typeof writeSheet>) => writeSheet(...sheet),
      progress: onProgress,
      breathe,
      hand: async (part: unknown) => {
        await breathe()
        // What crosses between threads is a copy.
        await onPart(structuredClone(part))
      },
    }
    const ended = runJobToEnd(jobs, context, request).then(onEnd)
    const cancel = () => {
      isCancelled = true
    }
    return {
      cancel,
      async stop() {
        cancel()
        await ended
      },
    }
  }
}
