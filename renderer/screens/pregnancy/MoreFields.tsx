import type { CallError } from '../../../src/contract/errors'
import { handbookKinds } from '../../../src/domain/maternal/handbook'
import type { PregnancyRules } from '../../../src/domain/maternal/pregnancy-rules'
import { sentenceAt } from '../../components/sentences'
import { TypedField } from '../../components/TypedField'
import { locale, text } from '../../text'
import { choicesOf } from '../injection/choices'
import { Choice, NumberField, Ticks, Words } from './Fields'
import styles from './Pregnancy.module.css'
import type { PregnancyDraft } from './pregnancy-draft'
import { readPara, writePara } from './typed-values'

type Props = {
  readonly draft: PregnancyDraft
  readonly onChange: (changes: Partial<PregnancyDraft>) => void
}
type More = Props & { readonly rules: PregnancyRules; readonly error: CallError | null }

/** What may be known at the first visit, and may wait. */
export function MoreFields(props: More) {
  const { rules, draft, onChange } = props
  const words = text.pregnancy.form
  const said = rules.risks.filter(({ found }) => found.by === 'asked')
  return (
    <>
      <div className={styles.six}>
        <Numbers {...props} />
      </div>
      <Ticks
        label={words.said}
        items={said.map(({ code, name }) => ({ code, name: name[locale] }))}
        chosen={draft.riskCodes}
        onChange={riskCodes => onChange({ riskCodes })}
        testId="said-risks"
      />
      <Words label={words.riskNote} value={draft.riskNote} onChange={riskNote => onChange({ riskNote })} />
    </>
  )
}

function Numbers({ draft, error, onChange }: More) {
  const words = text.pregnancy.form
  const numbers = ['gravida', 'heightCm', 'weightBeforeKg'] as const
  const [gravida, ...others] = numbers.map(field => (
    <NumberField
      key={field}
      label={words[field]}
      value={draft[field]}
      testId={`field-${field}`}
      error={sentenceAt(error, field)}
      onChange={value => onChange({ [field]: value })}
    />
  ))
  const fetuses = draft.fetuses === null ? null : String(draft.fetuses)
  return (
    <>
      {gravida}
      <TypedField
        label={words.para}
        placeholder={words.paraHint}
        bad={words.badPara}
        hint={words.paraMeaning}
        value={draft.para}
        read={readPara}
        write={writePara}
        onChange={para => onChange({ para })}
      />
      {others}
      <Choice
        label={words.fetuses}
        choices={choicesOf(words.fetusNames)}
        value={fetuses === '1' || fetuses === '2' || fetuses === '3' ? fetuses : null}
        onChange={value => onChange({ fetuses: value === null ? null : Number(value) })}
      />
    </>
  )
}

/** Where and with whom she means to give birth: spoken of later than at the enrolment. */
export function PlanFields(props: Props) {
  const words = text.pregnancy.form
  return (
    <div className={styles.evenFour}>
      <Plan part="place" label={words.planPlace} {...props} />
      <Plan part="transport" label={words.planTransport} {...props} />
      <Plan part="companion" label={words.planCompanion} {...props} />
      <Plan part="bloodDonor" label={words.planBlood} {...props} />
    </div>
  )
}

function Plan(props: Props & { readonly part: keyof PregnancyDraft['plan']; readonly label: string }) {
  const { part, label, draft, onChange } = props
  return (
    <Words
      label={label}
      value={draft.plan[part]}
      onChange={value => onChange({ plan: { ...draft.plan, [part]: value } })}
    />
  )
}

/** The book, handed out with the enrolment. */
export function BookFields({ draft, onChange }: Props) {
  const words = text.pregnancy.form
  return (
    <div className={styles.two}>
      <Choice
        label={words.book}
        choices={handbookKinds.map(value => ({ value, label: words.bookKinds[value] }))}
        value={draft.bookKind}
        onChange={bookKind => onChange({ bookKind })}
      />
      {draft.bookKind !== null && (
        <Words
          label={words.bookNumber}
          value={draft.bookNumber}
          onChange={bookNumber => onChange({ bookNumber })}
        />
      )}
    </div>
  )
}
