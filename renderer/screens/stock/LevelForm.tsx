import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { setStockLevel } from '../../../src/contract/ledger-calls'
import type { StockLevel } from '../../../src/domain/stock/ledger'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './Stock.module.css'
import { readDoses } from './shelves'

/** Least and most of a product the point wants to have; an empty field says nothing. */
export function LevelForm(props: {
  readonly code: string
  readonly name: string
  readonly level: StockLevel | null
}) {
  const { code, name, level } = props
  const [minimum, setMinimum] = useState(level?.minimum?.toString() ?? '')
  const [maximum, setMaximum] = useState(level?.maximum?.toString() ?? '')
  const [isSaid, setSaid] = useState(false)
  const write = useCallMutation(setStockLevel)
  const read = (typed: string) => (typed.trim() === '' ? null : readDoses(typed, 0))
  const isBad = [minimum, maximum].some(typed => typed.trim() !== '' && readDoses(typed, 0) === null)
  async function save() {
    const answer = await write.send({ code, minimum: read(minimum), maximum: read(maximum) })
    if (answer.ok) setSaid(true)
  }
  const field = (label: string, value: string, set: (typed: string) => void) => (
    <TextInput
      label={label}
      inputMode="numeric"
      maxLength={6}
      value={value}
      onChange={event => {
        setSaid(false)
        set(event.currentTarget.value)
      }}
    />
  )
  return (
    <div className={styles.move}>
      <p className={styles.soft}>
        {name}. {text.ledger.levelsHint}
      </p>
      <div className={styles.pair}>
        {field(text.ledger.minimum, minimum, setMinimum)}
        {field(text.ledger.maximum, maximum, setMaximum)}
      </div>
      {write.error && <ErrorNotice error={write.error} />}
      <p role="status" className={styles.said}>
        {isSaid ? text.ledger.levelsSaved : null}
      </p>
      <FilledButton isWide isBusy={write.isSaving} isDisabled={isBad} onPress={() => void save()}>
        {text.ledger.saveLevels}
      </FilledButton>
    </div>
  )
}
