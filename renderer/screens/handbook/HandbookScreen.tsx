import { countHandbookLists } from '../../../src/contract/handbook-list-calls'
import { formatCount } from '../../components/format'
import { Tabs } from '../../components/Tabs'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { type HandbookTab, useNavigation } from '../../frame/navigation'
import { useSearch } from '../../frame/search'
import { text } from '../../text'
import styles from './Handbook.module.css'
import { filterOf, firstChoice, type HandbookChoice, handbookTabs } from './handbook-choice'
import { ListPanel } from './ListPanel'
import { ReportPanel } from './ReportPanel'

/** Sổ mẹ và bé: whom to call and to visit, and the month's report of the programme. */
export function HandbookScreen({ tab = 'antenatal' }: { readonly tab: HandbookTab | undefined }) {
  const { go } = useNavigation()
  const typed = useSearch().text.trim()
  const { draft: choice, setDraft: choose } = useDraft<HandbookChoice>('handbook', () => firstChoice)
  const filter = filterOf(choice, typed)
  const list = tab === 'report' ? 'antenatal' : tab
  const counts = useCallQuery(countHandbookLists, { list, filter }, { keep: true })
  const goTo = (next: HandbookTab) => go({ name: 'handbook', tab: next })
  useKeys(Object.fromEntries(handbookTabs.map((value, index) => [`${index + 1}`, () => goTo(value)])))
  const label = (value: HandbookTab) => {
    const counted = counts.data?.lists.find(each => each.list === value)
    const words = text.handbook.tabs[value]
    return counted ? text.handbook.tabCount(words, formatCount(counted.lines)) : words
  }
  return (
    <div className={styles.screen}>
      <Tabs
        label={text.handbook.title}
        tabs={handbookTabs.map(value => ({ value, label: label(value) }))}
        value={tab}
        onChange={goTo}
      />
      {tab === 'report' ? (
        <ReportPanel />
      ) : (
        <ListPanel
          key={tab}
          list={tab}
          choice={choice}
          filter={filter}
          counts={counts}
          onChoose={part => choose({ ...choice, ...part })}
        />
      )}
    </div>
  )
}
