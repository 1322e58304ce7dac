import type { VisitView } from '../../../src/contract/visit-calls'
import { Chip } from '../../components/Chip'
import { FilledButton } from '../../components/FilledButton'
import { formatTime } from '../../components/format'
import { Panel } from '../../components/Panel'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { codes } from '../../text/codes'
import { formatDecimal } from '../screening/checklist'
import styles from './Injection.module.css'

const stepNames = ['reception', 'screening', 'injection', 'observation'] as const

/** The four steps of a visit, those behind ticked, the present one marked. */
export function Steps({ visit }: { readonly visit: VisitView }) {
  const at = visit.stage === 'done' ? stepNames.length : stepNames.indexOf(visit.stage)
  return (
    <ol className={styles.steps}>
      {stepNames.map((name, index) => (
        <li
          key={name}
          className={index < at ? styles.stepDone : index === at ? styles.stepNow : ''}
          aria-current={index === at ? 'step' : undefined}
        >
          {index < at && <span aria-hidden="true">✓ </span>}
          {text.injection.steps[name]}
        </li>
      ))}
    </ol>
  )
}

/** What the screening found, in one chip. */
export function ScreeningChip({ visit }: { readonly visit: VisitView }) {
  const { screening } = visit
  if (!screening) return <Chip kind="wrong">{text.injection.notScreened}</Chip>
  const weight = screening.weightKg === null ? null : formatDecimal(screening.weightKg)
  const words = `${codes.conclusions[screening.concluded]} · ${text.injection.vitals(formatDecimal(screening.temperatureC), weight)}`
  return (
    <Chip kind={screening.concluded === 'eligible' ? 'ok' : 'late'} title={words}>
      {words}
    </Chip>
  )
}

/** A visit that is not at the injection: says where it stands and leads there. */
export function VisitState({ visit }: { readonly visit: VisitView }) {
  const { go } = useNavigation()
  const { stage, visitId } = visit
  return (
    <Panel
      title={text.injection.visit}
      note={text.injection.visitInfo(visit.ticket, formatTime(visit.openedAt))}
      className={styles.right}
    >
      <Steps visit={visit} />
      <div className={styles.state}>
        {stage === 'screening' ? (
          <>
            <p>{text.injection.notScreened}</p>
            <FilledButton isWide onPress={() => go({ name: 'screening', visitId })}>
              {text.injection.openScreening}
            </FilledButton>
          </>
        ) : (
          <>
            <ScreeningChip visit={visit} />
            <p>{stage === 'observation' ? text.injection.alreadyInjected : text.injection.closed}</p>
            {stage === 'observation' && (
              <FilledButton isWide onPress={() => go({ name: 'observation' })}>
                {text.injection.openObservation}
              </FilledButton>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}
