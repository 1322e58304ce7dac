import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { type LedgerLine, reverseMovement } from '../../../src/contract/ledger-calls'
import { isPlace } from '../../../src/domain/stock/ledger'
import type { WastageReason } from '../../../src/domain/stock/wastage'
import { Chip } from '../../components/Chip'
import { formatCount, formatDay, formatTime } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { locale, text } from '../../text'
import styles from './Stock.module.css'

/** Everything that happened to a lot: when, how much from where to where, who and why; a wrong line is taken back here. */
export function LedgerList(props: {
  readonly lines: readonly LedgerLine[]
  readonly reasons: readonly WastageReason[]
}) {
  const { lines, reasons } = props
  const scroller = useRef<HTMLElement>(null)
  const [taken, setTaken] = useState<LedgerLine | null>(null)
  const rows = useVirtualizer<HTMLElement, HTMLElement>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 52,
    overscan: 8,
  })
  if (lines.length === 0) return <p className={styles.soft}>{text.ledger.bookEmpty}</p>
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard */}
      <section ref={scroller} className={styles.book} tabIndex={0} aria-label={text.ledger.book}>
        <ol className={styles.bookLines} style={{ height: rows.getTotalSize() }} data-testid="ledger">
          {rows.getVirtualItems().map(row => {
            const line = lines[row.index]
            return (
              line && (
                <li
                  key={row.key}
                  ref={rows.measureElement}
                  data-index={row.index}
                  className={styles.bookLine}
                  style={{ transform: `translateY(${row.start}px)` }}
                >
                  <Line line={line} reasons={reasons} onReverse={() => setTaken(line)} />
                </li>
              )
            )
          })}
        </ol>
      </section>
      {taken && <ReverseDialog line={taken} reasons={reasons} onClose={() => setTaken(null)} />}
    </>
  )
}

function Line(props: {
  readonly line: LedgerLine
  readonly reasons: readonly WastageReason[]
  readonly onReverse: () => void
}) {
  const { line, reasons, onReverse } = props
  return (
    <>
      <span className={styles.bookHead}>
        <span className={styles.soft}>
          {formatDay(line.on)} {formatTime(line.at)}
        </span>
        <b>{headOf(line)}</b>
        {line.kind !== 'state' && (
          <span className={styles.soft}>{text.ledger.balanceAfter(formatCount(line.balance))}</span>
        )}
      </span>
      <span className={styles.bookWhy}>
        <span className={styles.soft}>{whyOf(line, reasons).join(' · ')}</span>
        {line.isReversed && line.kind !== 'reversed' && <Chip kind="wait">{text.ledger.reversed}</Chip>}
        {line.canReverse && (
          <QuietButton isSmall onPress={onReverse}>
            {text.ledger.reverse}
          </QuietButton>
        )}
      </span>
    </>
  )
}

function headOf(line: LedgerLine): string {
  if (line.kind === 'state') return text.ledger.stateLine(text.ledger.states[line.reason ?? ''] ?? '')
  const { from, to, quantity } = line
  const sign = to && isPlace(to) ? (from && isPlace(from) ? '' : '+') : '−'
  const way = from && to ? text.ledger.line(text.ledger.accounts[from], text.ledger.accounts[to]) : ''
  return `${sign}${formatCount(quantity)} ${way}`
}

/** Kind, reason, words, what was seen on arrival, and who. */
function whyOf(line: LedgerLine, reasons: readonly WastageReason[]): readonly string[] {
  const reason = reasons.find(({ code }) => code === line.reason)
  const words = [
    line.kind === 'reversed' ? text.codes.movements.reversed : null,
    line.kind !== 'state' && reason ? (locale === 'en' ? reason.nameEn : reason.nameVi) : null,
    line.note,
    line.supplier,
    line.documentNumber && text.ledger.documentNumber(line.documentNumber),
    line.vvmStage === null ? null : text.ledger.vvm(line.vvmStage),
    line.temperatureC === null ? null : text.ledger.temperature(String(line.temperatureC).replace('.', ',')),
    line.indicator === null || line.indicator === 'none' ? null : text.ledger.indicator[line.indicator],
    line.byName,
  ]
  return words.filter((word): word is string => Boolean(word))
}

function ReverseDialog(props: {
  readonly line: LedgerLine
  readonly reasons: readonly WastageReason[]
  readonly onClose: () => void
}) {
  const { line, reasons, onClose } = props
  const reverse = useCallMutation(reverseMovement)
  async function confirm(reason: string) {
    if (line.movementId === null) return
    const answer = await reverse.send({ movementId: line.movementId, reason })
    if (answer.ok) onClose()
  }
  return (
    <ReasonDialog
      title={text.ledger.reverseTitle}
      action={text.ledger.reverse}
      suggestions={text.ledger.reverseReasons}
      error={reverse.error}
      isBusy={reverse.isSaving}
      onConfirm={reason => void confirm(reason)}
      onClose={onClose}
    >
      <p>
        {formatDay(line.on)} {formatTime(line.at)} · <b>{headOf(line)}</b>
      </p>
      <p>{whyOf(line, reasons).join(' · ')}</p>
    </ReasonDialog>
  )
}
