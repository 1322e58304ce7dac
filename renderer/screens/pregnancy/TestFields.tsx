import { useState } from 'react'
import { testsOn } from '../../../src/domain/maternal/antenatal-schedule'
import type { AntenatalTest } from '../../../src/domain/maternal/antenatal-visit'
import type { TestRule } from '../../../src/domain/maternal/pregnancy-rules'
import { Picker } from '../../components/Picker'
import { locale, text } from '../../text'
import { choicesOf } from '../injection/choices'
import { Choice } from './Fields'
import styles from './Pregnancy.module.css'
import type { VisitPart } from './visit-part'

/** Tests that are due on the day, or wait for their result; any other one can be added. */
export function TestFields({ rules, view, draft, today, onChange }: VisitPart) {
  const [added, setAdded] = useState<readonly string[]>([])
  const words = text.pregnancy.visit
  const states = testsOn(rules, view.dating, view.visits, draft.visitedOn ?? today)
  const isShown = ({ code, isCore }: TestRule) => {
    const state = states.find(({ rule }) => rule.code === code)?.state
    const isOpen = state === 'pending' || (isCore && (state === 'due' || state === 'late'))
    return isOpen || added.includes(code) || code in draft.results
  }
  const shown = rules.tests.filter(isShown)
  const others = rules.tests.filter(rule => !isShown(rule))
  return (
    <fieldset className={styles.tests} data-testid="test-fields">
      <legend className={styles.label}>{words.tests}</legend>
      {shown.map(({ code, name }) => (
        <Choice
          key={code}
          label={name[locale]}
          choices={choicesOf<AntenatalTest['result']>(words.result)}
          value={draft.results[code] ?? null}
          testId={`test-${code}`}
          onChange={result => onChange({ results: withResult(draft.results, code, result) })}
        />
      ))}
      {others.length > 0 && (
        <Picker
          label={words.otherTests}
          choices={others.map(({ code, name }) => ({ value: code, label: name[locale] }))}
          value={null}
          onChange={code => code !== null && setAdded([...added, code])}
        />
      )}
    </fieldset>
  )
}

function withResult(
  results: VisitPart['draft']['results'],
  code: string,
  result: AntenatalTest['result'] | null,
): VisitPart['draft']['results'] {
  const { [code]: _was, ...rest } = results
  return result === null ? rest : { ...rest, [code]: result }
}
