import { SegmentedControl } from '@mantine/core'
import { UnitPicker } from '../../data/UnitPicker'
import { text } from '../../text'
import { OldPlaceField } from '../household/OldPlaceField'
import type { FormPart } from './form-part'
import styles from './Register.module.css'
import { emptyAddress, type OtherUse, otherUses } from './register-draft'

const choices = ['unknown', 'same', 'permanent', 'other'] as const

/** The permanent place cannot be its own copy. */
function choicesFor(use: OtherUse) {
  return choices.filter(choice => choice !== 'permanent' || use !== 'permanent')
}

/** The four places that QĐ 3891/2025 asks for beside the current one. */
export function OtherAddresses({ draft, setDraft }: Pick<FormPart, 'draft' | 'setDraft'>) {
  function choose(use: OtherUse, choice: string) {
    const isWord = choice === 'same' || choice === 'permanent'
    const next = choice === 'other' ? emptyAddress : isWord ? choice : 'unknown'
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
              data={choicesFor(use).map(choice => ({
                value: choice,
                label: text.register.addressChoice[choice],
              }))}
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
                <OldPlaceField
                  address={other}
                  onChange={address => setDraft({ ...draft, others: { ...draft.others, [use]: address } })}
                />
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}
