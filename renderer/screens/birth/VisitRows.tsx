import { Modal } from '@mantine/core'
import { useState } from 'react'
import {
  correctMotherVisit,
  correctNewbornVisit,
  type MotherVisitView,
  type NewbornVisitView,
  type PostnatalView,
  voidPostnatal,
} from '../../../src/contract/postnatal-calls'
import type { CodedWord } from '../../../src/domain/maternal/birth-data'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { wordOfCode } from './birth-words'
import { BabyFields, MotherFields } from './LookFields'
import styles from './Postnatal.module.css'
import { babyDraftOf, babyOf, motherDraftOf, motherOf } from './postnatal-draft'
import { asTyped } from './typed-values'

const words = text.birth.postnatal

/** Whose referral slip is printed, and of which visit. */
export type Referral = { readonly personId: string; readonly visitId: string }

type Row =
  | { readonly who: 'mother'; readonly name: string; readonly visit: MotherVisitView }
  | { readonly who: 'newborn'; readonly name: string; readonly visit: NewbornVisitView }

/** The visits that were made, newest first, with what was yellow; each can be put right or taken back. */
export function VisitRows(props: {
  readonly view: PostnatalView
  readonly onRefer: (referral: Referral) => void
}) {
  const { view, onRefer } = props
  const [open, setOpen] = useState<{ readonly row: Row; readonly deed: 'correct' | 'void' } | null>(null)
  const rows: readonly Row[] = [
    ...view.motherVisits.map(visit => ({ who: 'mother' as const, name: words.mother, visit })),
    ...view.children.flatMap(({ visits }, index) =>
      visits.map(visit => ({
        who: 'newborn' as const,
        name: text.birth.child(index + 1, view.children.length),
        visit,
      })),
    ),
  ]
  if (rows.length === 0) return <p className={styles.soft}>{words.none}</p>
  return (
    <>
      {rows
        .toSorted((a, b) => (a.visit.visitedOn < b.visit.visitedOn ? 1 : -1))
        .map(row => (
          <VisitRow
            key={row.visit.visitId}
            view={view}
            row={row}
            onCorrect={() => setOpen({ row, deed: 'correct' })}
            onVoid={() => setOpen({ row, deed: 'void' })}
            onRefer={onRefer}
          />
        ))}
      {open?.deed === 'void' && <TakeBack row={open.row} onClose={() => setOpen(null)} />}
      {open?.deed === 'correct' && <Correct view={view} row={open.row} onClose={() => setOpen(null)} />}
    </>
  )
}

