import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { getPostnatal, type PostnatalView, recordPostnatal } from '../../../src/contract/postnatal-calls'
import { Chip, type ChipKind } from '../../components/Chip'
import { DateField } from '../../components/DateField'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatDay, formatDayShort } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { sentenceAt } from '../../components/sentences'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { DocumentPreview } from '../documents/DocumentPreview'
import { wordOfCode } from './birth-words'
import { BabyFields, MotherFields } from './LookFields'
import styles from './Postnatal.module.css'
import { draftFor, type PostnatalDraft, toRequest, visitedChildren } from './postnatal-draft'
import { asTyped } from './typed-values'
import { type Referral, VisitRows } from './VisitRows'

const words = text.birth.postnatal

/** The weeks after a birth: one form for mother and children, and the rows of the visits that were made. */
export function PostnatalScreen({ birthId }: { readonly birthId: string }) {
  const postnatal = useCallQuery(getPostnatal, { birthId })
  const [visits, setVisits] = useState(0)
  const [referral, setReferral] = useState<Referral | null>(null)
  useKeys(referral === null ? {} : { Escape: () => setReferral(null) })
  if (postnatal.error) return <ErrorNotice error={postnatal.error} onRetry={postnatal.retry} />
  if (!postnatal.data) return <LateSkeleton />
  return (
    <>
      <VisitForm
        key={visits}
        view={postnatal.data}
        isSaved={visits > 0}
        onRefer={setReferral}
        onSaved={first => {
          setVisits(visits + 1)
          setReferral(first)
        }}
      />
      {referral && (
        <DocumentPreview
          request={{ ...referral, kind: 'maternal-referral', paper: 'A5', bilingual: false }}
          onClose={() => setReferral(null)}
        />
      )}
    </>
  )
}

/** The first who is sent to a hospital by a visit that was saved just now: the slip stands ready. */
function firstSent(
  view: PostnatalView,
  { mother, children }: NonNullable<ReturnType<typeof toRequest>>,
  visitIds: readonly string[],
): Referral | null {
  const rows = [...(mother ? [{ ...mother, personId: view.mother.personId }] : []), ...children]
  const at = rows.findIndex(({ referredTo }) => referredTo)
  const [row, visitId] = [rows[at], visitIds[at]]
  return row && visitId ? { personId: row.personId, visitId } : null
}

function VisitForm(props: {
  readonly view: PostnatalView
  readonly isSaved: boolean
  readonly onRefer: (referral: Referral) => void
  readonly onSaved: (first: Referral | null) => void
}) {
  const { view } = props
  const { birthId } = view.birth
  const { today } = useAppState()
  const { back } = useNavigation()
  const { draft, setDraft, clear } = useDraft<PostnatalDraft>(
    `postnatal ${view.mother.personId} ${birthId}`,
    () => draftFor(view, today),
  )
  const record = useCallMutation(recordPostnatal)
  const request = toRequest(birthId, draft)
  async function save() {
    if (!request) return
    const answer = await record.send(request)
    if (!answer.ok) return
    clear()
    props.onSaved(firstSent(view, request, answer.value.visitIds))
  }
  return (
    <div className={styles.screen} data-testid="postnatal-form">
      <Panel
        title={`${words.title} · ${view.mother.displayName}`}
        note={`${text.birth.bornOn} ${formatDay(view.birth.bornOn)}`}
        scrolls
        padded
      >
        <div className={styles.form}>
          <WhenFields draft={draft} setDraft={setDraft} error={record.error} />
          <People view={view} draft={draft} setDraft={setDraft} error={record.error} />
        </div>
      </Panel>
      <div className={styles.right}>
        <Panel title={words.done} scrolls padded className={styles.grows}>
          <Schedule view={view} />
          {props.isSaved && (
            <p role="status" data-testid="visit-saved">
              ✓ {words.saved}
            </p>
          )}
          <VisitRows view={view} onRefer={props.onRefer} />
        </Panel>
        {record.error && <ErrorNotice error={record.error} />}
        <div className={styles.buttons}>
          <FilledButton
            isWide
            isBusy={record.isSaving}
            isDisabled={!request}
            onPress={() => void save()}
            testId="save-postnatal"
          >
            {words.save}
          </FilledButton>
          <QuietButton hint="Esc" onPress={back}>
            {text.common.back}
          </QuietButton>
        </div>
      </div>
    </div>
  )
}

