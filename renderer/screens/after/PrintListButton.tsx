import { useState } from 'react'
import type { DocumentRequest } from '../../../src/contract/print-calls'
import { QuietButton } from '../../components/QuietButton'
import { text } from '../../text'
import { DocumentPreview } from '../documents/DocumentPreview'

/** Shows a list of people as a paper, to print or to save. */
export function PrintListButton({ list }: { readonly list: NonNullable<DocumentRequest['list']> }) {
  const [isOpen, setOpen] = useState(false)
  const request: DocumentRequest = {
    kind: 'contact-list',
    personId: null,
    visitId: null,
    paper: 'A4',
    bilingual: false,
    list,
  }
  return (
    <>
      <QuietButton isSmall onPress={() => setOpen(true)} testId="print-list">
        {text.after.people.print}
      </QuietButton>
      {isOpen && <DocumentPreview request={request} onClose={() => setOpen(false)} />}
    </>
  )
}
