import { type ReactNode, useState } from 'react'
import type { PersonView } from '../../../src/contract/person-calls'
import { getPregnancyRules, listPregnancies } from '../../../src/contract/pregnancy-calls'
import type { AntenatalVisitView, PregnancyView } from '../../../src/contract/pregnancy-views'
import type { KnownBefore } from '../../../src/domain/maternal/next-pregnancy'
import type { PregnancyRules } from '../../../src/domain/maternal/pregnancy-rules'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { DocumentPreview } from '../documents/DocumentPreview'
import { EndDialog } from './EndDialog'
import styles from './Pregnancy.module.css'
import { PregnancyForm } from './PregnancyForm'
import { PregnancyHead } from './PregnancyHead'
import { PregnancySide } from './PregnancySide'
import { ReopenPregnancy, VoidPregnancy, VoidVisit } from './TakeBackDialogs'
import { VisitForm } from './VisitForm'
import { VisitTable } from './VisitTable'
import { shortAge, stateWords } from './words'

type Props = {
  readonly view: PersonView
  /** What leads on from a pregnancy that goes on: the recording of the birth. */
  readonly next?: (pregnancy: PregnancyView) => ReactNode
}

/** A woman's pregnancies: the one that goes on, and those before it. */
export function PregnancyTab({ view, next }: Props) {
  const { personId, displayName } = view
  const rules = useCallQuery(getPregnancyRules, {})
  const list = useCallQuery(listPregnancies, { personId }, { keep: true })
  if (rules.error) return <ErrorNotice error={rules.error} onRetry={rules.retry} />
  if (list.error && !list.data) return <ErrorNotice error={list.error} onRetry={list.retry} />
  if (!rules.data || !list.data) return <LateSkeleton />
  return <Pregnancies rules={rules.data} personId={personId} name={displayName} {...list.data} next={next} />
}

type Known = {
  readonly rules: PregnancyRules
  readonly personId: string
  readonly name: string
  readonly pregnancies: readonly PregnancyView[]
  readonly known: KnownBefore
  readonly next: Props['next']
}

function Pregnancies({ rules, personId, name, pregnancies, known, next }: Known) {
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [isEnrolling, setEnrolling] = useState(false)
  const isGoing = pregnancies.some(({ endedOn }) => endedOn === null)
  useKeys(isGoing ? {} : { n: () => setEnrolling(true) })
  const shown = pregnancies.find(({ pregnancyId }) => pregnancyId === chosenId) ?? pregnancies[0]
  const enrol = (
    <QuietButton hint="N" onPress={() => setEnrolling(true)} testId="enrol-pregnancy">
      {shown ? text.pregnancy.head.enrolNext : text.pregnancy.enrol}
    </QuietButton>
  )
  return (
    <>
      {pregnancies.length > 1 && <Chooser pregnancies={pregnancies} shown={shown} onChoose={setChosenId} />}
      {shown ? (
        <Pregnancy key={shown.pregnancyId} rules={rules} view={shown} name={name} known={known}>
          {shown.endedOn === null ? next?.(shown) : !isGoing && enrol}
        </Pregnancy>
      ) : (
        <Panel title={text.pregnancy.title} className={styles.grows}>
          <EmptyState title={text.pregnancy.none}>
            <p>{text.pregnancy.noneHint}</p>
            {enrol}
          </EmptyState>
        </Panel>
      )}
      {isEnrolling && (
        <PregnancyForm
          rules={rules}
          personId={personId}
          name={name}
          known={known}
          view={null}
          onClose={() => setEnrolling(false)}
        />
      )}
    </>
  )
}

function Chooser(props: {
  readonly pregnancies: readonly PregnancyView[]
  readonly shown: PregnancyView | undefined
  readonly onChoose: (pregnancyId: string) => void
}) {
  return (
    <div className={styles.chips}>
      {props.pregnancies.map(each => (
        <QuietButton
          key={each.pregnancyId}
          isSmall
          isPressed={each.pregnancyId === props.shown?.pregnancyId}
          onPress={() => props.onChoose(each.pregnancyId)}
        >
          {[text.pregnancy.which(each.gravida), stateWords(each), shortAge(each.gestation)].join(' · ')}
        </QuietButton>
      ))}
    </div>
  )
}

