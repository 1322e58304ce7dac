import { Tabs } from '../../components/Tabs'
import { useKitWanting } from '../../frame/AfterChips'
import { type AfterTab, useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './After.module.css'
import { CallListPanel } from './CallListPanel'
import { CasesPanel } from './CasesPanel'
import { KitPanel } from './KitPanel'

const tabs: readonly AfterTab[] = ['calls', 'cases', 'kit']

/** After the dose: whom to call today, severe cases, the emergency box. */
export function AfterScreen({ tab = 'calls' }: { readonly tab: AfterTab | undefined }) {
  const { go } = useNavigation()
  const wanting = useKitWanting()
  const label = (value: AfterTab) =>
    value === 'kit' && wanting > 0 ? `${text.after.tabs.kit} ▲ ${wanting}` : text.after.tabs[value]
  return (
    <div className={styles.screen}>
      <Tabs
        label={text.after.title}
        tabs={tabs.map(value => ({ value, label: label(value) }))}
        value={tab}
        onChange={next => go({ name: 'after', tab: next })}
      />
      {tab === 'calls' && <CallListPanel />}
      {tab === 'cases' && <CasesPanel />}
      {tab === 'kit' && <KitPanel />}
    </div>
  )
}
