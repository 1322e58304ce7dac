import { useEffect, useRef } from 'react'
import type { MergeReview } from '../../../src/contract/merge-calls'
import { type MergePart, mergeParts } from '../../../src/domain/person/merge-record'
import type { Person } from '../../../src/domain/person/person'
import { formatCode } from '../../components/format'
import { text } from '../../text'
import styles from './Duplicates.module.css'
import { type PartNames, partWords } from './part-words'
import { hasPart, type ReviewChoice, type Side, sideOf } from './review-choice'

const sides: readonly Side[] = ['left', 'right']

/** What differs, each side to be taken, and what a merge keeps of both. */
export function DifferingRows(props: {
  readonly review: MergeReview
  readonly names: PartNames
  readonly choice: ReviewChoice
  readonly at: number
  readonly onTake: (part: MergePart, side: Side, index: number) => void
}) {
  const { review, names, choice, at, onTake } = props
  const { differing } = review
  return (
    <div className={styles.rows} data-testid="review-fields">
      <p className={styles.group}>
        <span aria-hidden="true">≠</span> {text.duplicates.review.differing(differing.length)}
      </p>
      {differing.map((part, index) => (
        <DifferingRow
          key={part}
          part={part}
          review={review}
          names={names}
          chosen={sideOf(review, choice, part)}
          isHere={index === at}
          onTake={side => onTake(part, side, index)}
        />
      ))}
      <KeptRow label={text.duplicates.codes} words={side => codeWords(review[side].person)} />
      <KeptRow label={text.duplicates.alerts} words={side => alertWords(review[side].person)} />
    </div>
  )
}

/** What both records say. */
export function SameRows(props: { readonly review: MergeReview; readonly names: PartNames }) {
  const { review, names } = props
  const { person } = review.left
  const same = mergeParts.filter(
    part => !review.differing.includes(part) && partWords(person, part, names) !== null,
  )
  if (same.length === 0) return null
  return (
    <div className={styles.rows}>
      <p className={styles.group}>
        <span aria-hidden="true">=</span> {text.duplicates.review.same}
      </p>
      {same.map(part => (
        <div key={part} className={styles.same}>
          <span className={styles.label}>{text.duplicates.parts[part]}</span>
          <span>{partWords(person, part, names)}</span>
        </div>
      ))}
    </div>
  )
}

function DifferingRow(props: {
  readonly part: MergePart
  readonly review: MergeReview
  readonly names: PartNames
  readonly chosen: Side
  readonly isHere: boolean
  readonly onTake: (side: Side) => void
}) {
  const { part, review, names, chosen, isHere, onTake } = props
  const row = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (isHere) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  return (
    <fieldset ref={row} className={styles.row} data-here={isHere} data-testid={`part-${part}`}>
      <legend className={styles.label}>{text.duplicates.parts[part]}</legend>
      {sides.map(side => {
        const words = partWords(review[side].person, part, names)
        const isTaken = side === chosen
        return (
          <button
            key={side}
            type="button"
            className={styles.side}
            aria-pressed={isTaken}
            disabled={!hasPart(review, side, part)}
            tabIndex={-1}
            onClick={() => onTake(side)}
          >
            <span className={styles.mark} aria-hidden="true">
              {isTaken ? '✓' : '○'}
            </span>
            <span className={words === null ? styles.soft : undefined}>
              {words ?? text.duplicates.review.empty}
            </span>
          </button>
        )
      })}
    </fieldset>
  )
}

/** What a merge keeps of both. */
function KeptRow(props: { readonly label: string; readonly words: (side: Side) => string }) {
  const { label, words } = props
  if (sides.every(side => words(side) === '')) return null
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      {sides.map(side => (
        <span key={side} className={styles.kept}>
          <span className={styles.mark} aria-hidden="true">
            {words(side) === '' ? '' : '✓'}
          </span>
          <span className={words(side) === '' ? styles.soft : undefined}>
            {words(side) || text.duplicates.review.empty}
          </span>
        </span>
      ))}
    </div>
  )
}

function codeWords({ identifiers }: Person): string {
  return identifiers
    .filter(({ system }) => system === 'person-code' || system === 'niis-code')
    .map(({ system, value }) => (system === 'person-code' ? formatCode(value) : `NIIS ${value}`))
    .join(' · ')
}

function alertWords({ alerts }: Person): string {
  return alerts
    .map(({ code, note }) => [text.common.alerts[code], note].filter(Boolean).join(': '))
    .join('; ')
}
