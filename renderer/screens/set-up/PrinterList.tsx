import { useState } from 'react'
import {
  listPrinters,
  type PrinterFields,
  printTestPage,
  removePrinter,
} from '../../../src/contract/print-calls'
import { Chip } from '../../components/Chip'
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
export function PrinterList({ canRemove = false }: { readonly canRemove?: boolean }) {
  const { data, error, retry } = useCallQuery(listPrinters, {})
  const [editing, setEditing] = useState<Editing | null>(null)
  const [testedId, setTestedId] = useState<string | null>(null)
  const test = useCallMutation(printTestPage)
  const remove = useCallMutation(removePrinter)
  const printers = data?.printers ?? []
  const queues = data?.queues ?? []
  const defaultQueue = queues[0]?.name ?? null

  async function sendTest(printerId: string) {
    const answer = await test.send({ printerId })
    setTestedId(answer.ok ? printerId : null)
  }

  if (editing) {
    return (
      <PrinterForm
        printerId={editing.printerId}
        initial={editing.printer}
        queues={queues.map(queue => queue.name)}
        onClose={() => setEditing(null)}
      />
    )
  }
  return (
    <div className={styles.list}>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {data && printers.length === 0 && <p className={styles.soft}>{text.setUp.noPrinters}</p>}
      {printers.map(printer => (
        <div key={printer.printerId} className={styles.item}>
          <div className={styles.itemWords}>
            <strong>{printer.name}</strong>
            <span className={styles.soft}>
              {text.setUp.printerRoles[printer.role]} · {connectionWords(printer)}
            </span>
          </div>
          {testedId === printer.printerId && <Chip kind="ok">{text.setUp.testSent}</Chip>}
          <QuietButton isSmall onPress={() => void sendTest(printer.printerId)} isDisabled={test.isSaving}>
            {text.setUp.test}
          </QuietButton>
          <QuietButton
            isSmall
            onPress={() => setEditing({ printerId: printer.printerId, printer: fieldsOf(printer) })}
          >
            {text.common.edit}
          </QuietButton>
          {canRemove && (
            <QuietButton isSmall onPress={() => void remove.send({ printerId: printer.printerId })}>
              {text.common.remove}
            </QuietButton>
          )}
        </div>
      ))}
      {test.error && <ErrorNotice error={test.error} />}
      {remove.error && <ErrorNotice error={remove.error} />}
      <div className={styles.buttons}>
        {printerRoles.map(role => (
          <QuietButton
            key={role}
            isSmall
            onPress={() => setEditing({ printerId: null, printer: newPrinter(role, defaultQueue) })}
            testId={`add-printer-${role}`}
          >
            {`+ ${text.frame.printers[role]}`}
          </QuietButton>
        ))}
      </div>
    </div>
  )
}
