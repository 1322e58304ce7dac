import { NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RequestOf } from '../../../src/contract/call'
import { type OwnStatus, savePointAnswers } from '../../../src/contract/supervision-calls'
import { glyphOf } from '../../components/Chip'
import { DateField } from '../../components/DateField'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatMoment } from '../../components/format'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './Supervision.module.css'
import { needs, readinessChip } from './supervision-words'

type Answers = RequestOf<typeof savePointAnswers>
const readiness = ['yes', 'no', 'unknown'] as const

/** What only people know of their point; the head answers it, the others read it. */
export function OwnAnswers({ own }: { readonly own: OwnStatus }) {
  const { signedIn, today } = useAppState()
  const mayAnswer = signedIn?.role === 'head' || signedIn?.role === 'admin'
  const [answers, setAnswers] = useState<Answers>(() => answersIn(own))
  const saving = useCallMutation(savePointAnswers)
  const [isSaved, setSaved] = useState(false)
  const change = (part: Partial<Answers>) => {
    setSaved(false)
    setAnswers({ ...answers, ...part })
  }
  async function save() {
    const answer = await saving.send(answers)
    setSaved(answer.ok)
  }
  return (
    <form className={styles.answers} onSubmit={event => event.preventDefault()} data-testid="own-answers">
      <fieldset className={styles.plain} disabled={!mayAnswer}>
        {needs.map(need => (
          <div key={need} className={styles.need}>
            <span id={`need-${need}`}>{text.supervision.has[need]}</span>
            <SegmentedControl
              aria-labelledby={`need-${need}`}
              disabled={!mayAnswer}
              data={readiness.map(value => ({
                value,
                label: `${glyphOf[readinessChip[value]]} ${text.supervision.readiness[value]}`,
              }))}
              value={answers[need]}
              onChange={value => change({ [need]: readiness.find(each => each === value) ?? 'unknown' })}
            />
          </div>
        ))}
        <TextInput
          label={text.supervision.own.internetKind}
          placeholder={text.supervision.own.internetKindHint}
          maxLength={60}
          value={answers.internetKind ?? ''}
          onChange={event => change({ internetKind: event.currentTarget.value })}
        />
        <Numbers answers={answers} onChange={change} />
        <DateField
          label={text.supervision.own.lastSupervisedOn}
          value={answers.lastSupervisedOn}
          today={today}
          onChange={lastSupervisedOn => change({ lastSupervisedOn })}
        />
      </fieldset>
      {saving.error && <ErrorNotice error={saving.error} />}
      <div className={styles.buttons}>
        <span role="status" className={styles.soft}>
          {isSaved ? `✓ ${text.supervision.own.saved}` : answeredWords(own)}
        </span>
        {mayAnswer ? (
          <FilledButton isBusy={saving.isSaving} testId="save-answers" onPress={() => void save()}>
            {text.supervision.own.save}
          </FilledButton>
        ) : (
          <span>{text.supervision.own.onlyHead}</span>
        )}
      </div>
    </form>
  )
}

const numbers = [
  { field: 'trainedStaff', label: text.supervision.own.trained },
  { field: 'births', label: text.supervision.own.births },
  { field: 'dosesOnPaper', label: text.supervision.own.dosesOnPaper },
] as const

function Numbers(props: { readonly answers: Answers; readonly onChange: (part: Partial<Answers>) => void }) {
  const { answers, onChange } = props
  return numbers.map(({ field, label }) => (
    <NumberInput
      key={field}
      label={label}
      min={0}
      max={1_000_000}
      allowDecimal={false}
      hideControls
      value={answers[field] ?? ''}
      onChange={value => onChange({ [field]: typeof value === 'number' ? value : null })}
    />
  ))
}

function answersIn({ now }: OwnStatus): Answers {
  const { computer, printer, internet, power, internetKind, trainedStaff, births } = now
  return {
    ...{ computer, printer, internet, power, internetKind, trainedStaff, births },
    dosesOnPaper: now.dosesOnPaper,
    lastSupervisedOn: now.lastSupervisedOn,
  }
}

function answeredWords({ now, answeredByName }: OwnStatus): string {
  if (now.answeredAt === null) return text.supervision.own.neverAnswered
  return text.supervision.own.answered(answeredByName ?? text.common.notKnown, formatMoment(now.answeredAt))
}
