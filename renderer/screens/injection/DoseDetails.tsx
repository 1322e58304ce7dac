import { useState } from 'react'
import { type DoseView, voidDose } from '../../../src/contract/dose-calls'
import { errorCodes } from '../../../src/contract/errors'
import { writtenDate } from '../../../src/domain/immunization/dose-date'
import type { GivenCell } from '../../../src/domain/schedule/chart-types'
import { givenWords } from '../../components/birth-dose-words'
import { Chip } from '../../components/Chip'
import { formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { antigenName, codes, scheduleVersionName } from '../../text/codes'
import { CorrectDoseDialog } from './CorrectDoseDialog'
import styles from './DoseMatrix.module.css'
import { formatVolume } from './format-volume'
import { evaluationText, reasonText, statusText } from './reasons'

type Step = 'reading' | 'correcting' | 'voiding'

/** Everything known of one dose, why it counts or not, and the two ways to put it right. */
export function DoseDetails(props: {
  readonly cell: GivenCell
  readonly dose: DoseView
  readonly nameOf: (code: string) => string
  /** Tells that a dialog stands over the details, or no longer does. */
  readonly onDialog: (isOpen: boolean) => void
  readonly onClose: () => void
}) {
  const { cell, dose, nameOf, onDialog, onClose } = props
  const [step, setStepOnly] = useState<Step>('reading')
  const voiding = useCallMutation(voidDose)
  useKeys({ Escape: onClose }, 'dialog', step === 'reading')

  function setStep(next: Step) {
    setStepOnly(next)
    onDialog(next !== 'reading')
  }
  async function voidIt(reason: string) {
    const answer = await voiding.send({ doseId: dose.doseId, reason })
    if (answer.ok) onClose()
  }
  return (
    <div className={styles.read}>
      <p className={styles.detailsTop}>
        <strong>
          {dose.vaccineName} · {writtenDate(dose)}
        </strong>
        <Chip kind={cell.status === 'valid' ? 'ok' : cell.status.endsWith('valid') ? 'wrong' : 'wait'}>
          {reasonText.evaluationStatus[cell.status]}
        </Chip>
      </p>
      <p>{[statusText.evaluation[cell.status], evaluationText(cell.reasons, nameOf)].join(' ').trim()}</p>
      {cell.otherwise.map(other => (
        <p key={other.antigen} className={styles.soft}>
          {text.injection.otherwise(antigenName(other.antigen), reasonText.evaluationStatus[other.status])}
          {other.reasons.length > 0 && ` · ${evaluationText(other.reasons, nameOf)}`}
        </p>
      ))}
      {!cell.isConfirmed && <p className={styles.soft}>° {reasonText.unconfirmedRow}</p>}
      <Facts dose={dose} version={cell.version} />
      <div className={styles.detailsButtons}>
        <QuietButton isSmall onPress={() => setStep('correcting')}>
          {text.injection.correct}
        </QuietButton>
        <QuietButton isSmall tone="wrong" onPress={() => setStep('voiding')}>
          {text.injection.void}
        </QuietButton>
      </div>
      {step === 'correcting' && (
        <CorrectDoseDialog dose={dose} onClose={() => setStep('reading')} onSaved={onClose} />
      )}
      {step === 'voiding' && (
        <ReasonDialog
          title={text.injection.voidTitle}
          action={text.injection.voidConfirm}
          suggestions={text.injection.voidReasons}
          error={voiding.error}
          isBusy={voiding.isSaving}
          onConfirm={reason => void voidIt(reason)}
          onClose={() => setStep('reading')}
        >
          <p>
            {dose.vaccineName} · {writtenDate(dose)}
          </p>
        </ReasonDialog>
      )}
    </div>
  )
}

function Facts({ dose, version }: { readonly dose: DoseView; readonly version: string | null }) {
  const lot = [dose.lotNumber, dose.lotExpiresOn && text.injection.lotExpires(formatDay(dose.lotExpiresOn))]
  const where = [
    dose.site && codes.sites[dose.site],
    dose.route && codes.routes[dose.route],
    formatVolume(dose.volumeMl),
  ]
  const passed = dose.overrides.map(override => `${warningName(override.code)}: ${override.reason}`)
  const facts: readonly (readonly [string, string])[] = [
    [text.injection.lot, lot.filter(Boolean).join(' · ')],
    [text.injection.siteRoute, where.filter(Boolean).join(' · ')],
    [
      text.injection.place,
      [dose.placeName, dose.kind === 'historical' && text.injection.historical].filter(Boolean).join(' · '),
    ],
    [text.injection.givenBy, dose.givenByName ?? ''],
    [text.injection.programme, text.common.programme[dose.programme]],
    [
      dose.birthDose ? text.birthDose.within(dose.birthDose.hours) : '',
      dose.birthDose ? givenWords(dose.birthDose) : '',
    ],
    [text.injection.judgedBy, version === null ? '' : scheduleVersionName(version)],
    [text.injection.overrides, passed.join('; ')],
    [text.injection.note, dose.note ?? ''],
  ]
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {dose.versions > 1 && <p className={styles.soft}>{text.injection.versions(dose.versions - 1)}</p>}
    </dl>
  )
}

/** The sentence of a warning that was passed, or its code when this version does not know it. */
function warningName(code: string): string {
  const known = errorCodes.find(each => each === code)
  return known ? text.errors[known]({}) : code
}
