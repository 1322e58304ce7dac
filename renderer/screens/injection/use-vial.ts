import { useRef, useState } from 'react'
import type { CallError, Problem } from '../../../src/contract/errors'
import { checkVial } from '../../../src/contract/safety-calls'
import type { ScanArrival } from '../../../src/domain/scan/scan-types'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import { call } from '../../api'
import { locale } from '../../text'
import type { InjectionData } from './injection-data'
import { changeLot, changeProduct, type PlanLine, planDue, planExtra } from './plan'
import type { Injection } from './use-injection'

/** What became of the last vial. */
export type VialSaid =
  | { readonly kind: 'taken'; readonly lot: string; readonly label: string }
  | {
      readonly kind: 'stopped'
      readonly stops: readonly Problem[]
      readonly choices: readonly LotOnHand[]
      readonly scan: ScanArrival
    }
  | { readonly kind: 'failed'; readonly error: CallError }

export type VialDesk = {
  readonly said: VialSaid | null
  /** Holds a vial against everything; the line gets its lot only when nothing stands against it. */
  readonly take: (scan: ScanArrival, chosenLotId?: string | null) => void
  /** The vial that was stopped is out of the hand. */
  readonly putDown: () => void
}

/** The vial under the scanner. The last scan counts: an answer that comes late is dropped. */
export function useVial(visitId: string, data: InjectionData, injection: Injection): VialDesk {
  const [said, setSaid] = useState<VialSaid | null>(null)
  const latest = useRef(0)
  const current = useRef(injection)
  current.current = injection

  async function take(scan: ScanArrival, chosenLotId: string | null) {
    const mine = ++latest.current
    setSaid(null)
    const planned = [...new Set(current.current.lines.map(({ vaccineCode }) => vaccineCode))]
    const answer = await call(checkVial, { visitId, scan, planned, chosenLotId })
    if (mine !== latest.current) return
    if (!answer.ok) return setSaid({ kind: 'failed', error: answer.error })
    const { lot, stops, choices, dueId } = answer.value
    if (lot === null || stops.length > 0) return setSaid({ kind: 'stopped', stops, choices, scan })
    const label = giveLot({ lot, dueId, scan }, data, current.current)
    setSaid({ kind: 'taken', lot: lot.number, label })
  }
  return {
    said,
    take: (scan, chosenLotId = null) => void take(scan, chosenLotId),
    putDown: () => setSaid(null),
  }
}

type Checked = { readonly lot: LotOnHand; readonly dueId: string | null; readonly scan: ScanArrival }

/** Puts a checked lot on the line it fits, making the line where there is none. Answers what it is for. */
function giveLot({ lot, dueId, scan }: Checked, data: InjectionData, injection: Injection): string {
  const { shelf, chart } = data
  const { lines } = injection
  const { vaccineCode } = lot
  const vaccine = shelf.vaccines.get(vaccineCode)
  if (!vaccine) return vaccineCode
  const withLot = (line: PlanLine): PlanLine => ({ ...changeLot(line, lot), scan })
  const line =
    lines.find(each => each.vaccineCode === vaccineCode) ??
    lines.find(each => each.vaccineCodes.includes(vaccineCode))
  if (line) {
    const same = line.vaccineCode === vaccineCode ? line : changeProduct(line, vaccineCode, shelf, lines)
    injection.change(line.key, withLot(same))
    injection.open(line.key)
    return line.label
  }
  const due = chart.today.find(({ id }) => id === dueId)
  const planned = due ? planDue(due, due.label[locale], shelf, lines) : null
  const fresh = planned ? changeProduct(planned, vaccineCode, shelf, lines) : planExtra(vaccine, shelf, lines)
  injection.add(withLot(fresh))
  return fresh.label
}
