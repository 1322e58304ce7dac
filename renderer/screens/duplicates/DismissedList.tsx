import { useState } from 'react'
import {
  type DecisionView,
  listDismissed,
  type MergedName,
  undoDismiss,
} from '../../../src/contract/merge-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCode, formatDay } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Duplicates.module.css'
import { LongList } from './LongList'
import { usePages } from './use-pages'

/** Pairs that somebody said are two people, each to be withdrawn. */
export function DismissedList() {
  const { go } = useNavigation()
  const [withdrawing, setWithdrawing] = useState<DecisionView | null>(null)
  const pages = usePages(
    listDismissed,
    page => page,
    ({ total, decisions }) => ({ total, items: decisions }),
  )
  const open = ({ left, right }: DecisionView) =>
    go({ name: 'merge-review', leftId: left.personId, rightId: right.personId })
  return (
    <>
      {pages.error && <ErrorNotice error={pages.error} onRetry={pages.retry} />}
      {pages.isLoading && <LateSkeleton lines={8} />}
      {!pages.isLoading && !pages.error && pages.total === 0 && (
        <EmptyState title={text.duplicates.dismissed.empty}>{text.duplicates.dismissed.emptyHint}</EmptyState>
      )}
      <LongList
        label={text.duplicates.tabs.dismissed}
        count={pages.total}
        lineHeight={64}
        itemAt={pages.itemAt}
        onView={pages.onView}
        keys={{ Enter: open, u: setWithdrawing }}
        onPress={open}
      >
        {decision => <DecisionLine decision={decision} onWithdraw={() => setWithdrawing(decision)} />}
      </LongList>
      {withdrawing && <WithdrawDialog decision={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  )
}

function DecisionLine(props: { readonly decision: DecisionView; readonly onWithdraw: () => void }) {
  const { decision, onWithdraw } = props
  return (
    <div className={styles.merge} data-testid="dismissed-line">
      <Named name={decision.left} />
      <span className={styles.soft}>≠</span>
      <Named name={decision.right} />
      <div className={styles.cell}>
        <div>{decision.reason}</div>
        <div className={styles.soft}>
          {decision.byName}, {formatDay(vietnamDayOf(decision.at))}
        </div>
      </div>
      <span
        onClickCapture={event => {
          event.stopPropagation()
          onWithdraw()
        }}
      >
        <QuietButton isSmall hint="U" onPress={onWithdraw}>
          {text.duplicates.dismissed.withdraw}
        </QuietButton>
      </span>
    </div>
  )
}

function Named({ name }: { readonly name: MergedName }) {
  return (
    <div className={styles.cell}>
      <div className={styles.name}>{name.displayName || name.personId}</div>
      <div className={styles.soft}>
        {name.birthDate && formatDay(name.birthDate)} · {formatCode(name.personCode ?? '')}
      </div>
    </div>
  )
}

function WithdrawDialog(props: { readonly decision: DecisionView; readonly onClose: () => void }) {
  const { decision, onClose } = props
  const withdrawing = useCallMutation(undoDismiss)
  const words = text.duplicates.dismissed
  async function confirm(reason: string) {
    const answer = await withdrawing.send({ decisionId: decision.decisionId, reason })
    if (answer.ok) onClose()
  }
  return (
    <ReasonDialog
      title={words.withdrawTitle}
      action={words.withdraw}
      suggestions={words.reasons}
      error={withdrawing.error}
      isBusy={withdrawing.isSaving}
      onConfirm={reason => void confirm(reason)}
      onClose={onClose}
    >
      <p>{words.withdrawNote}</p>
    </ReasonDialog>
  )
}
