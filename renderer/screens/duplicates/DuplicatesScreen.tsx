import { useState } from 'react'
import { Kbd } from '../../components/Kbd'
import { Panel } from '../../components/Panel'
import { Tabs } from '../../components/Tabs'
import { useKeys } from '../../components/use-keys'
import type { DuplicatesTab } from '../../frame/navigation'
import { text } from '../../text'
import { DismissedList } from './DismissedList'
import styles from './Duplicates.module.css'
import { MergeList } from './MergeList'
import { PairList } from './PairList'

const tabs: readonly DuplicatesTab[] = ['pairs', 'merges', 'dismissed']

/** Hồ sơ trùng: pairs that may be one person, what was merged, and what was found to be two people. */
export function DuplicatesScreen(props: { readonly tab: DuplicatesTab | undefined }) {
  const [tab, setTab] = useState<DuplicatesTab>(props.tab ?? 'pairs')
  useKeys(Object.fromEntries(tabs.map((name, index) => [`${index + 1}`, () => setTab(name)])))
  return (
    <Panel title={text.duplicates.title} actions={<ListKeys tab={tab} />} className={styles.panel}>
      <div className={styles.tabs}>
        <Tabs
          label={text.duplicates.title}
          tabs={tabs.map(value => ({ value, label: text.duplicates.tabs[value] }))}
          value={tab}
          onChange={setTab}
        />
      </div>
      {tab === 'pairs' && <PairList />}
      {tab === 'merges' && <MergeList />}
      {tab === 'dismissed' && <DismissedList />}
    </Panel>
  )
}

function ListKeys({ tab }: { readonly tab: DuplicatesTab }) {
  return (
    <>
      {tabs.map((name, index) => (
        <Kbd key={name}>{index + 1}</Kbd>
      ))}{' '}
      {text.duplicates.keysTab} <Kbd>↑↓</Kbd> {text.duplicates.keysChoose} <Kbd>↵</Kbd>{' '}
      {tab === 'merges' ? text.people.keysOpen : text.duplicates.keysOpen}
    </>
  )
}
