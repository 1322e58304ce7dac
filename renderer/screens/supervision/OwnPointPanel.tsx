import { getPointStatus, type OwnStatus } from '../../../src/contract/supervision-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount, formatDay, formatMoment } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { OwnAnswers } from './OwnAnswers'
import { Fact } from './PointDialog'
import styles from './Supervision.module.css'
import { waitWords } from './supervision-words'

/** How this point stands, as it goes upward: what the program sees, and what only people here know. */
export function OwnPointPanel() {
  const status = useCallQuery(getPointStatus, {}, { everyMs: 60_000 })
  if (!status.data)
    return status.error ? (
      <ErrorNotice error={status.error} onRetry={status.retry} />
    ) : (
      <LateSkeleton lines={8} />
    )
  const { data } = status
  return (
    <div className={styles.own}>
      <Panel title={text.supervision.own.seen} note={text.supervision.own.note} scrolls padded>
        <Seen own={data} />
      </Panel>
      <Panel title={text.supervision.own.asked} scrolls padded>
        <OwnAnswers key={data.now.answeredAt ?? ''} own={data} />
      </Panel>
    </div>
  )
}

function Seen({ own: { now, said } }: { readonly own: OwnStatus }) {
  const { today } = useAppState()
  const words = text.supervision.own
  const both = text.supervision.pair(formatCount(now.reportsDue), formatCount(now.reportsLate))
  return (
    <dl className={styles.facts}>
      <Fact name={words.started}>
        {now.startedOn ? formatDay(now.startedOn) : text.supervision.notStarted}
      </Fact>
      <Fact name={words.people}>{formatCount(now.people)}</Fact>
      <Fact name={words.infants}>{formatCount(now.infants)}</Fact>
      <Fact name={words.doses}>{formatCount(now.doses)}</Fact>
      <Fact name={words.accounts}>{formatCount(now.accounts)}</Fact>
      <Fact name={words.stock}>{now.hasStock ? words.stockYes : words.stockNo}</Fact>
      <Fact name={words.duplicates}>{formatCount(now.suspectedDuplicates)}</Fact>
      <Fact name={words.reports}>{both}</Fact>
      <Fact name={words.difficulties}>{formatCount(now.openDifficulties)}</Fact>
      <Fact name={words.unsent}>{waitWords(now.oldestUnsentAt, today)}</Fact>
      <Fact name={text.supervision.heads.version}>{now.appVersion}</Fact>
      <Fact name={text.supervision.heads.heard}>
        {said ? words.said(formatMoment(said.at)) : words.neverSaid}
      </Fact>
    </dl>
  )
}
