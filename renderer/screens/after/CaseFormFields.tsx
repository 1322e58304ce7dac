import type { CaseView } from '../../../src/contract/aefi-calls'
import type { CallError } from '../../../src/contract/errors'
import type { Facts } from '../../../src/domain/aefi/aefi-case'
import { type CaseField, type CaseForm, isAsked } from '../../../src/domain/aefi/case-form'
import { locale, text } from '../../text'
import styles from './After.module.css'
import type { CaseDraft } from './case-draft'
import { FactField } from './FactField'

type Props = {
  readonly view: CaseView
  readonly form: CaseForm
  readonly draft: CaseDraft
  readonly error: CallError | null
  readonly onChange: (draft: CaseDraft) => void
}

/** The form by sections; what each dose has of its own stands once a dose. */
export function CaseFormFields({ view, form, draft, error, onChange }: Props) {
  const facts = { ...view.facts, ...draft.facts }
  const set = (code: string, value: string) =>
    onChange({ ...draft, facts: { ...draft.facts, [code]: value } })
  const setOfDose = (doseId: string, code: string, value: string) =>
    onChange({
      ...draft,
      doseFacts: { ...draft.doseFacts, [doseId]: { ...draft.doseFacts[doseId], [code]: value } },
    })
  return form.sections.map(section => {
    const fields = form.fields.filter(field => field.section === section.code && isAsked(field, facts))
    const ofCase = fields.filter(({ per }) => per === 'case')
    const ofDose = fields.filter(({ per }) => per === 'dose')
    return (
      <section key={section.code} className={styles.section}>
        <h3>{section.label[locale]}</h3>
        <Fields
          fields={ofCase}
          facts={facts}
          isBad={code => hasProblem(error, `facts.${code}`)}
          onChange={set}
        />
        {ofDose.length > 0 &&
          view.doses.map(dose => (
            <div key={dose.doseId} className={styles.dose}>
              <h4>{text.after.form.dose(dose.vaccineName, dose.lotNumber ?? '')}</h4>
              <Fields
                fields={ofDose}
                facts={{ ...view.doseFacts[dose.doseId], ...draft.doseFacts[dose.doseId] }}
                isBad={code => hasProblem(error, `doseFacts.${dose.doseId}.${code}`)}
                onChange={(code, value) => setOfDose(dose.doseId, code, value)}
              />
            </div>
          ))}
      </section>
    )
  })
}

function hasProblem(error: CallError | null, field: string): boolean {
  return error?.problems.some(problem => problem.field === field) ?? false
}

function Fields(props: {
  readonly fields: readonly CaseField[]
  readonly facts: Facts
  readonly isBad: (code: string) => boolean
  readonly onChange: (code: string, value: string) => void
}) {
  const { fields, facts, isBad, onChange } = props
  return (
    <div className={styles.fields}>
      {fields.map(field => (
        <FactField
          key={field.code}
          field={field}
          value={facts[field.code] ?? ''}
          isBad={isBad(field.code)}
          onChange={value => onChange(field.code, value)}
        />
      ))}
    </div>
  )
}
