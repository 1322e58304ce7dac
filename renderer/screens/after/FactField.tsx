import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CaseField } from '../../../src/domain/aefi/case-form'
import { QuietButton } from '../../components/QuietButton'
import { useAppState } from '../../frame/app-state'
import { locale, text } from '../../text'
import styles from './After.module.css'
import { readMoment, showMoment } from './moments'

type Props = {
  readonly field: CaseField
  readonly value: string
  readonly isBad: boolean
  readonly onChange: (value: string) => void
}

/** One value of the form, as its kind is typed; ● marks what is critical and still empty. */
export function FactField(props: Props) {
  const { field, value, isBad, onChange } = props
  const isWanting = field.critical && value.trim() === ''
  const label = `${isWanting ? '● ' : ''}${field.label[locale]}`
  const common = {
    label,
    error: isBad ? text.errors['aefi.bad-fact']({}) : undefined,
    'data-testid': `fact-${field.code}`,
  }
  switch (field.kind) {
    case 'day':
    case 'moment':
      return <MomentField {...props} label={label} />
    case 'choice':
      return <OneChoice {...props} label={label} />
    case 'choices':
      return <Choices {...props} label={label} />
    case 'text':
      return (
        <Textarea
          {...common}
          className={styles.whole}
          autosize
          minRows={2}
          maxLength={4000}
          value={value}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )
    case 'line':
      return (
        <TextInput
          {...common}
          maxLength={300}
          value={value}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )
  }
}

function OneChoice({ field, value, onChange, label }: Props & { readonly label: string }) {
  return (
    <Select
      label={label}
      data-testid={`fact-${field.code}`}
      clearable
      data={field.choices.map(({ code, label: name }) => ({ value: code, label: name[locale] }))}
      value={value === '' ? null : value}
      onChange={next => onChange(next ?? '')}
    />
  )
}

/** A day or a moment as people write it; what cannot be read is said and never sent. */
function MomentField({ field, value, isBad, onChange, label }: Props & { readonly label: string }) {
  const { today } = useAppState()
  const [typed, setTyped] = useState<string | null>(null)
  const read = (words: string) => {
    const moment = readMoment(words, today)
    return moment !== null && field.kind === 'day' ? moment.slice(0, 10) : moment
  }
  const isUnread = typed !== null && typed.trim() !== '' && read(typed) === null
  return (
    <TextInput
      label={label}
      placeholder={field.kind === 'moment' ? text.after.form.momentHint : text.common.datePlaceholder}
      maxLength={20}
      data-testid={`fact-${field.code}`}
      error={isUnread || isBad ? text.after.form.badMoment : undefined}
      value={typed ?? showMoment(value)}
      onChange={event => {
        const words = event.currentTarget.value
        setTyped(words)
        const moment = read(words)
        if (moment !== null || words.trim() === '') onChange(moment ?? '')
      }}
      onBlur={() => {
        if (!isUnread) setTyped(null)
      }}
    />
  )
}

function Choices({ field, value, onChange, label }: Props & { readonly label: string }) {
  const chosen = value === '' ? [] : value.split(',')
  const toggle = (code: string) => {
    const next = chosen.includes(code) ? chosen.filter(each => each !== code) : [...chosen, code]
    onChange(next.join(','))
  }
  return (
    <fieldset className={`${styles.whole} ${styles.doses}`}>
      <legend>{label}</legend>
      <div className={styles.chips}>
        {field.choices.map(choice => (
          <QuietButton
            key={choice.code}
            isSmall
            isPressed={chosen.includes(choice.code)}
            testId={`fact-${field.code}-${choice.code}`}
            onPress={() => toggle(choice.code)}
          >
            {choice.label[locale]}
          </QuietButton>
        ))}
      </div>
    </fieldset>
  )
}
