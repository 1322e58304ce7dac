import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { closeVial, type OpenVial } from '../../../src/contract/vial-calls'
import type { WastageReason } from '../../../src/domain/stock/wastage'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { PrintButton } from '../documents/PrintButton'
import { reasonChoices } from './MoveForm'
import styles from './Stock.module.css'
import { openedWords, VialChips } from './VialList'

const inError = 'opened-in-error'

/** One open vial: closing it wastes what is left, with the reason. */
export function VialPanel(props: {
  readonly vial: OpenVial
  readonly name: string
  readonly reasons: readonly WastageReason[]
  readonly onClose: () => void
}) {
  const { vial, name, reasons, onClose } = props
  const [because, setBecause] = useState<string>('open-vial')
  const [note, setNote] = useState('')
  const close = useCallMutation(closeVial)
  const isUntouched = vial.left === vial.doses
  const isWordy = because === inError || reasons.some(({ code, needsNote }) => needsNote && code === because)
  const choices = [
    ...reasonChoices(reasons, 'open'),
    ...(isUntouched ? [{ value: inError, label: text.ledger.vials.openedInError }] : []),
  ]
  async function save() {
    const answer = await close.send({ vialId: vial.vialId, because, note: note.trim() || null })
    if (answer.ok) onClose()
  }
  return (
    <Panel
      title={name}
      note={text.stock.lotTitle(vial.lotNumber)}
      actions={<Actions vialId={vial.vialId} onClose={onClose} />}
      className={styles.side}
    >
      <div className={styles.lot}>
        <p className={styles.lotFacts}>
          <span>{openedWords(vial)}</span>
        </p>
        <VialChips vial={vial} />
        <div className={styles.move}>
          <Select
            label={text.ledger.vials.because}
            data={choices}
            value={because}
            allowDeselect={false}
            onChange={value => setBecause(value ?? 'open-vial')}
          />
          <TextInput
            label={isWordy ? text.ledger.noteNeeded : text.ledger.note}
            withAsterisk={isWordy}
            maxLength={500}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
          />
          {close.error && <ErrorNotice error={close.error} />}
          <FilledButton
            isWide
            isBusy={close.isSaving}
            isDisabled={isWordy && note.trim() === ''}
            onPress={() => void save()}
            testId="close-vial"
          >
            {because === inError ? text.ledger.vials.close : text.ledger.vials.closeWith(vial.left)}
          </FilledButton>
        </div>
      </div>
    </Panel>
  )
}

function Actions(props: { readonly vialId: string; readonly onClose: () => void }) {
  return (
    <>
      <PrintButton
        of={{ kind: 'vial-label', vialId: props.vialId }}
        label={text.documents.vialLabel}
        testId="print-vial"
      />
      <QuietButton isSmall hint="Esc" onPress={props.onClose}>
        {text.common.close}
      </QuietButton>
    </>
  )
}
