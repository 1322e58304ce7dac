import { Checkbox, TextInput } from '@mantine/core'
import type { CallError } from '../../../src/contract/errors'
import type { BirthData, BirthMeasure, BoxCheck, CodedWord } from '../../../src/domain/maternal/birth-data'
import { isPossible, isUnusual } from '../../../src/domain/maternal/birth-data'
import { sentenceAt } from '../../components/sentences'
import { text } from '../../text'
import { wordOf } from './birth-words'
import { ShortField } from './form-fields'
import styles from './Postnatal.module.css'
import type { BabyDraft, LookDraft, MotherDraft } from './postnatal-draft'
import { readNumber } from './typed-values'

const words = text.birth.postnatal

type Common = {
  readonly data: BirthData
  readonly error: CallError | null
  /** Where the look stands in the request; empty in a correction. */
  readonly at: string
}

/** What was measured and seen of a mother. */
export function MotherFields(
  props: Common & { readonly draft: MotherDraft; readonly onChange: (draft: MotherDraft) => void },
) {
  const { data, draft, onChange, error, at } = props
  const field = (name: string) => (at === '' ? name : `${at}.${name}`)
  const measure = (name: 'temperatureC' | 'pulse' | 'systolic' | 'diastolic', label: string) => (
    <Measured
      key={name}
      data={data}
      measure={name === 'temperatureC' ? 'motherTemperatureC' : name}
      label={label}
      value={draft[name]}
      error={sentenceAt(error, field(name))}
      onChange={value => onChange({ ...draft, [name]: value })}
    />
  )
  return (
    <>
      <div className={styles.measures}>
        {measure('temperatureC', words.temperature)}
        {measure('pulse', words.pulse)}
        {measure('systolic', words.systolic)}
        {measure('diastolic', words.diastolic)}
      </div>
      <Boxes checks={data.motherChecks} draft={draft} onChange={look => onChange({ ...draft, ...look })} />
      <div className={styles.pair}>
        <TextInput
          label={words.contraception}
          autoComplete="off"
          value={draft.contraception}
          onChange={event => onChange({ ...draft, contraception: event.currentTarget.value })}
        />
        <Checkbox
          className={styles.low}
          label={words.vitaminA}
          checked={draft.vitaminA}
          onChange={event => onChange({ ...draft, vitaminA: event.currentTarget.checked })}
        />
      </div>
      <DangerFields
        {...props}
        signs={data.motherDangerSigns}
        draft={draft}
        onChange={look => onChange({ ...draft, ...look })}
      />
    </>
  )
}

/** What was measured and seen of a child. */
export function BabyFields(
  props: Common & {
    readonly draft: BabyDraft
    readonly onChange: (draft: BabyDraft) => void
    readonly lastWeight: string | null
  },
) {
  const { data, draft, onChange, error, at } = props
  const field = (name: string) => (at === '' ? name : `${at}.${name}`)
  const measure = (
    name: 'weightKg' | 'temperatureC' | 'breathsPerMinute',
    limit: BirthMeasure,
    label: string,
  ) => (
    <Measured
      key={name}
      data={data}
      measure={limit}
      label={label}
      value={draft[name]}
      hint={name === 'weightKg' ? props.lastWeight : null}
      error={sentenceAt(error, field(name))}
      onChange={value => onChange({ ...draft, [name]: value })}
    />
  )
  return (
    <>
      <div className={styles.measures}>
        {measure('weightKg', 'newbornWeightKg', words.weightKg)}
        {measure('temperatureC', 'newbornTemperatureC', words.temperature)}
        {measure('breathsPerMinute', 'breathsPerMinute', words.breaths)}
      </div>
      <Boxes checks={data.newbornChecks} draft={draft} onChange={look => onChange({ ...draft, ...look })} />
      <DangerFields
        {...props}
        signs={data.newbornDangerSigns}
        draft={draft}
        onChange={look => onChange({ ...draft, ...look })}
      />
    </>
  )
}

function Measured(props: {
  readonly data: BirthData
  readonly measure: BirthMeasure
  readonly label: string
  readonly value: string
  readonly error: string | null
  readonly hint?: string | null
  readonly onChange: (value: string) => void
}) {
  const limits = props.data.limits[props.measure]
  const value = readNumber(props.value)
  const isRare = isPossible(limits, value) && isUnusual(limits, value)
  return (
    <ShortField
      label={props.label}
      value={props.value}
      error={props.error}
      hint={isRare ? `▲ ${text.birth.unusual}` : (props.hint ?? null)}
      testId={`look-${props.measure}`}
      onChange={props.onChange}
    />
  )
}

/** A white and a yellow box for each look; a second press empties it. */
function Boxes(props: {
  readonly checks: readonly BoxCheck[]
  readonly draft: LookDraft
  readonly onChange: (look: Pick<LookDraft, 'checks'>) => void
}) {
  const { checks, draft, onChange } = props
  return (
    <div className={styles.boxes}>
      {checks.map(check => (
        <div key={check.code} className={styles.check}>
          <span className={styles.label}>{wordOf(check)}</span>
          {(['white', 'yellow'] as const).map(box => (
            <button
              key={box}
              type="button"
              className={`${styles.box} ${styles[box]}`}
              aria-pressed={draft.checks[check.code] === box}
              aria-label={`${wordOf(check)}: ${wordOf(check[box])} (${words.boxes[box]})`}
              data-testid={`box-${check.code}-${box}`}
              onClick={() => {
                const { [check.code]: was, ...others } = draft.checks
                onChange({ checks: was === box ? others : { ...others, [check.code]: box } })
              }}
            >
              <span aria-hidden="true">
                {draft.checks[check.code] === box ? (box === 'white' ? '☑' : '▲') : '☐'}
              </span>{' '}
              {wordOf(check[box])}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}

function DangerFields(
  props: Common & {
    readonly signs: readonly CodedWord[]
    readonly draft: LookDraft
    readonly onChange: (look: Partial<LookDraft>) => void
  },
) {
  const { signs, draft, onChange, error, at } = props
  const problem = sentenceAt(error, at === '' ? 'referredTo' : `${at}.referredTo`)
  return (
    <>
      <p className={styles.label}>{words.dangerSigns}</p>
      <div className={styles.signs}>
        {signs.map(sign => (
          <Checkbox
            key={sign.code}
            label={wordOf(sign)}
            checked={draft.dangerSigns.includes(sign.code)}
            onChange={event => {
              const others = draft.dangerSigns.filter(code => code !== sign.code)
              onChange({ dangerSigns: event.currentTarget.checked ? [...others, sign.code] : others })
            }}
          />
        ))}
      </div>
      <div className={styles.pair}>
        <TextInput
          label={words.referredTo}
          autoComplete="off"
          withAsterisk={draft.dangerSigns.length > 0}
          value={draft.referredTo}
          error={problem ?? undefined}
          onChange={event => onChange({ referredTo: event.currentTarget.value })}
        />
        <TextInput
          label={words.advice}
          autoComplete="off"
          value={draft.advice}
          onChange={event => onChange({ advice: event.currentTarget.value })}
        />
      </div>
    </>
  )
}
