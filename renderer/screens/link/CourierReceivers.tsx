import type { CourierState, OwnReceipt, Receiver } from '../../../src/contract/courier-calls'
import { Chip } from '../../components/Chip'
import { formatCount, formatMoment } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { text } from '../../text'
import styles from './Courier.module.css'
import type { CourierWork } from './use-courier'

/** For whom a stick can be written, and who has confirmed what this PC wrote. */
export function CourierReceivers(props: { readonly state: CourierState; readonly work: CourierWork }) {
  const { state, work } = props
  const words = text.courier
  return (
    <>
      <Panel title={words.writeTitle} padded>
        <div className={styles.stack}>
          {state.sameNumber.map(name => (
            <p key={name} className={`${styles.note} ${styles.wrong}`} role="alert">
              <span aria-hidden="true">✕</span> {words.sameNumber(name)}
            </p>
          ))}
          {state.receivers.length === 0 && <p className={styles.soft}>{words.noReceivers}</p>}
          {state.receivers.map(receiver => (
            <ReceiverLine key={receiver.kid} receiver={receiver} work={work} />
          ))}
        </div>
      </Panel>
      <Panel title={words.receipts} padded>
        <div className={styles.stack}>
          <div>
            <Chip kind={state.dosesOnlyHere > 0 ? 'late' : 'ok'}>
              {state.dosesOnlyHere > 0
                ? words.dosesOnlyHere(formatCount(state.dosesOnlyHere))
                : words.dosesSafe}
            </Chip>
          </div>
          {state.receipts.length === 0 && <p className={styles.soft}>{words.noReceipts}</p>}
          {state.receipts.map(receipt => (
            <ReceiptLine
              key={`${receipt.kind} ${receipt.name} ${receipt.at}`}
              receipt={receipt}
              all={state.ownEntries}
            />
          ))}
        </div>
      </Panel>
    </>
  )
}

function nameOf({ kind, name, stationName }: Receiver): string {
  return kind === 'province' ? name : (stationName ?? name)
}

function ReceiverLine({ receiver, work }: { readonly receiver: Receiver; readonly work: CourierWork }) {
  const words = text.courier
  const { kind, digits, heardAt, waiting } = receiver
  return (
    <div className={styles.item} data-testid="courier-receiver">
      <div className={styles.line}>
        <strong>{nameOf(receiver)}</strong>
        {kind === 'province' && <span className={styles.soft}>{words.province}</span>}
        <span className={styles.push}>
          <QuietButton
            isSmall
            isDisabled={work.stick === null || work.isBusy}
            onPress={() => void work.write(receiver.kid)}
            label={`${words.write}: ${nameOf(receiver)}`}
            testId="write-stick"
          >
            {words.write}
          </QuietButton>
        </span>
      </div>
      <span>{waiting > 0 ? words.waiting(formatCount(waiting)) : words.hasAll}</span>
      <span className={styles.soft}>
        {words.key(digits)} · {heardAt === null ? words.neverHeard : words.heard(formatMoment(heardAt))}
      </span>
    </div>
  )
}

function ReceiptLine({ receipt, all }: { readonly receipt: OwnReceipt; readonly all: number }) {
  const words = text.courier
  const isAll = receipt.upTo >= all
  return (
    <div className={styles.item} data-testid="courier-receipt">
      <div className={styles.line}>
        <strong>{receipt.name}</strong>
        <Chip kind={isAll ? 'ok' : 'wait'}>
          {isAll
            ? words.receiptAll(formatCount(all))
            : words.receipt(formatCount(receipt.upTo), formatCount(all))}
        </Chip>
      </div>
      {receipt.kind === 'province' && <Posted posted={receipt.posted} />}
      {receipt.dosesMissing > 0 && <span>{words.dosesMissing(formatCount(receipt.dosesMissing))}</span>}
      <span className={styles.soft}>{formatMoment(receipt.at)}</span>
    </div>
  )
}

/** Whether the province has put what it holds onto its server. */
function Posted({ posted }: Pick<OwnReceipt, 'posted'>) {
  const words = text.courier
  if (!posted) return <span>{words.notPosted}</span>
  const { number, upTo, refused } = posted
  return (
    <>
      <span>{words.posted(formatCount(number), formatCount(upTo))}</span>
      {refused > 0 && (
        <div>
          <Chip kind="wrong">{words.postedRefused(formatCount(refused))}</Chip>
        </div>
      )}
    </>
  )
}
