import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { getSessionUsage, type SupplyShare, settleSession } from '../../../src/contract/ledger-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { LotUsage } from '../../../src/domain/stock/session-usage'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './Stock.module.css'
import {
  type BoxLine,
  boxLines,
  emptySettle,
  type SettleDraft,
  type SupplyLine,
  supplyLines,
  toSettle,
} from './settle'
import type { Named } from './shelves'
import { nameOf } from './VialList'

/** Settles today's session with the stock: the box is counted and brought back, the supplies are written off. */
export function SettlePanel(props: { readonly today: CalendarDay; readonly products: readonly Named[] }) {
  const usage = useCallQuery(getSessionUsage, { on: props.today })
  return (
    <Panel title={text.ledger.session.settle} className={styles.side}>
      {usage.error && !usage.data && <ErrorNotice error={usage.error} onRetry={usage.retry} />}
      {!usage.data && <LateSkeleton />}
      {usage.data && <SettleForm {...usage.data} products={props.products} />}
    </Panel>
  )
}

function SettleForm(props: {
  readonly lots: readonly LotUsage[]
  readonly supplies: readonly SupplyShare[]
  readonly products: readonly Named[]
}) {
  const { products } = props
  const [draft, setDraft] = useState<SettleDraft>(emptySettle)
  const [isSaid, setSaid] = useState(false)
  const settle = useCallMutation(settleSession)
  const boxes = boxLines(props.lots, draft)
  const supplies = supplyLines(props.supplies, draft)
  const request = toSettle(boxes, supplies, draft)
  const change = (part: Partial<SettleDraft>) => {
    setSaid(false)
    setDraft({ ...draft, ...part })
  }
  async function save() {
    if (!request) return
    const answer = await settle.send(request)
    if (!answer.ok) return
    setDraft(emptySettle)
    setSaid(true)
  }
  const isEmpty = boxes.length === 0 && supplies.length === 0
  return (
    <>
      <div className={styles.lot}>
        <p className={styles.soft}>
          {isEmpty ? text.ledger.session.nothing : text.ledger.session.settleHint}
        </p>
        <BoxFields {...{ boxes, draft, products }} onChange={change} />
        <SupplyFields lines={supplies} {...{ draft, products }} onChange={change} />
        <MissingSupplies supplies={props.supplies} products={products} />
      </div>
      <div className={styles.foot}>
        {settle.error && <ErrorNotice error={settle.error} />}
        <p role="status" className={styles.said}>
          {isSaid ? text.ledger.session.saved : null}
        </p>
        <FilledButton
          isWide
          isBusy={settle.isSaving}
          isDisabled={request === null || isEmpty}
          onPress={() => void save()}
          testId="settle-session"
        >
          {settleWords(request, isEmpty)}
        </FilledButton>
      </div>
    </>
  )
}

function settleWords(request: ReturnType<typeof toSettle>, isEmpty: boolean): string {
  if (isEmpty) return text.ledger.session.settle
  if (!request) return text.ledger.session.incomplete
  const { boxes, supplies } = request
  const doses = boxes.reduce((sum, { found }) => sum + found, 0)
  return text.ledger.session.save(
    doses,
    supplies.reduce((sum, { quantity }) => sum + quantity, 0),
  )
}

type FieldsProps = {
  readonly draft: SettleDraft
  readonly products: readonly Named[]
  readonly onChange: (part: Partial<SettleDraft>) => void
}

function BoxFields(props: FieldsProps & { readonly boxes: readonly BoxLine[] }) {
  const { boxes, draft, products, onChange } = props
  const words = text.ledger.session
  return boxes.map(({ usage, typed, differs }) => (
    <div key={usage.lotId} className={styles.vialForm}>
      <TextInput
        label={words.boxLot(
          nameOf(products, usage.vaccineCode),
          usage.number,
          formatCount(usage.unopenedInBox),
        )}
        inputMode="numeric"
        maxLength={6}
        value={typed}
        onChange={event => onChange({ found: { ...draft.found, [usage.lotId]: event.currentTarget.value } })}
      />
      {differs && (
        <TextInput
          label={words.differs}
          withAsterisk
          maxLength={500}
          value={draft.why[usage.lotId] ?? ''}
          onChange={event => onChange({ why: { ...draft.why, [usage.lotId]: event.currentTarget.value } })}
        />
      )}
    </div>
  ))
}

function SupplyFields(props: FieldsProps & { readonly lines: readonly SupplyLine[] }) {
  const { lines, draft, products, onChange } = props
  if (lines.length === 0) return null
  return (
    <div className={styles.move}>
      <b>{text.ledger.session.supplies}</b>
      <p className={styles.soft}>{text.ledger.session.suppliesHint}</p>
      {lines.map(({ code, lotId, needed, typed }) => (
        <TextInput
          key={lotId}
          label={text.ledger.session.supply(nameOf(products, code), formatCount(needed))}
          inputMode="numeric"
          maxLength={6}
          value={typed}
          onChange={event => onChange({ used: { ...draft.used, [lotId]: event.currentTarget.value } })}
        />
      ))}
    </div>
  )
}

/** Used up by the rule, but not in the book. */
function MissingSupplies(props: {
  readonly supplies: readonly SupplyShare[]
  readonly products: readonly Named[]
}) {
  return props.supplies
    .filter(({ missing }) => missing > 0)
    .map(({ code, missing }) => (
      <p key={code} className={styles.soft}>
        {text.ledger.session.missing(nameOf(props.products, code), formatCount(missing))}
      </p>
    ))
}
