import { useRef, useState } from 'react'
import { importLog, lookAtLog } from '../../../src/contract/cold-chain-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './ColdChain.module.css'
import { formatDegrees, formatMoment } from './degrees'

type Chosen = { readonly name: string; readonly text: string }

/** The file of a logger: what was understood of it is shown first, then it is taken in. */
export function LogImport({ fridgeId, name }: { readonly fridgeId: string; readonly name: string }) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [saved, setSaved] = useState<number | null>(null)
  const input = useRef<HTMLInputElement>(null)

  async function choose(file: File | undefined) {
    if (!file) return
    setSaved(null)
    setChosen({ name: file.name, text: decoded(await file.arrayBuffer()) })
  }
  return (
    <Panel title={text.coldChain.importLog} note={name} padded>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt"
        hidden
        data-testid="log-file"
        onChange={event => {
          void choose(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <QuietButton onPress={() => input.current?.click()}>{text.coldChain.chooseFile}</QuietButton>
      {saved !== null && (
        <p role="status" className={styles.ok}>
          ✓ {text.coldChain.logSaved(saved)}
        </p>
      )}
      {chosen && (
        <Understood
          chosen={chosen}
          fridgeId={fridgeId}
          onSaved={count => {
            setChosen(null)
            setSaved(count)
          }}
        />
      )}
    </Panel>
  )
}

/** Loggers write UTF-8, or UTF-16 with its mark. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2))
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(label).decode(bytes)
}

function Understood(props: {
  readonly chosen: Chosen
  readonly fridgeId: string
  readonly onSaved: (count: number) => void
}) {
  const { chosen, fridgeId, onSaved } = props
  const look = useCallQuery(lookAtLog, { text: chosen.text })
  const take = useCallMutation(importLog)
  if (look.error) return <ErrorNotice error={look.error} />
  if (!look.data) return null
  const file = look.data
  const nameOf = (at: number) => file.header[at] || text.coldChain.unnamed(at + 1)
  async function save() {
    const answer = await take.send({ fridgeId, fileName: chosen.name, text: chosen.text })
    if (answer.ok) onSaved(answer.value.count)
  }
  return (
    <div className={styles.understood}>
      <p>
        <b>{chosen.name}</b>:{' '}
        {text.coldChain.logRead(file.count, formatMoment(file.fromAt), formatMoment(file.untilAt))}
      </p>
      <p>
        {text.coldChain.logColumns(
          nameOf(file.columns.date),
          nameOf(file.columns.temperature),
          file.columns.unit,
        )}
        . {text.coldChain.logRange(formatDegrees(file.lowestC), formatDegrees(file.highestC))}.
      </p>
      {file.unreadCount > 0 && (
        <p className={styles.late}>▲ {text.coldChain.logUnread(file.unreadCount, file.unread.join(', '))}</p>
      )}
      {file.isOrderGuessed && <p className={styles.late}>▲ {text.coldChain.logGuessed}</p>}
      <p className={file.breaches.length > 0 ? styles.wrong : styles.ok}>
        {file.breaches.length > 0 ? '✕' : '✓'} {text.coldChain.logBreaches(file.breaches.length)}
      </p>
      {take.error && <ErrorNotice error={take.error} />}
      <QuietButton isDisabled={take.isSaving} onPress={() => void save()} testId="import-log">
        {text.coldChain.logSave(file.count)}
      </QuietButton>
    </div>
  )
}
