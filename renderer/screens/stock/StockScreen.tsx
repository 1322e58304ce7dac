import { type ReactNode, useRef, useState } from 'react'
import { listVaccines } from '../../../src/contract/dose-calls'
import { getStock, type StockOverview } from '../../../src/contract/ledger-calls'
import { listOpenVials, type OpenVial } from '../../../src/contract/vial-calls'
import { isInUse, type Vaccine } from '../../../src/domain/immunization/vaccine'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { locale } from '../../text'
import { LotPanel } from './LotPanel'
import { ReceivePanel } from './ReceivePanel'
import { SettlePanel } from './SettlePanel'
import { type Shelf, ShelfPanel } from './ShelfPanel'
import styles from './Stock.module.css'
import type { Named } from './shelves'
import { TakeOutPanel } from './TakeOutPanel'
import { nameOf } from './VialList'
import { VialPanel } from './VialPanel'

/** The shelves on the left; receiving on the right, or what happens to the chosen lot or open vial. */
export function StockScreen() {
  const stock = useCallQuery(getStock, {})
  const vials = useCallQuery(listOpenVials, {})
  const vaccines = useCallQuery(listVaccines, {})
  const failed = [stock, vials, vaccines].find(read => read.error !== null && read.data === null)
  if (failed?.error) return <ErrorNotice error={failed.error} onRetry={failed.retry} />
  if (!stock.data || !vials.data || !vaccines.data) return <LateSkeleton />
  return <Shelves stock={stock.data} vials={vials.data} vaccines={vaccines.data} />
}

function Shelves(props: {
  readonly stock: StockOverview
  readonly vials: readonly OpenVial[]
  readonly vaccines: readonly Vaccine[]
}) {
  const { stock, vials, vaccines } = props
  const { today } = useAppState()
  const [shelf, setShelf] = useState<Shelf>('vaccines')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const screen = useRef<HTMLDivElement>(null)
  function scan() {
    setChosenId(null)
    requestAnimationFrame(() => screen.current?.querySelector<HTMLElement>('[data-scan="own"]')?.focus())
  }
  useKeys({ F4: scan, Escape: () => (chosenId === null ? false : setChosenId(null)) })
  const supplies = stock.supplies.map(
    ({ code, nameVi, nameEn }): Named => ({ code, shortName: locale === 'en' ? nameEn : nameVi }),
  )
  return (
    <div className={styles.screen} ref={screen}>
      <ShelfPanel
        {...{ stock, vials, vaccines, supplies, today, shelf, chosenId }}
        onShelf={next => {
          setShelf(next)
          setChosenId(null)
        }}
        onChoose={setChosenId}
        onReceive={scan}
      />
      <SidePanel
        {...{ stock, vials, today, chosenId, shelf }}
        products={[...vaccines, ...supplies]}
        onClose={() => setChosenId(null)}
      >
        {shelf === 'session' ? (
          <SettlePanel today={today} products={[...vaccines, ...supplies]} />
        ) : (
          <ReceivePanel
            lots={stock.lots}
            vaccines={vaccines.filter(isInUse)}
            supplies={supplies}
            today={today}
          />
        )}
      </SidePanel>
    </div>
  )
}

function SidePanel(props: {
  readonly stock: StockOverview
  readonly vials: readonly OpenVial[]
  readonly products: readonly Named[]
  readonly today: ReturnType<typeof useAppState>['today']
  readonly chosenId: string | null
  readonly shelf: Shelf
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const { stock, vials, products, today, chosenId, shelf, onClose } = props
  const lot = stock.lots.find(({ lotId }) => lotId === chosenId)
  const vial = vials.find(({ vialId }) => vialId === chosenId)
  if (lot) {
    const name = nameOf(products, lot.vaccineCode)
    return <LotPanel key={lot.lotId} {...{ lot, name, stock, today, onClose }} />
  }
  if (vial) {
    const name = nameOf(products, vial.vaccineCode)
    return <VialPanel key={vial.vialId} vial={vial} name={name} reasons={stock.reasons} onClose={onClose} />
  }
  if (shelf === 'proposals' && chosenId !== null) {
    const name = nameOf(products, chosenId)
    return <TakeOutPanel key={chosenId} code={chosenId} {...{ name, stock, onClose }} />
  }
  return props.children
}
