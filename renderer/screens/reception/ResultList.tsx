import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { type DueSummary, summarizeDue } from '../../../src/contract/dose-calls'
import { Chip } from '../../components/Chip'
import { formatCount, formatDay } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { PersonLine } from '../../components/PersonLine'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useSearch } from '../../frame/search'
import { text } from '../../text'
import { ProvinceSearch } from '../link/ProvinceSearch'
import styles from './Reception.module.css'
import { groupOrder, type PeopleToChoose } from './use-people-to-choose'

/** Milliseconds without a new list after which typing counts as over. */
const restMs = 180

/** The hits of a search in their groups. */
export function ResultList(props: {
  readonly people: PeopleToChoose
  readonly personId: string | null
  readonly onChoose: (personId: string) => void
}) {
  const { people, personId, onChoose } = props
  const { today } = useAppState()
  // What is due is asked once the typing rests: for forty people it costs more than the search itself.
  const wanted = people.ids.join()
  const [rested] = useDebouncedValue(wanted, restMs)
  const due = useCallQuery(
    summarizeDue,
    { personIds: [...people.ids] },
    { isOn: !people.isStale && people.ids.length > 0 && rested === wanted, keep: true },
  )
  return (
    <Panel
      title={people.hits.length === 0 ? text.reception.foundNobody : text.reception.found(people.hits.length)}
      note={
        people.persons > 0 && text.reception.among(formatCount(people.persons), Math.round(people.tookMs))
      }
      actions={<ListKeys />}
      label={text.reception.results}
      scrolls
    >
      {people.isStale && people.hits.length === 0 && <LateSkeleton />}
      <div
        role="listbox"
        aria-label={text.reception.results}
        aria-busy={people.isStale}
        tabIndex={-1}
        data-testid="results"
      >
        {groupOrder.map(group => {
          const hits = people.hits.filter(hit => hit.group === group)
          if (hits.length === 0) return null
          return (
            // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options by role
            <div key={group} role="group" aria-label={text.reception.groups[group]}>
              <p className={styles.group}>{text.reception.groups[group]}</p>
              {hits.map(hit => (
                <Option
                  key={hit.personId}
                  isChosen={hit.personId === personId}
                  onChoose={() => onChoose(hit.personId)}
                >
                  <PersonLine
                    hit={hit}
                    today={today}
                    end={<DueChip due={due.data?.find(found => found.personId === hit.personId)} />}
                  />
                </Option>
              ))}
            </div>
          )
        })}
      </div>
      <NotRight />
    </Panel>
  )
}

/** What helps when the right person is not among the hits. */
function NotRight() {
  const search = useSearch()
  return (
    <div className={styles.advice}>
      <p>
        {text.reception.notRight} <strong>{text.reception.example}</strong>. {text.reception.scanAnywhere}
      </p>
      <ProvinceSearch key={search.text} typed={search.text} isQuiet />
    </div>
  )
}

/** One line that can be chosen; it comes into view when it is. */
export function Option(props: {
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly children: React.ReactNode
}) {
  const { isChosen, onChoose, children } = props
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the search box move the choice
    <div
      ref={line}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className={styles.option}
      onClick={onChoose}
    >
      {children}
    </div>
  )
}

/** More letters than this do not fit the column of a line; the quick view says them in full. */
const longestLabel = 11

/** What is due, in the few words of a line. */
export function DueChip({ due }: { readonly due: DueSummary | undefined }) {
  if (!due) return null
  const [late] = due.overdueLabels
  const count = due.dueLabels.length + due.overdueLabels.length
  if (late !== undefined && count === 1 && late.length <= longestLabel)
    return <Chip kind="late">{text.reception.overdue(late)}</Chip>
  if (count > 0) {
    const words = text.reception.dueCount(count)
    return <Chip kind={late === undefined ? 'due' : 'late'}>{words}</Chip>
  }
  if (due.nextOn !== null) return <Chip kind="ok">{text.reception.nextOn(formatDay(due.nextOn))}</Chip>
  return <Chip kind="ok">{text.reception.nothingMore}</Chip>
}

function ListKeys() {
  return (
    <>
      <Kbd>↑↓</Kbd> {text.reception.keysChoose} <Kbd>↵</Kbd> {text.reception.keysOpen} <Kbd>Ctrl N</Kbd>{' '}
      {text.reception.keysNew}
    </>
  )
}
