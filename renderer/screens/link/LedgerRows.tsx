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
export function LedgerRows({ ledger, filter }: { readonly ledger: Ledger; readonly filter: LedgerFilter }) {
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
                <Line row={row} />
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

function Line({ row }: { readonly row: LedgerRow }) {
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
          <Chip kind={chipOf[state]}>{row.byCourier ? text.link.byCourier : text.link.states[state]}</Chip>
        </span>
        <Evidence row={row} />
      </div>
      {row.problem && <Fix row={row} />}
    </>
  )
}

function recordWord({ noun }: LedgerRow): string {
  return (text.link.records as Readonly<Record<string, string>>)[noun] ?? text.link.otherRecord
}

/** The receipt with its day; of what the province has not taken, where else it lies by now. */
function Evidence({ row }: { readonly row: LedgerRow }) {
  const { copies } = row
  const pcs = copies.filter(({ kind }) => kind === 'station').length
  const where = text.link.copies(pcs + 1, pcs < copies.length)
  const names = copies.map(({ name }) => name).join(', ')
  return (
    <span
      className={styles.receipt}
      title={copies.length > 0 ? text.link.copiesAt(names) : receiptTitle(row)}
    >
      {receiptWords(row)}
      {copies.length > 0 && <span className={styles.copies}>⧉ {where}</span>}
    </span>
  )
}

function receiptWords({ firstAcceptedAt, savedAt, byCourier }: LedgerRow): string {
  if (byCourier) return text.link.courierReceipt(formatCount(byCourier.number), formatMoment(byCourier.at))
  if (firstAcceptedAt === null) return ''
  const minutes = Math.max(0, Math.floor((Date.parse(firstAcceptedAt) - Date.parse(savedAt)) / 60_000))
  return text.link.acceptedAt(formatMoment(firstAcceptedAt), minutes)
}

/** The server's own number, to be read out to the province. */
function receiptTitle({ receipts, byCourier }: LedgerRow): string {
  if (byCourier) return text.link.courierReceipt(formatCount(byCourier.number), formatMoment(byCourier.at))
  return receipts
    .map(({ key, serverId, versionId }) =>
      text.link.receiptNumber(key.slice(0, key.indexOf('/')), serverId, versionId),
    )
    .join(', ')
}

/** Why it was not taken, in one sentence that says what to do, and the two ways on. */
function Fix({ row }: { readonly row: LedgerRow }) {
  const { go } = useNavigation()
  const retry = useCallMutation(retryUpload)
  const { problem, personId, recordId } = row
  if (!problem) return null
  return (
    <div className={styles.fix}>
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
        <QuietButton isSmall isDisabled={retry.isSaving} onPress={() => void retry.send({ recordId })}>
          {text.link.retry}
        </QuietButton>
      </span>
    </div>
  )
}
