import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { postMovement, proposeStock, type StockOverview } from '../../../src/contract/ledger-calls'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import type { LotShare } from '../../../src/domain/stock/propose'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { Tabs } from '../../components/Tabs'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { LevelForm } from './LevelForm'
import styles from './Stock.module.css'
import { expiryWords, readDoses } from './shelves'
import { endsOf } from './ways'

const words = text.proposals

/** So many of a product for the session: from which lots, by what expires first; and the levels the point wants. */
export function TakeOutPanel(props: {
  readonly code: string
  readonly name: string
  readonly stock: StockOverview
  readonly onClose: () => void
}) {
  const { code, name, stock, onClose } = props
  const level = stock.levels.find(each => each.code === code) ?? null
  const [tab, setTab] = useState<'take-out' | 'levels'>('take-out')
  return (
    <Panel
      title={name}
      actions={
        <QuietButton isSmall hint="Esc" onPress={onClose}>
          {text.common.close}
        </QuietButton>
      }
      className={styles.side}
    >
      <div className={styles.lot}>
        <Tabs<typeof tab>
          label={name}
          tabs={[
            { value: 'take-out', label: words.takeOut },
            { value: 'levels', label: text.ledger.levels },
          ]}
          value={tab}
          onChange={setTab}
        />
        {tab === 'take-out' ? (
          <TakeOut code={code} lots={stock.lots} />
        ) : (
          <LevelForm code={code} name={name} level={level} />
        )}
      </div>
    </Panel>
  )
}

function TakeOut({ code, lots }: { readonly code: string; readonly lots: readonly LotOnHand[] }) {
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const wanted = readDoses(typed)
  const proposal = useCallQuery(proposeStock, { code, doses: wanted ?? 1 }, { isOn: wanted !== null })
  const { data } = proposal
  const shares = wanted !== null && data ? data.shares : []
  const total = shares.reduce((sum, { doses }) => sum + doses, 0)
  const move = useMoves(setTyped)
  async function save() {
    if (wanted === null) return
    if (await move.send(shares, wanted)) setSaid(words.taken(formatCount(total)))
  }
  return (
    <div className={styles.move}>
      <TextInput
        label={words.wanted}
        description={words.hint}
        inputMode="numeric"
        maxLength={6}
        autoFocus
        data-testid="take-out-wanted"
        value={typed}
        onChange={event => {
          setSaid(null)
          setTyped(event.currentTarget.value)
        }}
      />
      <Shares shares={shares} lots={lots} />
      {wanted !== null && data && (
        <p role="status" className={styles.soft} data-testid="take-out-missing">
          {total === 0 ? words.nothing : data.missing > 0 && `▲ ${words.missing(formatCount(data.missing))}`}
        </p>
      )}
      {proposal.error && <ErrorNotice error={proposal.error} onRetry={proposal.retry} />}
      {move.error && <ErrorNotice error={move.error} />}
      <p role="status" className={styles.said}>
        {said}
      </p>
      <FilledButton
        isWide
        isBusy={move.isSaving}
        isDisabled={total === 0 || proposal.isReading}
        onPress={() => void save()}
        testId="take-out"
      >
        {total === 0 ? words.incomplete : words.save(formatCount(total))}
      </FilledButton>
    </div>
  )
}

function Shares(props: { readonly shares: readonly LotShare[]; readonly lots: readonly LotOnHand[] }) {
  return (
    <ul data-testid="take-out-shares">
      {props.shares.map(({ lotId, doses }) => {
        const lot = props.lots.find(each => each.lotId === lotId)
        return (
          <li key={lotId}>
            <b>{lot?.number}</b> · {lot && expiryWords(lot.expiresOn)} · {words.take(formatCount(doses))}
          </li>
        )
      })}
    </ul>
  )
}

/** One movement a lot; where one is refused, what is left of the number stands in the field for another try. */
function useMoves(setTyped: (left: string) => void) {
  const post = useCallMutation(postMovement)
  async function send(shares: readonly LotShare[], wanted: number): Promise<boolean> {
    let left = wanted
    for (const { lotId, doses } of shares) {
      const answer = await post.send({
        lotId,
        ...endsOf('out', 'store'),
        quantity: doses,
        reason: null,
        note: null,
      })
      if (!answer.ok) {
        setTyped(String(left))
        return false
      }
      left = Math.max(0, left - doses)
    }
    setTyped('')
    return true
  }
  return { send, error: post.error, isSaving: post.isSaving }
}
