import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Place, Unopened } from '../../../src/domain/stock/ledger'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import type { WastageReason } from '../../../src/domain/stock/wastage'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { locale, text } from '../../text'
import styles from './Stock.module.css'
import { readDoses } from './shelves'
import { usePosting } from './use-posting'
import { placesOf, type Way, waysOf } from './ways'

type Draft = {
  readonly way: Way | null
  readonly place: Place | null
  readonly typed: string
  readonly reason: string | null
  readonly note: string
}

/** What goes out of a lot, comes back, is thrown away or counted: one line in its ledger each time. */
export function MoveForm(props: {
  readonly lot: LotOnHand
  readonly unopened: Unopened
  readonly reasons: readonly WastageReason[]
  readonly isSupply: boolean
}) {
  const { lot, unopened, isSupply, reasons } = props
  const ways = waysOf(unopened, isSupply)
  const [draft, setDraft] = useState<Draft>(empty)
  const [said, setSaid] = useState<string | null>(null)
  const posting = usePosting(lot, setSaid)
  const way = ways.find(each => each === draft.way) ?? ways[0] ?? 'count'
  const places = placesOf(way, unopened)
  const place = places.find(each => each === draft.place) ?? places[0] ?? 'store'
  const quantity = readDoses(draft.typed, way === 'count' ? 0 : 1)
  const change = (part: Partial<Draft>) => {
    setSaid(null)
    setDraft({ ...draft, way, ...part })
  }
  async function save() {
    if (quantity === null) return
    const isDone = await posting.send({ ...draft, way, place, quantity })
    if (isDone) setDraft({ ...empty, way })
  }
  const missing = missingOf(way, quantity, draft)
  return (
    <div className={styles.move}>
      <WayButtons ways={ways} way={way} onChoose={next => change({ way: next, place: null })} />
      <MoveFields {...{ draft, way, place, places, unopened, reasons }} onChange={change} />
      {posting.error && <ErrorNotice error={posting.error} />}
      <p role="status" className={styles.said}>
        {said}
      </p>
      <FilledButton
        isWide
        isBusy={posting.isSaving}
        isDisabled={missing !== null}
        onPress={() => void save()}
        testId="save-movement"
      >
        {missing ?? text.ledger.save[way](quantity ?? 0)}
      </FilledButton>
    </div>
  )
}

const empty: Draft = { way: null, place: null, typed: '', reason: null, note: '' }

/** What the form still wants to know; null when it can be saved. */
function missingOf(way: Way, quantity: number | null, { reason }: Draft): string | null {
  if (quantity === null) return text.ledger.incomplete
  return way === 'waste' && !reason ? text.ledger.chooseReason : null
}

function WayButtons(props: {
  readonly ways: readonly Way[]
  readonly way: Way
  readonly onChoose: (way: Way) => void
}) {
  return (
    <div className={styles.kinds}>
      {props.ways.map(each => (
        <QuietButton key={each} isSmall isPressed={each === props.way} onPress={() => props.onChoose(each)}>
          {text.ledger.ways[each]}
        </QuietButton>
      ))}
    </div>
  )
}

function MoveFields(props: {
  readonly draft: Draft
  readonly way: Way
  readonly place: Place
  readonly places: readonly Place[]
  readonly unopened: Unopened
  readonly reasons: readonly WastageReason[]
  readonly onChange: (part: Partial<Draft>) => void
}) {
  const { draft, way, place, places, unopened, reasons, onChange } = props
  const isWordy =
    way === 'aside' ||
    way === 'release' ||
    reasons.some(({ code, needsNote }) => needsNote && code === draft.reason)
  return (
    <>
      {places.length > 1 && (
        <Select
          label={text.ledger.from}
          data={places.map(each => ({
            value: each,
            label: text.ledger.places(formatCount(unopened[each]), text.ledger.accounts[each]),
          }))}
          value={place}
          allowDeselect={false}
          onChange={value => onChange({ place: places.find(each => each === value) ?? null })}
        />
      )}
      <TextInput
        label={way === 'count' ? text.ledger.found : text.ledger.quantity}
        inputMode="numeric"
        maxLength={6}
        data-testid="movement-quantity"
        value={draft.typed}
        onChange={event => onChange({ typed: event.currentTarget.value })}
      />
      {way === 'waste' && (
        <Select
          label={text.ledger.reason}
          withAsterisk
          data={reasonChoices(reasons, 'unopened')}
          value={draft.reason}
          placeholder={text.common.choose}
          onChange={reason => onChange({ reason })}
        />
      )}
      <TextInput
        label={isWordy ? text.ledger.noteNeeded : text.ledger.note}
        withAsterisk={isWordy}
        maxLength={500}
        value={draft.note}
        onChange={event => onChange({ note: event.currentTarget.value })}
      />
    </>
  )
}

/** Reasons for waste of opened or of unopened doses, in the language of the window. */
export function reasonChoices(reasons: readonly WastageReason[], of: 'open' | 'unopened') {
  return reasons
    .filter(reason => reason.for === 'both' || reason.for === of)
    .map(({ code, nameVi, nameEn }) => ({ value: code, label: locale === 'en' ? nameEn : nameVi }))
}
