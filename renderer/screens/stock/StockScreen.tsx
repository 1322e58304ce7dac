import { Checkbox } from '@mantine/core'
import { useRef, useState } from 'react'
import { listVaccines } from '../../../src/contract/dose-calls'
import { listLots } from '../../../src/contract/stock-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Vaccine } from '../../../src/domain/immunization/vaccine'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { LotPanel } from './LotPanel'
import { LotTable } from './LotTable'
import { ReceivePanel } from './ReceivePanel'
import styles from './Stock.module.css'
import { groupLots } from './shelves'

/** Lots by vaccine with what is left of them; receiving on the right, or what happens to the chosen lot. */
export function StockScreen() {
  const { today } = useAppState()
  const lots = useCallQuery(listLots, { vaccineCode: null })
  const vaccines = useCallQuery(listVaccines, {})
  const [chosenId, setChosenId] = useState<string | null>(null)
  const screen = useRef<HTMLDivElement>(null)
  function scan() {
    setChosenId(null)
    requestAnimationFrame(() => screen.current?.querySelector<HTMLElement>('[data-scan="own"]')?.focus())
  }
  useKeys({ F4: scan, Escape: () => (chosenId === null ? false : setChosenId(null)) })
  const failed = [lots, vaccines].find(read => read.error !== null && read.data === null)
  if (failed?.error) return <ErrorNotice error={failed.error} onRetry={failed.retry} />
  if (!lots.data || !vaccines.data) return <LateSkeleton />
  const chosen = lots.data.find(lot => lot.lotId === chosenId) ?? null
  return (
    <div className={styles.screen} ref={screen}>
      <ShelfPanel
        lots={lots.data}
        vaccines={vaccines.data}
        today={today}
        chosenId={chosenId}
        onChoose={setChosenId}
        onReceive={scan}
      />
      {chosen ? (
        <LotPanel
          key={chosen.lotId}
          lot={chosen}
          name={
            vaccines.data.find(({ code }) => code === chosen.vaccineCode)?.shortName ?? chosen.vaccineCode
          }
          today={today}
          onClose={() => setChosenId(null)}
        />
      ) : (
        <ReceivePanel lots={lots.data} vaccines={vaccines.data} today={today} />
      )}
    </div>
  )
}

function ShelfPanel(props: {
  readonly lots: readonly LotOnHand[]
  readonly vaccines: readonly Vaccine[]
  readonly today: CalendarDay
  readonly chosenId: string | null
  readonly onChoose: (lotId: string) => void
  readonly onReceive: () => void
}) {
  const { lots, vaccines, today, chosenId, onChoose, onReceive } = props
  const [withEmpty, setWithEmpty] = useState(false)
  const groups = groupLots(lots, vaccines, { today, withEmpty })
  const shown = groups.flatMap(group => group.lots)
  return (
    <Panel
      title={text.stock.title}
      note={text.stock.summary(shown.length, formatCount(dosesOf(shown)))}
      actions={
        <>
          <Checkbox
            size="xs"
            label={text.stock.showAll}
            checked={withEmpty}
            onChange={event => setWithEmpty(event.currentTarget.checked)}
          />
          <QuietButton isSmall hint="F4" onPress={onReceive}>
            {text.stock.receiveNew}
          </QuietButton>
        </>
      }
      scrolls
    >
      {lots.length === 0 ? (
        <EmptyState title={text.stock.emptyTitle}>{text.stock.emptyHint}</EmptyState>
      ) : (
        <LotTable groups={groups} today={today} chosenId={chosenId} onChoose={onChoose} />
      )}
    </Panel>
  )
}

function dosesOf(lots: readonly LotOnHand[]): number {
  return lots.reduce((doses, lot) => doses + lot.balance, 0)
}
