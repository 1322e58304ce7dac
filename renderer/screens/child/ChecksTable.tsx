import { useState } from 'react'
import { type ChildCheckView, type ChildPicture, voidChildCheck } from '../../../src/contract/child-calls'
import type { GrowthRecord } from '../../../src/domain/child/growth-records'
import { Chip } from '../../components/Chip'
import { formatAgeShort, formatDay } from '../../components/format'
import { figure } from '../../components/growth/growth-words'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './Child.module.css'
import { codeWords } from './child-words'

/** Every measurement, wherever it was written, newest first. Checks are put right or taken back here. */
export function ChecksTable(props: {
  readonly picture: ChildPicture
  readonly onCorrect: (check: ChildCheckView) => void
}) {
  const { picture, onCorrect } = props
  const [voiding, setVoiding] = useState<ChildCheckView | null>(null)
  const { columns } = text.child
  const heads = [
    columns.on,
    columns.age,
    columns.weight,
    columns.length,
    columns.head,
    columns.arm,
    columns.rest,
  ]
  return (
    <Panel title={text.child.checks} scrolls className={styles.checks}>
      <table className={styles.table} data-testid="child-checks">
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head}>{head}</th>
            ))}
            <th aria-label={text.common.edit} />
          </tr>
        </thead>
        <tbody>
          {linesOf(picture).map(line => (
            <Line key={line.key} picture={picture} line={line} onCorrect={onCorrect} onVoid={setVoiding} />
          ))}
        </tbody>
      </table>
      {voiding && <VoidCheck check={voiding} onClose={() => setVoiding(null)} />}
    </Panel>
  )
}

type TableLine = {
  readonly key: string
  readonly record: GrowthRecord | null
  readonly check: ChildCheckView | null
}

/** Records with a measurement and checks without one, newest first. */
function linesOf({ records, checks }: ChildPicture): readonly TableLine[] {
  const measured = records.map(record => ({
    key: record.recordId,
    record,
    check: checks.find(({ checkId }) => checkId === record.recordId) ?? null,
    on: record.on,
  }))
  const others = checks
    .filter(({ checkId }) => !records.some(({ recordId }) => recordId === checkId))
    .map(check => ({ key: check.checkId, record: null, check, on: check.checkedOn }))
  // A stable sort keeps those of one day in the order in which they count.
  return [...measured.toReversed(), ...others].toSorted((a, b) =>
    a.on < b.on ? 1 : Number(a.on < b.on) - Number(a.on > b.on),
  )
}

function Line(props: {
  readonly picture: ChildPicture
  readonly line: TableLine
  readonly onCorrect: (check: ChildCheckView) => void
  readonly onVoid: (check: ChildCheckView) => void
}) {
  const { picture, line, onCorrect, onVoid } = props
  const { record, check } = line
  const on = record?.on ?? check?.checkedOn
  if (!on) return null
  const number = (value: number | null | undefined, digits: number) =>
    value == null ? '–' : figure(value, digits)
  return (
    <tr data-testid="child-check-line">
      <td>{formatDay(on)}</td>
      <td>{formatAgeShort(picture.bornOn, on)}</td>
      <td className={styles.number}>{number(record?.weightKg, 2)}</td>
      <td className={styles.number}>{number(record?.lengthHeightCm, 1)}</td>
      <td className={styles.number}>{number(record?.headCm, 1)}</td>
      <td className={styles.number}>{number(record?.armCm, 1)}</td>
      <td>
        <Noted picture={picture} record={record} check={check} />
      </td>
      <td className={styles.tools}>
        {check && (
          <>
            <QuietButton isSmall onPress={() => onCorrect(check)} testId="correct-check">
              {text.common.edit}
            </QuietButton>
            <QuietButton isSmall tone="wrong" onPress={() => onVoid(check)} testId="void-check">
              {text.common.remove}
            </QuietButton>
          </>
        )}
      </td>
    </tr>
  )
}

/** What was found and given beside the measures; where another record is the source, which. */
function Noted(props: {
  readonly picture: ChildPicture
  readonly record: GrowthRecord | null
  readonly check: ChildCheckView | null
}) {
  const { picture, record, check } = props
  if (!check) return <span className={styles.soft}>{record ? text.child.sources[record.source] : null}</span>
  const notYet = Object.entries(check.signs).filter(([, answer]) => answer === 'not-yet')
  const words = [...check.feeding, ...check.supplements].map(code => codeWords(picture, code))
  return (
    <span className={styles.noted}>
      {check.versions > 1 && <Chip kind="wait">{text.child.correctedMark}</Chip>}
      {check.oedema === true && <Chip kind="wrong">{text.child.form.oedema}</Chip>}
      {check.dangerSigns.map(code => (
        <Chip key={code} kind="wrong">
          {codeWords(picture, code)}
        </Chip>
      ))}
      {notYet.map(([code]) => (
        <Chip
          key={code}
          kind="late"
        >{`${text.child.signAnswers['not-yet']}: ${codeWords(picture, code)}`}</Chip>
      ))}
      {[...words, check.illness, check.placeName].filter(Boolean).join(' · ')}
    </span>
  )
}

function VoidCheck({ check, onClose }: { readonly check: ChildCheckView; readonly onClose: () => void }) {
  const voiding = useCallMutation(voidChildCheck)
  async function confirm(reason: string) {
    const answer = await voiding.send({ checkId: check.checkId, reason })
    if (answer.ok) onClose()
  }
  return (
    <ReasonDialog
      title={text.child.voidTitle(formatDay(check.checkedOn))}
      action={text.common.remove}
      suggestions={text.child.form.reasons}
      error={voiding.error}
      isBusy={voiding.isSaving}
      onConfirm={reason => void confirm(reason)}
      onClose={onClose}
    >
      <p>{text.child.voidNote}</p>
    </ReasonDialog>
  )
}
