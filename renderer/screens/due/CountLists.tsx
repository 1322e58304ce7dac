import type { DueCounts } from '../../../src/contract/due-calls'
import { formatCount } from '../../components/format'
import { Panel } from '../../components/Panel'
import { locale, text } from '../../text'
import styles from './Due.module.css'
import { placeName } from './DueFilters'
import type { DueChoice } from './due-choice'

/** How many by hamlet and by vaccine; a press narrows the list to it, another one opens it again. */
export function CountLists(props: {
  readonly counts: DueCounts | null
  readonly choice: DueChoice
  readonly onChoose: (part: Partial<DueChoice>) => void
}) {
  const { counts, choice, onChoose } = props
  const places = (counts?.places ?? []).toSorted((a, b) => b.persons - a.persons)
  const isWithCommune = new Set(places.map(({ communeCode }) => communeCode)).size > 1
  return (
    <div className={styles.counts}>
      <Panel title={text.due.byRow} scrolls className={styles.count}>
        {(counts?.rows ?? []).map(({ rowCode, name, persons }) => (
          <Count
            key={rowCode}
            name={name[locale]}
            persons={persons}
            isChosen={choice.rowCode === rowCode}
            onPress={() => onChoose({ rowCode: choice.rowCode === rowCode ? null : rowCode })}
          />
        ))}
      </Panel>
      <Panel title={text.due.byPlace} scrolls className={styles.count}>
        {places.map(place => {
          const value = `${place.communeCode}|${place.hamlet}`
          return (
            <Count
              key={value}
              name={placeName(place, isWithCommune)}
              persons={place.persons}
              isChosen={choice.place === value}
              onPress={() => onChoose({ place: choice.place === value ? null : value })}
            />
          )
        })}
      </Panel>
    </div>
  )
}

function Count(props: {
  readonly name: string
  readonly persons: number
  readonly isChosen: boolean
  readonly onPress: () => void
}) {
  const { name, persons, isChosen, onPress } = props
  return (
    <button type="button" className={styles.countLine} aria-pressed={isChosen} onClick={onPress}>
      <span className={styles.tick} aria-hidden="true">
        {isChosen ? '✓' : ''}
      </span>
      <span>{name}</span>
      <span className={styles.figure}>{formatCount(persons)}</span>
    </button>
  )
}
