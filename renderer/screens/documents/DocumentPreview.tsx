import { Modal, NumberInput, SegmentedControl, Switch } from '@mantine/core'
import { useState } from 'react'
import {
  type DocumentRequest,
  mostCopies,
  previewDocument,
  printDocument,
  savePdf,
} from '../../../src/contract/print-calls'
import { usualPaperOf } from '../../../src/domain/document/formats'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { LateSkeleton } from '../../components/LateSkeleton'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { codes } from '../../text/codes'
import styles from './Documents.module.css'

const pageKinds: readonly DocumentRequest['kind'][] = [
  'vaccination-record',
  'vaccination-certificate',
  'catch-up-plan',
  'transfer-slip',
  'aefi-case-form',
  'contact-list',
  'session-close',
  'screening-checklist',
  'screening-referral',
  'maternal-referral',
  'session-invitations',
  'stock-sheet',
  'upload-proof',
  'handbook-visit',
  'mother-child-handbook',
  'growth-chart',
  'report',
  'indicator-sheet',
]

/** Papers that may carry English beside Vietnamese. */
const bilingualKinds: readonly DocumentRequest['kind'][] = ['vaccination-record', 'vaccination-certificate']

/** A document as it will come out, with paper and language where it has pages; prints it or saves it as PDF. */
export function DocumentPreview(props: { readonly request: DocumentRequest; readonly onClose: () => void }) {
  const { onClose } = props
  const [request, setRequest] = useState(props.request)
  const preview = useCallQuery(previewDocument, request, { keep: true })
  const print = useCallMutation(printDocument)
  const save = useCallMutation(savePdf)
  const [said, setSaid] = useState<string | null>(null)
  const [copies, setCopies] = useState(1)
  useKeys({ Escape: onClose, 'Ctrl+s': () => void saveIt() }, 'dialog')
  const name = codes.documents[request.kind]
  const isPages = pageKinds.some(kind => kind === request.kind)

  async function printIt() {
    const answer = await print.send({ ...request, copies })
    setSaid(answer.ok ? text.documents.sent : null)
  }
  async function saveIt() {
    if (!isPages) return
    const answer = await save.send(request)
    setSaid(answer.ok && answer.value.saved ? text.documents.savedPdf : null)
  }
  return (
    <Modal opened onClose={onClose} title={name} closeOnEscape={false} size="56rem" centered>
      <div className={styles.preview}>
        <div className={styles.paper} aria-busy={preview.isStale}>
          <Picture preview={preview} name={name} />
        </div>
        <div className={styles.controls}>
          {isPages && <PageChoices request={request} onChange={setRequest} />}
          <Copies value={copies} onChange={setCopies} />
          {print.error && <ErrorNotice error={print.error} />}
          {save.error && <ErrorNotice error={save.error} />}
          <p role="status" className={styles.said}>
            {said}
          </p>
          <FilledButton
            level="dialog"
            isWide
            isBusy={print.isSaving}
            onPress={() => void printIt()}
            testId="print"
          >
            {text.documents.print}
          </FilledButton>
          {isPages && (
            <QuietButton isWide hint="Ctrl S" isDisabled={save.isSaving} onPress={() => void saveIt()}>
              {text.documents.savePdf}
            </QuietButton>
          )}
          <QuietButton isWide hint="Esc" onPress={onClose}>
            {text.common.close}
          </QuietButton>
        </div>
      </div>
    </Modal>
  )
}

/** How many come out: the same paper at once is one job and one line of the journal. */
function Copies(props: { readonly value: number; readonly onChange: (copies: number) => void }) {
  return (
    <NumberInput
      label={text.documents.copies}
      min={1}
      max={mostCopies}
      allowDecimal={false}
      clampBehavior="strict"
      value={props.value}
      onChange={copies => props.onChange(typeof copies === 'number' && copies >= 1 ? copies : 1)}
      data-testid="copies"
    />
  )
}

/** The paper, and the second language of the record. */
function PageChoices(props: {
  readonly request: DocumentRequest
  readonly onChange: (request: DocumentRequest) => void
}) {
  const { request, onChange } = props
  return (
    <>
      <SegmentedControl
        aria-label={text.documents.pageSize}
        data={['A4', 'A5']}
        value={request.paper ?? usualPaperOf(request.kind)}
        onChange={paper => onChange({ ...request, paper: paper === 'A5' ? 'A5' : 'A4' })}
      />
      {bilingualKinds.some(kind => kind === request.kind) && (
        <Switch
          label={text.documents.bilingual}
          checked={request.bilingual}
          onChange={event => onChange({ ...request, bilingual: event.currentTarget.checked })}
        />
      )}
    </>
  )
}

function Picture(props: {
  readonly preview: ReturnType<typeof useCallQuery<typeof previewDocument>>
  readonly name: string
}) {
  const { preview, name } = props
  if (preview.error) return <ErrorNotice error={preview.error} onRetry={preview.retry} />
  if (!preview.data) return <LateSkeleton lines={8} />
  if (preview.data.mime === 'application/pdf') return <p className={styles.soft}>{text.documents.pdfNote}</p>
  return <img className={styles.picture} src={preview.data.dataUrl} alt={text.documents.pictureOf(name)} />
}
