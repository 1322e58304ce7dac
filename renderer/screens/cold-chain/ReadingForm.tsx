import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { recordReading } from '../../../src/contract/cold-chain-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { useDraft } from '../../components/use-draft'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './ColdChain.module.css'
import { formatDegrees, readDegrees } from './degrees'

const fields = ['temperature', 'lowest', 'highest'] as const
type Draft = Readonly<Record<(typeof fields)[number] | 'note', string>>
const empty: Draft = { temperature: '', lowest: '', highest: '', note: '' }

/** What the thermometer says now: one number, and minimum and maximum where it keeps them. */
export function ReadingForm({ fridgeId, name }: { readonly fridgeId: string; readonly name: string }) {
  const { draft, setDraft } = useDraft<Draft>(`reading:${fridgeId}`, () => empty)
  const record = useCallMutation(recordReading)
  const [said, setSaid] = useState<{ readonly sentence: string; readonly isWrong: boolean } | null>(null)
  const read = (field: (typeof fields)[number]) => readDegrees(draft[field])
  const temperatureC = read('temperature')
  const isReady = temperatureC !== null && !fields.some(field => isBad(draft, field))

  async function save() {
    if (temperatureC === null) return
    const answer = await record.send({
      fridgeId,
      at: null,
      temperatureC,
      minC: read('lowest'),
      maxC: read('highest'),
      note: draft.note.trim() || null,
    })
    if (!answer.ok) return
    const isWrong = answer.value.breachIds.length > 0
    const sentence = isWrong ? text.coldChain.savedBreach : text.coldChain.saved(formatDegrees(temperatureC))
    setSaid({ sentence, isWrong })
    setDraft(empty)
  }
  return (
    <Panel title={text.coldChain.reading} note={name}>
      <div className={styles.form}>
        <Fields draft={draft} onChange={setDraft} />
        <div className={styles.wide}>
          {said && (
            <p role="status" className={said.isWrong ? styles.wrong : styles.ok}>
              {`${said.isWrong ? '✕' : '✓'} ${said.sentence}`}
            </p>
          )}
          {record.error && <ErrorNotice error={record.error} />}
          <FilledButton
            isWide
            isBusy={record.isSaving}
            isDisabled={!isReady}
            onPress={() => void save()}
            testId="save-reading"
          >
            {temperatureC === null
              ? text.coldChain.saveReadingEmpty
              : text.coldChain.saveReading(formatDegrees(temperatureC))}
          </FilledButton>
        </div>
      </div>
    </Panel>
  )
}

function Fields(props: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const { draft, onChange } = props
  return (
    <>
      {fields.map(field => (
        <TextInput
          key={field}
          label={text.coldChain[field]}
          withAsterisk={field === 'temperature'}
          inputMode="decimal"
          maxLength={6}
          autoComplete="off"
          data-testid={`reading-${field}`}
          value={draft[field]}
          error={isBad(draft, field) ? text.coldChain.badNumber : undefined}
          onChange={event => onChange({ ...draft, [field]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        className={styles.wide}
        label={text.coldChain.note}
        maxLength={500}
        value={draft.note}
        onChange={event => onChange({ ...draft, note: event.currentTarget.value })}
      />
    </>
  )
}

function isBad(draft: Draft, field: (typeof fields)[number]): boolean {
  return draft[field].trim() !== '' && readDegrees(draft[field]) === null
}
