import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { moveStock, setLotStatus } from '../../../src/contract/stock-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount, formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { RecallButton } from '../after/RecallButton'
import { LotChips } from './LotTable'
import styles from './Stock.module.css'
import { readDoses } from './shelves'

const moves = ['wasted', 'returned', 'issued', 'counted'] as const
type Move = (typeof moves)[number]

/** One lot: what goes out of it other than into people, a count, and taking it out of use. */
export function LotPanel(props: {
  readonly lot: LotOnHand
  readonly name: string
  readonly today: CalendarDay
  readonly onClose: () => void
}) {
  const { lot, name, today, onClose } = props
  const [isChanging, setChanging] = useState(false)
  const status = useCallMutation(setLotStatus)
  const next = lot.status === 'active' ? 'suspended' : 'active'
  async function changeStatus(reason: string) {
    const answer = await status.send({ lotId: lot.lotId, status: next, reason })
    if (answer.ok) setChanging(false)
  }
  const isSuspending = next === 'suspended'
  return (
    <Panel
      title={text.stock.lotTitle(lot.number)}
      note={name}
      actions={
        <QuietButton isSmall hint="Esc" onPress={onClose}>
          {text.common.close}
        </QuietButton>
      }
      className={styles.side}
    >
      <div className={styles.lot}>
        <p className={styles.lotFacts}>
          <b>{text.stock.dosesLeft(formatCount(lot.balance))}</b>
          <span>{text.injection.lotExpires(formatDay(lot.expiresOn))}</span>
          {lot.manufacturer && <span>{lot.manufacturer}</span>}
        </p>
        <LotChips lot={lot} today={today} />
        {lot.statusReason && <p className={styles.soft}>{text.stock.reasonGiven(lot.statusReason)}</p>}
        <RecallButton lotId={lot.lotId} />
        <MoveForm lot={lot} />
        <QuietButton tone={isSuspending ? 'wrong' : 'plain'} onPress={() => setChanging(true)}>
          {isSuspending ? text.stock.suspend : text.stock.resume}
        </QuietButton>
      </div>
      {isChanging && (
        <ReasonDialog
          title={isSuspending ? text.stock.suspendTitle : text.stock.resumeTitle}
          action={isSuspending ? text.stock.suspend : text.stock.resume}
          suggestions={isSuspending ? text.stock.suspendReasons : text.stock.resumeReasons}
          error={status.error}
          isBusy={status.isSaving}
          onConfirm={reason => void changeStatus(reason)}
          onClose={() => setChanging(false)}
        >
          <p>
            {name} · {text.stock.lotTitle(lot.number)}
          </p>
        </ReasonDialog>
      )}
    </Panel>
  )
}

function MoveForm({ lot }: { readonly lot: LotOnHand }) {
  const [kind, setKind] = useState<Move>('wasted')
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const move = useCallMutation(moveStock)
  const doses = readDoses(typed, kind === 'counted' ? 0 : 1)
  async function save() {
    if (doses === null) return
    const answer = await move.send({ lotId: lot.lotId, kind, doses, note: note.trim() || null })
    if (!answer.ok) return
    setSaid(text.stock.moved(formatCount(answer.value.balance)))
    setTyped('')
    setNote('')
  }
  return (
    <div className={styles.move}>
      <div className={styles.kinds}>
        {moves.map(each => (
          <QuietButton key={each} isSmall isPressed={each === kind} onPress={() => setKind(each)}>
            {text.stock.actions[each]}
          </QuietButton>
        ))}
      </div>
      <TextInput
        label={kind === 'counted' ? text.stock.counted : text.stock.quantity}
        inputMode="numeric"
        maxLength={6}
        autoFocus
        value={typed}
        onChange={event => {
          setSaid(null)
          setTyped(event.currentTarget.value)
        }}
      />
      <TextInput
        label={text.stock.note}
        maxLength={500}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      {move.error && <ErrorNotice error={move.error} />}
      <p role="status" className={styles.said}>
        {said}
      </p>
      <FilledButton isWide isBusy={move.isSaving} isDisabled={doses === null} onPress={() => void save()}>
        {doses === null ? text.stock.moveIncomplete : text.stock.moveSave[kind](doses)}
      </FilledButton>
    </div>
  )
}
