import { Loader } from '@mantine/core'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { text } from '../../text'
import styles from './Import.module.css'
import type { ImportWork } from './use-import'

/** Which file. */
export function ChooseStep({ work: { choosing, looking, choose } }: { readonly work: ImportWork }) {
  const isReading = looking.isRunning
  const wasCancelled = choosing.error?.code === 'import.cancelled'
  return (
    <>
      <p className={styles.lead}>{text.importFile.lead}</p>
      {choosing.error && !wasCancelled && <ErrorNotice error={choosing.error} />}
      {looking.error && <ErrorNotice error={looking.error} />}
      {isReading && (
        <p className={styles.busy} role="status">
          <Loader size={16} /> {text.importFile.reading}
        </p>
      )}
      <div className={styles.buttons}>
        <FilledButton
          onPress={() => void choose()}
          isBusy={choosing.isSaving || isReading}
          testId="choose-file"
        >
          {text.importFile.choose}
        </FilledButton>
      </div>
    </>
  )
}
