import { useState } from 'react'
import type { ClosingView } from '../../../src/contract/close-calls'
import { leaveVisit } from '../../../src/contract/visit-calls'
import { Chip } from '../../components/Chip'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './CloseDay.module.css'

type Inside = ClosingView['inside'][number]

/** Whoever is still in a lane: finished on their screen, or left with a reason. */
export function InsideList({ inside }: Pick<ClosingView, 'inside'>) {
  const [leaving, setLeaving] = useState<Inside | null>(null)
  const leave = useCallMutation(leaveVisit)
  async function leaveBecause(visitId: string, note: string) {
    const answer = await leave.send({ visitId, note })
    if (answer.ok) setLeaving(null)
  }
  return (
    <Panel
      title={text.closeDay.inside}
      note={inside.length === 0 ? undefined : text.closeDay.insideNote(inside.length)}
      padded={inside.length === 0}
    >
      {inside.length === 0 && <p className={styles.good}>{text.closeDay.insideNone}</p>}
      <ul className={styles.lines} data-testid="closing-inside">
        {inside.map(person => (
          <Line key={person.visitId} person={person} onLeave={() => setLeaving(person)} />
        ))}
      </ul>
      {leaving && (
        <ReasonDialog
          title={text.closeDay.leaveTitle(leaving.displayName)}
          action={text.closeDay.leave}
          suggestions={text.closeDay.leaveReasons}
          error={leave.error}
          isBusy={leave.isSaving}
          onConfirm={reason => void leaveBecause(leaving.visitId, reason)}
          onClose={() => {
            leave.clearError()
            setLeaving(null)
          }}
        />
      )}
    </Panel>
  )
}

function Line({ person, onLeave }: { readonly person: Inside; readonly onLeave: () => void }) {
  const { go } = useNavigation()
  const { stage, visitId } = person
  return (
    <li className={styles.line}>
      <span className={styles.who}>{text.board.cardName(person.ticket, person.displayName)}</span>
      <Chip kind="late">{text.board.lanes[stage]}</Chip>
      <QuietButton
        isSmall
        label={`${text.closeDay.open}: ${person.displayName}`}
        onPress={() => go(stage === 'observation' ? { name: stage } : { name: stage, visitId })}
      >
        {text.closeDay.open}
      </QuietButton>
      {stage !== 'observation' && (
        <QuietButton isSmall label={`${text.closeDay.leave} ${person.displayName}`} onPress={onLeave}>
          {text.closeDay.leave}
        </QuietButton>
      )}
    </li>
  )
}
