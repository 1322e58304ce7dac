import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { ExportButton } from '../../data/ExportButton'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Import.module.css'
import type { ImportWork } from './use-import'

/** While it is written: how far, and the way out. */
export function WriteStep({ work }: { readonly work: ImportWork }) {
  const { writing } = work
  const { view } = writing
  const isOver = !writing.isRunning && !writing.result
  return (
    <>
      {writing.error && <ErrorNotice error={writing.error} />}
      {view?.state === 'cancelled' && <p role="status">{text.importFile.cancelled}</p>}
      {writing.isRunning && (
        <div className={styles.busy} role="status">
          <progress
            className={styles.progress}
            max={view?.total ?? 1}
            value={view?.done ?? 0}
            aria-hidden="true"
          />
          <span>
            {view?.total
              ? text.importFile.writingOf(formatCount(view.done), formatCount(view.total))
              : text.importFile.preparing}
          </span>
        </div>
      )}
      {writing.isRunning && <p className={styles.lead}>{text.importFile.writing}</p>}
      <div className={styles.buttons}>
        {writing.isRunning && (
          <QuietButton tone="wrong" onPress={writing.stop} testId="cancel-import">
            {text.importFile.cancel}
          </QuietButton>
        )}
        {isOver && (
          <FilledButton onPress={() => void work.check()} testId="check-again">
            {text.importFile.checkAgain}
          </FilledButton>
        )}
      </div>
    </>
  )
}

/** What came in, and what to do with what did not. */
export function DoneStep({ work }: { readonly work: ImportWork }) {
  const { go } = useNavigation()
  const result = work.writing.result
  const kinds = work.checking.result?.kinds
  const left = (kinds?.refused ?? 0) + (kinds?.possible ?? 0)
  if (!result) return null
  return (
    <>
      <p className={styles.done} role="status" data-testid="import-done">
        ✓ {text.importFile.done(formatCount(result.persons), formatCount(result.doses))}{' '}
        {result.filled > 0 && text.importFile.doneFilled(formatCount(result.filled))}
      </p>
      <h3>{text.importFile.next}</h3>
      <ul className={styles.nextList}>
        {left > 0 && <li>{text.importFile.nextLeft(formatCount(left))}</li>}
        <li>{text.importFile.nextDue}</li>
      </ul>
      <div className={styles.buttons}>
        {work.file && (
          <ExportButton
            of={{ list: 'import-report', token: work.file.token }}
            label={text.importFile.exportReport}
          />
        )}
        <QuietButton onPress={() => void work.choose()}>{text.importFile.chooseAnother}</QuietButton>
        <QuietButton onPress={() => go({ name: 'due' })}>{text.importFile.openDue}</QuietButton>
        <FilledButton onPress={() => go({ name: 'people' })}>{text.importFile.openPeople}</FilledButton>
      </div>
    </>
  )
}
