import { SegmentedControl } from '@mantine/core'
import type { RefObject } from 'react'
import type { DueCounts } from '../../../src/contract/due-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { DateField } from '../../components/DateField'
import { formatCount } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { type Choice, Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { locale, text } from '../../text'
import styles from './Due.module.css'
import { ages, type DueChoice, statuses, untilOf } from './due-choice'

type FilterProps = {
  readonly choice: DueChoice
  readonly today: CalendarDay
  readonly onChoose: (part: Partial<DueChoice>) => void
}

/** What may be chosen, each with its key. */
export function DueFilters(
  props: FilterProps & {
    readonly bar: RefObject<HTMLElement | null>
    readonly counts: DueCounts | null
  },
) {
  const { bar, choice, counts, onChoose } = props
  return (
    <search ref={bar} className={styles.filters} aria-label={text.due.statusLabel}>
      <StatusChoice {...props} />
      <div className={styles.pick}>
        <Kbd>T</Kbd>
        <Picker
          label={text.due.place}
          isLabelHidden
          isClearable
          placeholder={text.due.allPlaces}
          choices={placeChoices(counts)}
          value={choice.place}
          testId="due-place"
          onChange={place => onChoose({ place })}
        />
      </div>
      <div className={styles.pick}>
        <Kbd>V</Kbd>
        <Picker
          label={text.due.row}
          isLabelHidden
          isClearable
          placeholder={text.due.allRows}
          choices={rowChoices(counts)}
          value={choice.rowCode}
          testId="due-row"
          onChange={rowCode => onChoose({ rowCode })}
        />
      </div>
      <AgeAndOrder {...props} />
    </search>
  )
}

function StatusChoice({ choice, today, onChoose }: FilterProps) {
  return (
    <>
      <SegmentedControl
        aria-label={text.due.statusLabel}
        data-testid="due-status"
        data={statuses.map(status => ({ value: status, label: text.due.status[status] }))}
        value={choice.status}
        onChange={value => onChoose({ status: statuses.find(status => status === value) ?? 'due' })}
      />
      {choice.status === 'until' && (
        <div className={styles.until}>
          <DateField
            label={text.due.untilDay}
            isLabelHidden
            value={untilOf(choice.until, today)}
            today={today}
            testId="due-until"
            onChange={until => until && onChoose({ until })}
          />
        </div>
      )}
    </>
  )
}

function AgeAndOrder({ choice, onChoose }: FilterProps) {
  return (
    <>
      <div className={styles.pick}>
        <Kbd>U</Kbd>
        <SegmentedControl
          aria-label={text.due.age}
          data-testid="due-age"
          data={ages.map(age => ({ value: age, label: text.due.ages[age] }))}
          value={choice.age}
          onChange={value => onChoose({ age: ages.find(age => age === value) ?? 'all' })}
        />
      </div>
      <QuietButton
        isSmall
        hint="S"
        testId="due-order"
        onPress={() => onChoose({ order: choice.order === 'oldest' ? 'newest' : 'oldest' })}
      >
        {text.due[choice.order]}
      </QuietButton>
    </>
  )
}

/** Hamlets, and whole communes where there is more than one. */
function placeChoices(counts: DueCounts | null): readonly Choice[] {
  const places = counts?.places ?? []
  const communes = new Map(places.map(place => [place.communeCode, communeOf(place)]))
  const whole = [...communes].map(([code, name]) => ({
    value: `${code}|*`,
    label: text.due.wholeCommune(name),
  }))
  const hamlets = places.map(place => ({
    value: `${place.communeCode}|${place.hamlet}`,
    label: placeName(place, communes.size > 1),
  }))
  return [...(communes.size > 1 ? whole : []), ...hamlets]
}

type Place = DueCounts['places'][number]

function communeOf({ communeCode, communeName }: Place): string {
  return communeName ?? (communeCode === '' ? text.due.noCommune : communeCode)
}

/** A hamlet, with its commune where there are several. */
export function placeName(place: Place, isWithCommune: boolean): string {
  const hamlet = place.hamlet === '' ? text.due.noHamlet : place.hamlet
  return isWithCommune ? `${hamlet}, ${communeOf(place)}` : hamlet
}

function rowChoices(counts: DueCounts | null): readonly Choice[] {
  return (counts?.rows ?? []).map(({ rowCode, name, persons }) => ({
    value: rowCode,
    label: `${name[locale]} (${formatCount(persons)})`,
  }))
}
