import {
  type DocumentKind,
  documentKinds,
  listPrinters,
  type PrinterView,
} from '../../../src/contract/print-calls'
import { listRoutes, listTrays, routePaper } from '../../../src/contract/printer-calls'
import { roleOfKind } from '../../../src/domain/document/document'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Picker } from '../../components/Picker'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { codes } from '../../text/codes'
import styles from './Printers.module.css'

type Route = { readonly printerId: string | null; readonly tray: string | null }

/** Each kind of paper, with the printer and tray it goes to. */
export function PaperRoutes() {
  const printers = useCallQuery(listPrinters, {})
  const routes = useCallQuery(listRoutes, {})
  const route = useCallMutation(routePaper)
  const error = printers.error ?? routes.error
  if (!printers.data || !routes.data) {
    return error ? <ErrorNotice error={error} onRetry={routes.retry} /> : <LateSkeleton />
  }
  const { printers: all } = printers.data
  const of = (kind: DocumentKind) => routes.data?.find(({ kind: routed }) => routed === kind) ?? null
  return (
    <>
      {route.error && <ErrorNotice error={route.error} />}
      <table className={styles.routes}>
        <thead>
          <tr>
            <th scope="col">{text.printers.paper}</th>
            <th scope="col">{text.printers.printer}</th>
            <th scope="col">{text.printers.tray}</th>
          </tr>
        </thead>
        <tbody>
          {documentKinds.map(kind => (
            <PaperRoute
              key={kind}
              kind={kind}
              printers={all.filter(({ role }) => role === roleOfKind(kind))}
              printerId={of(kind)?.printerId ?? null}
              tray={of(kind)?.tray ?? null}
              onRoute={({ printerId, tray }) => void route.send({ kind, printerId, tray })}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

function PaperRoute(props: {
  readonly kind: DocumentKind
  readonly printers: readonly PrinterView[]
  readonly printerId: string | null
  readonly tray: string | null
  readonly onRoute: (route: Route) => void
}) {
  const { kind, printers, printerId, tray, onRoute } = props
  const name = codes.documents[kind]
  const chosen = printers.find(printer => printer.printerId === printerId)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Picker
          label={`${text.printers.printer}: ${name}`}
          isLabelHidden
          isClearable
          isDisabled={printers.length === 0}
          placeholder={text.printers.firstOfKind}
          choices={printers.map(printer => ({ value: printer.printerId, label: printer.name }))}
          value={chosen ? printerId : null}
          onChange={next => onRoute({ printerId: next, tray: null })}
        />
      </td>
      <td>
        {chosen?.connection.kind === 'queue' && (
          <TrayPicker
            name={name}
            printerId={chosen.printerId}
            tray={tray}
            onTray={next => onRoute({ printerId, tray: next })}
          />
        )}
      </td>
    </tr>
  )
}

function TrayPicker(props: {
  readonly name: string
  readonly printerId: string
  readonly tray: string | null
  readonly onTray: (tray: string | null) => void
}) {
  const { data } = useCallQuery(listTrays, { printerId: props.printerId })
  if (!data) return null
  if (data.length === 0) {
    return navigator.userAgent.includes('Windows') ? (
      <p className={styles.soft}>{text.printers.trayOnWindows}</p>
    ) : null
  }
  return (
    <Picker
      label={`${text.printers.tray}: ${props.name}`}
      isLabelHidden
      isClearable
      placeholder={text.printers.usualTray}
      choices={data.map(({ tray, name }) => ({ value: tray, label: name }))}
      value={props.tray}
      onChange={props.onTray}
    />
  )
}
