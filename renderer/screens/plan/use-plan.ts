import { useRef, useState } from 'react'
import type { CallError } from '../../../src/contract/errors'
import { getPlanLine, openPlan, type PlanView, savePlan } from '../../../src/contract/plan-calls'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { capacityOf } from '../../../src/domain/session-plan/plan'
import { call } from '../../api'
import { useDraft } from '../../components/use-draft'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import {
  heldOf,
  isChanged,
  noChange,
  type PlanDraft,
  type ShownLine,
  shownLines,
  slotFor,
  takenOf,
} from './plan-state'

export type PlanDesk = ReturnType<typeof usePlan>

/** The plan of a day as it is opened, with the user's changes over it. */
export function usePlan() {
  const { today } = useAppState()
  const { on, setDay } = useDay(today)
  const { draft, change, forget } = useChanges(on)
  const slotsAsked = draft.slots ? [...draft.slots] : null
  const read = useCallQuery(
    openPlan,
    { on, slots: slotsAsked, places: null, nextSessionOn: draft.nextSessionOn },
    { keep: true },
  )
  const view = read.data?.on === on ? read.data : null
  const lines = view ? shownLines(view, draft) : []
  const slots = draft.slots ?? view?.slots ?? []
  const invited = lines.filter(({ isInvited }) => isInvited)
  const saving = useSave(view, draft, lines, forget)
  return {
    today,
    on,
    /** Another day; its own changes are kept apart. */
    goTo(next: CalendarDay) {
      saving.hush()
      setDay(() => next)
    },
    /** So many days on or back. */
    step(days: number) {
      saving.hush()
      setDay(from => addDays(from, days))
    },
    read,
    view,
    draft,
    change(part: Partial<PlanDraft>) {
      saving.hush()
      change(part)
    },
    lines,
    slots,
    taken: takenOf(lines, slots),
    invited,
    capacity: capacityOf(slots),
    expected: invited.reduce((sum, { chance }) => sum + chance, 0),
    isChanged: isChanged(draft),
    ...saving,
  }
}

/** The day that is planned, today at the earliest. */
function useDay(today: CalendarDay) {
  const day = useDraft<CalendarDay>('plan day', () => today)
  const on = day.draft < today ? today : day.draft
  // Two quick presses come between two drawings, and both must count.
  const latest = useRef(on)
  latest.current = on
  return {
    on,
    setDay(nextOf: (from: CalendarDay) => CalendarDay) {
      const next = nextOf(latest.current)
      latest.current = next < today ? today : next
      day.setDraft(latest.current)
    },
  }
}

/** What was changed in the plan of each day, until it is saved. */
function useChanges(on: CalendarDay) {
  const { draft, setDraft } = useDraft<Readonly<Record<string, PlanDraft>>>('plan', () => ({}))
  const mine = draft[on] ?? noChange
  return {
    draft: mine,
    change: (part: Partial<PlanDraft>) => setDraft({ ...draft, [on]: { ...mine, ...part } }),
    forget: () => setDraft({ ...draft, [on]: noChange }),
  }
}

function useSave(view: PlanView | null, draft: PlanDraft, lines: readonly ShownLine[], forget: () => void) {
  const saving = useCallMutation(savePlan)
  const [said, setSaid] = useState<number | null>(null)
  return {
    isSaving: saving.isSaving,
    error: saving.error,
    /** How many have an appointment now; null: nothing was saved since. */
    said,
    hush() {
      setSaid(null)
      saving.clearError()
    },
    async save(): Promise<void> {
      if (!view) return
      const answer = await saving.send(requestOf(view, draft, lines))
      if (!answer.ok) return
      setSaid(answer.value.invited)
      forget()
    },
  }
}

function requestOf(view: PlanView, draft: PlanDraft, lines: readonly ShownLine[]) {
  const saved = new Set(view.lines.filter(({ state }) => state === 'invited').map(({ personId }) => personId))
  return {
    on: view.on,
    seenVersion: view.plan?.version ?? null,
    slots: [...(draft.slots ?? view.slots)],
    nextSessionOn: draft.nextSessionOn ?? view.nextSessionOn,
    heldVaccines: [...heldOf(view, draft)],
    people: lines.flatMap(({ personId, slotAt, origin }) =>
      slotAt === null ? [] : [{ personId, slotAt, origin }],
    ),
    removed: Object.entries(draft.removed)
      .filter(([personId]) => saved.has(personId))
      .map(([personId, reason]) => ({ personId, reason })),
  }
}

/** What a press on a line does: who is saved needs a reason to go, everybody else comes and goes freely. */
export function usePlanLine({ draft, change, lines, slots, on }: PlanDesk) {
  const [leaving, setLeaving] = useState<ShownLine | null>(null)
  const [adding, setAdding] = useState<CallError | 'already' | null>(null)
  const move = (personId: string, slotAt: number | null) => {
    const { [personId]: _back, ...removed } = draft.removed
    change({ moves: { ...draft.moves, [personId]: slotAt }, removed })
  }
  return {
    leaving,
    adding,
    toggle(line: ShownLine) {
      if (line.isHere) return
      if (!line.isInvited) move(line.personId, slotFor(lines, line.personId, slots))
      else if (line.state === 'invited') setLeaving(line)
      else move(line.personId, null)
    },
    moveTo(line: ShownLine, slotAt: number) {
      if (slotAt < slots.length) move(line.personId, slotAt)
    },
    keep: () => setLeaving(null),
    leave(reason: string) {
      if (!leaving) return
      change({ removed: { ...draft.removed, [leaving.personId]: reason } })
      setLeaving(null)
    },
    /** Adds somebody whom the forecast does not name. */
    async add(personId: string): Promise<boolean> {
      const known = lines.find(line => line.personId === personId)
      if (known) {
        setAdding('already')
        if (!known.isInvited) move(personId, slotFor(lines, personId, slots))
        return !known.isInvited
      }
      const answer = await call(getPlanLine, { on, personId })
      setAdding(answer.ok ? null : answer.error)
      if (!answer.ok) return false
      const line = { ...answer.value, isInvited: false, isHeld: false }
      const slotAt = slotFor([...lines, line], personId, slots)
      change({ added: [answer.value, ...draft.added], moves: { ...draft.moves, [personId]: slotAt } })
      return true
    },
    forget: () => setAdding(null),
  }
}
