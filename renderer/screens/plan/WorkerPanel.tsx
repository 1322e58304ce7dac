import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type HealthWorkerView, type PlanView, saveHealthWorker } from '../../../src/contract/plan-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './Plan.module.css'
import { type HamletCount, hamletsOf } from './plan-state'
import type { PlanDesk } from './use-plan'

/** Every hamlet with how many are asked from it and who tells them; a press on the number shows the hamlet alone. */
export function WorkerPanel(props: {
  readonly desk: PlanDesk
  readonly view: PlanView
  readonly hamlet: string | null
  readonly onHamlet: (hamlet: string | null) => void
}) {
  const { desk, view, hamlet, onHamlet } = props
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <Panel title={text.plan.workers} note={text.plan.workersHint} scrolls className={styles.workers}>
      {hamletsOf(desk.lines).map(place => {
        const worker = view.workers.find(
          each => each.communeCode === place.communeCode && each.hamlet === place.hamlet,
        )
        const name = place.hamlet === '' ? text.plan.noHamlet : place.hamlet
        return (
          <div key={place.key} className={styles.worker}>
            <button
              type="button"
              className={styles.hamlet}
              aria-pressed={hamlet === place.key}
              onClick={() => onHamlet(hamlet === place.key ? null : place.key)}
            >
              <b>{name}</b> {text.plan.hamletCount(place.invited)}
            </button>
            {editing === place.key ? (
              <WorkerForm place={place} worker={worker ?? null} onDone={() => setEditing(null)} />
            ) : (
              <button
                type="button"
                className={styles.workerName}
                aria-label={text.plan.editWorker(name)}
                disabled={place.hamlet === ''}
                onClick={() => setEditing(place.key)}
              >
                {worker
                  ? `${worker.name}${worker.phone ? ` · ${formatPhone(worker.phone)}` : ''}`
                  : text.plan.noWorker}
              </button>
            )}
          </div>
        )
      })}
    </Panel>
  )
}

function WorkerForm(props: {
  readonly place: HamletCount
  readonly worker: HealthWorkerView | null
  readonly onDone: () => void
}) {
  const { place, worker, onDone } = props
  const saving = useCallMutation(saveHealthWorker)
  const [name, setName] = useState(worker?.name ?? '')
  const [phone, setPhone] = useState(worker?.phone ?? '')
  async function save() {
    const { communeCode, hamlet } = place
    const answer = await saving.send({ communeCode, hamlet, name, phone: phone.trim() === '' ? null : phone })
    if (answer.ok) onDone()
  }
  return (
    <form
      className={styles.workerForm}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onDone()
      }}
    >
      <TextInput
        aria-label={text.plan.workerName}
        placeholder={text.plan.workerName}
        value={name}
        autoFocus
        onChange={event => setName(event.currentTarget.value)}
      />
      <TextInput
        aria-label={text.plan.workerPhone}
        placeholder={text.plan.workerPhone}
        value={phone}
        onChange={event => setPhone(event.currentTarget.value)}
      />
      <QuietButton isSmall isDisabled={saving.isSaving} onPress={() => void save()}>
        {text.plan.saveWorker}
      </QuietButton>
      {saving.error && <ErrorNotice error={saving.error} />}
    </form>
  )
}
