import type { CallError } from '../../src/contract/errors'
import { text } from '../text'
import styles from './ErrorNotice.module.css'
import { QuietButton } from './QuietButton'
import { sentencesOf } from './sentences'

/** Says what happened, what is safe and what to do next; with a reference to read out when it was a bug. */
export function ErrorNotice({
  error,
  onRetry,
}: {
  readonly error: CallError
  readonly onRetry?: () => void
}) {
  const sentences = sentencesOf(error)
  return (
    <div className={styles.notice} role="alert" data-error-code={error.code}>
      <span className={styles.glyph} aria-hidden="true">
        ✕
      </span>
      <div className={styles.words}>
        {sentences.map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
        {error.reference !== null && (
          <p className={styles.reference}>{text.common.reference(error.reference)}</p>
        )}
      </div>
      {onRetry && (
        <QuietButton isSmall onPress={onRetry}>
          {text.common.retry}
        </QuietButton>
      )}
    </div>
  )
}
