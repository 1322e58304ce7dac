import { Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { correctDose, type DoseView, listVaccines } from '../../../src/contract/dose-calls'
import { getPerson } from '../../../src/contract/person-calls'
import { listLots } from '../../../src/contract/stock-calls'
import { isInUse } from '../../../src/domain/immunization/vaccine'
import { DateField } from '../../components/DateField'
import { DoseDateField } from '../../components/DoseDateField'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatDay } from '../../components/format'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { codes } from '../../text/codes'
import { choicesOf } from './choices'
import { changesOf, type DoseForm, formOf } from './correction'
import styles from './DoseMatrix.module.css'

/** Puts wrong fields of a dose right, with the reason; only what differs is sent. */
export function CorrectDoseDialog(props: {
  readonly dose: DoseView
  readonly onClose: () => void
  readonly onSaved: () => void
}) {
  const { dose, onClose, onSaved } = props
  const [form, setForm] = useState<DoseForm>(() => formOf(dose))
  const [reason, setReason] = useState('')
  const correcting = useCallMutation(correctDose)
  useKeys({ Escape: onClose }, 'dialog')
  const changes = changesOf(dose, form)
  const isChanged = changes !== null && Object.keys(changes).length > 0

  async function save() {
    if (!changes || !isChanged) return
    const answer = await correcting.send({ doseId: dose.doseId, changes, reason: reason.trim() })
    if (answer.ok) onSaved()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.injection.correctTitle}
      closeOnEscape={false}
      size="lg"
      centered
    >
      <div className={styles.correct}>
        <Fields dose={dose} form={form} onChange={part => setForm({ ...form, ...part })} />
        <ReasonFields reason={reason} onChange={setReason} />
        {correcting.error && (
          <div className={styles.whole}>
            <ErrorNotice error={correcting.error} />
          </div>
        )}
        <div className={`${styles.whole} ${styles.dialogButtons}`}>
          <span className={styles.soft}>{isChanged ? '' : text.injection.nothingChanged}</span>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.cancel}
          </QuietButton>
          <FilledButton
            level="dialog"
            isBusy={correcting.isSaving}
            isDisabled={!isChanged || reason.trim() === ''}
            onPress={() => void save()}
          >
            {text.injection.correctSave}
          </FilledButton>
        </div>
      </div>
    </Modal>
  )
}

type FieldsProps = {
  readonly dose: DoseView
  readonly form: DoseForm
  readonly onChange: (part: Partial<DoseForm>) => void
}

function Fields(props: FieldsProps) {
  const { dose, form, onChange } = props
  const vaccines = useCallQuery(listVaccines, {})
  const lots = useCallQuery(listLots, { vaccineCode: form.vaccineCode })
  const isOurs = dose.kind === 'administered'
  // A dose from our own shelf had a name; one from an old card may have none.
  const choices = (vaccines.data ?? []).filter(it => !isOurs || isInUse(it) || it.code === form.vaccineCode)
  return (
    <>
      <Picker
        label={text.injection.vaccine}
        choices={choices.map(({ code, shortName }) => ({ value: code, label: shortName }))}
        value={form.vaccineCode}
        onChange={code => code && onChange({ vaccineCode: code, lotId: null })}
        autoFocus
      />
      <DateFields {...props} />
      {isOurs ? (
        <Picker
          label={text.injection.lot}
          choices={(lots.data ?? []).map(lot => ({
            value: lot.lotId,
            label: `${lot.number} · ${text.injection.lotExpires(formatDay(lot.expiresOn))}`,
          }))}
          value={form.lotId}
          onChange={lotId => onChange({ lotId })}
        />
      ) : (
        <TextInput
          label={text.injection.lotNumber}
          data-scan="own"
          maxLength={40}
          value={form.lotNumber}
          onChange={event => onChange({ lotNumber: event.currentTarget.value })}
        />
      )}
      <PlaceFields dose={dose} form={form} onChange={onChange} />
    </>
  )
}

/** A dose from our own shelf has its day; one from a card may have a month or a year, and what it was given in. */
function DateFields({ dose, form, onChange }: FieldsProps) {
  const { today } = useAppState()
  const record = useCallQuery(getPerson, { personId: dose.personId })
  if (dose.kind === 'administered') {
    return (
      <DateField
        label={text.injection.givenOn}
        value={form.date?.givenOn ?? null}
        today={today}
        onChange={givenOn => onChange({ date: givenOn && { givenOn, givenOnAccuracy: null } })}
      />
    )
  }
  return (
    <>
      <DoseDateField
        label={text.injection.givenOn}
        value={form.date}
        today={today}
        bornOn={record.data?.person.birthDate ?? null}
        onChange={date => onChange({ date })}
      />
      <Select
        label={text.register.programme}
        data={choicesOf(text.register.programmes)}
        value={form.programme}
        allowDeselect={false}
        onChange={programme => programme && onChange({ programme })}
      />
    </>
  )
}

function ReasonFields(props: { readonly reason: string; readonly onChange: (reason: string) => void }) {
  const { reason, onChange } = props
  return (
    <>
      <Textarea
        className={styles.whole}
        label={text.injection.correctReason}
        description={text.common.reasonHint}
        withAsterisk
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={event => onChange(event.currentTarget.value)}
      />
      <div className={`${styles.whole} ${styles.detailsButtons}`}>
        {text.injection.correctReasons.map(suggestion => (
          <QuietButton key={suggestion} isSmall onPress={() => onChange(suggestion)}>
            {suggestion}
          </QuietButton>
        ))}
      </div>
    </>
  )
}

function PlaceFields(props: FieldsProps) {
  const { dose, form, onChange } = props
  return (
    <>
      <Select
        label={text.injection.site}
        data={choicesOf(codes.sites)}
        value={form.site}
        clearable
        onChange={site => onChange({ site })}
      />
      <Select
        label={text.injection.route}
        data={choicesOf(codes.routes)}
        value={form.route}
        clearable
        onChange={route => onChange({ route })}
      />
      <TextInput
        label={text.injection.volume}
        inputMode="decimal"
        maxLength={5}
        value={form.volume}
        onChange={event => onChange({ volume: event.currentTarget.value })}
      />
      {dose.kind !== 'administered' && (
        <TextInput
          label={text.injection.place}
          maxLength={200}
          value={form.placeName}
          onChange={event => onChange({ placeName: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={text.injection.note}
        maxLength={500}
        value={form.note}
        onChange={event => onChange({ note: event.currentTarget.value })}
      />
    </>
  )
}
