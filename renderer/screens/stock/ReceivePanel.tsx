import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { receiveLot } from '../../../src/contract/stock-calls'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Vaccine } from '../../../src/domain/immunization/vaccine'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import { DateField } from '../../components/DateField'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Kbd } from '../../components/Kbd'
import { Panel } from '../../components/Panel'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useDraft } from '../../components/use-draft'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { ArrivalFields } from './ArrivalFields'
import { asksForSameNumber, emptyReceipt, type Receipt, scannedInto, toReceive } from './receipt'
import styles from './Stock.module.css'
import { type Named, readDoses } from './shelves'
import { readVialCode } from './vial-code'

/** Two-digit years of an expiry lie ahead, not behind. */
const farAheadDays = 20 * 365

/** Takes a lot into stock, from a scan or by hand. */
export function ReceivePanel(props: {
  readonly lots: readonly LotOnHand[]
  readonly vaccines: readonly Vaccine[]
  readonly supplies: readonly Named[]
  readonly today: CalendarDay
}) {
  const { lots, vaccines, supplies, today } = props
  const { draft, setDraft } = useDraft<Receipt>('stock:receive', () => emptyReceipt)
  const [said, setSaid] = useState<{ readonly sentence: string; readonly isWrong: boolean } | null>(null)
  const receive = useCallMutation(receiveLot)
  const change = (part: Partial<Receipt>) => setDraft({ ...draft, ...part })
  const isSupply = supplies.some(({ code }) => code === draft.vaccineCode)
  const ready = toReceive(draft, isSupply)
  const isExpired = draft.expiresOn !== null && draft.expiresOn < today

  function take() {
    const next = scannedInto(draft, readVialCode(draft.scanned, today), lots)
    setSaid(next ? null : { sentence: text.stock.scanUnread, isWrong: true })
    receive.clearError()
    if (next) setDraft(next)
  }
  async function save(isSameNumberMeant = false) {
    if (!ready) return
    const answer = await receive.send({ ...ready, isSameNumberMeant })
    if (!answer.ok) return
    setSaid(saidOf(ready.number, answer.value.concerns))
    setDraft(emptyReceipt)
  }
  return (
    <Panel title={text.stock.receiveNew} className={styles.side}>
      <div className={styles.form}>
        <ScanField value={draft.scanned} onChange={scanned => change({ scanned })} onTake={take} />
        {draft.gtin !== null && (
          <p className={`${styles.soft} ${styles.wide}`}>{text.stock.productCode(draft.gtin)}</p>
        )}
        <ReceiptFields
          draft={draft}
          {...{ vaccines, supplies, isSupply, today, isExpired }}
          onChange={change}
        />
      </div>
      <div className={styles.foot}>
        <p role="status" className={said?.isWrong ? styles.wrong : styles.said}>
          {said?.sentence}
        </p>
        {receive.error && <ErrorNotice error={receive.error} />}
        {asksForSameNumber(receive.error) && (
          <QuietButton isDisabled={!ready} onPress={() => void save(true)} testId="same-number-meant">
            {text.stock.sameNumberMeant}
          </QuietButton>
        )}
        {!ready && !said && <p className={styles.soft}>{text.stock.missing}</p>}
        <FilledButton
          isWide
          isBusy={receive.isSaving}
          isDisabled={ready === null || isExpired}
          onPress={() => void save()}
          testId="receive-lot"
        >
          {text.stock.save(readDoses(draft.doses), draft.number.trim())}
        </FilledButton>
      </div>
    </Panel>
  )
}

/** Something that speaks against a delivery is said in red: its doses are not usable yet. */
function saidOf(number: string, concerns: readonly (keyof typeof text.ledger.arrival.concerns)[]) {
  if (concerns.length === 0) return { sentence: text.stock.received(number), isWrong: false }
  const why = concerns.map(concern => text.ledger.arrival.concerns[concern]).join(', ')
  return { sentence: text.ledger.arrival.setAside(number, why), isWrong: true }
}

