import { Modal, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { CallError } from '../../src/contract/errors'
import { text } from '../text'
import { ErrorNotice } from './ErrorNotice'
import { FilledButton } from './FilledButton'
import { QuietButton } from './QuietButton'
import styles from './ReasonDialog.module.css'
import { useKeys } from './use-keys'

/** Asks for the reason of something that cannot be undone, showing what it changes. */
export function ReasonDialog(props: {
  readonly title: string
  readonly action: string
  readonly children?: ReactNode
  readonly suggestions?: readonly string[]
  readonly error?: CallError | null
  readonly isBusy?: boolean
  readonly onConfirm: (reason: string) => void
  readonly onClose: () => void
}) {
  const {
    title,
    action,
    children,
    suggestions = [],
    error = null,
    isBusy = false,
    onConfirm,
    onClose,
  } = props
  const [reason, setReason] = useState('')
  useKeys({ Escape: onClose }, 'dialog')
  return (
    <Modal opened onClose={onClose} title={title} closeOnEscape={false} size="lg" centered>
      <div className={styles.dialog}>
        {children}
        <Textarea
          label={text.common.reason}
          description={text.common.reasonHint}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          withAsterisk
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        {suggestions.length > 0 && (
          <div className={styles.suggestions}>
            {suggestions.map(suggestion => (
              <QuietButton key={suggestion} isSmall onPress={() => setReason(suggestion)}>
                {suggestion}
              </QuietButton>
            ))}
          </div>
        )}
        {error && <ErrorNotice error={error} />}
        <div className={styles.buttons}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.cancel}
          </QuietButton>
          <FilledButton
            level="dialog"
            isBusy={isBusy}
            isDisabled={reason.trim() === ''}
            onPress={() => onConfirm(reason.trim())}
          >
            {action}
          </FilledButton>
        </div>
      </div>
    </Modal>
  )
}
