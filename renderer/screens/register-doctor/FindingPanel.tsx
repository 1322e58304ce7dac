import { useState } from 'react'
import { acceptFinding, type FindingView } from '../../../src/contract/register-doctor-calls'
import { checks, type Repair } from '../../../src/domain/register-doctor/finding'
import { Chip } from '../../components/Chip'
import { FilledButton } from '../../components/FilledButton'
import { formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { useMay } from '../duplicates/use-may'
import { repairWords, sentenceOfFinding } from './finding-words'
import styles from './RegisterDoctor.module.css'
import { callOf, useRepair } from './use-repair'

type Step =
  | { readonly step: 'reading' | 'accepting' }
  | { readonly step: 'repairing'; readonly repair: Repair }

/** One finding: what it says, and every way out, each with its key. */
export function FindingPanel(props: { readonly view: FindingView; readonly onOpen: () => void }) {
  const { view, onOpen } = props
  const { finding, others } = view
  const [step, setStep] = useState<Step>({ step: 'reading' })
  const { severity } = checks[finding.code]
  const close = () => setStep({ step: 'reading' })
  return (
    <aside className={styles.chosen} aria-label={text.registerDoctor.whatNow} data-testid="finding-panel">
      <div className={styles.what}>
        <Chip kind={severity === 'wrong' ? 'wrong' : 'late'}>{text.registerDoctor.severities[severity]}</Chip>
      </div>
      <h3 className={styles.title}>{text.registerDoctor.titles[finding.code]}</h3>
      <p>{sentenceOfFinding(view)}</p>
      <Others view={view} />
      {finding.otherIds.length > others.length && (
        <p className={styles.soft}>{text.registerDoctor.others(finding.otherIds.length - others.length)}</p>
      )}
      <Actions view={view} onOpen={onOpen} onStep={setStep} />
      {step.step === 'repairing' && <RepairDialog view={view} repair={step.repair} onClose={close} />}
      {step.step === 'accepting' && <AcceptDialog view={view} onClose={close} />}
    </aside>
  )
}

function Others({ view }: { readonly view: FindingView }) {
  const { go } = useNavigation()
  const { others } = view
  if (others.length === 0) return null
  return (
    <div>
      <p className={styles.soft}>{text.registerDoctor.shared}</p>
      <ul className={styles.others}>
        {others.map(hit => (
          <li key={hit.personId}>
            <QuietButton isSmall onPress={() => go({ name: 'person', personId: hit.personId })}>
              {hit.displayName}
            </QuietButton>{' '}
            <span className={styles.soft}>{formatDay(hit.birthDate)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Actions(props: {
  readonly view: FindingView
  readonly onOpen: () => void
  readonly onStep: (step: Step) => void
}) {
  const { view, onOpen, onStep } = props
  const { go } = useNavigation()
  const { finding, hit } = view
  const [first, ...more] = finding.repairs
  const mayAccept = useMay(acceptFinding)
  const mayRepair = useMay(first ? callOf(first) : acceptFinding)
  const repair = (chosen: Repair) => onStep({ step: 'repairing', repair: chosen })
  const accept = () => onStep({ step: 'accepting' })
  const openRecord = () => go({ name: 'person', personId: hit.personId })
  useKeys({
    ...(first && mayRepair ? { s: () => repair(first) } : {}),
    ...(mayAccept ? { d: accept } : {}),
    ArrowRight: openRecord,
  })
  return (
    <div className={styles.actions}>
      {first && mayRepair && (
        <FilledButton isWide hint="S" testId="repair-finding" onPress={() => repair(first)}>
          {repairWords(first)}
        </FilledButton>
      )}
      {mayRepair &&
        more.map(other => (
          <QuietButton key={repairWords(other)} onPress={() => repair(other)}>
            {repairWords(other)}
          </QuietButton>
        ))}
      <QuietButton hint="↵" testId="open-finding" onPress={onOpen}>
        {text.registerDoctor.forms[finding.form.form]}
      </QuietButton>
      <QuietButton hint="→" onPress={openRecord}>
        {text.registerDoctor.openRecord}
      </QuietButton>
      {mayAccept && (
        <QuietButton hint="D" testId="accept-finding" onPress={accept}>
          {text.registerDoctor.right}
        </QuietButton>
      )}
      {!mayAccept && <p className={styles.soft}>{text.registerDoctor.readOnly}</p>}
    </div>
  )
}

function RepairDialog(props: {
  readonly view: FindingView
  readonly repair: Repair
  readonly onClose: () => void
}) {
  const { view, repair, onClose } = props
  const repairing = useRepair()
  async function confirm(reason: string) {
    const answer = await repairing.send(view.finding.personId, repair, reason)
    if (answer.ok) onClose()
  }
  return (
    <ReasonDialog
      title={repairWords(repair)}
      action={repairWords(repair)}
      suggestions={text.registerDoctor.repairReasons}
      error={repairing.error}
      isBusy={repairing.isSaving}
      onConfirm={reason => void confirm(reason)}
      onClose={onClose}
    >
      <About view={view} />
    </ReasonDialog>
  )
}

function AcceptDialog({ view, onClose }: { readonly view: FindingView; readonly onClose: () => void }) {
  const accepting = useCallMutation(acceptFinding)
  async function confirm(reason: string) {
    const answer = await accepting.send({ key: view.key, reason })
    if (answer.ok) onClose()
  }
  return (
    <ReasonDialog
      title={text.registerDoctor.rightTitle}
      action={text.registerDoctor.right}
      suggestions={text.registerDoctor.rightReasons}
      error={accepting.error}
      isBusy={accepting.isSaving}
      onConfirm={reason => void confirm(reason)}
      onClose={onClose}
    >
      <About view={view} />
      <p className={styles.soft}>{text.registerDoctor.rightNote}</p>
    </ReasonDialog>
  )
}

function About({ view }: { readonly view: FindingView }) {
  return (
    <p>
      <strong>{view.hit.displayName}</strong> · {formatDay(view.hit.birthDate)}. {sentenceOfFinding(view)}
    </p>
  )
}
