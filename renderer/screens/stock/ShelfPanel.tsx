import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { StockOverview } from '../../../src/contract/ledger-calls'
import type { OpenVial } from '../../../src/contract/vial-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { EmptyState } from '../../components/EmptyState'
import { formatCount } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { Tabs } from '../../components/Tabs'
import { ExportButton } from '../../data/ExportButton'
import { text } from '../../text'
import { PrintButton } from '../documents/PrintButton'
import { LotTable } from './LotTable'
import { ProposalTable } from './ProposalTable'
import { SessionShelf } from './SessionShelf'
import styles from './Stock.module.css'
import { groupLots, type Named, type ShelfGroup, warningsOf } from './shelves'
import { VialList } from './VialList'
import { WarningBar } from './WarningBar'

export type Shelf = 'vaccines' | 'supplies' | 'vials' | 'session' | 'proposals'

/** What is on the shelves, by product: vaccines, supplies, and the vials that are open. */
export function ShelfPanel(props: {
  readonly stock: StockOverview
  readonly vials: readonly OpenVial[]
  readonly vaccines: readonly Named[]
  readonly supplies: readonly Named[]
  readonly today: CalendarDay
  readonly shelf: Shelf
  readonly chosenId: string | null
  readonly onShelf: (shelf: Shelf) => void
  readonly onChoose: (id: string) => void
  readonly onReceive: () => void
}) {
  const { stock, vials, today, shelf, chosenId, onShelf, onChoose, onReceive } = props
  const [withEmpty, setWithEmpty] = useState(false)
  const options = { today, withEmpty, levels: stock.levels }
  const groups = {
    vaccines: groupLots(stock.lots, props.vaccines, options),
    supplies: groupLots(stock.lots, props.supplies, options),
  }
  const shown = groups.vaccines.flatMap(group => group.lots)
  return (
    <Panel
      title={text.stock.title}
      note={text.stock.summary(shown.length, formatCount(dosesOf(groups.vaccines)))}
      actions={<ShelfActions withEmpty={withEmpty} onWithEmpty={setWithEmpty} onReceive={onReceive} />}
    >
      <div className={styles.shelves}>
        <div className={styles.shelfHead}>
          <Tabs<Shelf>
            label={text.ledger.tabs.label}
            tabs={[
              { value: 'vaccines', label: text.ledger.tabs.vaccines },
              { value: 'supplies', label: text.ledger.tabs.supplies },
              { value: 'vials', label: text.ledger.tabs.vials(vials.length) },
              { value: 'session', label: text.ledger.session.tab },
              { value: 'proposals', label: text.proposals.tab },
            ]}
            value={shelf}
            onChange={onShelf}
          />
          <WarningBar warnings={warningsOf([...groups.vaccines, ...groups.supplies], vials, today)} />
        </div>
        <div className={styles.shelfBody}>
          {shelf === 'vials' && (
            <VialList vials={vials} vaccines={props.vaccines} chosenId={chosenId} onChoose={onChoose} />
          )}
          {shelf === 'session' && <SessionShelf today={today} vaccines={props.vaccines} />}
          {shelf === 'proposals' && (
            <ProposalTable
              groups={[...groups.vaccines, ...groups.supplies]}
              today={today}
              chosenCode={chosenId}
              onChoose={onChoose}
            />
          )}
          {(shelf === 'vaccines' || shelf === 'supplies') && (
            <Lots
              groups={groups[shelf]}
              isSupplies={shelf === 'supplies'}
              {...{ today, chosenId, onChoose }}
            />
          )}
        </div>
      </div>
    </Panel>
  )
}

/** What is shown, the sheet to count by, the lists as files, and a delivery. */
function ShelfActions(props: {
  readonly withEmpty: boolean
  readonly onWithEmpty: (withEmpty: boolean) => void
  readonly onReceive: () => void
}) {
  return (
    <>
      <Checkbox
        size="xs"
        label={text.stock.showAll}
        checked={props.withEmpty}
        onChange={event => props.onWithEmpty(event.currentTarget.checked)}
      />
      <PrintButton
        of={{ kind: 'stock-sheet', paper: 'A4' }}
        label={text.documents.stockSheet}
        keys={{ press: 'Ctrl+p', hint: 'Ctrl P' }}
        testId="print-stock"
      />
      <ExportButton of={{ list: 'stock' }} label={text.ledger.exportStock} testId="export-stock" />
      <ExportButton
        of={{ list: 'ledger', lotId: null }}
        label={text.ledger.exportBook}
        testId="export-ledger"
      />
      <QuietButton isSmall hint="F4" onPress={props.onReceive}>
        {text.stock.receiveNew}
      </QuietButton>
    </>
  )
}

function Lots(props: {
  readonly groups: readonly ShelfGroup[]
  readonly today: CalendarDay
  readonly isSupplies: boolean
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
}) {
  if (props.groups.length === 0)
    return <EmptyState title={text.stock.emptyTitle}>{text.stock.emptyHint}</EmptyState>
  return <LotTable {...props} />
}

function dosesOf(groups: readonly ShelfGroup[]): number {
  return groups.reduce((doses, group) => doses + group.lots.reduce((sum, lot) => sum + lot.balance, 0), 0)
}
