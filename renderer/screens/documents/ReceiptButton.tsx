import { Modal, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { DoseView } from '../../../src/contract/dose-calls'
import type { DocumentRequest } from '../../../src/contract/print-calls'
import { FilledButton } from '../../components/FilledButton'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { text } from '../../text'
import { DocumentPreview } from './DocumentPreview'
import styles from './Documents.module.css'

type Doses = readonly Pick<DoseView, 'doseId' | 'vaccineName'>[]

/** The receipt of paid doses: what each one cost is entered first, or left open to be written by hand. */
export function ReceiptButton(props: {
  readonly personId: string
  readonly visitId: string
  readonly doses: Doses
}) {
  const { personId, visitId, doses } = props
  const [isAsking, setAsking] = useState(false)
  const [request, setRequest] = useState<DocumentRequest | null>(null)
  function show(amounts: NonNullable<DocumentRequest['amounts']>) {
    setAsking(false)
    setRequest({
      kind: 'fee-receipt',
      personId,
      visitId,
      paper: null,
      bilingual: false,
      amounts: [...amounts],
    })
  }
  return (
    <>
      <QuietButton isSmall onPress={() => setAsking(true)} testId="print-receipt">
        {text.documents.receipt}
      </QuietButton>
      {isAsking && <Amounts doses={doses} onShow={show} onClose={() => setAsking(false)} />}
      {request && <DocumentPreview request={request} onClose={() => setRequest(null)} />}
    </>
  )
}

function Amounts(props: {
  readonly doses: Doses
  readonly onShow: (amounts: NonNullable<DocumentRequest['amounts']>) => void
  readonly onClose: () => void
}) {
  const { doses, onShow, onClose } = props
  const [amounts, setAmounts] = useState<ReadonlyMap<string, number>>(new Map())
  useKeys({ Escape: onClose }, 'dialog')
  function enter(doseId: string, dong: number | string) {
    const rest = [...amounts].filter(([id]) => id !== doseId)
    setAmounts(new Map(typeof dong === 'number' ? [...rest, [doseId, dong]] : rest))
  }
  return (
    <Modal opened onClose={onClose} title={text.documents.receipt} closeOnEscape={false} centered>
      <div className={styles.amounts}>
        {doses.map(({ doseId, vaccineName }) => (
          <NumberInput
            key={doseId}
            label={vaccineName}
            description={text.documents.amount}
            min={0}
            max={1_000_000_000}
            allowDecimal={false}
            thousandSeparator="."
            decimalSeparator=","
            value={amounts.get(doseId) ?? ''}
            onChange={dong => enter(doseId, dong)}
          />
        ))}
        <FilledButton
          level="dialog"
          isWide
          onPress={() => onShow([...amounts].map(([doseId, dong]) => ({ doseId, dong })))}
          testId="show-receipt"
        >
          {text.documents.preview}
        </FilledButton>
        <QuietButton isWide hint="Esc" onPress={onClose}>
          {text.common.close}
        </QuietButton>
      </div>
    </Modal>
  )
}
