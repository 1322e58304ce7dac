import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { checkKit, getEmergencyCard, type KitLine } from '../../../src/contract/aefi-calls'
import type { KitItem } from '../../../src/domain/aefi/adrenaline'
import { needsHand } from '../../../src/domain/aefi/emergency-kit'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { Chip } from '../../components/Chip'
import { DateField } from '../../components/DateField'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatMoment } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { locale, text } from '../../text'
import styles from './After.module.css'

/** Two-digit years of an expiry lie ahead, not behind. */
const farAheadDays = 20 * 365
type Found = { readonly count: string; readonly expiresOn: CalendarDay | null; readonly lotNumber: string }

/** The emergency box, item by item, as it was found last; what is typed is noted as checked now. */
export function KitPanel() {
  const read = useCallQuery(getEmergencyCard, {})
  const save = useCallMutation(checkKit)
  const [found, setFound] = useState<Readonly<Record<string, Found>>>({})
  const [said, setSaid] = useState<string | null>(null)
  if (read.error) return <ErrorNotice error={read.error} onRetry={read.retry} />
  if (!read.data) return <LateSkeleton />
  const { card, kit, today } = read.data
  const items = Object.entries(found).flatMap(([itemCode, { count, expiresOn, lotNumber }]) =>
    /^\d{1,3}$/u.test(count)
      ? [{ itemCode, count: Number(count), expiresOn, lotNumber: lotNumber || null }]
      : [],
  )
  async function send() {
    const answer = await save.send({ items })
    if (!answer.ok) return
    setFound({})
    setSaid(text.after.kit.saved)
  }
  const change = (code: string, next: Found) => {
    setSaid(null)
    setFound({ ...found, [code]: next })
  }
  const wanting = kit.filter(({ state }) => needsHand(state)).length
  return (
    <Panel title={text.after.kit.title} note={text.after.kit.wanting(wanting)} scrolls padded>
      <KitTable lines={kit} items={card.kit} found={found} today={today} onChange={change} />
      {save.error && <ErrorNotice error={save.error} />}
      <p role="status" className={styles.said}>
        {said}
      </p>
      <FilledButton isBusy={save.isSaving} isDisabled={items.length === 0} onPress={() => void send()}>
        {text.after.kit.save(items.length)}
      </FilledButton>
      <p className={styles.soft}>▲ {text.emergency.source(card.source)}</p>
    </Panel>
  )
}

type TableProps = {
  readonly lines: readonly KitLine[]
  readonly items: readonly KitItem[]
  readonly found: Readonly<Record<string, Found>>
  readonly today: CalendarDay
  readonly onChange: (code: string, next: Found) => void
}

function KitTable({ lines, items, found, today, onChange }: TableProps) {
  const words = text.after.kit
  return (
    <table className={styles.kit}>
      <thead>
        <tr>
          {[words.item, words.needed, words.count, words.expires, words.lot, words.state, words.checked].map(
            column => (
              <th key={column} scope="col">
                {column}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map(line => {
          const item = items.find(({ code }) => code === line.itemCode)
          return (
            item && (
              <KitRow
                key={line.itemCode}
                line={line}
                item={item}
                today={today}
                found={found[line.itemCode] ?? foundLast(line)}
                onChange={next => onChange(line.itemCode, next)}
              />
            )
          )
        })}
      </tbody>
    </table>
  )
}

function foundLast({ check }: KitLine): Found {
  return {
    count: check ? String(check.count) : '',
    expiresOn: check?.expiresOn ?? null,
    lotNumber: check?.lotNumber ?? '',
  }
}

function KitRow(props: {
  readonly line: KitLine
  readonly item: KitItem
  readonly today: CalendarDay
  readonly found: Found
  readonly onChange: (next: Found) => void
}) {
  const { line, item, today, found, onChange } = props
  const { check, state } = line
  const name = item.name[locale]
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{item.needed}</td>
      <td>
        <TextInput
          aria-label={`${name}: ${text.after.kit.count}`}
          inputMode="numeric"
          maxLength={3}
          value={found.count}
          onChange={event => onChange({ ...found, count: event.currentTarget.value })}
        />
      </td>
      <td>
        {item.expires && (
          <DateField
            label={`${name}: ${text.after.kit.expires}`}
            isLabelHidden
            value={found.expiresOn}
            today={addDays(today, farAheadDays)}
            onChange={expiresOn => onChange({ ...found, expiresOn })}
          />
        )}
      </td>
      <td>
        <TextInput
          aria-label={`${name}: ${text.after.kit.lot}`}
          maxLength={40}
          value={found.lotNumber}
          onChange={event => onChange({ ...found, lotNumber: event.currentTarget.value })}
        />
      </td>
      <td>
        <Chip kind={needsHand(state) ? (state === 'expires-soon' ? 'late' : 'wrong') : 'ok'}>
          {text.emergency.kitStates[state]}
        </Chip>
      </td>
      <td className={styles.soft}>{check && `${formatMoment(check.checkedAt)} · ${check.byName}`}</td>
    </tr>
  )
}
