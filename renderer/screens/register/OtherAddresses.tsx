import { SegmentedControl } from '@mantine/core'
import { UnitPicker } from '../../data/UnitPicker'
import { text } from '../../text'
import type { FormPart } from './form-part'
import styles from './Register.module.css'
import { emptyAddress, type OtherUse, otherUses } from './register-draft'

const choices = ['unknown', 'same', 'other'] as const

/** The four places that QĐ 3891/2025 asks for beside the current one. */
export function OtherAddresses({ draft, setDraft }: Pick<FormPart, 'draft' | 'setDraft'>) {
  function choose(use: OtherUse, choice: string) {
    const next = choice === 'other' ? emptyAddress : choice === 'same' ? 'same' : 'unknown'
    setDraft({ ...draft, others: { ...draft.others, [use]: next } })
  }
  return (
    <div>
      <p className={styles.label}>{text.register.otherAddresses}</p>
      {otherUses.map(use => {
        const other = draft.others[use]
        return (
          <div key={use} className={styles.otherPlace}>
            <span>{text.register.addressUses[use]}</span>
            <SegmentedControl
              aria-label={text.register.addressUses[use]}
              data={choices.map(choice => ({ value: choice, label: text.register.addressChoice[choice] }))}
              value={typeof other === 'string' ? other : 'other'}
              onChange={choice => choose(use, choice)}
            />
            {typeof other !== 'string' && (
              <div className={styles.units}>
                <UnitPicker
                  provinceCode={other.provinceCode}
                  communeCode={other.communeCode}
                  onChange={unit =>
                    setDraft({ ...draft, others: { ...draft.others, [use]: { ...other, ...unit } } })
                  }
                />
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}
