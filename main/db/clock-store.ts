import type { Instant } from '../../src/domain/calendar/calendar-day'
import type { ClockJump, ClockMark } from '../../src/domain/session/clock-guard'
import type { Database } from './driver'

/** Older jumps matter to nobody under observation. */
const keptJumps = 100

/** Where this PC's clock stood when the program looked last, and where it jumped. Belongs to this PC alone. */
export function createClockStore(db: Database) {
  const selectMark = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'clock-mark'").pluck()
  const upsertMark = db.prepare<[string]>(
    "INSERT INTO meta VALUES ('clock-mark', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  )
  const insertJump = db.prepare<[string, string, number, string]>(
    'INSERT INTO clock_jump VALUES (?, ?, ?, ?)',
  )
  const selectJumps = db.prepare<[number], { stamp: string; at: string; by_ms: number; kind: string }>(
    'SELECT stamp, at, by_ms, kind FROM clock_jump ORDER BY rowid DESC LIMIT ?',
  )
  const selectStamp = db.prepare<[], string | null>('SELECT max(stamp) FROM journal').pluck()

  return {
    mark(): ClockMark | null {
      const kept = selectMark.get() as string | undefined
      return kept === undefined ? null : (JSON.parse(kept) as ClockMark)
    },
    keepMark: (mark: ClockMark) => void upsertMark.run(JSON.stringify(mark)),
    keepJump: ({ stamp, at, byMs, kind }: ClockJump) => void insertJump.run(stamp, at, byMs, kind),
    /** Newest first. */
    jumps: (): readonly ClockJump[] =>
      selectJumps.all(keptJumps).map(({ by_ms, at, kind, stamp }) => ({
        stamp,
        at: at as Instant,
        byMs: by_ms,
        kind: kind as ClockJump['kind'],
      })),
    /** The greatest stamp of the journal; empty before the first entry. */
    newestStamp: () => (selectStamp.get() as string | null) ?? '',
  }
}
