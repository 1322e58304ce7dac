import { useRef } from 'react'
import { checkDoses, type PlannedDoseCheck, recordDoses } from '../../../src/contract/dose-calls'
import type { CallError } from '../../../src/contract/errors'
import type { DueDose } from '../../../src/domain/schedule/chart-types'
import { useDraft } from '../../components/use-draft'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { locale, text } from '../../text'
import type { InjectionData } from './injection-data'
import { keepVolume } from './last-volumes'
import { type NotGivenDraft, type NotGivenDrafts, openDoses, proposedFor, toNotGiven } from './not-given'
import { openWarnings, type PlanLine, planAll, planDue, toRequest, whyUnusable } from './plan'

/** What stands against one line. `null` while it is not complete or not checked yet. */
export type LineCheck = PlannedDoseCheck | null

type Draft = {
  readonly lines: readonly PlanLine[]
  readonly openKey: string | null
  readonly notGiven: NotGivenDrafts
}

export type Injection = {
  readonly lines: readonly PlanLine[]
  readonly openKey: string | null
  readonly checkOf: (line: PlanLine) => LineCheck
  /** What is due and not ticked, in the order of the list. */
  readonly openDoses: readonly DueDose[]
  readonly notGivenOf: (due: DueDose) => NotGivenDraft
  readonly sayNotGiven: (due: DueDose, said: NotGivenDraft) => void
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

type PlanActions = Omit<Injection, 'checkOf' | 'missing' | 'error' | 'isSaving' | 'save'> & {
  readonly clear: () => void
}

/** What is ticked and from which lot, kept as a draft until it is saved. */
function usePlan(visitId: string, { chart, shelf, held }: InjectionData): PlanActions {
  const { draft, setDraft, clear } = useDraft<Draft>(`injection:${visitId}`, () => {
    const planned = planAll(chart.today, due => due.label[locale], shelf)
    const first = planned.find(line => toRequest(line, null) === null) ?? planned[0]
    return { lines: planned, openKey: first?.key ?? null, notGiven: {} }
  })
  // Two changes between two drawings (a scan that ticks and opens) must both count.
  const current = useRef(draft)
  current.current = draft
  function update(next: Partial<Draft>) {
    current.current = { ...current.current, ...next }
    setDraft(current.current)
  }
  function remove(key: string) {
    const { lines, openKey } = current.current
    const left = lines.filter(line => line.key !== key)
    update({ lines: left, openKey: openKey === key ? (left[0]?.key ?? null) : openKey })
  }
  function toggle(due: DueDose) {
    const { lines } = current.current
    if (lines.some(line => line.key === due.id)) return remove(due.id)
    const line = planDue(due, due.label[locale], shelf, lines)
    if (line) update({ lines: inDueOrder([...lines, line], chart.today), openKey: line.key })
  }
  const words = { noStock: text.injection.notGivenNoStock }
  return {
    ...draft,
    openDoses: openDoses([...chart.today, ...held.map(({ due }) => due)], draft.lines, shelf),
    notGivenOf: due => draft.notGiven[due.id] ?? proposedFor(due, shelf, { held, ...words }),
    sayNotGiven: (due, said) => update({ notGiven: { ...current.current.notGiven, [due.id]: said } }),
    clear,
    remove,
    toggle,
    open: openKey => update({ openKey }),
    change: (key, next) =>
      update({ lines: current.current.lines.map(line => (line.key === key ? next : line)) }),
    add: line => {
      const others = current.current.lines.filter(({ key }) => key !== line.key)
      update({ lines: inDueOrder([...others, line], chart.today), openKey: line.key })
    },
  }
}

/** The plan of one visit: what is ticked, from which lot, what stands against it, and the save. */
export function useInjection(visitId: string, data: InjectionData, isIdentified: boolean): Injection {
  const { clear, ...plan } = usePlan(visitId, data)
  const { lines } = plan
  const record = useCallMutation(recordDoses)
  const complete = lines.filter(line => toRequest(line, null) !== null)
  const requests = complete.flatMap(line => toRequest(line, null) ?? [])
  const check = useCallQuery(checkDoses, { visitId, doses: requests }, { isOn: requests.length > 0 })
  const checkOf = (line: PlanLine): LineCheck => check.data?.[complete.indexOf(line)] ?? null
  const notGiven = plan.openDoses.map(due => toNotGiven(due.id, plan.notGivenOf(due), data.shelf.on))
  const unsaid = plan.openDoses.find((_, index) => notGiven[index] === null)
  const missing = isIdentified
    ? (linesMissing(lines, data, checkOf, check.error) ?? reasonMissing(lines, plan.openDoses, unsaid))
    : text.injection.missing.identity

  async function save(): Promise<boolean> {
    const doses = lines.flatMap(line => toRequest(line, checkOf(line)?.warnings ?? null) ?? [])
    if (doses.length !== lines.length || missing !== null) return false
    const answer = await record.send({ visitId, doses, notGiven: notGiven.flatMap(each => each ?? []) })
    if (!answer.ok) return false
    for (const line of lines) keepVolume(line.vaccineCode, line.volume)
    clear()
    return true
  }
  return {
    ...plan,
    checkOf,
    missing,
    save,
    error: record.error ?? check.error,
    isSaving: record.isSaving,
  }
}

function inDueOrder(lines: readonly PlanLine[], today: readonly DueDose[]): readonly PlanLine[] {
  const order = (line: PlanLine) => {
    const at = today.findIndex(due => due.id === line.dueId)
    return at < 0 ? today.length : at
  }
  return lines.toSorted((a, b) => order(a) - order(b))
}

/** A due dose that is neither ticked nor explained; or nothing to save at all. */
function reasonMissing(
  lines: readonly PlanLine[],
  open: readonly DueDose[],
  unsaid: DueDose | undefined,
): string | null {
  if (unsaid) return text.injection.missing.notGiven(unsaid.label[locale])
  return lines.length === 0 && open.length === 0 ? text.injection.nothingChosen : null
}

function linesMissing(
  lines: readonly PlanLine[],
  { shelf }: InjectionData,
  checkOf: (line: PlanLine) => LineCheck,
  error: CallError | null,
): string | null {
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
