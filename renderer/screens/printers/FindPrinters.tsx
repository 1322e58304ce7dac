import { useState } from 'react'
import { listPrinters, type PrinterFields } from '../../../src/contract/print-calls'
import { type FoundPrinters, findPrinters } from '../../../src/contract/printer-calls'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { newPrinter } from '../set-up/printer-draft'
import styles from './Printers.module.css'

type Connection = PrinterFields['connection']
type Role = PrinterFields['role']

/** What can be printed on: queues, cables, and, only when somebody presses for it, the network beside this PC. */
export function FindPrinters({ onAdd }: { readonly onAdd: (draft: PrinterFields) => void }) {
  const known = useCallQuery(findPrinters, { searchNetwork: false })
  const mine = useCallQuery(listPrinters, {})
  const search = useCallMutation(findPrinters)
  const [network, setNetwork] = useState<FoundPrinters | null>(null)
  const isMine = (connection: Connection) =>
    mine.data?.printers.some(printer => JSON.stringify(printer.connection) === JSON.stringify(connection)) ??
    false
  const rowsOf = (connections: readonly Connection[], roles: readonly Role[]) =>
    connections.map(connection => (
      <Found
        key={wordsOf(connection)}
        connection={connection}
        roles={roles}
        isMine={isMine(connection)}
        onAdd={onAdd}
      />
    ))
  async function searchNetwork() {
    const answer = await search.send({ searchNetwork: true })
    setNetwork(answer.ok ? answer.value : null)
  }
  const queues = (known.data?.queues ?? []).map(name => ({ kind: 'queue', name }) as const)
  const devices = (known.data?.devices ?? []).map(path => ({ kind: 'device', path }) as const)
  const hosts = (network?.hosts ?? []).map(({ host, port }) => ({ kind: 'tcp', host, port }) as const)
  return (
    <div>
      {known.error && <ErrorNotice error={known.error} onRetry={known.retry} />}
      <section className={styles.part} aria-label={text.printers.queues}>
        <h3 className={styles.name}>{text.printers.queues}</h3>
        {queues.length === 0 && <p className={styles.soft}>{text.printers.noQueues}</p>}
        {rowsOf(queues, ['page', 'slip', 'label'])}
      </section>
      <section className={styles.part} aria-label={text.printers.devices}>
        <h3 className={styles.name}>{text.printers.devices}</h3>
        {devices.length === 0 && <p className={styles.soft}>{text.printers.noDevices}</p>}
        {rowsOf(devices, ['slip', 'label'])}
      </section>
      <section className={styles.part} aria-label={text.printers.network}>
        <h3 className={styles.name}>{text.printers.network}</h3>
        <p className={styles.soft}>{text.printers.networkNote}</p>
        <div>
          <QuietButton
            onPress={() => void searchNetwork()}
            isDisabled={search.isSaving}
            testId="search-network"
          >
            {search.isSaving ? text.printers.searching : text.printers.search}
          </QuietButton>
        </div>
        <p role="status" className={styles.soft}>
          {search.isSaving ? text.printers.searching : saidOf(network)}
        </p>
        {rowsOf(hosts, ['slip', 'label'])}
        {search.error && <ErrorNotice error={search.error} />}
      </section>
    </div>
  )
}

function saidOf(network: FoundPrinters | null): string {
  if (!network?.hosts || network.hosts.length > 0) return ''
  return network.asked === 0 ? text.printers.noNetwork : text.printers.noHosts(network.asked)
}

function Found(props: {
  readonly connection: Connection
  readonly roles: readonly Role[]
  readonly isMine: boolean
  readonly onAdd: (draft: PrinterFields) => void
}) {
  const { connection, roles, isMine, onAdd } = props
  return (
    <div className={styles.found}>
      <span>{wordsOf(connection)}</span>
      {isMine && <Chip kind="ok">{text.printers.added}</Chip>}
      {roles.map(role => (
        <QuietButton
          key={role}
          isSmall
          label={`${text.printers.addAs[role]}: ${wordsOf(connection)}`}
          onPress={() => onAdd({ ...newPrinter(role, null), connection })}
        >
          {text.printers.addAs[role]}
        </QuietButton>
      ))}
    </div>
  )
}

function wordsOf(connection: Connection): string {
  switch (connection.kind) {
    case 'tcp':
      return `${connection.host}:${connection.port}`
    case 'queue':
      return connection.name
    case 'device':
      return connection.path
    case 'none':
      return ''
  }
}