type Open =
  | { readonly what: 'nothing' | 'edit' | 'visit' | 'end' | 'void' | 'reopen' }
  | { readonly what: 'correct' | 'void-visit'; readonly visit: AntenatalVisitView }
  | { readonly what: 'refer'; readonly visitId: string | null }

type One = {
  readonly rules: PregnancyRules
  readonly view: PregnancyView
  readonly name: string
  readonly known: KnownBefore
}

function Pregnancy(props: One & { readonly children: ReactNode }) {
  const { rules, view, children } = props
  const [open, setOpen] = useState<Open>({ what: 'nothing' })
  const isGoing = view.endedOn === null
  const newest = view.visits.at(-1)
  const refer = () => setOpen({ what: 'refer', visitId: newest?.visitId ?? null })
  const close = () => setOpen({ what: 'nothing' })
  useKeys({
    ...(isGoing ? { k: () => setOpen({ what: 'visit' }) } : {}),
    'Ctrl+p': refer,
    ...(open.what === 'refer' ? { Escape: close } : {}),
  })
  return (
    <>
      <PregnancyHead view={view}>
        {isGoing && (
          <QuietButton hint="K" onPress={() => setOpen({ what: 'visit' })} testId="record-visit">
            {text.pregnancy.head.visit}
          </QuietButton>
        )}
        {children}
        <QuietButton hint="Ctrl P" onPress={refer} testId="print-referral">
          {text.pregnancy.head.refer}
        </QuietButton>
        <Less view={view} onOpen={what => setOpen({ what })} />
      </PregnancyHead>
      <div className={styles.columns}>
        <VisitTable rules={rules} view={view} onCorrect={visit => setOpen({ what: 'correct', visit })} />
        <PregnancySide rules={rules} view={view} />
      </div>
      <Opened {...props} open={open} onOpen={setOpen} onClose={close} />
    </>
  )
}

/** What is done seldom. */
function Less(props: {
  readonly view: PregnancyView
  readonly onOpen: (what: 'edit' | 'end' | 'void' | 'reopen') => void
}) {
  const { view, onOpen } = props
  const words = text.pregnancy.head
  const isGoing = view.endedOn === null
  return (
    <>
      <QuietButton onPress={() => onOpen('edit')} testId="edit-pregnancy">
        {words.edit}
      </QuietButton>
      {isGoing ? (
        <QuietButton onPress={() => onOpen('end')} testId="end-pregnancy">
          {words.end}
        </QuietButton>
      ) : (
        view.birthIds.length === 0 && (
          <QuietButton onPress={() => onOpen('reopen')}>{words.reopen}</QuietButton>
        )
      )}
      {view.visits.length === 0 && view.birthIds.length === 0 && (
        <QuietButton tone="wrong" onPress={() => onOpen('void')}>
          {words.void}
        </QuietButton>
      )}
    </>
  )
}

function Opened(
  props: One & {
    readonly open: Open
    readonly onOpen: (open: Open) => void
    readonly onClose: () => void
  },
) {
  const { open, view, onOpen, onClose } = props
  switch (open.what) {
    case 'nothing':
      return null
    case 'edit':
      return <PregnancyForm {...props} personId={view.personId} />
    case 'visit':
    case 'correct':
      return (
        <VisitForm
          {...props}
          visit={open.what === 'correct' ? open.visit : null}
          onRefer={visitId => onOpen({ what: 'refer', visitId })}
          onVoid={visit => onOpen({ what: 'void-visit', visit })}
        />
      )
    case 'void-visit':
      return <VoidVisit visit={open.visit} onClose={onClose} />
    case 'end':
      return <EndDialog view={view} onClose={onClose} />
    case 'void':
      return <VoidPregnancy view={view} onClose={onClose} />
    case 'reopen':
      return <ReopenPregnancy view={view} onClose={onClose} />
    case 'refer':
      return (
        <DocumentPreview
          request={{
            kind: 'maternal-referral',
            personId: view.personId,
            visitId: open.visitId,
            paper: 'A5',
            bilingual: false,
          }}
          onClose={onClose}
        />
      )
  }
}
