import { SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { managers, type PersonKind } from '../../../src/domain/person/person'
import { useScanDesk } from '../../frame/scan-desk'
import { text } from '../../text'
import { AlertFields } from './AlertFields'
import { errorAt, type FormPart } from './form-part'
import { OtherAddresses } from './OtherAddresses'
import styles from './Register.module.css'
import { typedSystems } from './register-draft'

const kinds: readonly PersonKind[] = ['child', 'woman', 'other']
const protections = ['unknown', 'yes', 'no'] as const

/** What can be added now or later. */
export function MoreFields(part: FormPart) {
  const { draft, setDraft } = part
  return (
    <details className={styles.more}>
      <summary>{text.register.more}</summary>
      <div className={styles.form}>
        <CardField />
        <div className={styles.three}>
          {typedSystems.map(system => (
            <TextInput
              key={system}
              label={text.common.identifierSystems[system]}
              autoComplete="off"
              maxLength={40}
              value={draft.identifiers[system]}
              error={errorAt(part, `identifiers.${system}`) ?? undefined}
              onChange={event =>
                setDraft({
                  ...draft,
                  identifiers: { ...draft.identifiers, [system]: event.currentTarget.value },
                })
              }
            />
          ))}
        </div>
        <BirthFields {...part} />
        <AlertFields {...part} />
        <OtherAddresses {...part} />
        <ManagerField {...part} />
        <Textarea
          label={text.register.note2}
          autosize
          minRows={1}
          maxLength={2000}
          value={draft.note}
          onChange={event => setDraft({ ...draft, note: event.currentTarget.value })}
        />
      </div>
    </details>
  )
}

/** For what a phone or another program read from a card: pasted, it is read like a scan. */
function CardField() {
  const { take } = useScanDesk()
  const [pasted, setPasted] = useState('')
  return (
    <TextInput
      label={text.register.card}
      description={text.register.cardHint}
      autoComplete="off"
      data-testid="paste-card"
      value={pasted}
      onChange={event => setPasted(event.currentTarget.value)}
      onPaste={event => {
        event.preventDefault()
        setPasted('')
        take({ text: event.clipboardData.getData('text'), physical: null, touched: false })
      }}
    />
  )
}

/** Who manages the person's data, when it is not the health service of the province. */
function ManagerField({ draft, setDraft }: FormPart) {
  return (
    <div>
      <p className={styles.label}>{text.register.managedBy}</p>
      <SegmentedControl
        aria-label={text.register.managedBy}
        data={(['none', ...managers] as const).map(value => ({
          value,
          label: text.register.managers[value],
        }))}
        value={draft.managedBy ?? 'none'}
        onChange={value => setDraft({ ...draft, managedBy: managers.find(known => known === value) ?? null })}
      />
      {draft.managedBy !== null && <p role="note">{text.register.staysHere}</p>}
    </div>
  )
}

function BirthFields(part: FormPart) {
  const { draft, setDraft } = part
  return (
    <div className={styles.three}>
      <TextInput
        label={text.register.birthWeight}
        inputMode="numeric"
        autoComplete="off"
        value={draft.birthWeightG}
        error={errorAt(part, 'birthWeightG') ?? undefined}
        onChange={event => setDraft({ ...draft, birthWeightG: event.currentTarget.value })}
      />
      <TextInput
        label={text.register.gestation}
        inputMode="numeric"
        autoComplete="off"
        value={draft.gestationWeeks}
        error={errorAt(part, 'gestationWeeks') ?? undefined}
        onChange={event => setDraft({ ...draft, gestationWeeks: event.currentTarget.value })}
      />
      <TextInput
        label={text.register.ownPhone}
        inputMode="tel"
        autoComplete="off"
        value={draft.phone}
        error={errorAt(part, 'phone') ?? undefined}
        onChange={event => setDraft({ ...draft, phone: event.currentTarget.value })}
      />
      <div>
        <p className={styles.label}>{text.register.protectedAtBirth}</p>
        <SegmentedControl
          fullWidth
          aria-label={text.register.protectedAtBirth}
          data={protections.map(value => ({ value, label: text.register.protection[value] }))}
          value={draft.protectedAtBirth === null ? 'unknown' : draft.protectedAtBirth ? 'yes' : 'no'}
          onChange={value =>
            setDraft({ ...draft, protectedAtBirth: value === 'unknown' ? null : value === 'yes' })
          }
        />
      </div>
      <div>
        <p className={styles.label}>{text.register.kind}</p>
        <SegmentedControl
          fullWidth
          aria-label={text.register.kind}
          data={kinds.map(kind => ({ value: kind, label: text.common.personKind[kind] }))}
          value={draft.kind}
          onChange={value => setDraft({ ...draft, kind: kinds.find(kind => kind === value) ?? 'child' })}
        />
      </div>
    </div>
  )
}
