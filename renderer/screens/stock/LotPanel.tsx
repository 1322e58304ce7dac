import { useState } from 'react'
import { getLedger, type StockOverview } from '../../../src/contract/ledger-calls'
import { setLotStatus } from '../../../src/contract/stock-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { places } from '../../../src/domain/stock/ledger'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { Tabs } from '../../components/Tabs'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { LedgerList } from './LedgerList'
import { LevelForm } from './LevelForm'
import { LotChips } from './LotTable'
import { MoveForm } from './MoveForm'
import { OpenVialForm } from './OpenVialForm'
import styles from './Stock.module.css'
import { expiryWords } from './shelves'

type Tab = 'work' | 'book' | 'levels'
type Props = {
  readonly lot: LotOnHand
  readonly name: string
  readonly stock: StockOverview
  readonly today: CalendarDay
  readonly onClose: () => void
}

/** One lot: where its doses are, what goes out of it other than into people, its ledger, and its levels. */
export function LotPanel(props: Props) {
  const { lot, name, today, onClose } = props
  const [tab, setTab] = useState<Tab>('work')
  return (
    <Panel
      title={text.stock.lotTitle(lot.number)}
      note={name}
      actions={
        <QuietButton isSmall hint="Esc" onPress={onClose}>
          {text.common.close}
        </QuietButton>
      }
      className={styles.side}
    >
      <div className={styles.lot}>
        <p className={styles.lotFacts}>
          {places
            .filter(place => place === 'store' || lot.places[place] !== 0)
            .map(place => (
              <b key={place}>
                {text.ledger.places(formatCount(lot.places[place]), text.ledger.accounts[place])}
              </b>
            ))}
          {lot.openDoses > 0 && <span>{text.ledger.openDoses(formatCount(lot.openDoses))}</span>}
          <span>{expiryWords(lot.expiresOn)}</span>
          {lot.manufacturer && <span>{lot.manufacturer}</span>}
        </p>
        <LotChips lot={lot} today={today} />
        {lot.statusReason && <p className={styles.soft}>{text.stock.reasonGiven(lot.statusReason)}</p>}
        <Tabs<Tab>
          label={text.stock.lotTitle(lot.number)}
          tabs={[
            { value: 'work', label: text.ledger.work },
            { value: 'book', label: text.ledger.book },
            { value: 'levels', label: text.ledger.levels },
          ]}
          value={tab}
          onChange={setTab}
        />
        <LotTab {...props} tab={tab} />
      </div>
    </Panel>
  )
}

function LotTab({ tab, lot, name, stock }: Props & { readonly tab: Tab }) {
  const ledger = useCallQuery(getLedger, { lotId: lot.lotId })
  if (ledger.error && !ledger.data) return <ErrorNotice error={ledger.error} onRetry={ledger.retry} />
  if (!ledger.data) return <LateSkeleton />
  const isSupply = stock.supplies.some(({ code }) => code === lot.vaccineCode)
  if (tab === 'book') return <LedgerList lines={ledger.data.lines} reasons={stock.reasons} />
  if (tab === 'levels') {
    const level = stock.levels.find(({ code }) => code === lot.vaccineCode) ?? null
    return <LevelForm key={lot.vaccineCode} code={lot.vaccineCode} name={name} level={level} />
  }
  const { unopened } = ledger.data
  return (
    <>
      <MoveForm lot={lot} unopened={unopened} reasons={stock.reasons} isSupply={isSupply} />
      {!isSupply && <OpenVialForm lot={lot} unopened={unopened} />}
      {!isSupply && <StatusButton lot={lot} name={name} />}
    </>
  )
}

/** Takes the lot out of use, or back into it. */
function StatusButton({ lot, name }: { readonly lot: LotOnHand; readonly name: string }) {
  const [isChanging, setChanging] = useState(false)
  const status = useCallMutation(setLotStatus)
  const next = lot.status === 'active' ? 'suspended' : 'active'
  const isSuspending = next === 'suspended'
  async function changeStatus(reason: string) {
    const answer = await status.send({ lotId: lot.lotId, status: next, reason })
    if (answer.ok) setChanging(false)
  }
  return (
    <>
      <QuietButton tone={isSuspending ? 'wrong' : 'plain'} onPress={() => setChanging(true)}>
        {isSuspending ? text.stock.suspend : text.stock.resume}
      </QuietButton>
      {isChanging && (
        <ReasonDialog
          title={isSuspending ? text.stock.suspendTitle : text.stock.resumeTitle}
          action={isSuspending ? text.stock.suspend : text.stock.resume}
          suggestions={isSuspending ? text.stock.suspendReasons : text.stock.resumeReasons}
          error={status.error}
          isBusy={status.isSaving}
          onConfirm={reason => void changeStatus(reason)}
          onClose={() => setChanging(false)}
        >
          <p>
            {name} · {text.stock.lotTitle(lot.number)}
          </p>
        </ReasonDialog>
      )}
    </>
  )
}
