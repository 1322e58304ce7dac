import type { RowCandidate, RowLine } from '../../../src/contract/import-calls'
import type { ImportDecision } from '../../../src/contract/import-values'
import { formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { sentenceOf } from '../../components/sentences'
import { text } from '../../text'
import styles from './Import.module.css'

const glyphs = { new: '+', added: '↗', unchanged: '=', possible: '?', refused: '✕' } as const

/** One row of the file: what it comes to and why; with the candidates where somebody has to decide. */
export function RowView(props: {
  readonly measure: (line: HTMLElement | null) => void
  readonly index: number
  readonly top: number
  readonly line: RowLine | null
  readonly decision: ImportDecision | null
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onDecide: (kind: 'same' | 'new' | null, candidate?: number) => void
}) {
  const { measure, index, top, line, isChosen, onChoose } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys of the screen do the same
    <div
      ref={measure}
      data-index={index}
      data-testid="import-row"
      data-kind={line?.kind}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className={styles.line}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onChoose}
    >
      {line && (
        <>
          <span className={styles.rowNumber}>{line.row}</span>
          <span className={styles.kind} data-kind={line.kind}>
            <span aria-hidden="true">{glyphs[line.kind]}</span> {text.importFile.kinds[line.kind]}
          </span>
          <span className={styles.who}>
            {line.name} <span className={styles.soft}>{line.birthDate && formatDay(line.birthDate)}</span>
          </span>
          <Why {...props} line={line} />
        </>
      )}
    </div>
  )
}

function Why({
  line,
  decision,
  onDecide,
}: {
  readonly line: RowLine
  readonly decision: ImportDecision | null
  readonly onDecide: (kind: 'same' | 'new' | null, candidate?: number) => void
}) {
  const words = [
    line.match &&
      line.rule &&
      text.importFile.matched(line.match.displayName, text.importFile.rules[line.rule]),
    line.doses > 0 && text.importFile.dosesNew(line.doses),
    line.fields.length > 0 && text.importFile.fills(line.fields.length),
  ].filter(Boolean)
  return (
    <span className={styles.why}>
      {words.join(' · ')}
      {line.problems.map(problem => (
        <span
          key={`${problem.code} ${problem.column} ${String(problem.params.value)}`}
          className={problem.severity === 'blocking' ? styles.problemWords : styles.noteWords}
        >
          {' '}
          {problem.column !== null && `${problem.column}: `}
          {sentenceOf(problem)}
        </span>
      ))}
      {line.candidates.map((candidate, at) => (
        <span key={`${candidate.personId} ${candidate.row}`} className={styles.candidate}>
          <span>{candidateWords(candidate)}</span>
          <QuietButton isSmall hint={at === 0 ? 'C' : undefined} onPress={() => onDecide('same', at)}>
            {text.importFile.same}
          </QuietButton>
        </span>
      ))}
      {line.candidates.length > 0 && (
        <span className={styles.candidate}>
          <QuietButton isSmall hint="M" onPress={() => onDecide('new')}>
            {text.importFile.fresh}
          </QuietButton>
          <QuietButton isSmall hint="B" onPress={() => onDecide(null)}>
            {text.importFile.leave}
          </QuietButton>
          {decision && <strong className={styles.good}>{text.importFile.decided[decision.decision]}</strong>}
        </span>
      )}
    </span>
  )
}

function candidateWords({ row, displayName, birthDate, motherName, phone, hamlet }: RowCandidate): string {
  if (row !== null) return text.importFile.candidateRow(row, displayName, formatDay(birthDate))
  const more = [
    motherName && text.importFile.mother(motherName),
    phone && `, ${phone}`,
    hamlet && `, ${hamlet}`,
  ]
  return text.importFile.candidate(displayName, formatDay(birthDate), more.filter(Boolean).join(''))
}
