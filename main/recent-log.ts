import { mostLogLines, safeLog } from '../src/domain/supervision/safe-log'

/** Remembers the newest lines of the log, each without anything about people, for whoever reports a difficulty. */
export function createRecentLog(): {
  readonly note: (line: string) => void
  readonly lines: () => readonly string[]
} {
  let kept: readonly string[] = []
  return {
    note(line) {
      kept = [...kept, ...safeLog([line])].slice(-mostLogLines)
    },
    lines: () => kept,
  }
}
