import { useState } from 'react'
import { summarizeFindings } from '../../../src/contract/register-doctor-calls'
import { type FindingKind, findingKinds } from '../../../src/domain/register-doctor/finding'
import { formatCount } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { Panel } from '../../components/Panel'
import { Tabs } from '../../components/Tabs'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { DecidedList } from './DecidedList'
import { DoctorBar } from './DoctorBar'
import { FindingList } from './FindingList'
import styles from './RegisterDoctor.module.css'

type Tab = FindingKind | 'decided'
const tabs: readonly Tab[] = [...findingKinds, 'decided']

/** Kiểm tra hồ sơ: what cannot be right in the register, by kind, each with its repair. */
export function RegisterDoctorScreen() {
  const summary = useCallQuery(summarizeFindings, {}, { keep: true })
  const { draft, setDraft: setTab } = useDraft<Tab | null>('register-doctor', () => null)
  const [firstSeen] = useState<{ tab: Tab | null }>({ tab: null })
  const openOf = (kind: FindingKind) =>
    (summary.data?.counts ?? [])
      .filter(count => count.kind === kind)
      .reduce((sum, { findings }) => sum + findings, 0)
  // What is shown first stays, also when its last finding was put right.
  if (summary.data) firstSeen.tab ??= findingKinds.find(kind => openOf(kind) > 0) ?? null
  const tab = draft ?? firstSeen.tab ?? 'dates'
  useKeys(Object.fromEntries(tabs.map((name, index) => [`${index + 1}`, () => setTab(name)])))
  const labelOf = (value: Tab) =>
    value === 'decided'
      ? text.registerDoctor.tab(text.registerDoctor.decidedTab, formatCount(summary.data?.decided ?? 0))
      : text.registerDoctor.tab(text.registerDoctor.kinds[value], formatCount(openOf(value)))
  return (
    <Panel title={text.registerDoctor.title} actions={<Keys />} className={styles.panel}>
      <div className={styles.tabs}>
        <Tabs
          label={text.registerDoctor.title}
          isDense
          tabs={tabs.map(value => ({ value, label: labelOf(value) }))}
          value={tab}
          onChange={setTab}
        />
      </div>
      <DoctorBar summary={summary.data} />
      {tab === 'decided' ? (
        <DecidedList />
      ) : (
        <FindingList key={tab} kind={tab} wasSearched={summary.data?.lastSearch !== null} />
      )}
    </Panel>
  )
}

function Keys() {
  return (
    <>
      <Kbd>1</Kbd>–<Kbd>8</Kbd> {text.registerDoctor.keysTab} <Kbd>↑↓</Kbd> {text.registerDoctor.keysChoose}{' '}
      <Kbd>↵</Kbd> {text.registerDoctor.keysOpen}
    </>
  )
}
