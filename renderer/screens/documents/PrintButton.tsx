import { useState } from 'react'
import type { DocumentRequest } from '../../../src/contract/print-calls'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { codes } from '../../text/codes'
import { DocumentPreview } from './DocumentPreview'

/** Opens a paper as it will come out, to print or to save; named after the paper unless a screen says it better. */
export function PrintButton(props: {
  readonly of: Pick<DocumentRequest, 'kind'> & Partial<DocumentRequest>
  readonly label?: string
  /** A key of this screen that does the same, as `Ctrl+p`, and how it is shown. */
  readonly keys?: { readonly press: string; readonly hint: string }
  readonly isSmall?: boolean
  readonly testId: string
}) {
  const { of, label, keys, isSmall = true, testId } = props
  const [isOpen, setOpen] = useState(false)
  const open = () => setOpen(true)
  useKeys(keys ? { [keys.press]: open } : {})
  const request: DocumentRequest = { personId: null, visitId: null, paper: null, bilingual: false, ...of }
  return (
    <>
      <QuietButton isSmall={isSmall} {...(keys && { hint: keys.hint })} onPress={open} testId={testId}>
        {label ?? codes.documents[of.kind]}
      </QuietButton>
      {isOpen && <DocumentPreview request={request} onClose={() => setOpen(false)} />}
    </>
  )
}
