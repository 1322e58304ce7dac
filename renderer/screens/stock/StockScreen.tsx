import { Checkbox } from '@mantine/core'
import { useRef, useState } from 'react'
import { listVaccines } from '../../../src/contract/dose-calls'
import { listLots } from '../../../src/contract/stock-calls'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../components/use-call-query'
import { useKeys } from '../../components/use-keys'
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
  const [withEmpty, setWithEmpty] = useState(false)
  const screen = useRef<HTMLDivElement>(null)
  function scan() {
    setChosenId(null)
    requestAnimationFrame(() => screen.current?.querySelector<HTMLElement>('[data-scan="own"]')?.focus())
  }
  useKeys({ F4: scan, Escape: () => (chosenId === null ? false : setChosenId(null)) })
  const failed = [lots, vaccines].find(read => read.error !== null && read.data === null)
  if (failed?.error) return <ErrorNotice error={failed.error} onRetry={failed.retry} />
  if (!lots.data || !vaccines.data) return <LateSkeleton />
  const groups = groupLots(lots.data, vaccines.data, { today, withEmpty })
  const chosen = lots.data.find(lot => lot.lotId === chosenId) ?? null
  const shown = groups.flatMap(group => group.lots)
  return (
    <div className={styles.screen} ref={screen}>
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
            <QuietButton isSmall hint="F4" onPress={scan}>
              {text.stock.receiveNew}
            </QuietButton>
          </>
        }
        scrolls
      >
        {lots.data.length === 0 ? (
          <EmptyState title={text.stock.emptyTitle}>{text.stock.emptyHint}</EmptyState>
        ) : (
          <LotTable groups={groups} today={today} chosenId={chosenId} onChoose={setChosenId} />
        )}
      </Panel>
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

function dosesOf(lots: readonly LotOnHand[]): number {
  return lots.reduce((doses, lot) => doses + lot.balance, 0)
}
