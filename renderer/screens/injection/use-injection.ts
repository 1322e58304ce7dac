import { useRef } from 'react'
import { checkDoses, type PlannedDoseCheck, recordDoses } from '../../../src/contract/dose-calls'
import type { CallError } from '../../../src/contract/errors'
import type { DueDose } from '../../../src/domain/schedule/chart-types'
import { useCallMutation } from '../../components/use-call-mutation'
import { useCallQuery } from '../../components/use-call-query'
import { useDraft } from '../../components/use-draft'
import { locale, text } from '../../text'
import type { InjectionData } from './InjectionVisit'
import { openWarnings, type PlanLine, planAll, planDue, toRequest, whyUnusable } from './plan'

/** What stands against one line. `null` while it is not complete or not checked yet. */
export type LineCheck = PlannedDoseCheck | null

type Draft = { readonly lines: readonly PlanLine[]; readonly openKey: string | null }

export type Injection = {
  readonly lines: readonly PlanLine[]
  readonly openKey: string | null
  readonly checkOf: (line: PlanLine) => LineCheck
  /** The first thing that keeps the doses from being saved, as a sentence; null when nothing does. */
  readonly missing: string | null
  readonly error: CallError | null
  readonly isSaving: boolean
  readonly open: (key: string | null) => void
  readonly change: (key: string, part: PlanLine) => void
  readonly toggle: (due: DueDose) => void
  readonly add: (line: PlanLine) => void
  readonly remove: (key: string) => void
  readonly save: () => Promise<boolean>
}

/** The plan of one visit: what is ticked, from which lot, what stands against it, and the save. */
export function useInjection(visitId: string, data: InjectionData): Injection {
  const { chart, shelf } = data
  const { draft, setDraft, clear } = useDraft<Draft>(`injection:${visitId}`, () => {
    const lines = planAll(chart.today, due => due.label[locale], shelf)
    return { lines, openKey: lines[0]?.key ?? null }
  })
  const current = useRef(draft)
  current.current = draft
  const { lines, openKey } = draft
  const record = useCallMutation(recordDoses)
  const complete = lines.filter(line => toRequest(line, null) !== null)
  const requests = complete.flatMap(line => toRequest(line, null) ?? [])
  const check = useCallQuery(checkDoses, { visitId, doses: requests }, { isOn: requests.length > 0 })

  const checkOf = (line: PlanLine): LineCheck => check.data?.[complete.indexOf(line)] ?? null
  function update(next: Partial<Draft>) {
    current.current = { ...current.current, ...next }
    setDraft(current.current)
  }
  function toggle(due: DueDose) {
    const { lines: now } = current.current
    if (now.some(line => line.key === due.id)) return remove(due.id)
    const line = planDue(due, due.label[locale], shelf, now)
    if (line) update({ lines: inDueOrder([...now, line], chart.today), openKey: line.key })
  }
  function remove(key: string) {
    const left = current.current.lines.filter(line => line.key !== key)
    update({
      lines: left,
      openKey: current.current.openKey === key ? (left[0]?.key ?? null) : current.current.openKey,
    })
  }
  async function save(): Promise<boolean> {
    const doses = lines.flatMap(line => toRequest(line, checkOf(line)?.warnings ?? null) ?? [])
    if (doses.length !== lines.length || missing !== null) return false
    const answer = await record.send({ visitId, doses })
    if (answer.ok) clear()
    return answer.ok
  }
  const missing = missingOf(lines, data, checkOf, check.error)
  return {
    lines,
    openKey,
    checkOf,
    missing,
    error: record.error ?? check.error,
    isSaving: record.isSaving,
    open: key => update({ openKey: key }),
    change: (key, part) =>
      update({ lines: current.current.lines.map(line => (line.key === key ? part : line)) }),
    toggle,
    add: line =>
      update({
        lines: [...current.current.lines.filter(({ key }) => key !== line.key), line],
        openKey: line.key,
      }),
    remove,
    save,
  }
}

function inDueOrder(lines: readonly PlanLine[], today: readonly DueDose[]): readonly PlanLine[] {
  const order = (line: PlanLine) => {
    const at = today.findIndex(due => due.id === line.dueId)
    return at < 0 ? today.length : at
  }
  return lines.toSorted((a, b) => order(a) - order(b))
}

function missingOf(
  lines: readonly PlanLine[],
  { shelf }: InjectionData,
  checkOf: (line: PlanLine) => LineCheck,
  error: CallError | null,
): string | null {
  if (lines.length === 0) return text.injection.nothingChosen
  for (const line of lines) {
    const lot = shelf.lots.find(each => each.lotId === line.lotId)
    if (!lot || whyUnusable(shelf, lot, line.vaccineCode) !== null)
      return text.injection.missing.lot(line.label)
    if (toRequest(line, null) === null) return text.injection.missing.volume(line.label)
    const check = checkOf(line)
    if (check === null) return error ? text.errors[error.code]({}) : text.injection.missing.check
    if (check.refusals.length > 0) return text.injection.missing.refused(line.label)
    if (openWarnings(line, check.warnings).length > 0) return text.injection.missing.override(line.label)
  }
  return null
}
