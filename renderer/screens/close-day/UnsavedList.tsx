import { useState } from 'react'
import { getCase } from '../../../src/contract/aefi-calls'
import { getPerson } from '../../../src/contract/person-calls'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { type Screen, useNavigation } from '../../frame/navigation'
import { useBoard } from '../../frame/use-board'
import { text } from '../../text'
import styles from './CloseDay.module.css'
import type { Unsaved } from './unsaved'
import type { UnsavedWork } from './use-unsaved'

/** What was begun and not saved, by name: nobody is left behind in a form. */
export function UnsavedList({ unsaved }: { readonly unsaved: UnsavedWork }) {
  return (
    <Panel title={text.closeDay.unsaved} note={text.closeDay.unsavedHint}>
      <ul className={styles.lines} data-testid="closing-unsaved">
        {unsaved.list.map(work => (
          <Line key={work.key} work={work} onDrop={() => unsaved.drop(work.key)} />
        ))}
      </ul>
    </Panel>
  )
}

function Line({ work, onDrop }: { readonly work: Unsaved; readonly onDrop: () => void }) {
  const { go } = useNavigation()
  const name = useNameOf(work)
  const [isAsking, setAsking] = useState(false)
  return (
    <li className={styles.line}>
      <span className={styles.who}>
        <span aria-hidden="true">▲</span> <b>{name}</b> · {text.closeDay.unsavedKinds[work.kind]}
      </span>
      <QuietButton isSmall label={`${text.closeDay.open}: ${name}`} onPress={() => go(screenOf(work))}>
        {text.closeDay.open}
      </QuietButton>
      {isAsking ? (
        <>
          <strong>{text.closeDay.dropTitle(name)}</strong>
          <QuietButton isSmall tone="wrong" onPress={onDrop}>
            {text.closeDay.dropAction}
          </QuietButton>
          <QuietButton isSmall onPress={() => setAsking(false)}>
            {text.common.cancel}
          </QuietButton>
        </>
      ) : (
        <QuietButton isSmall label={`${text.closeDay.drop}: ${name}`} onPress={() => setAsking(true)}>
          {text.closeDay.drop}
        </QuietButton>
      )}
    </li>
  )
}

function useNameOf({ visitId, personId, caseId, typedName }: Unsaved): string {
  const { board } = useBoard()
  const cards = board ? [...board.screening, ...board.injection, ...board.observation, ...board.done] : []
  const card = visitId === null ? undefined : cards.find(found => found.visitId === visitId)
  const person = useCallQuery(getPerson, { personId: personId ?? '' }, { isOn: personId !== null })
  const severe = useCallQuery(getCase, { caseId: caseId ?? '' }, { isOn: caseId !== null })
  return (
    typedName ??
    severe.data?.view.displayName ??
    card?.displayName ??
    person.data?.displayName ??
    text.closeDay.unnamed
  )
}

function screenOf(work: Unsaved): Screen {
  const { kind, visitId, personId, caseId, key } = work
  if (kind === 'case') return { name: 'aefi-case', caseId: caseId ?? '' }
  const ofHandbook = handbookScreenOf(work)
  if (ofHandbook) return ofHandbook
  if (kind === 'screening' || kind === 'injection') return { name: kind, visitId: visitId ?? '' }
  if (kind === 'doses' || kind === 'edit') return { name: 'person', personId: personId ?? '', open: kind }
  const begun = key.slice('register '.length)
  const prefill: unknown = JSON.parse(begun)
  return prefill === null ? { name: 'register' } : { name: 'register', prefill: prefill as object }
}

/** The forms of the mother-and-child handbook. */
function handbookScreenOf({ kind, personId, aboutId }: Unsaved): Screen | null {
  if (kind === 'antenatal') return { name: 'person', personId: personId ?? '', tab: 'pregnancy' }
  if (kind === 'child-check') return { name: 'person', personId: personId ?? '', tab: 'child' }
  if (kind === 'birth') return { name: 'birth', motherId: personId, pregnancyId: aboutId }
  return kind === 'postnatal' ? { name: 'postnatal', birthId: aboutId ?? '' } : null
}