function VisitRow(props: {
  readonly view: PostnatalView
  readonly row: Row
  readonly onCorrect: () => void
  readonly onVoid: () => void
  readonly onRefer: (referral: Referral) => void
}) {
  const { row, view } = props
  const { visit } = row
  const yellow = Object.entries(visit.checks).flatMap(([code, box]) => (box === 'yellow' ? [code] : []))
  const isMother = row.who === 'mother'
  const checks: readonly CodedWord[] = isMother ? view.data.motherChecks : view.data.newbornChecks
  const signs = isMother ? view.data.motherDangerSigns : view.data.newbornDangerSigns
  return (
    <div className={styles.visit} data-testid="postnatal-row">
      <div className={styles.visitHead}>
        <strong>{formatDay(visit.visitedOn)}</strong>
        <span>{row.name}</span>
        {(visit.referredTo !== null || visit.dangerSigns.length > 0) && (
          <QuietButton
            isSmall
            onPress={() => props.onRefer({ personId: visit.personId, visitId: visit.visitId })}
            testId="print-referral"
          >
            {words.refer}
          </QuietButton>
        )}
        <QuietButton isSmall onPress={props.onCorrect}>
          {words.correct}
        </QuietButton>
        <QuietButton isSmall onPress={props.onVoid}>
          {words.void}
        </QuietButton>
      </div>
      <p className={styles.soft}>{measuresOf(row).join(' · ')}</p>
      <div className={styles.chips}>
        {yellow.length === 0 && Object.keys(visit.checks).length > 0 && (
          <Chip kind="ok">{words.allWhite}</Chip>
        )}
        {yellow.map(code => (
          <Chip key={code} kind="late">
            {wordOfCode(checks, code)}
          </Chip>
        ))}
        {visit.dangerSigns.map(code => (
          <Chip key={code} kind="wrong">
            {wordOfCode(signs, code)}
          </Chip>
        ))}
      </div>
      {(visit.referredTo ?? visit.advice) && (
        <p className={styles.soft}>
          {[visit.referredTo && `${words.referredTo}: ${visit.referredTo}`, visit.advice]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </div>
  )
}

function measuresOf({ who, visit }: Row): readonly string[] {
  const warm = visit.temperatureC === null ? null : `${asTyped(visit.temperatureC)} °C`
  const own =
    who === 'mother'
      ? [
          visit.systolic === null ? null : `${words.pressure} ${visit.systolic}/${visit.diastolic ?? '–'}`,
          visit.pulse === null ? null : `${words.pulse} ${visit.pulse}`,
        ]
      : [
          visit.weightKg === null ? null : `${asTyped(visit.weightKg)} kg`,
          visit.breathsPerMinute === null ? null : `${words.breaths} ${visit.breathsPerMinute}`,
        ]
  return [...own, warm, visit.placeName ?? words.here].flatMap(part => part ?? [])
}

function TakeBack({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const take = useCallMutation(voidPostnatal)
  return (
    <ReasonDialog
      title={words.voidTitle}
      action={words.void}
      error={take.error}
      isBusy={take.isSaving}
      onClose={onClose}
      onConfirm={reason => {
        const { visitId } = row.visit
        void take.send({ visitId, who: row.who, reason }).then(answer => answer.ok && onClose())
      }}
    />
  )
}

/** The row as a form again; what differs is saved with a reason. */
function Correct(props: { readonly view: PostnatalView; readonly row: Row; readonly onClose: () => void }) {
  const { view, row, onClose } = props
  const mother = useCallMutation(correctMotherVisit)
  const newborn = useCallMutation(correctNewbornVisit)
  const [her, setHer] = useState(row.who === 'mother' ? motherDraftOf(row.visit) : null)
  const [baby, setBaby] = useState(row.who === 'newborn' ? babyDraftOf(row.visit) : null)
  const [isAsking, setAsking] = useState(false)
  const { visitId } = row.visit
  useKeys({ Escape: onClose }, 'dialog', !isAsking)
  const error = mother.error ?? newborn.error
  async function save(reason: string) {
    setAsking(false)
    const answer = her
      ? await mother.send({ visitId, changes: motherOf(her), reason })
      : baby && (await newborn.send({ visitId, changes: babyOf(baby), reason }))
    if (answer?.ok) onClose()
  }
  const common = { data: view.data, error, at: '' }
  return (
    <Modal opened onClose={onClose} title={words.correctTitle} closeOnEscape={false} size="56rem" centered>
      <div className={styles.dialog}>
        {her && <MotherFields {...common} draft={her} onChange={setHer} />}
        {baby && <BabyFields {...common} draft={baby} onChange={setBaby} lastWeight={null} />}
        {error && <ErrorNotice error={error} />}
        <div className={styles.buttons}>
          <FilledButton
            level="dialog"
            isBusy={mother.isSaving || newborn.isSaving}
            onPress={() => setAsking(true)}
          >
            {text.birth.saveCorrection}
          </FilledButton>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.cancel}
          </QuietButton>
        </div>
        {isAsking && (
          <ReasonDialog
            title={words.correctTitle}
            action={text.birth.saveCorrection}
            suggestions={text.birth.correctionReasons}
            onClose={() => setAsking(false)}
            onConfirm={reason => void save(reason)}
          />
        )}
      </div>
    </Modal>
  )
}
