import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CallError } from '../../../src/contract/errors'
import { type PrinterFields, savePrinter } from '../../../src/contract/print-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { Calibration } from './Calibration'
import { PrinterPaper } from './PrinterPaper'
import { isComplete } from './printer-draft'
import styles from './SetUp.module.css'

type Connection = PrinterFields['connection']

/** One printer: how it is reached and what paper it holds. */
export function PrinterForm(props: {
  readonly printerId: string | null
  readonly initial: PrinterFields
  readonly queues: readonly string[]
  readonly onClose: () => void
}) {
  const { printerId, initial, queues, onClose } = props
  const [printer, setPrinter] = useState(initial)
  const saving = useCallMutation(savePrinter)
  useKeys({ Escape: onClose })
  const change = (part: Partial<PrinterFields>) => setPrinter({ ...printer, ...part })

  async function save() {
    const answer = await saving.send({ printerId, printer })
    if (answer.ok) onClose()
  }
  /** The next calibration page must show what was measured, so it is saved at once. */
  async function move(offsetMm: PrinterFields['offsetMm']): Promise<boolean> {
    const moved = { ...printer, offsetMm }
    setPrinter(moved)
    return (await saving.send({ printerId, printer: moved })).ok
  }
  return (
    <form
      className={styles.fields}
      onSubmit={event => {
        event.preventDefault()
        if (isComplete(printer)) void save()
      }}
    >
      <TextInput
        label={text.setUp.printerName}
        className={styles.whole}
        autoComplete="off"
        autoFocus
        value={printer.name}
        onChange={event => change({ name: event.currentTarget.value })}
      />
      <ConnectionFields
        connection={printer.connection}
        queues={queues}
        onChange={connection => change({ connection })}
      />
      <PrinterPaper printer={printer} onChange={change} />
      {printerId !== null && printer.role !== 'slip' && (
        <Calibration printerId={printerId} role={printer.role} offsetMm={printer.offsetMm} onOffset={move} />
      )}
      <SaveButtons
        error={saving.error}
        isDisabled={!isComplete(printer) || saving.isSaving}
        onSave={() => void save()}
        onClose={onClose}
      />
    </form>
  )
}

function SaveButtons(props: {
  readonly error: CallError | null
  readonly isDisabled: boolean
  readonly onSave: () => void
  readonly onClose: () => void
}) {
  return (
    <div className={`${styles.buttons} ${styles.whole}`}>
      {props.error && <ErrorNotice error={props.error} />}
      <QuietButton onPress={props.onClose}>{text.common.cancel}</QuietButton>
      <QuietButton onPress={props.onSave} isDisabled={props.isDisabled} testId="save-printer">
        {text.setUp.save}
      </QuietButton>
    </div>
  )
}

const kinds = ['tcp', 'queue', 'device'] as const

function emptyConnection(kind: string, queues: readonly string[]): Connection {
  if (kind === 'queue') return { kind, name: queues[0] ?? '' }
  return kind === 'device' ? { kind, path: '' } : { kind: 'tcp', host: '', port: 9100 }
}

function ConnectionFields(props: {
  readonly connection: Connection
  readonly queues: readonly string[]
  readonly onChange: (connection: Connection) => void
}) {
  const { connection, queues, onChange } = props
  return (
    <>
      <div className={styles.whole}>
        <Picker
          label={text.setUp.connection}
          choices={kinds.map(kind => ({ value: kind, label: text.setUp.connections[kind] }))}
          value={connection.kind}
          onChange={kind => kind !== null && onChange(emptyConnection(kind, queues))}
        />
      </div>
      {connection.kind === 'tcp' && (
        <>
          <TextInput
            label={text.setUp.host}
            placeholder="192.168.1.50"
            autoComplete="off"
            value={connection.host}
            onChange={event => onChange({ ...connection, host: event.currentTarget.value.trim() })}
          />
          <NumberInput
            label={text.setUp.port}
            min={1}
            max={65_535}
            allowDecimal={false}
            hideControls
            value={connection.port}
            onChange={port => onChange({ ...connection, port: Number(port) || 9100 })}
          />
        </>
      )}
      {connection.kind === 'queue' && (
        <div className={styles.whole}>
          {queues.length === 0 && <p className={styles.soft}>{text.setUp.noQueues}</p>}
          <Picker
            label={text.setUp.queue}
            choices={queues.map(name => ({ value: name, label: name }))}
            value={connection.name === '' ? null : connection.name}
            onChange={name => onChange({ ...connection, name: name ?? '' })}
          />
        </div>
      )}
      {connection.kind === 'device' && (
        <TextInput
          label={text.setUp.device}
          className={styles.whole}
          autoComplete="off"
          value={connection.path}
          onChange={event => onChange({ ...connection, path: event.currentTarget.value })}
        />
      )}
    </>
  )
}
