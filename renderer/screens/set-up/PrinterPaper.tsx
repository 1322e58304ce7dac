import { Checkbox, NumberInput } from '@mantine/core'
import type { PrinterFields } from '../../../src/contract/print-calls'
import { languagesOf, largestOffsetMm, largestPageOffsetMm } from '../../../src/domain/document/printer'
import { Picker } from '../../components/Picker'
import { text } from '../../text'
import styles from './SetUp.module.css'

type Change = (part: Partial<PrinterFields>) => void

/** What a printer holds and understands: the roll, or the label with its language, head, heat and place. */
export function PrinterPaper(props: { readonly printer: PrinterFields; readonly onChange: Change }) {
  if (props.printer.role === 'page') return <OffsetFields {...props} />
  return props.printer.role === 'slip' ? <RollFields {...props} /> : <LabelFields {...props} />
}

function RollFields({ printer, onChange }: { readonly printer: PrinterFields; readonly onChange: Change }) {
  return (
    <>
      <div className={styles.whole}>
        <Picker
          label={text.printers.roll}
          choices={[
            { value: '576', label: text.printers.rolls.wide },
            { value: '384', label: text.printers.rolls.narrow },
          ]}
          value={String(printer.widthDots)}
          onChange={width => onChange({ widthDots: width === '384' ? 384 : 576 })}
        />
      </div>
      <Checkbox
        label={text.printers.cutter}
        checked={printer.cutter}
        onChange={event => onChange({ cutter: event.currentTarget.checked })}
      />
      <Checkbox
        label={text.setUp.ack}
        checked={printer.ackMode === 'gs-r'}
        onChange={event => onChange({ ackMode: event.currentTarget.checked ? 'gs-r' : 'none' })}
      />
    </>
  )
}

type Fields = { readonly printer: PrinterFields; readonly onChange: Change }

function LabelFields(props: Fields) {
  return (
    <>
      <LanguageFields {...props} />
      <SizeFields {...props} />
      <HeatFields {...props} />
      <OffsetFields {...props} />
    </>
  )
}

const labelLanguages = languagesOf.label.filter(language => language !== 'page' && language !== 'escpos')

function LanguageFields({ printer, onChange }: Fields) {
  return (
    <>
      <Picker
        label={text.printers.language}
        choices={labelLanguages.map(value => ({ value, label: text.printers.languages[value] }))}
        value={printer.language}
        onChange={next =>
          onChange({ language: labelLanguages.find(language => language === next) ?? printer.language })
        }
      />
      <Picker
        label={text.printers.dpi}
        choices={[
          { value: '203', label: text.printers.dpis.coarse },
          { value: '300', label: text.printers.dpis.fine },
        ]}
        value={String(printer.dpi)}
        onChange={dpi => onChange({ dpi: dpi === '300' ? 300 : 203 })}
      />
      {printer.language === 'zpl' && (
        <div className={styles.whole}>
          <Picker
            label={text.printers.graphics}
            choices={(['z64', 'hex'] as const).map(value => ({
              value,
              label: text.printers.graphicsKinds[value],
            }))}
            value={printer.zplGraphics}
            onChange={next => onChange({ zplGraphics: next === 'hex' ? 'hex' : 'z64' })}
          />
        </div>
      )}
    </>
  )
}

function SizeFields({ printer, onChange }: Fields) {
  const { labelMm } = printer
  return (
    <>
      <Millimetres
        label={text.setUp.labelWidth}
        value={labelMm.widthMm}
        onChange={widthMm => onChange({ labelMm: { ...labelMm, widthMm } })}
      />
      <Millimetres
        label={text.setUp.labelHeight}
        value={labelMm.heightMm}
        onChange={heightMm => onChange({ labelMm: { ...labelMm, heightMm } })}
      />
      <div className={styles.whole}>
        <Millimetres
          label={text.printers.gap}
          value={labelMm.gapMm}
          onChange={gapMm => onChange({ labelMm: { ...labelMm, gapMm } })}
        />
      </div>
    </>
  )
}

function HeatFields({ printer, onChange }: Fields) {
  return (
    <>
      <Step
        label={text.printers.darkness}
        least={0}
        most={15}
        value={printer.darkness}
        onChange={darkness => onChange({ darkness })}
      />
      <Step
        label={text.printers.speed}
        least={1}
        most={6}
        value={printer.speed}
        onChange={speed => onChange({ speed })}
      />
    </>
  )
}

/** Where the paper lies: for labels and pages, whose rolls and trays are never quite straight. */
function OffsetFields({ printer, onChange }: Fields) {
  const { offsetMm } = printer
  const mostMm = printer.role === 'page' ? largestPageOffsetMm : largestOffsetMm
  return (
    <>
      <Millimetres
        label={text.printers.offsetRight}
        signedMm={mostMm}
        value={offsetMm.x}
        onChange={x => onChange({ offsetMm: { ...offsetMm, x } })}
      />
      <Millimetres
        label={text.printers.offsetDown}
        signedMm={mostMm}
        value={offsetMm.y}
        onChange={y => onChange({ offsetMm: { ...offsetMm, y } })}
      />
    </>
  )
}

function Millimetres(props: {
  readonly label: string
  readonly value: number
  /** As far to either side; absent for a size, which is never below 0. */
  readonly signedMm?: number
  readonly onChange: (mm: number) => void
}) {
  const { signedMm } = props
  const isSigned = signedMm !== undefined
  return (
    <NumberInput
      label={props.label}
      min={isSigned ? -signedMm : 0}
      max={signedMm ?? 200}
      step={0.5}
      decimalScale={1}
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      hideControls={!isSigned}
      value={props.value}
      onChange={mm => props.onChange(Number(mm) || 0)}
    />
  )
}

/** A setting that may be left to the printer: an empty field. */
function Step(props: {
  readonly label: string
  readonly least: number
  readonly most: number
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}) {
  return (
    <NumberInput
      label={props.label}
      placeholder={text.printers.asPrinter}
      min={props.least}
      max={props.most}
      allowDecimal={false}
      value={props.value ?? ''}
      onChange={value => props.onChange(typeof value === 'number' ? value : null)}
    />
  )
}
