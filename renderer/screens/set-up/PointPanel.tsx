import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RequestOf } from '../../../src/contract/call'
import { listStagedAntigens, updatePoint } from '../../../src/contract/point-calls'
import type { PointKind } from '../../../src/domain/point/point'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { UnitPicker } from '../../data/UnitPicker'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { locale, text } from '../../text'
import styles from './SetUp.module.css'

type PointDraft = RequestOf<typeof updatePoint>['point']

const kinds: readonly PointKind[] = ['commune-station', 'hospital', 'private-clinic', 'other']

/** Changes what was said of this point at the first run, and which staged vaccines it offers to everybody. */
export function PointPanel({ onClose }: { readonly onClose: () => void }) {
  const { point } = useAppState()
  const [draft, setDraft] = useState<PointDraft | null>(point && pointFields(point))
  const saving = useCallMutation(updatePoint)
  useKeys({ Escape: onClose })
  if (!draft) return null
  const change = (part: Partial<PointDraft>) => setDraft({ ...draft, ...part })

  async function save(changed: PointDraft) {
    if ((await saving.send({ point: changed })).ok) onClose()
  }
  return (
    <form
      className={styles.fields}
      data-testid="point-form"
      onSubmit={event => {
        event.preventDefault()
        void save(draft)
      }}
    >
      <PointFields draft={draft} change={change} />
      <StagedAntigens
        chosen={draft.offeredAntigens}
        onChange={offeredAntigens => change({ offeredAntigens })}
      />
      {saving.error && (
        <div className={styles.whole}>
          <ErrorNotice error={saving.error} />
        </div>
      )}
      <div className={`${styles.buttons} ${styles.whole}`}>
        <QuietButton onPress={onClose}>{text.common.cancel}</QuietButton>
        <QuietButton onPress={() => void save(draft)} isDisabled={saving.isSaving} testId="save-point">
          {text.common.save}
        </QuietButton>
      </div>
    </form>
  )
}

function PointFields(props: {
  readonly draft: PointDraft
  readonly change: (part: Partial<PointDraft>) => void
}) {
  const { draft, change } = props
  return (
    <>
      <TextInput
        label={text.start.pointName}
        className={styles.whole}
        autoComplete="off"
        autoFocus
        value={draft.name}
        onChange={event => change({ name: event.currentTarget.value })}
      />
      <UnitPicker
        provinceCode={draft.address.provinceCode}
        communeCode={draft.address.communeCode}
        isRequired
        onChange={unit => change({ address: { ...draft.address, ...unit } })}
      />
      <Picker
        label={text.start.pointKind}
        choices={kinds.map(kind => ({ value: kind, label: text.start.kinds[kind] }))}
        value={draft.kind}
        onChange={kind => change({ kind: kinds.find(found => found === kind) ?? draft.kind })}
      />
      <TextInput
        label={text.start.pointCode}
        autoComplete="off"
        value={draft.code ?? ''}
        onChange={event => change({ code: event.currentTarget.value || null })}
      />
      <TextInput
        label={text.common.phone}
        autoComplete="off"
        inputMode="tel"
        value={draft.phone ?? ''}
        onChange={event => change({ phone: event.currentTarget.value || null })}
      />
    </>
  )
}

function StagedAntigens(props: {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  const { data } = useCallQuery(listStagedAntigens, {})
  return (
    <Checkbox.Group
      className={styles.whole}
      label={text.setUp.staged}
      description={text.setUp.stagedNote}
      value={[...props.chosen]}
      onChange={props.onChange}
    >
      <div className={styles.buttons}>
        {(data ?? []).map(({ code, name }) => (
          <Checkbox key={code} value={code} label={name[locale]} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

/** The stored point also carries what the record store knows of it; only its fields are sent back. */
function pointFields({ name, code, kind, address, phone, offeredAntigens }: PointDraft): PointDraft {
  return { name, code, kind, address, phone, offeredAntigens }
}
