import type { Sourced } from '../../../src/domain/report/handbook-programme'
import { Chip } from '../../components/Chip'
import { text } from '../../text'

/** Says that nobody in charge has confirmed a rule or a target, and where it comes from. */
export function Unverified({ of }: { readonly of: Sourced }) {
  if (of.confirmation !== 'unverified') return null
  return (
    <Chip kind="late" title={of.source}>
      {text.indicators.unverified}
    </Chip>
  )
}
