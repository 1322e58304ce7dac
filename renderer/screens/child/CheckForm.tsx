import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ChildCheckView, ChildPicture } from '../../../src/contract/child-calls'
import type { CallError } from '../../../src/contract/errors'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { DateField } from '../../components/DateField'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { sentenceAt, sentencesOf } from '../../components/sentences'
import { text } from '../../text'
import { DangerBoxes, FeedingBoxes, SignBoxes, SupplementBoxes } from './BoxFields'
import styles from './Child.module.css'
import type { CheckDraft } from './check-draft'
import { MeasureFields } from './MeasureFields'
import { useCheckForm } from './use-check-form'

/** One look at a child: the quick measures first, Enter goes on, the boxes of the age below. */
export function CheckForm(props: {
  readonly picture: ChildPicture
  readonly check: ChildCheckView | null
  readonly today: CalendarDay
  readonly onDone: (sentence: string) => void
  readonly onClose: () => void
}) {
  const { picture, check, today, onClose } = props
  const form = useCheckForm(props)
  const { draft, change, error } = form
  const isAgain = isAskedAgain(error)
  return (
    <Panel
      title={check ? text.child.form.correctTitle(formatDay(check.checkedOn)) : text.child.form.title}
      actions={
        <QuietButton isSmall hint="Esc" onPress={onClose}>
          {text.common.close}
        </QuietButton>
      }
      className={styles.now}
    >
      <div className={styles.form} data-testid="child-form">
        <MeasureFields
          picture={picture}
          draft={draft}
          error={error}
          isNew={check === null}
          onChange={change}
        />
        <FeedingBoxes picture={picture} draft={draft} onChange={change} />
        <SignBoxes picture={picture} draft={draft} onChange={change} />
        <SupplementBoxes picture={picture} draft={draft} onChange={change} />
        <DangerBoxes picture={picture} draft={draft} onChange={change} />
        <Words draft={draft} onChange={change} />
        <When picture={picture} draft={draft} today={today} error={error} onChange={change} />
      </div>
      <div className={styles.foot}>
        {error &&
          (isAgain ? (
            <AskAgain error={error} onSure={() => form.save(true)} />
          ) : (
            <ErrorNotice error={error} />
          ))}
        <div className={styles.buttons}>
          <FilledButton
            isBusy={form.isSaving}
            isDisabled={form.fields === null}
            onPress={() => form.save(false)}
            testId="save-check"
          >
            {check ? text.child.form.saveChanges : text.child.form.save}
          </FilledButton>
        </div>
      </div>
      {form.asksReason && (
        <ReasonDialog
          title={text.child.form.correctTitle(formatDay(check?.checkedOn ?? today))}
          action={text.child.form.saveChanges}
          suggestions={text.child.form.reasons}
          isBusy={form.isSaving}
          onConfirm={form.saveBecause}
          onClose={form.closeReason}
        />
      )}
    </Panel>
  )
}

/** True where everything against a check is only to be measured once more. */
function isAskedAgain(error: CallError | null): boolean {
  const problems = error?.problems ?? []
  return problems.length > 0 && problems.every(({ code }) => code.startsWith('child-check.again-'))
}

/** What is odd, as a yellow box: measured again, it may stand. */
function AskAgain({ error, onSure }: { readonly error: CallError; readonly onSure: () => void }) {
  return (
    <div className={styles.again} role="alert" data-testid="measure-again">
      <p>
        <b>▲ {text.child.form.askAgain}</b>
      </p>
      {sentencesOf(error).map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      <QuietButton isSmall onPress={onSure} testId="measured-again">
        {text.child.form.measuredAgain}
      </QuietButton>
    </div>
  )
}

type FieldProps = { readonly draft: CheckDraft; readonly onChange: (part: Partial<CheckDraft>) => void }

function Words({ draft, onChange }: FieldProps) {
  const { form } = text.child
  const [isOpen, setOpen] = useState(() => [draft.advice, draft.referredTo].some(word => word !== ''))
  return (
    <div className={styles.words}>
      <Textarea
        label={form.illness}
        autosize
        minRows={1}
        maxLength={1000}
        value={draft.illness}
        onChange={event => onChange({ illness: event.currentTarget.value })}
      />
      {isOpen ? (
        <>
          <Textarea
            label={form.advice}
            autosize
            minRows={1}
            maxLength={1000}
            value={draft.advice}
            onChange={event => onChange({ advice: event.currentTarget.value })}
          />
          <TextInput
            label={form.referredTo}
            autoComplete="off"
            maxLength={200}
            value={draft.referredTo}
            onChange={event => onChange({ referredTo: event.currentTarget.value })}
          />
        </>
      ) : (
        <QuietButton isSmall onPress={() => setOpen(true)}>
          {`${form.advice}, ${form.referredTo.toLocaleLowerCase()}`}
        </QuietButton>
      )}
    </div>
  )
}

/** The day of the check, another place, and when to come again. */
function When(
  props: FieldProps & {
    readonly picture: ChildPicture
    readonly today: CalendarDay
    readonly error: CallError | null
  },
) {
  const { picture, draft, today, error, onChange } = props
  const { form } = text.child
  const { proposedNextOn } = picture
  return (
    <div className={styles.when}>
      <DateField
        label={form.nextOn}
        value={draft.nextVisitOn}
        today={today}
        error={sentenceAt(error, 'check.nextVisitOn')}
        testId="child-next"
        onChange={nextVisitOn => onChange({ nextVisitOn })}
      />
      <div className={styles.propose}>
        {proposedNextOn !== null && (
          <QuietButton
            isSmall
            isPressed={draft.nextVisitOn === proposedNextOn}
            onPress={() => onChange({ nextVisitOn: proposedNextOn })}
            testId="propose-next"
          >
            {form.propose(formatDay(proposedNextOn))}
          </QuietButton>
        )}
      </div>
      <DateField
        label={form.checkedOn}
        value={draft.checkedOn}
        today={today}
        isRequired
        error={sentenceAt(error, 'check.checkedOn')}
        onChange={checkedOn => onChange({ checkedOn })}
      />
      <TextInput
        label={form.place}
        placeholder={form.placeHint}
        autoComplete="off"
        maxLength={200}
        value={draft.placeName}
        onChange={event => onChange({ placeName: event.currentTarget.value })}
      />
    </div>
  )
}
