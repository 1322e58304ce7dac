import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { PrinterFields } from '../../../src/contract/print-calls'
import { printCalibration } from '../../../src/contract/printer-calls'
import { frameInsetMm, offsetFromMeasured } from '../../../src/domain/document/test-page'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './SetUp.module.css'

const inWords = (mm: number) => String(mm).replace('.', ',')

/** Sets a printer of labels or pages straight: print the page, measure, move. The offset is saved with the printer. */
export function Calibration(props: {
  readonly printerId: string
  readonly role: 'label' | 'page'
  readonly offsetMm: PrinterFields['offsetMm']
  readonly onOffset: (offsetMm: PrinterFields['offsetMm']) => Promise<boolean>
}) {
  const print = useCallMutation(printCalibration)
  const [left, setLeft] = useState<number>(frameInsetMm[props.role])
  const [top, setTop] = useState<number>(frameInsetMm[props.role])
  const [said, setSaid] = useState('')
  async function apply() {
    const moved = offsetFromMeasured({ left, top }, props.offsetMm, props.role)
    if (await props.onOffset(moved)) setSaid(text.printers.applied(inWords(moved.x), inWords(moved.y)))
  }
  const measure = (label: string, value: number, set: (mm: number) => void) => (
    <NumberInput
      label={label}
      min={0}
      max={40}
      step={0.5}
      decimalScale={1}
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      value={value}
      onChange={mm => set(Number(mm) || 0)}
    />
  )
  return (
    <fieldset className={`${styles.fields} ${styles.whole} ${styles.group}`}>
      <legend className={styles.label}>{text.printers.calibrate[props.role]}</legend>
      <p className={`${styles.soft} ${styles.whole}`}>{text.printers.calibrationNote[props.role]}</p>
      {measure(text.printers.measuredLeft, left, setLeft)}
      {measure(text.printers.measuredTop, top, setTop)}
      <div className={`${styles.buttons} ${styles.whole}`}>
        <QuietButton
          isSmall
          isDisabled={print.isSaving}
          onPress={() => void print.send({ printerId: props.printerId })}
          testId="print-calibration"
        >
          {text.printers.calibration}
        </QuietButton>
        <QuietButton isSmall onPress={() => void apply()}>
          {text.printers.apply}
        </QuietButton>
      </div>
      <p role="status" className={`${styles.soft} ${styles.whole}`}>
        {said}
      </p>
      {print.error && <ErrorNotice error={print.error} />}
    </fieldset>
  )
}
