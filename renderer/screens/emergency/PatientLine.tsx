import { TextInput } from '@mantine/core'
import { getBoard } from '../../../src/contract/visit-calls'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import type { EmergencyPatient } from '../../frame/emergency-patient'
import { text } from '../../text'
import { cardsOf } from '../board/lanes'
import { formatDecimal } from '../screening/checklist'
import styles from './Emergency.module.css'

/** So many people under observation are offered by name. */
const mostNames = 12

/** Who it is and how heavy; a weight that is typed counts before the one of the checklist. */
export function PatientLine(props: {
  readonly patient: EmergencyPatient | null
  readonly weightKg: number | null
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onPatient: (patient: EmergencyPatient | null) => void
}) {
  const { patient, weightKg, typed, onType, onPatient } = props
  const words = text.emergency
  return (
    <section className={styles.patient}>
      <div className={styles.who}>
        {patient ? (
          <>
            <b>{patient.name}</b>
            <span>{weightKg === null ? words.notWeighed : words.weighed(formatDecimal(weightKg))}</span>
            <QuietButton isSmall onPress={() => onPatient(null)}>
              {words.otherPerson}
            </QuietButton>
          </>
        ) : (
          <Names onPatient={onPatient} />
        )}
      </div>
      <TextInput
        label={words.weight}
        inputMode="decimal"
        maxLength={6}
        autoFocus
        data-testid="emergency-weight"
        value={typed}
        onChange={event => onType(event.currentTarget.value)}
      />
    </section>
  )
}

/** Those under observation now; nobody need be chosen. */
function Names({ onPatient }: { readonly onPatient: (patient: EmergencyPatient) => void }) {
  const { signedIn } = useAppState()
  const board = useCallQuery(getBoard, { on: null }, { isOn: signedIn !== null, keep: true })
  const cards = board.data ? cardsOf(board.data, 'observation').slice(0, mostNames) : []
  if (signedIn === null || cards.length === 0) return <span>{text.emergency.nobodyChosen}</span>
  return (
    <>
      <span>{text.emergency.who}</span>
      {cards.map(({ personId, visitId, displayName }) => (
        <QuietButton
          key={personId}
          isSmall
          onPress={() => onPatient({ personId, visitId, name: displayName })}
        >
          {displayName}
        </QuietButton>
      ))}
    </>
  )
}
