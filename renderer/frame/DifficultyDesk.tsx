import { Checkbox, Modal, Select, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { takePicture, writeDifficulty } from '../../src/contract/difficulty-calls'
import { type DifficultyTheme, difficultyThemes } from '../../src/domain/supervision/difficulty'
import { call } from '../api'
import { ErrorNotice } from '../components/ErrorNotice'
import { FilledButton } from '../components/FilledButton'
import { QuietButton } from '../components/QuietButton'
import { useKeys } from '../components/use-keys'
import { useCallMutation } from '../data/use-call-mutation'
import { text } from '../text'
import { whileCovered } from './cover'
import './cover.css'
import styles from './DifficultyDesk.module.css'
import { onReportDifficulty } from './difficulty-call'
import { useNavigation } from './navigation'

/** What was on the screen when somebody began to report. */
type Taken = { readonly screen: string; readonly picture: string | null; readonly log: readonly string[] }

type Draft = { readonly theme: DifficultyTheme; readonly said: string; readonly proposal: string }

/** Alt+K on any screen: takes the picture first, then asks what the matter is. */
export function DifficultyDesk() {
  const { screen } = useNavigation()
  const [taken, setTaken] = useState<Taken | null>(null)
  const isTaking = useRef(false)
  async function begin(): Promise<void> {
    if (isTaking.current) return
    isTaking.current = true
    const answer = await whileCovered(colour => call(takePicture, { colour: [...colour] }))
    isTaking.current = false
    const { picture, log } = answer?.ok ? answer.value : { picture: null, log: [] }
    setTaken({ screen: screen.name, picture, log })
  }
  useKeys({ 'Alt+k': () => void begin() }, 'frame', taken === null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever calls means the screen of now
  useEffect(() => onReportDifficulty(() => void begin()), [screen])
  return taken && <DifficultyDialog taken={taken} onClose={() => setTaken(null)} />
}

function DifficultyDialog({ taken, onClose }: { readonly taken: Taken; readonly onClose: () => void }) {
  const words = text.difficulty
  const [draft, setDraft] = useState<Draft>({ theme: 'application', said: '', proposal: '' })
  const [withPicture, setWithPicture] = useState(taken.picture !== null)
  const writing = useCallMutation(writeDifficulty)
  useKeys({ Escape: onClose }, 'dialog')
  async function send(): Promise<void> {
    const picture = withPicture ? taken.picture : null
    const rest = { screen: taken.screen, picture, log: [...taken.log] }
    const { theme, said, proposal } = draft
    const answer = await writing.send({ theme, text: said, proposal: proposal.trim() || null, ...rest })
    if (answer.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={words.report} closeOnEscape={false} size="xl" centered>
      <div className={styles.dialog} data-testid="difficulty-dialog">
        <Fields draft={draft} onChange={part => setDraft({ ...draft, ...part })} />
        <Along taken={taken} withPicture={withPicture} onPicture={setWithPicture} />
        {writing.error && <ErrorNotice error={writing.error} />}
        <div className={styles.buttons}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.cancel}
          </QuietButton>
          <FilledButton
            level="dialog"
            testId="send-difficulty"
            isBusy={writing.isSaving}
            isDisabled={draft.said.trim() === ''}
            onPress={() => void send()}
          >
            {words.send}
          </FilledButton>
        </div>
      </div>
    </Modal>
  )
}

function Fields(props: { readonly draft: Draft; readonly onChange: (part: Partial<Draft>) => void }) {
  const { draft, onChange } = props
  const words = text.difficulty
  return (
    <>
      <Select
        label={words.theme}
        data={difficultyThemes.map(value => ({ value, label: words.themes[value] }))}
        value={draft.theme}
        allowDeselect={false}
        onChange={value => onChange({ theme: difficultyThemes.find(known => known === value) ?? 'other' })}
      />
      <Textarea
        label={words.text}
        description={words.textHint}
        autosize
        minRows={3}
        maxLength={2000}
        withAsterisk
        data-autofocus
        data-testid="difficulty-text"
        value={draft.said}
        onChange={event => onChange({ said: event.currentTarget.value })}
      />
      <Textarea
        label={words.proposal}
        autosize
        minRows={1}
        maxLength={1000}
        value={draft.proposal}
        onChange={event => onChange({ proposal: event.currentTarget.value })}
      />
    </>
  )
}

/** What goes along, shown as it goes. */
function Along(props: {
  readonly taken: Taken
  readonly withPicture: boolean
  readonly onPicture: (isWanted: boolean) => void
}) {
  const { taken, withPicture, onPicture } = props
  const words = text.difficulty
  return (
    <>
      {taken.picture === null ? (
        <p className={styles.soft}>{words.noPicture}</p>
      ) : (
        <Checkbox
          label={words.withPicture}
          description={words.pictureHint}
          checked={withPicture}
          onChange={event => onPicture(event.currentTarget.checked)}
        />
      )}
      {taken.picture !== null && withPicture && (
        <img className={styles.picture} src={`data:image/png;base64,${taken.picture}`} alt={words.picture} />
      )}
      <details>
        <summary>{words.log}</summary>
        <pre className={styles.log}>{taken.log.join('\n') || words.logEmpty}</pre>
      </details>
    </>
  )
}
