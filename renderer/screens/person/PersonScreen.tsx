import { useState } from 'react'
import type { CatchUpWishes } from '../../../src/contract/catch-up-calls'
import { getPerson, type PersonView } from '../../../src/contract/person-calls'
import type { DocumentRequest } from '../../../src/contract/print-calls'
import { openVisit } from '../../../src/contract/visit-calls'
import { isNameless } from '../../../src/domain/person/display-name'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { LateSkeleton } from '../../components/LateSkeleton'
import { QuietButton } from '../../components/QuietButton'
import { Tabs } from '../../components/Tabs'
import { type KeyMap, useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { type PersonTab, useNavigation } from '../../frame/navigation'
import { useBoard } from '../../frame/use-board'
import { text } from '../../text'
import { ReactionDialog } from '../after/ReactionDialog'
import { RecordBirthButton } from '../birth/RecordBirthButton'
import { ChildTab } from '../child/ChildTab'
import { DocumentPreview } from '../documents/DocumentPreview'
import { MergeWithDialog } from '../duplicates/MergeWithDialog'
import { IdentityStrip } from '../injection/IdentityStrip'
import { PregnancyTab } from '../pregnancy/PregnancyTab'
import { visitPlaceOf } from '../reception/visit-place'
import { CatchUpTab } from './CatchUpTab'
import { usualWishes } from './catch-up'
import { EditPanel } from './EditPanel'
import { FamilyTab } from './FamilyTab'
import { HistoricalDoses } from './HistoricalDoses'
import { HistoryTab } from './HistoryTab'
import { Immunization } from './Immunization'
import { PapersTab } from './PapersTab'
import styles from './Person.module.css'
import { tabsOf } from './person-tabs'

type Panel = 'none' | 'edit' | 'doses' | 'merge' | 'reaction'

/** One record: who, what was given, papers, family, and every change. */
export function PersonScreen(props: {
  readonly personId: string
  readonly tab: PersonTab | undefined
  readonly open: 'edit' | 'doses' | undefined
  /** Where the form begins; null: at its first field. */
  readonly field: string | null
}) {
  const { personId } = props
  const record = useCallQuery(getPerson, { personId })
  if (record.error) return <ErrorNotice error={record.error} onRetry={record.retry} />
  if (!record.data) return <LateSkeleton />
  const { tab = 'immunization', open = 'none', field } = props
  return <Record view={record.data} tab={tab} open={open} field={field} />
}

/** What Ctrl P prints: the paper of the tab that is open. */
function paperOfTab(tab: PersonTab): DocumentRequest['kind'] {
  if (tab === 'catch-up') return 'catch-up-plan'
  return tab === 'child' ? 'growth-chart' : 'vaccination-record'
}

function printLabelOf(tab: PersonTab): string {
  if (tab === 'catch-up') return text.catchUp.print
  return tab === 'child' ? text.growth.print : text.people.print
}

function Record(props: {
  readonly view: PersonView
  readonly tab: PersonTab
  readonly open: Panel
  readonly field: string | null
}) {
  const { view } = props
  const { personId, person } = view
  const { today } = useAppState()
  const [tab, setTab] = useState<PersonTab>(props.tab)
  const [panel, setPanel] = useState<Panel>(props.open)
  const [preview, setPreview] = useState<DocumentRequest | null>(null)
  const [wishes, setWishes] = useState<CatchUpWishes>(usualWishes)
  const request = (kind: DocumentRequest['kind']): DocumentRequest => ({
    kind,
    personId,
    visitId: null,
    paper: null,
    bilingual: false,
    ...(kind === 'catch-up-plan' ? { catchUp: wishes } : {}),
  })
  const print = () => setPreview(request(paperOfTab(tab)))
  const printCertificate = () => setPreview(request('vaccination-certificate'))
  useKeys({
    'Ctrl+p': () => (tab === 'pregnancy' ? false : print()),
    x: printCertificate,
    ...panelKeys(setPanel),
    ...(panel === 'none' ? {} : { Escape: () => setPanel('none') }),
    ...(preview === null ? {} : { Escape: () => setPreview(null) }),
  })
  if (preview) return <DocumentPreview request={preview} onClose={() => setPreview(null)} />
  if (panel === 'edit') return <EditPanel view={view} field={props.field} onClose={() => setPanel('none')} />
  return (
    <>
      <IdentityStrip view={view} today={today}>
        <QuietButton hint="E" onPress={() => setPanel('edit')} testId="edit-person">
          {isNameless(person) ? text.people.nameNewborn : text.people.correct}
        </QuietButton>
        <QuietButton {...(tab === 'pregnancy' ? {} : { hint: 'Ctrl P' })} onPress={print}>
          {printLabelOf(tab)}
        </QuietButton>
        <QuietButton hint="X" onPress={printCertificate} testId="print-certificate">
          {text.people.printCertificate}
        </QuietButton>
        <QuietButton onPress={() => setPreview(request('person-label'))}>
          {text.people.printLabel}
        </QuietButton>
      </IdentityStrip>
      <div className={styles.bar}>
        <Tabs
          label={text.people.record}
          isDense
          tabs={tabsOf(person, today).map(value => ({ value, label: text.people.tabs[value] }))}
          value={tab}
          onChange={setTab}
        />
        <div className={styles.actions}>
          {panel === 'none' && <Actions tab={tab} personId={personId} onOpen={setPanel} />}
        </div>
      </div>
      {panel === 'doses' && (
        <HistoricalDoses person={person} personId={personId} onClose={() => setPanel('none')} />
      )}
      {panel === 'reaction' && (
        <ReactionDialog personId={personId} name={view.displayName} onClose={() => setPanel('none')} />
      )}
      {panel === 'merge' && (
        <MergeWithDialog personId={personId} name={view.displayName} onClose={() => setPanel('none')} />
      )}
      {tab === 'immunization' && <Immunization personId={personId} bornOn={person.birthDate} />}
      {tab === 'catch-up' && <CatchUpTab view={view} wishes={wishes} onWish={setWishes} />}
      {tab === 'child' && <ChildTab personId={personId} />}
      {tab === 'papers' && <PapersTab view={view} onPanel={setPanel} onTab={setTab} />}
      {tab === 'family' && <FamilyTab view={view} />}
      {tab === 'pregnancy' && <WomanTab view={view} />}
      {tab === 'history' && <HistoryTab personId={personId} name={view.displayName} />}
    </>
  )
}

/** A woman's pregnancies, and the birth each leads to. */
function WomanTab({ view }: { readonly view: PersonView }) {
  const toBirth = ({ pregnancyId }: { readonly pregnancyId: string }) => (
    <RecordBirthButton motherId={view.personId} pregnancyId={pregnancyId} />
  )
  return <PregnancyTab view={view} next={toBirth} />
}

/** What is done beside reading; the pregnancy tab has actions of its own, and the keys work there too. */
function Actions(props: {
  readonly tab: PersonTab
  readonly personId: string
  readonly onOpen: (panel: Panel) => void
}) {
  const { tab, personId, onOpen } = props
  const isWide = tab !== 'pregnancy'
  return (
    <>
      {isWide && (
        <QuietButton isSmall hint="G" onPress={() => onOpen('merge')} testId="merge-with">
          {text.duplicates.mergeWith.button}
        </QuietButton>
      )}
      <QuietButton isSmall hint="R" onPress={() => onOpen('reaction')} testId="note-reaction">
        {text.after.reaction.button}
      </QuietButton>
      {isWide && (
        <QuietButton isSmall onPress={() => onOpen('doses')} testId="add-historical">
          {text.people.addDoses}
        </QuietButton>
      )}
      <QueueButton personId={personId} />
    </>
  )
}

/** A key for each panel that has one. */
function panelKeys(open: (panel: Panel) => void): KeyMap {
  return { e: () => open('edit'), g: () => open('merge'), r: () => open('reaction') }
}

function QueueButton({ personId }: { readonly personId: string }) {
  const { board } = useBoard()
  const { go } = useNavigation()
  const queue = useCallMutation(openVisit)
  const [ticket, setTicket] = useState<number | null>(null)
  const place = board && visitPlaceOf(board, personId)
  async function putInQueue() {
    const answer = await queue.send({ personId })
    if (answer.ok) setTicket(answer.value.ticket)
  }
  return (
    <>
      {ticket !== null && (
        <span role="status" className={styles.queued}>
          ✓ {text.people.queued(ticket)}
        </span>
      )}
      {queue.error && <ErrorNotice error={queue.error} />}
      <FilledButton
        isBusy={queue.isSaving}
        onPress={() => (place ? go(place.screen) : void putInQueue())}
        testId="put-in-queue"
      >
        {place ? text.people.openVisit : text.people.putInQueue}
      </FilledButton>
    </>
  )
}
