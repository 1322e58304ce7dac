import { useState } from 'react'
import type { BirthForm, MadeChild } from '../../../src/contract/birth-calls'
import { getChart } from '../../../src/contract/dose-calls'
import type { DocumentRequest } from '../../../src/contract/print-calls'
import { openVisit } from '../../../src/contract/visit-calls'
import { BirthDoseChip } from '../../components/BirthDoseChip'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCode } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { useSessionNow } from '../../frame/use-board'
import { text } from '../../text'
import { DocumentPreview } from '../documents/DocumentPreview'
import styles from './Birth.module.css'

/** What a birth made: each child with code, clock of the birth dose, and the next press. */
export function BirthDone(props: {
  readonly form: BirthForm
  readonly birthId: string
  readonly made: readonly MadeChild[]
}) {
  const { form, birthId, made } = props
  const { go } = useNavigation()
  const [preview, setPreview] = useState<DocumentRequest | null>(null)
  const living = made.filter(({ personId }) => personId !== null)
  const openFamily = () => go({ name: 'family-thread', personId: form.mother.personId })
  useKeys({
    g: openFamily,
    v: () => go({ name: 'postnatal', birthId }),
    ...(preview === null ? {} : { Escape: () => setPreview(null) }),
  })
  if (preview) return <DocumentPreview request={preview} onClose={() => setPreview(null)} />
  return (
    <Panel title={text.birth.done} note={text.birth.of(form.mother.displayName)} scrolls padded>
      <p className={styles.doneHead} role="status" data-testid="birth-done">
        ✓ {living.length === 0 ? text.birth.doneNobody : text.birth.doneNote(living.length)}
        <QuietButton isSmall hint="G" onPress={openFamily} testId="open-family">
          {text.birth.openFamily}
        </QuietButton>
        <QuietButton isSmall hint="V" onPress={() => go({ name: 'postnatal', birthId })} testId="open-visits">
          {text.birth.openVisits}
        </QuietButton>
      </p>
      <div className={styles.done}>
        {made.map(child => (
          <Made key={child.newbornId} child={child} count={made.length} onPrint={setPreview} />
        ))}
      </div>
    </Panel>
  )
}

function Made(props: {
  readonly child: MadeChild
  readonly count: number
  readonly onPrint: (request: DocumentRequest) => void
}) {
  const { child, count, onPrint } = props
  const { personId } = child
  const { go } = useNavigation()
  return (
    <article className={styles.made} data-testid="made-child">
      <p className={styles.childTitle}>{text.birth.child(child.order, count)}</p>
      {personId === null ? (
        <p className={styles.lost}>{text.birth.stillborn}</p>
      ) : (
        <>
          <p className={styles.name}>{child.displayName}</p>
          <p className={styles.code}>
            <span className={styles.soft}>{text.birth.code}</span>{' '}
            {child.personCode && formatCode(child.personCode)}
          </p>
          <BirthDoseOf personId={personId} />
          <div className={styles.actions}>
            <Queue personId={personId} />
            <QuietButton isSmall onPress={() => onPrint(labelOf(personId))} testId="print-label">
              {text.birth.printLabel}
            </QuietButton>
            <QuietButton isSmall onPress={() => go({ name: 'person', personId })} testId="open-child">
              {text.birth.openRecord}
            </QuietButton>
          </div>
        </>
      )}
    </article>
  )
}

function labelOf(personId: string): DocumentRequest {
  return { kind: 'person-label', personId, visitId: null, paper: null, bilingual: false }
}

/** Whether the birth dose still waits, and for how long it may. */
function BirthDoseOf({ personId }: { readonly personId: string }) {
  const chart = useCallQuery(getChart, { personId, on: null })
  const nowMs = useSessionNow(30_000)
  if (!chart.data) return null
  const { birthDose, doses } = chart.data
  if (birthDose) return <BirthDoseChip wait={birthDose} nowMs={nowMs} />
  return doses.some(dose => dose.birthDose) ? <Chip kind="ok">{text.birth.hepBGiven}</Chip> : null
}

function Queue({ personId }: { readonly personId: string }) {
  const queue = useCallMutation(openVisit)
  const [ticket, setTicket] = useState<number | null>(null)
  async function put() {
    const answer = await queue.send({ personId })
    if (answer.ok) setTicket(answer.value.ticket)
  }
  return (
    <>
      {queue.error && <ErrorNotice error={queue.error} />}
      {ticket === null ? (
        <QuietButton isSmall onPress={() => void put()} isDisabled={queue.isSaving} testId="queue-child">
          {text.birth.queue}
        </QuietButton>
      ) : (
        <span role="status">✓ {text.people.queued(ticket)}</span>
      )}
    </>
  )
}
