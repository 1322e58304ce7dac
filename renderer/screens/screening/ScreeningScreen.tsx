import { useState } from 'react'
import type { DocumentRequest } from '../../../src/contract/print-calls'
import { getBoard } from '../../../src/contract/visit-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useChosenVisit } from '../../components/use-chosen-visit'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { DocumentPreview } from '../documents/DocumentPreview'
import { ChecklistPanel } from './ChecklistPanel'
import styles from './Screening.module.css'
import type { Signed } from './use-checklist'
import { WaitingList } from './WaitingList'

/** Who waits for screening on the left, the official checklist on the right. */
export function ScreeningScreen({ visitId }: { readonly visitId?: string }) {
  const board = useCallQuery(getBoard, { on: null }, { keep: true })
  const [done, setDone] = useState<Signed | null>(null)
  const visits = useChosenVisit(board.data?.screening ?? [], visitId ?? null)
  if (!board.data) {
    return board.error ? <ErrorNotice error={board.error} onRetry={board.retry} /> : <LateSkeleton />
  }
  const { waiting, chosenId, choose, finish } = visits
  const card = waiting.find(each => each.visitId === chosenId) ?? null
  const visitShown = card?.visitId ?? null
  return (
    <div className={styles.screen}>
      <Panel
        title={text.screening.waiting}
        note={text.screening.waitingCount(waiting.length)}
        scrolls
        className={styles.waiting}
      >
        <WaitingList
          label={text.screening.waiting}
          cards={waiting}
          today={board.data.on}
          chosenId={visitShown}
          onChoose={choose}
        />
      </Panel>
      <div className={styles.main}>
        <SignedLine key={done?.screeningId} signed={done} />
        {card && visitShown ? (
          <ChecklistPanel
            key={visitShown}
            visitId={visitShown}
            card={card}
            onFinish={signed => {
              setDone(signed)
              finish(visitShown)
            }}
          />
        ) : (
          <NobodyChosen goneId={chosenId} />
        )}
      </div>
    </div>
  )
}

/** What was signed a moment ago, and its papers. */
function SignedLine({ signed }: { readonly signed: Signed | null }) {
  const [paper, setPaper] = useState<DocumentRequest['kind'] | null>(null)
  const isPrintable = signed !== null && signed.screeningId !== null
  useKeys(
    { 'Ctrl+p': () => setPaper(signed?.isReferred ? 'screening-referral' : 'screening-checklist') },
    'screen',
    isPrintable,
  )
  return (
    <div className={signed ? styles.done : styles.noDone}>
      <p role="status">{signed?.sentence}</p>
      {isPrintable && (
        <>
          {signed.isReferred && (
            <QuietButton isSmall hint="Ctrl P" onPress={() => setPaper('screening-referral')}>
              {text.screening.printReferral}
            </QuietButton>
          )}
          <QuietButton
            isSmall
            {...(signed.isReferred ? {} : { hint: 'Ctrl P' })}
            onPress={() => setPaper('screening-checklist')}
          >
            {text.screening.printChecklist}
          </QuietButton>
        </>
      )}
      {paper && signed && (
        <DocumentPreview
          request={{
            kind: paper,
            personId: signed.personId,
            visitId: signed.visitId,
            paper: 'A4',
            bilingual: false,
          }}
          onClose={() => setPaper(null)}
        />
      )}
    </div>
  )
}

/** Nobody waits, or the visit that was asked for has gone on. */
function NobodyChosen({ goneId }: { readonly goneId: string | null }) {
  const { go } = useNavigation()
  return (
    <Panel label={text.screening.checklist}>
      {goneId === null ? (
        <EmptyState title={text.screening.nobody}>
          <p>{text.screening.nobodyHint}</p>
          <FilledButton onPress={() => go({ name: 'reception' })}>{text.screening.toReception}</FilledButton>
        </EmptyState>
      ) : (
        <EmptyState title={text.screening.gone}>
          <p>{text.screening.goneHint}</p>
          <QuietButton onPress={() => go({ name: 'injection', visitId: goneId })}>
            {text.screening.toInjection}
          </QuietButton>
        </EmptyState>
      )}
    </Panel>
  )
}
