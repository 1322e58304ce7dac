import { TextInput } from '@mantine/core'
import type { ClosingView } from '../../../src/contract/close-calls'
import { closeVial } from '../../../src/contract/vial-calls'
import type { LotCount } from '../../../src/domain/session/session-closing'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './CloseDay.module.css'
import { type ClosingDraft, type CountedLot, countOf } from './closing-draft'

const words = text.closeDay

/** Vials opened against doses given, wasted and left; what differs needs its reason. */
export function LotCounts(props: {
  readonly view: ClosingView
  readonly lots: readonly CountedLot[]
  readonly draft: ClosingDraft
  readonly onChange: (draft: ClosingDraft) => void
}) {
  const { view, lots, draft, onChange } = props
  function change(lotId: string, part: Partial<LotCount>) {
    const lot = view.lots.find(found => found.lotId === lotId)
    if (lot) onChange({ ...draft, counts: { ...draft.counts, [lotId]: { ...countOf(draft, lot), ...part } } })
  }
  if (lots.length === 0)
    return (
      <Panel title={words.lots} padded>
        <p className={styles.soft}>{words.lotsNone}</p>
      </Panel>
    )
  return (
    <Panel title={words.lots}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{words.lot}</th>
            <th>{words.vials}</th>
            <th>{words.opened}</th>
            <th>{words.given}</th>
            <th>{words.wasted}</th>
            <th>{words.rest}</th>
            <th>{words.difference}</th>
          </tr>
        </thead>
        {lots.map(lot => (
          <LotRows
            key={lot.lotId}
            lot={lot}
            typed={draft.counts[lot.lotId]?.differsBecause ?? ''}
            onChange={part => change(lot.lotId, part)}
          />
        ))}
      </table>
      <OpenVials vials={view.openVials} />
    </Panel>
  )
}

/** A vial that ends with the session is thrown away here, and its rest is waste in the ledger. */
function OpenVials({ vials }: { readonly vials: ClosingView['openVials'] }) {
  const close = useCallMutation(closeVial)
  if (vials.length === 0) return null
  return (
    <div className={styles.reasons} data-testid="closing-open-vials">
      <strong className={styles.missing}>▲ {words.openVials}:</strong>
      {vials.map(({ vialId, vaccine, lotNumber, left }) => (
        <QuietButton
          key={vialId}
          isSmall
          isDisabled={close.isSaving}
          onPress={() => void close.send({ vialId, because: 'open-vial', note: null })}
        >
          {words.discard(vaccine, lotNumber, left)}
        </QuietButton>
      ))}
      {close.error && <ErrorNotice error={close.error} />}
    </div>
  )
}

function LotRows(props: {
  readonly lot: CountedLot
  readonly typed: string
  readonly onChange: (part: Partial<LotCount>) => void
}) {
  const { lot, typed, onChange } = props
  const name = `${lot.vaccine} · ${lot.lotNumber}`
  return (
    <tbody data-testid={`closing-lot-${lot.lotNumber}`}>
      <tr>
        <th scope="row">{name}</th>
        <td>
          <Count label={words.vialsOf(name)} value={lot.vials} onChange={vials => onChange({ vials })} />
        </td>
        <td>{lot.opened}</td>
        <td>{lot.given}</td>
        <td>{lot.wasted}</td>
        <td>
          <Count label={words.restOf(name)} value={lot.left} onChange={left => onChange({ left })} />
        </td>
        <td className={lot.difference === 0 ? styles.good : styles.missing}>
          {lot.difference === 0 ? words.balanced : words.differs(lot.difference)}
        </td>
      </tr>
      {lot.difference !== 0 && (
        <tr>
          <td colSpan={7}>
            <TextInput
              size="xs"
              aria-label={`${words.differsBecause}: ${name}`}
              placeholder={words.differsBecause}
              maxLength={300}
              value={typed}
              onChange={event => onChange({ differsBecause: event.currentTarget.value })}
            />
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Count(props: {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}) {
  return (
    <input
      className={styles.count}
      inputMode="numeric"
      aria-label={props.label}
      value={props.value}
      onFocus={event => event.currentTarget.select()}
      onChange={event => {
        const typed = Number(event.currentTarget.value.replace(/\D/gu, ''))
        if (typed <= 10_000) props.onChange(typed)
      }}
    />
  )
}
