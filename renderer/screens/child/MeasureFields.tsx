import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ChildPicture } from '../../../src/contract/child-calls'
import type { CallError } from '../../../src/contract/errors'
import { formatTime } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { sentenceAt } from '../../components/sentences'
import { text } from '../../text'
import { formatDecimal, parseDecimal } from '../screening/checklist'
import styles from './Child.module.css'
import { type CheckDraft, type MeasureName, measureNames } from './check-draft'

const fieldOf = { weight: 'weightKg', length: 'lengthHeightCm', head: 'headCm', arm: 'armCm' } as const

/** Weight, length, head, arm, swelling: Enter goes on, from the last one to saving. */
export function MeasureFields(props: {
  readonly picture: ChildPicture
  readonly draft: CheckDraft
  readonly error: CallError | null
  readonly isNew: boolean
  readonly onChange: (part: Partial<CheckDraft>) => void
}) {
  const { picture, draft, error, isNew, onChange } = props
  const { ask } = picture
  const group = useRef<HTMLDivElement>(null)
  const shown = measureNames.filter(name => isShown(name, ask, draft))
  useEffect(() => {
    const first = isNew && picture.weightToday ? 'length' : 'weight'
    group.current?.querySelector<HTMLInputElement>(`[data-measure="${first}"]`)?.focus()
  }, [isNew, picture.weightToday])

  const goOn = (event: KeyboardEvent<HTMLInputElement>) => goToNext(event, group.current, shown)
  return (
    <div ref={group} className={styles.measures}>
      {shown.map(name => (
        <TextInput
          key={name}
          label={labelOf(name, draft)}
          rightSection={name === 'weight' ? 'kg' : 'cm'}
          inputMode="decimal"
          autoComplete="off"
          maxLength={6}
          value={draft[name]}
          data-measure={name}
          data-testid={`child-${name}`}
          error={sentenceAt(error, `check.${fieldOf[name]}`) ?? badNumber(draft[name])}
          onChange={event => onChange({ [name]: event.currentTarget.value })}
          onKeyDown={goOn}
        />
      ))}
      <HowMeasured draft={draft} onChange={onChange} />
      {isNew && picture.weightToday && (
        <p className={styles.offered} role="note" data-testid="weight-offered">
          ✓{' '}
          {text.child.form.offered(
            formatDecimal(picture.weightToday.weightKg),
            formatTime(picture.weightToday.at),
          )}
        </p>
      )}
    </div>
  )
}

/** Enter goes to the next measure, from the last one to saving. */
function goToNext(
  event: KeyboardEvent<HTMLInputElement>,
  group: HTMLElement | null,
  shown: readonly MeasureName[],
): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  const from = shown.indexOf(event.currentTarget.dataset.measure as MeasureName)
  const next = shown[from + 1]
  const target = next
    ? group?.querySelector<HTMLElement>(`[data-measure="${next}"]`)
    : document.querySelector<HTMLElement>('[data-testid="save-check"]')
  target?.focus()
}

/** Lying or standing, and the swelling that makes a weight say nothing. */
function HowMeasured(props: {
  readonly draft: CheckDraft
  readonly onChange: (part: Partial<CheckDraft>) => void
}) {
  const { draft, onChange } = props
  return (
    <>
      <Toggles
        label={text.child.form.position}
        choices={(['lying', 'standing'] as const).map(value => ({
          value,
          label: text.child.form.positions[value],
        }))}
        value={draft.position}
        onChange={position => onChange({ position: position ?? draft.position })}
      />
      <Toggles
        label={text.child.form.oedema}
        choices={[
          { value: false, label: text.common.no },
          { value: true, label: text.common.yes },
        ]}
        value={draft.oedema}
        onChange={oedema => onChange({ oedema })}
      />
    </>
  )
}

/** Head and arm are asked at their ages; what a check has stays to be put right. */
function isShown(name: MeasureName, ask: ChildPicture['ask'], draft: CheckDraft): boolean {
  if (name === 'head') return ask.asksHead || draft.head !== ''
  if (name === 'arm') return ask.asksArm || draft.arm !== ''
  return true
}

function labelOf(name: MeasureName, { position }: CheckDraft): string {
  const { form } = text.child
  return name === 'length' && position === 'standing' ? form.height : form[name]
}

/** A value is only called wrong when it cannot become right by typing on. */
function badNumber(typed: string): string | undefined {
  const clean = typed.trim()
  return clean === '' || /[,.]$/u.test(clean) || parseDecimal(clean) !== null
    ? undefined
    : text.child.form.badNumber
}

/** A few choices as buttons; pressed again, nothing is chosen. */
function Toggles<T extends string | boolean>(props: {
  readonly label: string
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly value: T | null
  readonly onChange: (value: T | null) => void
}) {
  const { label, choices, value, onChange } = props
  return (
    <fieldset className={styles.toggles}>
      <legend>{label}</legend>
      {choices.map(choice => (
        <QuietButton
          key={choice.label}
          isSmall
          isPressed={choice.value === value}
          label={`${label}: ${choice.label}`}
          onPress={() => onChange(choice.value === value ? null : choice.value)}
        >
          {choice.value === value ? `✓ ${choice.label}` : choice.label}
        </QuietButton>
      ))}
    </fieldset>
  )
}