type Part = {
  readonly draft: PostnatalDraft
  readonly setDraft: (draft: PostnatalDraft) => void
  readonly error: ReturnType<typeof useCallMutation>['error']
}

function WhenFields({ draft, setDraft, error }: Part) {
  const { today } = useAppState()
  return (
    <div className={styles.when}>
      <DateField
        label={words.date}
        value={draft.visitedOn}
        today={today}
        isRequired
        error={sentenceAt(error, 'visitedOn')}
        onChange={visitedOn => setDraft({ ...draft, visitedOn })}
      />
      <TextInput
        label={words.place}
        autoComplete="off"
        value={draft.placeName}
        onChange={event => setDraft({ ...draft, placeName: event.currentTarget.value })}
      />
      <DateField
        label={words.next}
        value={draft.nextVisitOn}
        today={today}
        error={sentenceAt(error, 'nextVisitOn')}
        onChange={nextVisitOn => setDraft({ ...draft, nextVisitOn })}
      />
    </div>
  )
}

function People({ view, draft, setDraft, error }: Part & { readonly view: PostnatalView }) {
  const { data } = view
  const visited = visitedChildren(draft)
  return (
    <>
      <section className={styles.who} aria-label={words.mother} data-testid="look-mother">
        <div className={styles.head}>
          <span className={styles.name}>
            {words.mother} {view.mother.displayName}
          </span>
          <Checkbox
            label={words.isVisited(words.mother.toLowerCase())}
            checked={draft.mother.isVisited}
            onChange={event =>
              setDraft({ ...draft, mother: { ...draft.mother, isVisited: event.currentTarget.checked } })
            }
          />
        </div>
        {draft.mother.isVisited && (
          <MotherFields
            data={data}
            draft={draft.mother}
            error={error}
            at="mother"
            onChange={mother => setDraft({ ...draft, mother })}
          />
        )}
      </section>
      {draft.children.map((child, index) => {
        const known = view.children.find(({ hit }) => hit.personId === child.personId)
        const change = (changed: typeof child) =>
          setDraft({
            ...draft,
            children: draft.children.map(each => (each.personId === child.personId ? changed : each)),
          })
        const title = text.birth.child(index + 1, draft.children.length)
        return (
          <section key={child.personId} className={styles.who} aria-label={title} data-testid="look-child">
            <div className={styles.head}>
              <span className={styles.name}>
                {title} · {known?.hit.displayName}
              </span>
              <Checkbox
                label={words.isVisited(title.toLowerCase())}
                checked={child.isVisited}
                onChange={event => change({ ...child, isVisited: event.currentTarget.checked })}
              />
            </div>
            {child.isVisited && (
              <BabyFields
                data={data}
                draft={child}
                error={error}
                at={`children.${visited.indexOf(child)}`}
                lastWeight={lastWeightOf(view, child.personId)}
                onChange={change}
              />
            )}
          </section>
        )
      })}
    </>
  )
}

/** The weight before, so that nobody looks for it. */
function lastWeightOf(view: PostnatalView, personId: string): string | null {
  const known = view.children.find(({ hit }) => hit.personId === personId)
  const last = known?.visits.findLast(({ weightKg }) => weightKg !== null)
  if (last) return words.lastWeight(asTyped(last.weightKg), formatDayShort(last.visitedOn))
  const born = view.birth.children.find(child => child.personId === personId)?.weightG ?? null
  return born === null ? null : words.birthWeight(asTyped(born / 1000))
}

const kindOf: Readonly<Record<PostnatalView['schedule'][number]['state'], ChipKind>> = {
  done: 'ok',
  due: 'due',
  ahead: 'wait',
  missed: 'late',
}

function Schedule({ view }: { readonly view: PostnatalView }) {
  return (
    <p className={styles.chips} data-testid="postnatal-schedule">
      {view.schedule.map(({ code, state, from, to }) => (
        <Chip key={code} kind={kindOf[state]} title={`${formatDayShort(from)}–${formatDayShort(to)}`}>
          {wordOfCode(view.data.visits, code)}: {words.states[state]}
        </Chip>
      ))}
    </p>
  )
}
