import { useEffect, useState } from 'react'
import { type Board, getBoard } from '../../src/contract/visit-calls'
import { useCallQuery } from '../components/use-call-query'

/** Today's session, shared by every part of the frame. `clockShiftMs` is how far this window's clock lies behind. */
export function useBoard(): { readonly board: Board | null; readonly clockShiftMs: number } {
  const { data: board } = useCallQuery(getBoard, { on: null }, { keep: true })
  const [clockShiftMs, setShift] = useState(0)
  const now = board?.now ?? null
  useEffect(() => {
    if (now !== null) setShift(Date.parse(now) - Date.now())
  }, [now])
  return { board, clockShiftMs }
}
