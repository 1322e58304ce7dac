import type { ScanDraft } from '../../../src/domain/scan/card-draft'
import { CardNotice } from './CardNotice'
import type { RegisterDraft } from './register-draft'
import { withScan, withScanAsRelative } from './scanned-card'
import { useScannedCard } from './use-scanned-card'

/** The card that filled this form, or that was scanned while it was open. Nothing without one. */
export function ScannedCard(props: {
  readonly scan: ScanDraft | null
  readonly draft: RegisterDraft
  readonly setDraft: (draft: RegisterDraft) => void
}) {
  const card = useScannedCard(props.scan, props.draft, props.setDraft)
  if (!card.scan) return null
  return (
    <CardNotice
      scan={card.scan}
      isAsked={card.isAsked}
      onPerson={() => card.use(withScan)}
      onRelative={relation => card.use((form, scan) => withScanAsRelative(form, scan, relation))}
    />
  )
}
