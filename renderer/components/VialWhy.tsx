import type { VialHint } from '../../src/contract/plan-calls'
import { text } from '../text'
import { Chip, type ChipKind } from './Chip'
import { formatCount, formatDayShort } from './format'

const kinds: Readonly<Record<VialHint['advice']['action'], ChipKind>> = {
  nothing: 'wait',
  'use-open': 'ok',
  'open-now': 'ok',
  wait: 'late',
  call: 'due',
  'next-session': 'wait',
}

/** What to do about a vial, in two or three words. */
export function VialAction({ hint }: { readonly hint: VialHint }) {
  const { action, vials, needed } = hint.advice
  const words = text.vials.action
  const said =
    action === 'open-now' ? words[action](vials) : action === 'wait' ? words[action](needed) : words[action]()
  return <Chip kind={kinds[action]}>{said}</Chip>
}

/** Why, in a sentence. */
export function whyOfVial({ advice, present, pressed, nextSessionOn }: VialHint): string {
  const { reason } = advice
  const words = text.vials.reason
  switch (reason.code) {
    case 'nobody':
      return words.nobody
    case 'in-open-vial':
      return words.inOpenVial(reason.left)
    case 'cannot-wait':
      return words.cannotWait(pressed.map(({ displayName }) => displayName).join(', '))
    case 'no-next-session':
      return words.noNextSession
    case 'enough':
      return words.enough(reason.present, reason.needed)
    case 'sure-to-open':
      return words.sure(reason.chancePercent)
    case 'more-are-coming':
      return words.more(present.length, reason.needed, reason.chancePercent)
    case 'calls-may-help':
      return words.calls(reason.needed)
    case 'too-few':
      return words.tooFew(
        formatCount(Math.round(reason.expected)),
        reason.needed,
        nextSessionOn === null ? '' : formatDayShort(nextSessionOn),
      )
  }
}
