import { useState } from 'react'
import {
  listPrinters,
  type PrinterFields,
  type PrinterView,
  printTestPage,
  removePrinter,
} from '../../../src/contract/print-calls'
import { type PrinterStateView, readPrinterStates } from '../../../src/contract/printer-calls'
import { Chip, type ChipKind } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { PrinterForm } from './PrinterForm'
import { connectionWords, fieldsOf, newPrinter, printerRoles } from './printer-draft'
import styles from './SetUp.module.css'

type Editing = { readonly printerId: string | null; readonly printer: PrinterFields }

/** The printers of this PC: add, edit, remove, test. */
export function PrinterList(props: {
  readonly canRemove?: boolean
  /** A printer that was found and is to be added. */
  readonly draft?: PrinterFields | null
  readonly onDraftClosed?: () => void
}) {
  const { canRemove = false, draft = null, onDraftClosed } = props
  const { data, error, retry } = useCallQuery(listPrinters, {})
  const [chosen, setEditing] = useState<Editing | null>(null)
  const editing = draft ? { printerId: null, printer: draft } : chosen
  const queues = data?.queues ?? []
  if (editing) {
    return (
      <PrinterForm
        key={JSON.stringify(editing.printer.connection)}
        printerId={editing.printerId}
        initial={editing.printer}
        queues={queues.map(queue => queue.name)}
        onClose={() => {
          setEditing(null)
          onDraftClosed?.()
        }}
      />
    )
  }
  return (
    <div className={styles.list}>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {data && data.printers.length === 0 && <p className={styles.soft}>{text.setUp.noPrinters}</p>}
      {data && <Printers printers={data.printers} canRemove={canRemove} onEdit={setEditing} />}
      <div className={styles.buttons}>
        {printerRoles.map(role => (
          <QuietButton
            key={role}
            isSmall
            onPress={() =>
              setEditing({ printerId: null, printer: newPrinter(role, queues[0]?.name ?? null) })
            }
            testId={`add-printer-${role}`}
          >
            {`+ ${text.frame.printers[role]}`}
          </QuietButton>
        ))}
      </div>
    </div>
  )
}

function Printers(props: {
  readonly printers: readonly PrinterView[]
  readonly canRemove: boolean
  readonly onEdit: (editing: Editing) => void
}) {
  const { printers, canRemove, onEdit } = props
  const states = useCallQuery(readPrinterStates, {})
  const test = useCallMutation(printTestPage)
  const remove = useCallMutation(removePrinter)
  const [testedId, setTestedId] = useState<string | null>(null)
  async function sendTest(printerId: string) {
    const answer = await test.send({ printerId })
    setTestedId(answer.ok ? printerId : null)
  }
  return (
    <>
      {printers.map(printer => (
        <PrinterRow
          key={printer.printerId}
          printer={printer}
          state={states.data?.find(({ printerId }) => printerId === printer.printerId)}
          isTested={testedId === printer.printerId}
          isBusy={test.isSaving}
          onTest={() => void sendTest(printer.printerId)}
          onEdit={() => onEdit({ printerId: printer.printerId, printer: fieldsOf(printer) })}
          onRemove={canRemove ? () => void remove.send({ printerId: printer.printerId }) : null}
        />
      ))}
      {test.error && <ErrorNotice error={test.error} />}
      {remove.error && <ErrorNotice error={remove.error} />}
      {printers.length > 0 && (
        <div className={styles.buttons}>
          <QuietButton isSmall onPress={states.retry} isDisabled={states.isReading}>
            {states.isReading ? text.printers.looking : text.printers.lookAgain}
          </QuietButton>
        </div>
      )}
    </>
  )
}

function PrinterRow(props: {
  readonly printer: PrinterView
  readonly state: PrinterStateView | undefined
  readonly isTested: boolean
  readonly isBusy: boolean
  readonly onTest: () => void
  readonly onEdit: () => void
  readonly onRemove: (() => void) | null
}) {
  const { printer, onRemove } = props
  return (
    <div className={styles.item}>
      <div className={styles.itemWords}>
        <strong>{printer.name}</strong>
        <span className={styles.soft}>
          {text.setUp.printerRoles[printer.role]} · {connectionWords(printer)}
        </span>
      </div>
      <StateChip state={props.state} />
      {props.isTested && <Chip kind="ok">{text.setUp.testSent}</Chip>}
      <QuietButton isSmall onPress={props.onTest} isDisabled={props.isBusy}>
        {text.setUp.test}
      </QuietButton>
      <QuietButton isSmall onPress={props.onEdit}>
        {text.common.edit}
      </QuietButton>
      {onRemove && (
        <QuietButton isSmall onPress={onRemove}>
          {text.common.remove}
        </QuietButton>
      )}
      {props.state?.errorCode && (
        <p className={`${styles.soft} ${styles.said}`}>{text.errors[props.state.errorCode]({})}</p>
      )}
    </div>
  )
}

const chipOfState: Readonly<Record<PrinterStateView['is'], ChipKind>> = {
  ready: 'ok',
  silent: 'info',
  busy: 'due',
  trouble: 'wrong',
}

/** How the printer says it is, and how many papers wait for it. */
function StateChip({ state }: { readonly state: PrinterStateView | undefined }) {
  if (!state) return null
  return (
    <>
      <Chip kind={chipOfState[state.is]}>{text.printers.states[state.is]}</Chip>
      {state.open > 0 && <Chip kind="wait">{text.printers.waiting(state.open)}</Chip>}
    </>
  )
}
