import { Checkbox, MultiSelect } from '@mantine/core'
import type { ScreeningPreparation } from '../../../src/contract/screening-calls'
import type { ChosenCause } from '../../../src/domain/screening/form'
import type { Cause } from '../../../src/domain/screening/rules'
import { DateField } from '../../components/DateField'
import { formatDay } from '../../components/format'
import { locale, text } from '../../text'
import styles from './Holds.module.css'

/** What is behind a "Có": ticked, it may speak of some vaccines only; with nothing ticked it counts for all. */
export function CauseList(props: {
  readonly causes: readonly Cause[]
  readonly chosen: readonly ChosenCause[]
  readonly prepared: ScreeningPreparation
  readonly onChange: (chosen: readonly ChosenCause[]) => void
}) {
  const { causes, chosen, prepared, onChange } = props
  const put = (cause: ChosenCause) => onChange([...chosen.filter(({ code }) => code !== cause.code), cause])
  return (
    <div className={styles.causes}>
      {causes.map(cause => {
        const found = chosen.find(({ code }) => code === cause.code) ?? null
        return (
          <div key={cause.code} className={styles.cause}>
            <Checkbox
              label={cause.text[locale]}
              checked={found !== null}
              data-testid={`cause-${cause.code}`}
              onChange={event =>
                event.currentTarget.checked
                  ? put({ code: cause.code, on: null, antigens: [] })
                  : onChange(chosen.filter(({ code }) => code !== cause.code))
              }
            />
            {found && <More cause={cause} found={found} prepared={prepared} onChange={put} />}
          </div>
        )
      })}
      {chosen.length === 0 && <p className={styles.why}>{text.screening.causeWhole}</p>}
    </div>
  )
}

/** The day or the components a cause asks for. */
function More(props: {
  readonly cause: Cause
  readonly found: ChosenCause
  readonly prepared: ScreeningPreparation
  readonly onChange: (cause: ChosenCause) => void
}) {
  const { cause, found, prepared, onChange } = props
  if (cause.asks === null) return null
  if (cause.asks === 'day') {
    return (
      <DateField
        label={text.screening.causeDay}
        isLabelHidden
        value={found.on}
        today={prepared.facts.on}
        onChange={on => onChange({ ...found, on })}
      />
    )
  }
  return (
    <MultiSelect
      aria-label={text.screening.causeAntigens}
      placeholder={found.antigens.length === 0 ? text.screening.causeAntigensHint : ''}
      data={choicesFor(prepared)}
      value={[...found.antigens]}
      searchable
      onChange={values => onChange({ ...found, antigens: antigensOf(values, prepared) })}
    />
  )
}

const ofDose = 'dose:'

function choicesFor({ given, antigens }: ScreeningPreparation) {
  const doses = given.map(({ name, on }, index) => ({
    value: `${ofDose}${index}`,
    label: text.screening.causeGiven(name, formatDay(on)),
  }))
  return [...doses, ...antigens.map(({ code, name }) => ({ value: code, label: name[locale] }))]
}

/** A dose stands for all its antigens. */
function antigensOf(values: readonly string[], { given }: ScreeningPreparation): readonly string[] {
  const antigens = values.flatMap(value =>
    value.startsWith(ofDose) ? (given[Number(value.slice(ofDose.length))]?.antigens ?? []) : [value],
  )
  return [...new Set(antigens)]
}