type FieldsProps = {
  readonly draft: Receipt
  readonly vaccines: readonly Vaccine[]
  readonly supplies: readonly Named[]
  readonly isSupply: boolean
  readonly today: CalendarDay
  readonly isExpired: boolean
  readonly onChange: (part: Partial<Receipt>) => void
}

function ReceiptFields(props: FieldsProps) {
  const { draft, vaccines, supplies, isSupply, today, isExpired, onChange } = props
  const ahead = addDays(today, farAheadDays)
  return (
    <>
      <div className={styles.wide}>
        <Picker
          label={text.stock.vaccine}
          isRequired
          choices={[...vaccines, ...supplies].map(({ code, shortName }) => ({
            value: code,
            label: shortName,
          }))}
          value={draft.vaccineCode}
          onChange={vaccineCode => {
            const vaccine = vaccines.find(({ code }) => code === vaccineCode)
            onChange({ vaccineCode, manufacturer: vaccine?.manufacturer ?? draft.manufacturer })
          }}
        />
      </div>
      <TextInput
        label={text.stock.number}
        withAsterisk={!isSupply}
        data-scan="own"
        maxLength={40}
        autoComplete="off"
        value={draft.number}
        onChange={event => onChange({ number: event.currentTarget.value, gtin: null })}
      />
      <DateField
        label={text.stock.expiresOn}
        isRequired={!isSupply}
        value={draft.expiresOn}
        today={ahead}
        error={isExpired ? text.stock.expiredOnReceipt : null}
        onChange={expiresOn => onChange({ expiresOn })}
      />
      <SupplyFields {...props} />
      <ArrivalFields draft={draft} isSupply={isSupply} onChange={onChange} />
    </>
  )
}

function SupplyFields({ draft, isSupply, today, onChange }: FieldsProps) {
  return (
    <>
      <TextInput
        label={text.stock.doses}
        withAsterisk
        inputMode="numeric"
        maxLength={6}
        value={draft.doses}
        onChange={event => onChange({ doses: event.currentTarget.value })}
      />
      <Select
        label={text.stock.programme}
        data={[
          { value: 'epi', label: text.common.programme.epi },
          { value: 'fee', label: text.common.programme.fee },
        ]}
        value={draft.programme}
        allowDeselect={false}
        onChange={programme => programme && onChange({ programme })}
      />
      <TextInput
        className={styles.wide}
        label={text.stock.manufacturer}
        maxLength={100}
        value={draft.manufacturer}
        onChange={event => onChange({ manufacturer: event.currentTarget.value })}
      />
      {!isSupply && <DiluentFields draft={draft} today={today} onChange={onChange} />}
      <TextInput
        className={styles.wide}
        label={text.stock.note}
        maxLength={500}
        value={draft.note}
        onChange={event => onChange({ note: event.currentTarget.value })}
      />
    </>
  )
}

function DiluentFields({ draft, today, onChange }: Pick<FieldsProps, 'draft' | 'today' | 'onChange'>) {
  return (
    <>
      <TextInput
        label={text.stock.diluentLot}
        data-scan="own"
        maxLength={40}
        value={draft.diluentLot}
        onChange={event => onChange({ diluentLot: event.currentTarget.value })}
      />
      <DateField
        label={text.stock.diluentExpiresOn}
        value={draft.diluentExpiresOn}
        today={addDays(today, farAheadDays)}
        onChange={diluentExpiresOn => onChange({ diluentExpiresOn })}
      />
    </>
  )
}

/** F4: the code on the box, by scan or by hand. */
function ScanField(props: {
  readonly value: string
  readonly onChange: (scanned: string) => void
  readonly onTake: () => void
}) {
  return (
    <TextInput
      className={styles.wide}
      aria-label={text.stock.scan}
      placeholder={text.stock.scan}
      rightSection={<Kbd>F4</Kbd>}
      rightSectionWidth={40}
      data-scan="own"
      autoFocus
      autoComplete="off"
      value={props.value}
      onChange={event => props.onChange(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return
        event.preventDefault()
        props.onTake()
      }}
    />
  )
}
