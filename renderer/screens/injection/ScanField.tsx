import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { ScanArrival } from '../../../src/domain/scan/scan-types'
import { groupSeparator } from '../../../src/domain/stock/gs1-parts'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { QuietButton } from '../../components/QuietButton'
import { sentenceOf } from '../../components/sentences'
import { useKeys } from '../../components/use-keys'
import { isSeparatorKey } from '../../frame/scan-ears'
import { text } from '../../text'
import styles from './Injection.module.css'
import type { InjectionData } from './injection-data'
import type { VialDesk } from './use-vial'

/** F4: a vial by scan or by its lot number. What is scanned with the field out of focus comes to the same place. */
export function ScanField(props: {
  readonly data: InjectionData
  readonly vial: VialDesk
  readonly onTake: (arrival: ScanArrival) => void
}) {
  const { data, vial, onTake } = props
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useKeys({ F4: () => field.current?.focus() })

  return (
    <div>
      <TextInput
        ref={field}
        aria-label={text.injection.scan}
        placeholder={text.injection.scan}
        rightSection={<Kbd>F4</Kbd>}
        rightSectionWidth={40}
        autoComplete="off"
        data-scan="own"
        data-testid="scan-vial"
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={event => {
          if (isSeparatorKey(event.nativeEvent)) {
            event.preventDefault()
            return setTyped(before => before + groupSeparator)
          }
          if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          if (typed.trim() === '') return
          onTake({ text: typed, physical: null, touched: false })
          setTyped('')
        }}
      />
      <VialAnswer data={data} vial={vial} />
    </div>
  )
}

/** What became of the vial: taken, or every reason why it is not, with the sign and the code that others ask for. */
function VialAnswer({ data, vial }: { readonly data: InjectionData; readonly vial: VialDesk }) {
  const { said } = vial
  if (said?.kind === 'failed') return <ErrorNotice error={said.error} />
  if (said?.kind !== 'stopped') {
    return (
      <p role="status" className={styles.said}>
        {said && `✓ ${text.injection.scanDone(said.lot, said.label)}`}
      </p>
    )
  }
  const nameOf = (code: string) => data.shelf.vaccines.get(code)?.shortName ?? code
  return (
    <div role="alert" className={styles.stopped} data-testid="vial-stopped">
      <p>
        <b>✕ {text.injection.vialStopped}</b>
      </p>
      {said.stops.map(stop => (
        <p key={stop.code} data-error-code={stop.code}>
          {sentenceOf(stop)} <span className={styles.code}>{stop.code}</span>
        </p>
      ))}
      <QuietButton isSmall onPress={vial.putDown} testId="vial-down">
        {text.injection.vialPutDown}
      </QuietButton>
      {said.choices.map(lot => (
        <QuietButton key={lot.lotId} isSmall onPress={() => vial.take(said.scan, lot.lotId)}>
          {text.injection.vialChoice(nameOf(lot.vaccineCode), lot.number, formatDay(lot.expiresOn))}
        </QuietButton>
      ))}
    </div>
  )
}
