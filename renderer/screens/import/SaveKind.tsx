import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type FileOverview, saveImportProfile } from '../../../src/contract/import-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './Import.module.css'

/** Remembers what the headers mean, so that the next list of this kind is understood at once. */
export function SaveKind({ overview }: { readonly overview: FileOverview }) {
  const saving = useCallMutation(saveImportProfile)
  const [name, setName] = useState('')
  const [saved, setSaved] = useState<string | null>(null)
  const columns = overview.columns
    .filter(({ header }) => header !== '')
    .map(({ header, meaning }) => ({ header, meaning: meaning ?? '' }))
  async function save() {
    const answer = await saving.send({ name, columns })
    if (answer.ok) setSaved(name)
  }
  if (overview.headerRow === null) return null
  return (
    <div className={styles.where}>
      <TextInput
        label={text.importFile.kindName}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        data-testid="kind-name"
      />
      <QuietButton
        onPress={() => void save()}
        isDisabled={name.trim() === '' || saving.isSaving}
        testId="save-kind"
      >
        {text.importFile.saveKind}
      </QuietButton>
      {saved !== null && (
        <p className={styles.good} role="status">
          ✓ {text.importFile.kindSaved(saved)}
        </p>
      )}
      {saving.error && <ErrorNotice error={saving.error} />}
    </div>
  )
}
