import { useState } from 'react'
import { recallLot } from '../../../src/contract/contact-calls'
import { setLotStatus } from '../../../src/contract/stock-calls'
import { call } from '../../api'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { ReasonDialog } from '../../components/ReasonDialog'
import { ExportButton } from '../../data/ExportButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './After.module.css'
import { ConcernedList } from './ConcernedList'
import { PrintListButton } from './PrintListButton'

/** A recall: the lot out of use with its reason, and everybody who got it, over the whole register. */
export function RecallScreen({ lotId }: { readonly lotId: string }) {
  const head = useCallQuery(recallLot, { lotId, offset: 0, limit: 1 }, { keep: true })
  if (head.error && !head.data) return <ErrorNotice error={head.error} onRetry={head.retry} />
  if (!head.data) return <LateSkeleton />
  const { lot, counts } = head.data
  const { persons, reached, symptoms, unreachable } = counts
  return (
    <Panel
      title={text.after.recall.title(lot.vaccineName, lot.number)}
      note={text.after.people.counts(persons, reached, symptoms, unreachable)}
      actions={
        <>
          <PrintListButton list={{ of: 'recall', lotId }} />
          <ExportButton of={{ list: 'recall', lotId }} testId="export-recall" />
        </>
      }
      className={styles.panel}
    >
      <LotState lot={lot} />
      <ConcernedList
        about="recall"
        aboutKey={lotId}
        name={recallLot.name}
        read={page => call(recallLot, { lotId, ...page })}
      />
      <p className={styles.keys}>{text.after.people.keys}</p>
    </Panel>
  )
}

type Lot = {
  readonly lotId: string
  readonly status: string
  readonly statusReason: string | null
  readonly balance: number
}

/** Takes the lot out of use in the same step, with the reason. */
function LotState({ lot }: { readonly lot: Lot }) {
  const [isAsking, setAsking] = useState(lot.status === 'active')
  const status = useCallMutation(setLotStatus)
  const words = text.after.recall
  async function suspend(reason: string) {
    const answer = await status.send({ lotId: lot.lotId, status: 'suspended', reason })
    if (answer.ok) setAsking(false)
  }
  const left = words.left(formatCount(lot.balance))
  if (lot.status !== 'active')
    return (
      <p className={styles.out}>
        ✓ {words.out(lot.statusReason ?? '')} · {left}
      </p>
    )
  return (
    <div className={styles.inUse} role="alert">
      <span>
        ▲ {words.inUse} · {left}
      </span>
      <FilledButton onPress={() => setAsking(true)}>{words.stop}</FilledButton>
      {isAsking && (
        <ReasonDialog
          title={words.stopTitle}
          action={words.stop}
          suggestions={words.reasons}
          error={status.error}
          isBusy={status.isSaving}
          onConfirm={reason => void suspend(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
