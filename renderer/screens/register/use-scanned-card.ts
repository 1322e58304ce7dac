import { useEffect, useRef, useState } from 'react'
import type { ScanDraft } from '../../../src/domain/scan/card-draft'
import type { RegisterDraft } from './register-draft'
import { differsFrom, withScan } from './scanned-card'

/**
 * A card scanned while the form is open. It fills what is empty; where the form says something else, it may be a
 * parent's card, and nothing is filled until somebody says whose it is.
 */
export function useScannedCard(
  scan: ScanDraft | null,
  draft: RegisterDraft,
  setDraft: (draft: RegisterDraft) => void,
) {
  const filled = useRef(scan)
  const [isAsked, setAsked] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each scan
  useEffect(() => {
    if (scan === null || scan === filled.current) return
    filled.current = scan
    const isOther = differsFrom(draft, scan)
    setAsked(isOther)
    if (!isOther) setDraft(withScan(draft, scan))
  }, [scan])
  return {
    scan,
    isAsked,
    use(put: (draft: RegisterDraft, scan: ScanDraft) => RegisterDraft) {
      if (scan === null) return
      setDraft(put(draft, scan))
      setAsked(false)
    },
  }
}
