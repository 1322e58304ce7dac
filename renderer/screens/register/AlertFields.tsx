import { Checkbox, TextInput } from '@mantine/core'
import { type AlertCode, alertCodes } from '../../../src/domain/person/person'
import { text } from '../../text'
import type { FormPart } from './form-part'
import styles from './Register.module.css'

/** What a screener must see; each with a word of detail. */
export function AlertFields({ draft, setDraft }: Pick<FormPart, 'draft' | 'setDraft'>) {
  function toggle(code: AlertCode, isOn: boolean) {
    const { [code]: _gone, ...rest } = draft.alerts
    setDraft({ ...draft, alerts: isOn ? { ...rest, [code]: '' } : rest })
  }
  return (
    <div>
      <p className={styles.label}>{text.register.alerts}</p>
      <div className={styles.alerts}>
        {alertCodes
          .filter(code => isOffered(code, draft))
          .map(code => (
            <div key={code} className={styles.alert}>
              <Checkbox
                label={text.common.alerts[code]}
                checked={draft.alerts[code] !== undefined}
                onChange={event => toggle(code, event.currentTarget.checked)}
              />
              {draft.alerts[code] !== undefined && (
                <TextInput
                  aria-label={`${text.common.alerts[code]}: ${text.register.alertNote}`}
                  placeholder={text.register.alertNote}
                  autoComplete="off"
                  maxLength={500}
                  value={draft.alerts[code]}
                  onChange={event =>
                    setDraft({ ...draft, alerts: { ...draft.alerts, [code]: event.currentTarget.value } })
                  }
                />
              )}
            </div>
          ))}
      </div>
    </div>
  )
}

const ofWomen: readonly AlertCode[] = ['pregnant', 'breastfeeding', 'tetanus-high-risk-area']

/** A man is not pregnant; what was noted before stays in sight, so that it can be taken back. */
function isOffered(code: AlertCode, { sex, alerts }: FormPart['draft']): boolean {
  return !ofWomen.includes(code) || sex !== 'male' || alerts[code] !== undefined
}
