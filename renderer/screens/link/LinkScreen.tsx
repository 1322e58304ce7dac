import { useState } from 'react'
import {
  getLinkStatus,
  type LedgerFilter,
  type LinkStatus,
  ledgerFilters,
  retryUpload,
} from '../../../src/contract/link-calls'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { DateField } from '../../components/DateField'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { Tabs } from '../../components/Tabs'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { PrintButton } from '../documents/PrintButton'
import { LedgerRows } from './LedgerRows'
import styles from './Link.module.css'
import { LinkPanel } from './LinkPanel'
import { useLedger } from './use-ledger'

type Span = { readonly from: CalendarDay; readonly to: CalendarDay }

/** Sổ gửi tỉnh, the ledger of trust: each dose and whether the province has it, with its receipt or what is to be done. */
export function LinkScreen() {
  const { back, go } = useNavigation()
  const status = useCallQuery(getLinkStatus, {}, { everyMs: 30_000 })
  useKeys({ Escape: back })
  if (!status.data)
    return status.error ? <ErrorNotice error={status.error} onRetry={status.retry} /> : <LateSkeleton />
  return (
    <div className={styles.screen}>
      <LedgerPanel status={status.data} />
      <div className={styles.side}>
        <LinkPanel status={status.data} />
        <QuietButton onPress={() => go({ name: 'courier' })} testId="link-to-courier">
          {text.courier.open}
        </QuietButton>
        <QuietButton hint="Esc" onPress={back}>
          {text.common.back}
        </QuietButton>
      </div>
    </div>
  )
}

function LedgerPanel({ status }: { readonly status: LinkStatus }) {
  const { today } = useAppState()
  const open = status.refused + status.conflicts
  const isJoined = status.server !== null
  const [filter, setFilter] = useState<LedgerFilter>(open > 0 ? 'attention' : 'all')
  const [span, setSpan] = useState<Span>({ from: addDays(today, -6), to: today })
  const ledger = useLedger(filter, span)
  return (
    <Panel
      title={text.link.title}
      note={text.link.count(formatCount(ledger.rows.length), ledger.hasMore)}
      actions={
        filter === 'attention' ? (
          isJoined && ledger.rows.length > 0 && <RetryAll />
        ) : (
          <PrintButton
            of={{ kind: 'upload-proof', paper: 'A4', on: span.from, until: span.to }}
            label={text.link.print}
            keys={{ press: 'Ctrl+p', hint: 'Ctrl P' }}
            testId="print-proof"
          />
        )
      }
      className={styles.panel}
    >
      <div className={styles.bar}>
        <Tabs label={text.link.filterLabel} tabs={tabsOf(open)} value={filter} onChange={setFilter} />
        {filter !== 'attention' && <SpanFields span={span} today={today} onChange={setSpan} />}
      </div>
      {ledger.error && <ErrorNotice error={ledger.error} onRetry={ledger.retry} />}
      {ledger.isLoading ? (
        <LateSkeleton />
      ) : (
        <LedgerRows ledger={ledger} filter={filter} isJoined={isJoined} />
      )}
    </Panel>
  )
}

function tabsOf(open: number) {
  return ledgerFilters.map(value => {
    const label = text.link.filters[value]
    return { value, label: value === 'attention' && open > 0 ? `${label} (${formatCount(open)})` : label }
  })
}

function SpanFields(props: {
  readonly span: Span
  readonly today: CalendarDay
  readonly onChange: (span: Span) => void
}) {
  const { span, today, onChange } = props
  const pick = (change: Partial<Span>) => onChange({ ...span, ...change })
  return (
    <div className={styles.span}>
      <DateField
        label={text.link.from}
        value={span.from}
        today={today}
        onChange={from => from && pick({ from })}
      />
      <DateField label={text.link.to} value={span.to} today={today} onChange={to => to && pick({ to })} />
    </div>
  )
}

function RetryAll() {
  const retry = useCallMutation(retryUpload)
  const [count, setCount] = useState<number | null>(null)
  async function send() {
    const answer = await retry.send({ recordId: null })
    if (answer.ok) setCount(answer.value.records)
  }
  return (
    <>
      {count !== null && <span role="status">{text.link.retried(count)}</span>}
      {retry.error && <ErrorNotice error={retry.error} />}
      <QuietButton isSmall isDisabled={retry.isSaving} onPress={() => void send()} testId="retry-all">
        {text.link.retryAll}
      </QuietButton>
    </>
  )
}
