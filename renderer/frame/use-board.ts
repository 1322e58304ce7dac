import { type Board, getBoard } from '../../src/contract/visit-calls'
import { useNow } from '../components/use-now'
import { useCallQuery } from '../data/use-call-query'

/** Today's session, shared by every part of the frame. `clockShiftMs` is how far this window's clock lies behind. */
export function useBoard(): { readonly board: Board | null; readonly clockShiftMs: number } {
  const { data: board, readAtMs } = useCallQuery(getBoard, { on: null }, { keep: true, everyMs: 60_000 })
  return { board, clockShiftMs: board ? Date.parse(board.now) - readAtMs : 0 }
}

/** The time by the clock that timers and waits were written with, told again every `everyMs`. */
export function useSessionNow(everyMs = 1000): number {
  const { clockShiftMs } = useBoard()
  return useNow(everyMs) + clockShiftMs
}
