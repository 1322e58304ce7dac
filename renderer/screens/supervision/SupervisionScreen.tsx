import { useState } from 'react'
import { getSupervision } from '../../../src/contract/supervision-calls'
import { type Month, monthOf } from '../../../src/domain/report/count-programme'
import { addMonths } from '../../../src/domain/report/months'
import { formatCount } from '../../components/format'
import { Tabs } from '../../components/Tabs'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { DifficultiesPanel } from './DifficultiesPanel'
import { OwnPointPanel } from './OwnPointPanel'
import { PointsPanel } from './PointsPanel'
import { ReportsPanel } from './ReportsPanel'
import styles from './Supervision.module.css'

const tabs = ['points', 'reports', 'difficulties'] as const
type Tab = (typeof tabs)[number]

/** So often it is read again: what came from the province meanwhile. */
const readEveryMs = 10_000

/** Giám sát: the points below for whoever supervises them; for everybody else how this point stands. */
export function SupervisionScreen() {
  const { signedIn } = useAppState()
  return signedIn?.role === 'supervisor' ? <PointsBelow /> : <OwnPointPanel />
}

function PointsBelow() {
  const { today } = useAppState()
  const [tab, setTab] = useState<Tab>('points')
  const { draft: period, setDraft: setPeriod } = useDraft<Month>('supervision-month', () =>
    addMonths(monthOf(today), -1),
  )
  const overview = useCallQuery(getSupervision, { period }, { keep: true, everyMs: readEveryMs })
  const move = (months: number) => {
    const next = addMonths(period, months)
    if (next <= monthOf(today)) setPeriod(next)
  }
  useKeys({
    ...Object.fromEntries(tabs.map((value, index) => [`${index + 1}`, () => setTab(value)])),
    '-': () => move(-1),
    '+': () => move(1),
    '=': () => move(1),
  })
  const open = overview.data?.total.openDifficulties ?? 0
  const label = (value: Tab) =>
    value === 'difficulties' && open > 0
      ? text.supervision.tabCount(text.supervision.tabs[value], formatCount(open))
      : text.supervision.tabs[value]
  const month = { period, isNewest: period >= monthOf(today), onMove: move }
  return (
    <div className={styles.screen}>
      <Tabs
        label={text.supervision.title}
        tabs={tabs.map(value => ({ value, label: label(value) }))}
        value={tab}
        onChange={setTab}
      />
      {tab === 'points' && <PointsPanel overview={overview} month={month} />}
      {tab === 'reports' && <ReportsPanel month={month} />}
      {tab === 'difficulties' && <DifficultiesPanel />}
    </div>
  )
}
