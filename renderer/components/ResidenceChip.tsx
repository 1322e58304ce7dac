import type { ResidenceMark } from '../../src/contract/residence-calls'
import { text } from '../text'
import { Chip, type ChipKind } from './Chip'
import { formatDay } from './format'

const kindOf: Readonly<Record<ResidenceMark['state'], ChipKind>> = {
  resident: 'ok',
  'moved-in': 'info',
  'moved-out': 'late',
  temporary: 'info',
  lost: 'late',
  died: 'wrong',
  stopped: 'wait',
}

/** Where somebody is, when not simply here. `isShort` is for lines of a list, which name only who is not followed. */
export function ResidenceChip(props: { readonly mark: ResidenceMark | null; readonly isShort?: boolean }) {
  const { mark, isShort = false } = props
  if (mark === null || (isShort && mark.isFollowed && mark.state !== 'temporary')) return null
  const kind = mark.state === 'temporary' && !mark.isFollowed ? 'late' : kindOf[mark.state]
  return (
    <Chip kind={kind} title={residenceWords(mark)}>
      {isShort ? text.household.states[mark.state] : shortWords(mark)}
    </Chip>
  )
}

function shortWords({ state, on, until }: ResidenceMark): string {
  const day = state === 'temporary' && until !== null ? text.household.until(formatDay(until)) : formatDay(on)
  return `${text.household.states[state]} ${day}`
}

/** "Chuyển đi từ 20/11/2026 · đến Trạm Y tế Xã Tam Chúc". */
export function residenceWords(mark: Pick<ResidenceMark, 'state' | 'on' | 'until' | 'otherPlace'>): string {
  const { state, on, until, otherPlace } = mark
  const place =
    otherPlace &&
    (state === 'moved-in' ? text.household.fromPlace(otherPlace) : text.household.toPlace(otherPlace))
  const days = [text.household.since(formatDay(on)), until && text.household.until(formatDay(until))]
  return [[text.household.states[state], ...days].filter(Boolean).join(' '), place]
    .filter(Boolean)
    .join(' · ')
}
