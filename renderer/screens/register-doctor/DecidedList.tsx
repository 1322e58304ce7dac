import { useState } from 'react'
import {
  type DecidedFinding,
  listDecidedFindings,
  reopenFinding,
} from '../../../src/contract/register-doctor-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay, formatMoment } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { LongList } from '../duplicates/LongList'
import { useMay } from '../duplicates/use-may'
import { usePages } from '../duplicates/use-pages'
import styles from './RegisterDoctor.module.css'

/** What somebody said to be right, with the reason, each to be taken back. */
export function DecidedList() {
  const { go } = useNavigation()
  const [withdrawing, setWithdrawing] = useState<DecidedFinding | null>(null)
  const mayWithdraw = useMay(reopenFinding)
  const pages = usePages(
    listDecidedFindings,
    page => page,
    ({ total, decided }) => ({ total, items: decided }),
  )
  const words = text.registerDoctor.decided
  const open = ({ hit }: DecidedFinding) => go({ name: 'person', personId: hit.personId, tab: 'history' })
  if (pages.error) return <ErrorNotice error={pages.error} onRetry={pages.retry} />
  if (pages.isLoading) return <LateSkeleton lines={8} />
  if (pages.total === 0) return <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
  return (
    <>
      <LongList
        label={text.registerDoctor.decidedTab}
        count={pages.total}
        lineHeight={56}
        itemAt={pages.itemAt}
        onView={pages.onView}
        keys={mayWithdraw ? { Enter: open, u: setWithdrawing } : { Enter: open }}
      >
        {decided => (
          <DecidedLine decided={decided} onWithdraw={mayWithdraw ? () => setWithdrawing(decided) : null} />
        )}
      </LongList>
      {withdrawing && <WithdrawDialog decided={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  )
}

function DecidedLine(props: { readonly decided: DecidedFinding; readonly onWithdraw: (() => void) | null }) {
  const { decided, onWithdraw } = props
  const words = text.registerDoctor.decided
  return (
    <div className={styles.decided} data-testid="decided-line">
      <div className={styles.cell}>
        <div className={styles.name}>{decided.hit.displayName}</div>
        <div className={styles.soft}>{formatDay(decided.hit.birthDate)}</div>
      </div>
      <div className={styles.cell}>{text.registerDoctor.titles[decided.code]}</div>
      <div className={styles.cell}>
        <div>{decided.reason}</div>
        <div className={styles.soft}>{words.by(decided.byName, formatMoment(decided.at))}</div>
      </div>
      {onWithdraw && (
        <QuietButton isSmall hint="U" onPress={onWithdraw}>
          {words.withdraw}
        </QuietButton>
      )}
    </div>
  )
}

function WithdrawDialog({
  decided,
  onClose,
}: {
  readonly decided: DecidedFinding
  readonly onClose: () => void
}) {
  const withdrawing = useCallMutation(reopenFinding)
  const words = text.registerDoctor.decided
  async function confirm(reason: string) {
    const answer = await withdrawing.send({ decisionId: decided.decisionId, reason })
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
