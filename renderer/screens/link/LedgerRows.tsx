import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import {
  type LedgerFilter,
  type LedgerRow,
  type LedgerState,
  retryUpload,
} from '../../../src/contract/link-calls'
import { Chip, type ChipKind } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount, formatDay, formatMoment } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Link.module.css'
import type { Ledger } from './use-ledger'

const chipOf: Readonly<Record<LedgerState, ChipKind>> = {
  saved: 'info',
  waiting: 'wait',
  accepted: 'ok',
  refused: 'wrong',
  conflict: 'late',
  local: 'info',
}

/** The lines of the ledger; what has to be done stands under the line it belongs to. */
export function LedgerRows(props: {
  readonly ledger: Ledger
  readonly filter: LedgerFilter
  /** Whether there is a server to send something to again. */
  readonly isJoined: boolean
}) {
  const { ledger, filter, isJoined } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, more } = ledger
  const list = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 46,
    overscan: 10,
  })
  const shown = list.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 20) more()
  }, [last, rows.length, more])
  if (rows.length === 0) return <Nothing filter={filter} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard
    <section ref={scroller} className={styles.list} tabIndex={0} aria-label={text.link.title}>
      <ol className={styles.lines} style={{ height: list.getTotalSize() }} data-testid="link-ledger">
        {shown.map(item => {
          const row = rows[item.index]
          return (
            row && (
              <li
                key={item.key}
                ref={list.measureElement}
                data-index={item.index}
                data-state={row.state}
                className={styles.line}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <Line row={row} isJoined={isJoined} />
              </li>
            )
          )
        })}
      </ol>
    </section>
  )
}

function Nothing({ filter }: { readonly filter: LedgerFilter }) {
  return filter === 'attention' ? (
    <EmptyState title={`✓ ${text.link.nothingWrong}`}>{text.link.nothingWrongHint}</EmptyState>
  ) : (
    <EmptyState title={text.link.emptyTitle}>{text.link.emptyHint}</EmptyState>
  )
}

type LineProps = { readonly row: LedgerRow; readonly isJoined: boolean }

function Line({ row, isJoined }: LineProps) {
  const { state, personName, dose, savedAt } = row
  return (
    <>
      <div className={styles.facts}>
        <span className={styles.when}>{formatMoment(savedAt)}</span>
        <span className={styles.who}>
          {personName ?? text.link.nobody}
          {row.missing.length > 0 && (
            <small className={styles.missing} title={text.link.missing(row.missing.length)}>
              ▲ {text.link.missingShort(row.missing.length)}
            </small>
          )}
        </span>
        <span className={styles.what}>
          {dose ? `${dose.vaccineName} · ${text.link.givenOn(formatDay(dose.givenOn))}` : recordWord(row)}
          {dose?.voided && <em className={styles.soft}> · {text.link.voided}</em>}
        </span>
        <span className={styles.state}>
          <Chip kind={chipOf[state]}>{stateWord(row)}</Chip>
        </span>
        <Evidence row={row} />
      </div>
      {row.problem && <Fix row={row} isJoined={isJoined} />}
    </>
  )
}

function stateWord({ state, byCourier }: LedgerRow): string {
  return state === 'accepted' && byCourier ? text.link.byCourier : text.link.states[state]
}

function recordWord({ noun }: LedgerRow): string {
  return (text.link.records as Readonly<Record<string, string>>)[noun] ?? text.link.otherRecord
}

/** The receipt with its day; of what the province has not taken, where else it lies by now. */
function Evidence({ row }: { readonly row: LedgerRow }) {
  const isCopied = row.copies.length > 0 && row.byCourier === null
  const names = row.copies.map(({ name }) => name).join(', ')
  const lines = isCopied ? copyWords(row) : receiptWords(row)
  return (
    <span className={styles.receipt} title={isCopied ? text.link.copiesAt(names) : receiptTitle(row)}>
      {lines.map(line => (
        <span key={line} className={styles.part}>
          {line}
        </span>
      ))}
    </span>
  )
}

function copyWords({ copies }: LedgerRow): readonly string[] {
  const pcs = copies.filter(({ kind }) => kind === 'station').length
  return [
    ...(pcs > 0 ? [text.link.onPcs(pcs + 1)] : []),
    ...(pcs < copies.length ? [text.link.provinceKeeps] : []),
  ]
}

function receiptWords({ firstAcceptedAt, savedAt, byCourier }: LedgerRow): readonly string[] {
  if (byCourier) return [text.link.courierReceipt(formatCount(byCourier.number)), formatMoment(byCourier.at)]
  if (firstAcceptedAt === null) return []
  const minutes = Math.max(0, Math.floor((Date.parse(firstAcceptedAt) - Date.parse(savedAt)) / 60_000))
  return [formatMoment(firstAcceptedAt), text.link.takenAfter(minutes)]
}

/** The server's own number, to be read out to the province. */
function receiptTitle({ receipts, byCourier }: LedgerRow): string {
  if (byCourier) return text.link.courierReceipt(formatCount(byCourier.number))
  return receipts
    .map(({ key, serverId, versionId }) =>
      text.link.receiptNumber(key.slice(0, key.indexOf('/')), serverId, versionId),
    )
    .join(', ')
}

/** Why it was not taken, in one sentence that says what to do, and the two ways on. */
function Fix({ row, isJoined }: LineProps) {
  const { go } = useNavigation()
  const retry = useCallMutation(retryUpload)
  const { problem, personId, recordId } = row
  if (!problem) return null
  return (
    <div className={row.state === 'conflict' ? `${styles.fix} ${styles.elsewhere}` : styles.fix}>
      <div>
        <p>{text.errors[problem.reason]({})}</p>
        {problem.words !== null && (
          <p className={styles.soft}>
            {text.link.serverSays(problem.words)}
            {problem.fields.length > 0 && ` (${problem.fields.join(', ')})`}
          </p>
        )}
        {retry.error && <ErrorNotice error={retry.error} />}
      </div>
      <span className={styles.ways}>
        {personId !== null && (
          <QuietButton isSmall onPress={() => go({ name: 'person', personId })}>
            {text.link.openPerson}
          </QuietButton>
        )}
        {isJoined && (
          <QuietButton isSmall isDisabled={retry.isSaving} onPress={() => void retry.send({ recordId })}>
            {text.link.retry}
          </QuietButton>
        )}
      </span>
    </div>
  )
}
