import type { ReactNode } from 'react'
import type { ChildPicture } from '../../../src/contract/child-calls'
import { formatDay } from '../../components/format'
import { locale, text } from '../../text'
import styles from './Child.module.css'
import { answeredSign, type CheckDraft, toggled, toggledFeeding } from './check-draft'
import { codeWords } from './child-words'

type Props = {
  readonly picture: ChildPicture
  readonly draft: CheckDraft
  readonly onChange: (part: Partial<CheckDraft>) => void
}

/** White box: as it should be. Yellow box, with a sign of its own: to be looked at. */
function Box(props: {
  readonly isChosen: boolean
  readonly isYellow?: boolean
  readonly isDisabled?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
  readonly testId?: string
}) {
  const { isChosen, isYellow = false, onPress, children } = props
  return (
    <button
      type="button"
      className={styles.box}
      aria-pressed={isChosen}
      data-yellow={isChosen && isYellow}
      disabled={props.isDisabled}
      data-testid={props.testId}
      onClick={onPress}
    >
      <span aria-hidden="true">{isChosen ? (isYellow ? '▲' : '✓') : '○'}</span> {children}
      {isChosen && isYellow && <span className="visually-hidden"> {text.child.form.yellow}</span>}
    </button>
  )
}

export function FeedingBoxes({ picture, draft, onChange }: Props) {
  const offered = picture.ask.feeding.map(({ code }) => code)
  const codes = [...offered, ...draft.feeding.filter(code => !offered.includes(code))]
  if (codes.length === 0) return null
  return (
    <fieldset className={styles.boxes}>
      <legend>{text.child.form.feeding}</legend>
      {codes.map(code => (
        <Box
          key={code}
          isChosen={draft.feeding.includes(code)}
          isYellow={picture.ask.feeding.find(way => way.code === code)?.isYellow ?? false}
          onPress={() => onChange({ feeding: toggledFeeding(picture, draft.feeding, code) })}
          testId={`feeding-${code}`}
        >
          {codeWords(picture, code)}
        </Box>
      ))}
    </fieldset>
  )
}

/** Signs of the age that were not seen yet; each is "yes" or "not yet", or was not looked for. */
export function SignBoxes({ picture, draft, onChange }: Props) {
  const open = picture.ask.signs.filter(({ last }) => last?.answer !== 'yes').map(({ code }) => code)
  const codes = [...open, ...Object.keys(draft.signs).filter(code => !open.includes(code))]
  if (codes.length === 0) return null
  return (
    <fieldset className={styles.signBoxes}>
      <legend>{text.child.form.signs}</legend>
      {codes.map(code => (
        <div key={code} className={styles.signRow}>
          <span>{codeWords(picture, code)}</span>
          {(['yes', 'not-yet'] as const).map(answer => (
            <Box
              key={answer}
              isChosen={draft.signs[code] === answer}
              isYellow={answer === 'not-yet' && isLateSign(picture, code)}
              onPress={() => onChange({ signs: answeredSign(draft.signs, code, answer) })}
              testId={`sign-${code}-${answer}`}
            >
              <span aria-hidden="true">{text.child.signAnswers[answer]}</span>
              <span className="visually-hidden">
                {codeWords(picture, code)}: {text.child.signAnswers[answer]}
              </span>
            </Box>
          ))}
        </div>
      ))}
    </fieldset>
  )
}

function isLateSign({ ask }: ChildPicture, code: string): boolean {
  const sign = ask.signs.find(known => known.code === code)
  return sign !== undefined && ask.developmentMonths >= sign.untilMonths
}

/** What is due may be noted; what is not says from when on. */
export function SupplementBoxes({ picture, draft, onChange }: Props) {
  const due = picture.ask.supplements.flatMap(({ doses, isDue, dueOn }) =>
    doses.map(dose => ({ ...dose, isDue, dueOn })),
  )
  const others = draft.supplements.filter(code => !due.some(dose => dose.code === code))
  if (due.length + others.length === 0) return null
  return (
    <fieldset className={styles.boxes}>
      <legend>{text.child.form.supplements}</legend>
      {due.map(({ code, text: name, isDue, dueOn }) => (
        <Box
          key={code}
          isChosen={draft.supplements.includes(code)}
          isDisabled={!isDue && !draft.supplements.includes(code)}
          onPress={() => onChange({ supplements: toggled(draft.supplements, code) })}
          testId={`supplement-${code}`}
        >
          {name[locale]}
          {!isDue && dueOn !== null && ` (${text.child.form.tooSoon(formatDay(dueOn))})`}
        </Box>
      ))}
      {others.map(code => (
        <Box key={code} isChosen onPress={() => onChange({ supplements: toggled(draft.supplements, code) })}>
          {codeWords(picture, code)}
        </Box>
      ))}
    </fieldset>
  )
}

export function DangerBoxes({ picture, draft, onChange }: Props) {
  return (
    <fieldset className={styles.boxes}>
      <legend>{text.child.form.dangerSigns}</legend>
      {picture.ask.dangerSigns.map(({ code, text: name }) => (
        <Box
          key={code}
          isChosen={draft.dangerSigns.includes(code)}
          isYellow
          onPress={() => onChange({ dangerSigns: toggled(draft.dangerSigns, code) })}
        >
          {name[locale]}
        </Box>
      ))}
      {draft.dangerSigns.length > 0 && (
        <p role="alert" className={styles.danger}>
          ▲ {picture.whatToDo.dangerSign[locale]}
        </p>
      )}
    </fieldset>
  )
}
