import { TextInput } from '@mantine/core'
import { text } from '../../text'
import styles from './Birth.module.css'
import { wordOf } from './birth-words'
import type { ChildPart } from './child-part'
import { Choose } from './form-fields'

const states = ['none', 'normal', 'refer'] as const

/** What is known later or seldom. */
export function MoreOfChild({ form, child, onChange }: Pick<ChildPart, 'form' | 'child' | 'onChange'>) {
  const isBegun = child.defects !== '' || child.note !== '' || Object.keys(child.screenings).length > 0
  return (
    <details className={styles.more} open={isBegun}>
      <summary>{text.birth.moreOfChild}</summary>
      <div>
        <div className={`${styles.row} ${styles.doses}`}>
          {form.data.screenings.map(each => (
            <Choose
              key={each.code}
              label={wordOf(each)}
              choices={states.map(value => ({ value, label: text.birth.screeningWords[value] }))}
              value={child.screenings[each.code] ?? 'none'}
              onChange={value => {
                const { [each.code]: _gone, ...rest } = child.screenings
                onChange({ ...child, screenings: value === 'none' ? rest : { ...rest, [each.code]: value } })
              }}
            />
          ))}
        </div>
        <div className={`${styles.row} ${styles.doseFields}`}>
          <TextInput
            label={text.birth.defects}
            autoComplete="off"
            value={child.defects}
            onChange={event => onChange({ ...child, defects: event.currentTarget.value })}
          />
          <TextInput
            label={text.birth.childNote}
            autoComplete="off"
            value={child.note}
            onChange={event => onChange({ ...child, note: event.currentTarget.value })}
          />
        </div>
      </div>
    </details>
  )
}
