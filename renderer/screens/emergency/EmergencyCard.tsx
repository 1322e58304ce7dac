import { Modal } from '@mantine/core'
import { useState } from 'react'
import { getEmergencyCard } from '../../../src/contract/aefi-calls'
import { getPerson } from '../../../src/contract/person-calls'
import { getVisit } from '../../../src/contract/visit-calls'
import { bandsFor } from '../../../src/domain/aefi/adrenaline'
import { ageOf } from '../../../src/domain/calendar/age'
import { daysBetween } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import type { EmergencyPatient } from '../../frame/emergency-patient'
import { locale, text } from '../../text'
import { AdrenalineTable } from './AdrenalineTable'
import styles from './Emergency.module.css'
import { KitNotice } from './KitNotice'
import { PatientLine } from './PatientLine'
import { RepeatClock } from './RepeatClock'
import { readWeight } from './weight'

/** The card of anaphylaxis: who, how heavy, which row of the source, the steps, the repeat, the grades, the box. */
export function EmergencyCard(props: {
  readonly patient: EmergencyPatient | null
  readonly injections: readonly number[]
  readonly onPatient: (patient: EmergencyPatient | null) => void
  readonly onInjected: () => void
  readonly onClear: () => void
  readonly onClose: () => void
}) {
  const { patient, injections, onPatient, onInjected, onClear, onClose } = props
  const read = useCallQuery(getEmergencyCard, {}, { keep: true })
  const [typed, setTyped] = useState('')
  const known = usePatient(patient)
  useKeys({ Escape: onClose }, 'dialog')
  const words = text.emergency
  const weightKg = readWeight(typed) ?? known.weightKg
  const choice = read.data && bandsFor(read.data.card, { ...known, weightKg })
  return (
    <Modal opened fullScreen onClose={onClose} withCloseButton={false} closeOnEscape={false} zIndex={400}>
      <section className={styles.card} aria-label={words.title} data-testid="emergency-card">
        <header className={styles.head}>
          <h2>✚ {words.title}</h2>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.close}
          </QuietButton>
        </header>
        {read.error && !read.data && <ErrorNotice error={read.error} onRetry={read.retry} />}
        {read.data && choice && (
          <div className={styles.columns}>
            <div className={styles.main}>
              <PatientLine
                patient={patient}
                weightKg={known.weightKg}
                typed={typed}
                onType={setTyped}
                onPatient={onPatient}
              />
              <AdrenalineTable card={read.data.card} choice={choice} />
              <RepeatClock
                card={read.data.card}
                injections={injections}
                onInjected={onInjected}
                onClear={onClear}
              />
            </div>
            <div className={styles.side}>
              <Steps card={read.data.card} />
              <KitNotice card={read.data.card} kit={read.data.kit} />
              <p className={styles.source}>
                {read.data.card.confirmation === 'unverified' && <b>▲ {words.unverified} </b>}
                {words.source(read.data.card.source)}
              </p>
            </div>
          </div>
        )}
      </section>
    </Modal>
  )
}

type Card = Parameters<typeof AdrenalineTable>[0]['card']

function Steps({ card }: { readonly card: Card }) {
  const words = text.emergency
  return (
    <>
      <section>
        <h3>{words.steps}</h3>
        <ol className={styles.steps}>
          {card.steps.map(step => (
            <li key={step.vi}>{step[locale]}</li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{words.grades}</h3>
        <dl className={styles.grades}>
          {card.grades.map(grade => (
            <div key={grade.code}>
              <dt>{words.grade(grade.code)}</dt>
              <dd>{grade.text[locale]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}

/** Age from the record and today's weight from the checklist, for somebody signed in; nothing is guessed. */
function usePatient(patient: EmergencyPatient | null) {
  const { today, signedIn } = useAppState()
  const isOn = patient !== null && signedIn !== null
  const person = useCallQuery(getPerson, { personId: patient?.personId ?? '' }, { isOn })
  const visit = useCallQuery(
    getVisit,
    { visitId: patient?.visitId ?? '' },
    { isOn: isOn && patient.visitId !== null },
  )
  const born = isOn ? (person.data?.person.birthDate ?? null) : null
  return {
    weightKg: isOn ? (visit.data?.screening?.weightKg ?? null) : null,
    ageDays: born && daysBetween(born, today),
    ageYears: born && ageOf(born, today).years,
  }
}
