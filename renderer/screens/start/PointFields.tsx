import { NumberInput, TextInput } from '@mantine/core'
import type { PointKind } from '../../../src/domain/point/point'
import { Picker } from '../../components/Picker'
import { UnitPicker } from '../../data/UnitPicker'
import { text } from '../../text'
import styles from './Start.module.css'
import type { StartDraft } from './start-draft'

const kinds: readonly PointKind[] = ['commune-station', 'hospital', 'private-clinic', 'other']

type PointPart = {
  readonly point: StartDraft['point']
  readonly onChange: (point: StartDraft['point']) => void
}

/** What this point is and which PC this is. */
export function PointFields(props: PointPart) {
  const { point, onChange } = props
  return (
    <div className={styles.fields}>
      <UnitPicker
        provinceCode={point.provinceCode}
        communeCode={point.communeCode}
        isRequired
        autoFocus
        onChange={unit => onChange({ ...point, ...unit })}
      />
      <TextInput
        label={text.start.pointName}
        placeholder={text.start.pointNameExample}
        withAsterisk
        className={styles.whole}
        autoComplete="off"
        value={point.name}
        onChange={event => onChange({ ...point, name: event.currentTarget.value })}
      />
      <Picker
        label={text.start.pointKind}
        choices={kinds.map(kind => ({ value: kind, label: text.start.kinds[kind] }))}
        value={point.kind}
        onChange={kind => onChange({ ...point, kind: kinds.find(found => found === kind) ?? point.kind })}
      />
      <FurtherFields {...props} />
    </div>
  )
}

function FurtherFields({ point, onChange }: PointPart) {
  return (
    <>
      <TextInput
        label={text.start.pointCode}
        autoComplete="off"
        value={point.code}
        onChange={event => onChange({ ...point, code: event.currentTarget.value })}
      />
      <TextInput
        label={text.common.phone}
        autoComplete="off"
        inputMode="tel"
        value={point.phone}
        onChange={event => onChange({ ...point, phone: event.currentTarget.value })}
      />
      <TextInput
        label={text.common.hamlet}
        autoComplete="off"
        value={point.hamlet}
        onChange={event => onChange({ ...point, hamlet: event.currentTarget.value })}
      />
      <TextInput
        label={text.start.station}
        autoComplete="off"
        value={point.stationName}
        onChange={event => onChange({ ...point, stationName: event.currentTarget.value })}
      />
      <NumberInput
        label={text.start.stationNumber}
        min={1}
        max={99}
        allowDecimal={false}
        hideControls
        title={text.start.stationNumberHint}
        value={point.stationNumber}
        onChange={number => onChange({ ...point, stationNumber: Number(number) || 1 })}
      />
    </>
  )
}
