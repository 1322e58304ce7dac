import { TextInput } from '@mantine/core'
import type { Problem } from '../../../src/contract/errors'
import { QuietButton } from '../../components/QuietButton'
import { sentenceOf } from '../../components/sentences'
import { text } from '../../text'
import styles from './Injection.module.css'
import type { PlanLine } from './plan'
import type { LineCheck } from './use-injection'

/** What stands against a dose: a refusal ends it, a warning asks for the reason it is given all the same. */
export function LineProblems(props: {
  readonly line: PlanLine
  readonly check: NonNullable<LineCheck>
  readonly onChange: (line: PlanLine) => void
}) {
  const { line, check, onChange } = props
  const passWith = (code: string, reason: string) =>
    onChange({ ...line, overrides: { ...line.overrides, [code]: reason } })
  return (
    <div className={styles.problems} role="status">
      {check.refusals.map(problem => (
        <p key={keyOf(problem)} className={styles.refusal}>
          <b>✕ {text.injection.refusal}.</b> {sentenceOf(problem)}
        </p>
      ))}
      {check.warnings.map(problem => (
        <div key={keyOf(problem)} className={styles.warning}>
          <p>
            <b>▲</b> {sentenceOf(problem)}
          </p>
          <TextInput
            aria-label={text.injection.override}
            placeholder={text.injection.override}
            maxLength={500}
            autoComplete="off"
            value={line.overrides[problem.code] ?? ''}
            onChange={event => passWith(problem.code, event.currentTarget.value)}
          />
          <div className={styles.quick}>
            {text.injection.overrideReasons.map(reason => (
              <QuietButton key={reason} isSmall onPress={() => passWith(problem.code, reason)}>
                {reason}
              </QuietButton>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

function keyOf(problem: Problem): string {
  return `${problem.code}:${JSON.stringify(problem.params)}`
}
