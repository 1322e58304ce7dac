import { TextInput } from '@mantine/core'
import type { PlannedDoseCheck } from '../../../src/contract/dose-calls'
import type { DoseWarning } from '../../../src/domain/schedule/chart-types'
import { QuietButton } from '../../components/QuietButton'
import { sentenceOf } from '../../components/sentences'
import { text } from '../../text'
import styles from './DoseLine.module.css'
import type { PlanLine } from './plan'
import { reasonText } from './reasons'

type Names = { readonly vaccine: (code: string) => string; readonly antigen: (code: string) => string }

/** What stands against a dose: a refusal ends it, a warning asks for the reason it is given all the same. */
export function LineProblems(props: {
  readonly line: PlanLine
  readonly check: PlannedDoseCheck
  readonly names: Names
  readonly onChange: (line: PlanLine) => void
}) {
  const { line, check, names, onChange } = props
  const raised = [...new Set(check.warnings.map(({ code }) => code))]
  return (
    <div className={styles.problems} role="status">
      {check.refusals.map(problem => (
        <p key={`${problem.code}:${JSON.stringify(problem.params)}`} className={styles.refusal}>
          <b>✕ {text.injection.refusal}.</b> {sentenceOf(problem)}
        </p>
      ))}
      {raised.map(code => (
        <Warning
          key={code}
          warnings={check.warnings.filter(warning => warning.code === code)}
          names={names}
          reason={line.overrides[code] ?? ''}
          onReason={reason => onChange({ ...line, overrides: { ...line.overrides, [code]: reason } })}
        />
      ))}
    </div>
  )
}

/** One kind of warning, for every antigen it concerns, and the one reason that passes it. */
function Warning(props: {
  readonly warnings: readonly DoseWarning[]
  readonly names: Names
  readonly reason: string
  readonly onReason: (reason: string) => void
}) {
  const { warnings, names, reason, onReason } = props
  return (
    <div className={styles.warning}>
      {warnings.map(warning => (
        <p key={JSON.stringify(warning)}>
          <b>▲</b> {reasonText.warning(warning, names.vaccine, names.antigen)}
        </p>
      ))}
      <TextInput
        aria-label={text.injection.override}
        placeholder={text.injection.override}
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={event => onReason(event.currentTarget.value)}
      />
      <div className={styles.quick}>
        {text.injection.overrideReasons.map(suggestion => (
          <QuietButton key={suggestion} isSmall onPress={() => onReason(suggestion)}>
            {suggestion}
          </QuietButton>
        ))}
      </div>
    </div>
  )
}
