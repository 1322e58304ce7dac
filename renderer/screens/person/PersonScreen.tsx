import { useState } from 'react'
import type { CatchUpWishes } from '../../../src/contract/catch-up-calls'
import { getPerson, type PersonView } from '../../../src/contract/person-calls'
import type { DocumentRequest } from '../../../src/contract/print-calls'
import { openVisit } from '../../../src/contract/visit-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
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
import { ChildTab } from '../child/ChildTab'
import { isChildTab } from '../child/child-tab'
import { DocumentPreview } from '../documents/DocumentPreview'
import { MergeWithDialog } from '../duplicates/MergeWithDialog'
import { IdentityStrip } from '../injection/IdentityStrip'
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

type Panel = 'none' | 'edit' | 'doses' | 'merge' | 'reaction'
const tabNames: readonly PersonTab[] = ['immunization', 'catch-up', 'child', 'papers', 'family', 'history']

/** One record: who, what was given, papers, family, and every change. */
export function PersonScreen(props: {
  readonly personId: string
  readonly tab: PersonTab | undefined
  readonly open: 'edit' | 'doses' | undefined
}) {
  const { personId } = props
  const record = useCallQuery(getPerson, { personId })
  if (record.error) return <ErrorNotice error={record.error} onRetry={record.retry} />
  if (!record.data) return <LateSkeleton />
  return <Record view={record.data} tab={props.tab ?? 'immunization'} open={props.open ?? 'none'} />
}

function Record(props: { readonly view: PersonView; readonly tab: PersonTab; readonly open: Panel }) {
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
  const print = () => setPreview(request(tab === 'catch-up' ? 'catch-up-plan' : 'vaccination-record'))
  const printCertificate = () => setPreview(request('vaccination-certificate'))
  useKeys({
    'Ctrl+p': print,
    x: printCertificate,
    ...panelKeys(setPanel),
    ...(panel === 'none' ? {} : { Escape: () => setPanel('none') }),
    ...(preview === null ? {} : { Escape: () => setPreview(null) }),
  })
  if (preview) return <DocumentPreview request={preview} onClose={() => setPreview(null)} />
  if (panel === 'edit') return <EditPanel view={view} onClose={() => setPanel('none')} />
  return (
    <>
      <IdentityStrip view={view} today={today}>
        <QuietButton hint="E" onPress={() => setPanel('edit')} testId="edit-person">
          {isNameless(person) ? text.people.nameNewborn : text.people.correct}
        </QuietButton>
        <QuietButton hint="Ctrl P" onPress={print}>
          {tab === 'catch-up' ? text.catchUp.print : text.people.print}
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
          tabs={tabsOf(person.birthDate, today)}
          value={tab}
          onChange={setTab}
        />
        <div className={styles.actions}>
          {panel === 'none' && (
            <>
              <QuietButton isSmall hint="G" onPress={() => setPanel('merge')} testId="merge-with">
                {text.duplicates.mergeWith.button}
              </QuietButton>
              <QuietButton isSmall hint="R" onPress={() => setPanel('reaction')} testId="note-reaction">
                {text.after.reaction.button}
              </QuietButton>
              <QuietButton isSmall onPress={() => setPanel('doses')} testId="add-historical">
                {text.people.addDoses}
              </QuietButton>
              <QueueButton personId={personId} />
            </>
          )}
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
      {tab === 'papers' && <PapersTab view={view} />}
      {tab === 'family' && <FamilyTab view={view} />}
      {tab === 'history' && <HistoryTab personId={personId} name={view.displayName} />}
    </>
  )
}

/** What a record is read by; growth for those who grow. */
function tabsOf(birthDate: CalendarDay, today: CalendarDay) {
  return tabNames
    .filter(value => value !== 'child' || isChildTab(birthDate, today))
    .map(value => ({ value, label: text.people.tabs[value] }))
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
