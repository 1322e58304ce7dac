import { TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type FridgeView,
  getFridgeChart,
  listFridges,
  saveFridge,
} from '../../../src/contract/cold-chain-calls'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { BreachList } from './BreachList'
import styles from './ColdChain.module.css'
import { formatDegrees, formatMoment } from './degrees'
import { FridgeContents } from './FridgeContents'
import { LogImport } from './LogImport'
import { ReadingForm } from './ReadingForm'
import { TemperatureChart } from './TemperatureChart'

/** The fridges of the point: read twice a day, loggers taken in, and what a breach leaves to be decided. */
export function ColdChainScreen() {
  const fridges = useCallQuery(listFridges, {}, { keep: true })
  const [chosenId, setChosenId] = useState<string | null>(null)
  if (fridges.error && !fridges.data) return <ErrorNotice error={fridges.error} onRetry={fridges.retry} />
  if (!fridges.data) return <LateSkeleton />
  const chosen = fridges.data.find(({ fridgeId }) => fridgeId === chosenId) ?? fridges.data[0] ?? null
  if (!chosen) return <FirstFridge />
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <FridgePanel fridges={fridges.data} chosen={chosen} onChoose={setChosenId} />
        <BreachList />
      </div>
      <div className={styles.side}>
        <ReadingForm key={chosen.fridgeId} fridgeId={chosen.fridgeId} name={chosen.name} />
        <LogImport key={`log:${chosen.fridgeId}`} fridgeId={chosen.fridgeId} name={chosen.name} />
        <FridgeContents key={`contents:${chosen.fridgeId}`} fridge={chosen} fridges={fridges.data} />
        <Panel title={text.coldChain.addFridge} padded>
          <AddFridge isFirst={false} />
        </Panel>
      </div>
    </div>
  )
}

function FirstFridge() {
  return (
    <Panel title={text.coldChain.title}>
      <EmptyState title={text.coldChain.noFridge}>
        <p>{text.coldChain.noFridgeHint}</p>
        <AddFridge isFirst />
      </EmptyState>
    </Panel>
  )
}

function AddFridge({ isFirst }: { readonly isFirst: boolean }) {
  const [name, setName] = useState('')
  const save = useCallMutation(saveFridge)
  async function add() {
    const fridge = { fridgeId: null, name: name.trim(), vaccineCodes: null, isActive: true }
    const answer = await save.send(fridge)
    if (answer.ok) setName('')
  }
  return (
    <div className={styles.add}>
      <TextInput
        label={text.coldChain.fridgeName}
        maxLength={60}
        autoFocus={isFirst}
        value={name}
        data-testid="fridge-name"
        onChange={event => setName(event.currentTarget.value)}
      />
      {save.error && <ErrorNotice error={save.error} />}
      <QuietButton
        isDisabled={name.trim() === '' || save.isSaving}
        onPress={() => void add()}
        testId="add-fridge"
      >
        {text.coldChain.addFridge}
      </QuietButton>
    </div>
  )
}

const spans = [7, 14, 31] as const

function FridgePanel(props: {
  readonly fridges: readonly FridgeView[]
  readonly chosen: FridgeView
  readonly onChoose: (fridgeId: string) => void
}) {
  const { fridges, chosen, onChoose } = props
  const [days, setDays] = useState<number>(spans[0])
  const chart = useCallQuery(getFridgeChart, { fridgeId: chosen.fridgeId, days }, { keep: true })
  return (
    <Panel
      title={text.coldChain.chart}
      note={text.coldChain.limits}
      actions={spans.map(span => (
        <QuietButton key={span} isSmall isPressed={days === span} onPress={() => setDays(span)}>
          {`${days === span ? '✓ ' : ''}${text.coldChain.days(span)}`}
        </QuietButton>
      ))}
      padded
    >
      <div className={styles.fridges}>
        {fridges.map(fridge => (
          <FridgeButton
            key={fridge.fridgeId}
            fridge={fridge}
            isChosen={fridge.fridgeId === chosen.fridgeId}
            onChoose={() => onChoose(fridge.fridgeId)}
          />
        ))}
      </div>
      {chart.error && <ErrorNotice error={chart.error} onRetry={chart.retry} />}
      {chart.data && <TemperatureChart chart={chart.data} />}
      <Missing fridge={chosen} />
    </Panel>
  )
}

function FridgeButton(props: {
  readonly fridge: FridgeView
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  const { fridge, isChosen, onChoose } = props
  const { last } = fridge
  return (
    <button
      type="button"
      className={`${styles.fridge} ${isChosen ? styles.chosen : ''}`}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      <b>{fridge.name}</b>
      <span>
        {last
          ? text.coldChain.lastRead(formatDegrees(last.temperatureC), formatMoment(last.at))
          : text.coldChain.neverRead}
      </span>
      {fridge.undecided > 0 && <Chip kind="wrong">{text.coldChain.undecidedCount(fridge.undecided)}</Chip>}
      {fridge.missing.length > 0 && (
        <Chip kind="late">{text.coldChain.missingCount(fridge.missing.length)}</Chip>
      )}
    </button>
  )
}

/** Readings that should be there: a gap is shown, never drawn over. */
function Missing({ fridge }: { readonly fridge: FridgeView }) {
  if (fridge.missing.length === 0) return <p className={styles.ok}>✓ {text.coldChain.noneMissing}</p>
  const shown = fridge.missing
    .slice(0, 8)
    .map(({ on, half }) => `${formatDay(on)} ${text.coldChain.half[half]}`)
  const more = fridge.missing.length - shown.length
  return (
    <p className={styles.late}>
      ▲ {text.coldChain.missingTitle}: {shown.join(' · ')}
      {more > 0 && ` · +${more}`}
    </p>
  )
}
