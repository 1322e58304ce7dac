import { TextInput } from '@mantine/core'
import type { BirthForm } from '../../../src/contract/birth-calls'
import { type BirthMeasure, isPossible, isUnusual } from '../../../src/domain/maternal/birth-data'
import { DateField } from '../../components/DateField'
import { QuietButton } from '../../components/QuietButton'
import { sentenceAt } from '../../components/sentences'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './Birth.module.css'
import { checkNames } from './birth-draft'
import type { ChildPart } from './child-part'
import { DoseFields } from './DoseFields'
import { Choose, ShortField, YesNo } from './form-fields'
import { MoreOfChild } from './MoreOfChild'
import { readNumber } from './typed-values'

/** One child: when, how heavy, how it did, what it was given. */
export function ChildFields(
  part: ChildPart & {
    readonly title: string
    readonly onRemove: (() => void) | null
    readonly removeWord: string
    readonly isFirst: boolean
  },
) {
  const { child, onRemove } = part
  const isNew = child.newbornId === null
  return (
    <section className={styles.child} aria-label={part.title} data-testid="birth-child">
      <div className={styles.childHead}>
        <h3 className={styles.childTitle}>{part.title}</h3>
        {onRemove && (
          <QuietButton isSmall onPress={onRemove}>
            {part.removeWord}
          </QuietButton>
        )}
      </div>
      <div className={styles.group}>
        <BornRow {...part} />
        <MeasureRow {...part} />
        <div className={`${styles.row} ${styles.checks}`}>
          {checkNames.map(name => (
            <YesNo
              key={name}
              label={text.birth.checks[name]}
              value={child.checks[name]}
              onChange={value => part.onChange({ ...child, checks: { ...child.checks, [name]: value } })}
            />
          ))}
        </div>
        {child.alive && isNew && <DoseFields {...part} />}
        <MoreOfChild {...part} />
      </div>
    </section>
  )
}

const sexes = ['male', 'female', 'unknown'] as const
const lives = ['yes', 'no'] as const

function BornRow({
  child,
  onChange,
  error,
  at,
  missing,
  isFirst,
}: ChildPart & { readonly isFirst: boolean }) {
  const { today } = useAppState()
  const required = (field: string) => (missing.includes(`${at}.${field}`) ? text.birth.required : null)
  return (
    <div className={`${styles.row} ${styles.born}`}>
      <DateField
        label={text.birth.bornOn}
        value={child.bornOn}
        today={today}
        isRequired
        autoFocus={isFirst}
        testId="born-on"
        error={
          required('bornOn') ?? sentenceAt(error, `${at}.bornOn`) ?? sentenceAt(error, `${at}.birthDate`)
        }
        onChange={bornOn => onChange({ ...child, bornOn })}
      />
      <ShortField
        label={text.birth.bornAt}
        value={child.bornAt}
        isTime
        placeholder={text.birth.timeHint}
        testId="born-at"
        error={sentenceAt(error, `${at}.bornAt`) ?? sentenceAt(error, `${at}.birthTime`)}
        onChange={bornAt => onChange({ ...child, bornAt })}
      />
      <Choose
        label={text.birth.sex}
        isRequired
        choices={sexes.map(value => ({ value, label: text.common.sex[value] }))}
        value={child.sex}
        error={required('sex')}
        testId="born-sex"
        onChange={sex => onChange({ ...child, sex })}
      />
      <Choose
        label={text.birth.alive}
        isDisabled={child.newbornId !== null}
        choices={lives.map(value => ({ value, label: text.birth.aliveWords[value] }))}
        value={child.alive ? 'yes' : 'no'}
        testId="born-alive"
        onChange={value => onChange({ ...child, alive: value === 'yes' })}
      />
    </div>
  )
}

const measures = [
  { field: 'weightG', label: text.birth.weight },
  { field: 'lengthCm', label: text.birth.length },
  { field: 'headCm', label: text.birth.head },
] as const satisfies readonly { readonly field: BirthMeasure; readonly label: string }[]
const scores = [
  { field: 'apgar1', minute: 1 },
  { field: 'apgar5', minute: 5 },
  { field: 'apgar10', minute: 10 },
] as const

function MeasureRow({ form, child, onChange, error, at }: ChildPart) {
  return (
    <div className={`${styles.row} ${styles.measures}`}>
      <TextInput
        label={text.birth.name}
        placeholder={text.birth.namePlaceholder(form.mother.displayName)}
        autoComplete="off"
        spellCheck={false}
        disabled={!child.alive || child.newbornId !== null || child.personId !== null}
        value={child.alive ? child.name : ''}
        error={sentenceAt(error, `${at}.name`) ?? undefined}
        onChange={event => onChange({ ...child, name: event.currentTarget.value })}
      />
      {measures.map(({ field, label }) => (
        <ShortField
          key={field}
          label={label}
          placeholder={field === 'weightG' ? '' : 'cm'}
          value={child[field]}
          testId={`born-${field}`}
          error={sentenceAt(error, `${at}.${field}`)}
          hint={isRare(form, field, child[field]) ? `▲ ${text.birth.unusual}` : null}
          onChange={value => onChange({ ...child, [field]: value })}
        />
      ))}
      {scores.map(({ field, minute }) => (
        <ShortField
          key={field}
          label={minute === 1 ? `${text.birth.apgar} ${text.birth.minute(1)}` : text.birth.minute(minute)}
          value={child[field]}
          error={sentenceAt(error, `${at}.${field}`)}
          onChange={value => onChange({ ...child, [field]: value })}
        />
      ))}
    </div>
  )
}

/** Possible, but worth a second look. */
function isRare({ data }: BirthForm, measure: BirthMeasure, typed: string): boolean {
  const value = readNumber(typed)
  return isPossible(data.limits[measure], value) && isUnusual(data.limits[measure], value)
}
